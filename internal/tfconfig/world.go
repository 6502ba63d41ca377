package tfconfig

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/srmlint/srmlint/internal/tffunc"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// world is one evaluation of one root module. It is not safe for concurrent use.
type world struct {
	opts      Options
	limits    Limits
	schema    *provider.Schema
	functions map[string]function.Function
	files     *fileAccess
	workspace string
	rootVars  map[string]rawValue
	layouts   map[layoutKey]*layout
	positions map[*resource]*places // of blocks in which they are the same for all instances

	diags     collector
	work      int // budget that is left
	instances int // made so far
	stack     []step
}

// step is a thing that is being evaluated, for the words of a cycle.
type step struct {
	name string
	rng  hcl.Range
}

// maxStack bounds chains of references. Each step takes several Go frames.
const maxStack = 3000

// cell is a value that is evaluated when first asked for.
type cell struct {
	value   cty.Value
	done    bool
	running bool
}

// once evaluates a cell, or tells of the cycle if that is being done already.
func (w *world) once(c *cell, name string, rng hcl.Range, evaluate func() cty.Value) cty.Value {
	switch {
	case c.done:
		return c.value
	case c.running:
		w.cycle(name, rng)
		return tfexpr.Anything()
	case len(w.stack) >= maxStack:
		w.diags.error(rng, "References too deep", fmt.Sprintf("A chain of more than %d references leads to %s, which is the limit.", maxStack, name))
		return tfexpr.Anything()
	}
	c.running = true
	w.stack = append(w.stack, step{name, rng})
	v := evaluate()
	w.stack = w.stack[:len(w.stack)-1]
	if size := tfexpr.Size(v); size > 1 {
		w.spend(size)
	}
	if !tfexpr.Fits(v) {
		w.diags.error(rng, "Value too large", fmt.Sprintf("The value of %s is too large to be worked with.", name))
		v = tfexpr.Anything()
	}
	c.value, c.done, c.running = v, true, false
	return v
}

func (w *world) cycle(name string, rng hcl.Range) {
	first := len(w.stack) - 1
	for first > 0 && w.stack[first].name != name {
		first--
	}
	var way []string
	for _, s := range w.stack[first:] {
		way = append(way, fmt.Sprintf("%s (%s:%d)", s.name, s.rng.Filename, s.rng.Start.Line))
	}
	const shown = 12
	if len(way) > shown {
		way = append(way[:shown], fmt.Sprintf("… %d more", len(way)-shown))
	}
	w.diags.error(rng, "Cycle", fmt.Sprintf("%s depends on itself: %s, %s.", name, strings.Join(way, ", "), name))
}

// instance counts one more instance of a block.
func (w *world) instance(n int, address string, rng hcl.Range) bool {
	if w.instances+n <= w.limits.Instances {
		w.instances += n
		return true
	}
	w.diags.error(rng, "Too many instances", fmt.Sprintf("%s would make %d instances. The limit is %d for a root module; its instances are not assessed.", address, n, w.limits.Instances))
	return false
}

// spend takes from the budget of work, and reports once that it is used up.
func (w *world) spend(n int) bool {
	before := w.work
	w.work -= n
	if before >= 0 && w.work < 0 {
		var rng hcl.Range
		if len(w.stack) > 0 {
			rng = w.stack[len(w.stack)-1].rng
		}
		w.diags.error(rng, "Too much to evaluate", fmt.Sprintf("This configuration asks for more work than the limit of %d steps. What is evaluated after this place is unknown.", w.limits.Work))
	}
	if w.work < 0 {
		w.work = -1 // no matter how much more is asked for
	}
	return w.work >= 0
}

func newWorld(opts Options) *world {
	w := &world{opts: opts, limits: opts.Limits.withDefaults(), schema: opts.Schema, functions: tffunc.Table(), layouts: map[layoutKey]*layout{}, positions: map[*resource]*places{}}
	if w.schema == nil {
		w.schema = provider.Load()
	}
	w.work = w.limits.Work
	return w
}
