package assess

import (
	"encoding/binary"
	"maps"
	"runtime"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
)

// worker assesses a run of models. Those that share an Object and are linked
// to the same, or to what is alike, get one verdict, which is worked out once.
type worker struct {
	*assessor
	asker   *relate.Asker
	types   map[string]*duties
	sets    map[setKey]*set
	kept    map[keptKey]*Verdict
	keeper  keeper
	sources map[*duty]*source
	numbers map[any]uint32 // of Objects and of lists of links
	seen    *objects       // as conditions see them
	shown   *objects       // as messages see them
	partly  unknowns
	memos   map[memoKey]*memo
	askedOf map[askedKey]sum
	columns map[*inventory.Object]map[string]sum
	digest  digest
	key     []byte
	diags   hcl.Diagnostics
	last    *subject // that a source asked about
	again   map[int]*unlike
}

// setKey is what the verdicts on an instance depend on: its Object, and what it
// is linked to.
type setKey struct {
	object *inventory.Object
	links  string
}

// set is the outcome for all instances with one key.
type set struct {
	findings []finding // by duty
	verdicts *Verdicts // nil where they are not the same for all
}

// finding is the outcome for one obligation.
type finding struct {
	verdict *Verdict // nil: the obligation does not arise
	// alone is true where it may hang on more than the key says; message where
	// only the message may.
	alone, message bool
}

func (a *assessor) worker() *worker {
	return &worker{
		assessor: a, asker: a.graph.Asker(), types: map[string]*duties{}, sets: map[setKey]*set{},
		kept: map[keptKey]*Verdict{}, keeper: newKeeper(), sources: map[*duty]*source{}, numbers: map[any]uint32{},
		seen: newObjects(unmarked), shown: newObjects(printable), partly: unknowns{}, again: map[int]*unlike{}, memos: map[memoKey]*memo{}, askedOf: map[askedKey]sum{}, columns: map[*inventory.Object]map[string]sum{},
	}
}

// models assesses the first of all instances that are alike. Each processor
// gets a run of them: neighbours have most in common.
func (a *assessor) models(into []*Verdicts) []*worker {
	var models []int
	for n, i := range a.inventory.Instances {
		if !i.Data && !i.Ended && a.graph.Model(n) == n {
			models = append(models, n)
		}
	}
	workers := inParallel(len(models), 64, a.worker, func(w *worker, k int) { into[models[k]] = w.instance(models[k]) })
	a.again = map[int]*unlike{}
	for _, w := range workers {
		maps.Copy(a.again, w.again)
	}
	return workers
}

// inParallel shares work out; a worker is not worth its while for less than few.
func inParallel(count, few int, hire func() *worker, work func(w *worker, n int)) []*worker {
	out := make([]*worker, max(1, min(runtime.GOMAXPROCS(0), count/few)))
	var group sync.WaitGroup
	for k := range out {
		out[k] = hire()
		group.Go(func() {
			for n := k * count / len(out); n < (k+1)*count/len(out); n++ {
				work(out[k], n)
			}
		})
	}
	group.Wait()
	return out
}

// instance assesses a model.
func (w *worker) instance(n int) *Verdicts {
	i := w.inventory.Instances[n]
	d := w.duties(i.Type)
	if len(d.list) == 0 {
		return nil
	}
	s := w.subject(n, d)
	w.sign(s)
	k := setKey{i.Object, string(w.key)}
	found, ok := w.sets[k]
	if !ok {
		found = w.judgeAll(s)
		w.sets[k] = found
	}
	w.mayDiffer(s, found)
	switch {
	case found.verdicts != nil:
		return found.verdicts
	case !ok:
		return w.listOf(found.findings)
	}
	return w.listOf(w.judgeAgain(s, found))
}

func (w *worker) judgeAll(s *subject) *set {
	found := &set{findings: make([]finding, len(s.duties.list))}
	same := true
	for k, d := range s.duties.list {
		f := w.judge(s, d)
		found.findings[k] = f
		same = same && !f.alone && !f.message
	}
	if same {
		found.verdicts = w.listOf(found.findings)
	}
	return found
}

func (w *worker) judgeAgain(s *subject, found *set) []finding {
	own := make([]finding, len(found.findings))
	for k, f := range found.findings {
		switch d := s.duties.list[k]; {
		case f.alone:
			f = w.judge(s, d)
		case f.message:
			f.verdict = w.tell(s, d, f.verdict)
		}
		own[k] = f
	}
	return own
}

// hangs tells whether something may come out otherwise for instances that are
// linked to what is alike: own says that they have links that others have not,
// both that they have such ones and others.
func hangs(r catalogue.Reads, own, both bool) bool {
	return r.Self || both && r.Order || own && r.Address
}

// sign writes into w.key what the links of an instance are, and which of them
// messages name first.
func (w *worker) sign(s *subject) {
	w.key = w.key[:0]
	for n, l := range s.links {
		w.key = binary.LittleEndian.AppendUint32(w.key, w.number(l.Shared))
		for _, own := range l.Own {
			w.key = append(w.key, byte(n), byte(n>>8))
			w.signLink(own)
			if before, ok := l.Replaced(own); ok {
				w.key = append(w.key, 'r')
				w.signLink(before)
			}
		}
		if l.HasItself() {
			w.key = append(w.key, 'i')
		}
		for _, near := range w.graph.Within(s.index, l) {
			w.key = append(w.key, 'n')
			w.signLink(near)
		}
	}
}

func (w *worker) signLink(l relate.Link) {
	flags := byte(0)
	if l.Possible {
		flags |= 1
	}
	if l.Assumed {
		flags |= 2
	}
	w.key = append(binary.LittleEndian.AppendUint32(w.key, w.number(l.To.Object)), flags)
}

func (w *worker) number(of any) uint32 {
	number, ok := w.numbers[of]
	if !ok {
		number = uint32(len(w.numbers))
		w.numbers[of] = number
	}
	return number
}
