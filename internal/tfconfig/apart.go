package tfconfig

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
)

// evaluate makes the instances of the root module. Where there are many pieces
// each processor evaluates some, in a world of its own.
func (out *Module) evaluate(w *world, root *node) *module {
	m := newModule(w, root, "")
	pieces := root.pieces()
	parts, ok := w.apart(root, pieces)
	if !ok {
		out.collect(m)
		return m
	}
	out.addMoves(m)
	for _, part := range parts {
		out.moves = append(out.moves, part.moves...)
		out.Instances = append(out.Instances, part.Instances...)
	}
	return m
}

// run is how many pieces a world takes at a time: what stands together often
// refers to each other, and what two worlds ask for is evaluated twice.
const run = 16

// apart evaluates pieces in several worlds. It returns false where one world
// has to do it all: what is said of an error may hang on what came before it,
// and limits are for all together.
func (w *world) apart(root *node, pieces []piece) ([]Module, bool) {
	count := min(runtime.GOMAXPROCS(0), len(pieces)/(2*run))
	if count < 2 || w.opts.Planned != nil {
		return nil, false
	}
	runs := slices.Collect(slices.Chunk(pieces, run))
	parts, worlds := make([]Module, len(runs)), make([]*world, count)
	var next atomic.Int64
	var work sync.WaitGroup
	for n := range worlds {
		worlds[n] = w.fork(root)
		work.Go(func() {
			m := newModule(worlds[n], root, "")
			for n := int(next.Add(1)) - 1; n < len(runs) && !m.diags.list.HasErrors(); n = int(next.Add(1)) - 1 {
				for _, p := range runs[n] {
					parts[n].collectPiece(m, p)
				}
			}
		})
	}
	work.Wait()
	return parts, w.join(worlds)
}

// fork is a world in which nothing is evaluated yet.
func (w *world) fork(root *node) *world {
	f := *w
	f.layouts, f.positions = map[layoutKey]*layout{}, map[*resource]*places{}
	f.files, f.diags, f.stack = newFileAccess(root, w.limits), collector{}, nil
	return &f
}

// join takes over what others say and what they spent, unless one met an error
// or all together went beyond a limit.
func (w *world) join(others []*world) bool {
	work, instances, bytes, reads := w.work, w.instances, 0, 0
	var diags hcl.Diagnostics
	for _, o := range others {
		o.files.close()
		work -= w.work - o.work
		instances += o.instances - w.instances
		bytes, reads = bytes+o.files.spent, reads+o.files.reads
		diags = append(diags, o.diags.list...)
	}
	if diags.HasErrors() || work < 0 || instances > w.limits.Instances || bytes > w.limits.TotalBytes || reads > maxReads {
		return false
	}
	w.work, w.instances, w.files.spent, w.files.reads = work, instances, bytes, reads
	w.diags.add(diags)
	return true
}
