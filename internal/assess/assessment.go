package assess

import (
	"iter"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
)

// Assessment is the finished work: what reports read.
type Assessment struct {
	Inventory *inventory.Inventory
	Catalogue *catalogue.Catalogue

	graph *relate.Graph
	lists []*Verdicts // by instance; nil for those that have none
	// Where only some annotations were collected: what instances are like, and
	// their indexes in the inventory that was assessed.
	models, index []int
}

// Verdicts are those on one instance, by obligation id. Instances with the same
// ones share the list.
type Verdicts struct {
	list []*Verdict
}

// Collect makes an assessment of some annotations, which are ordered by instance.
func Collect(inv *inventory.Inventory, c *catalogue.Catalogue, list []Annotation) *Assessment {
	count := len(inv.Instances)
	a := &Assessment{Inventory: inv, Catalogue: c, lists: make([]*Verdicts, count), models: make([]int, count), index: make([]int, count)}
	keeper := newKeeper()
	for n, i := range inv.Instances {
		a.models[n] = -1 - n // like nothing
		var verdicts []*Verdict
		for len(list) > 0 && list[0].Instance == i {
			verdicts = append(verdicts, list[0].Verdict)
			if a.index[n] = list[0].index; list[0].source != nil {
				a.models[n] = list[0].source.graph.Model(a.index[n])
			}
			list = list[1:]
		}
		if verdicts != nil {
			a.lists[n] = keeper.list(verdicts)
		}
	}
	return a
}

// All goes through the annotations, ordered by instance as in the inventory,
// then by obligation id.
func (a *Assessment) All() iter.Seq[Annotation] {
	return func(yield func(Annotation) bool) {
		for n := range a.lists {
			for _, one := range a.Of(n) {
				if !yield(one) {
					return
				}
			}
		}
	}
}

// Of lists the annotations of an instance, by its index in the inventory.
func (a *Assessment) Of(n int) []Annotation {
	verdicts := a.Verdicts(n).All()
	list := make([]Annotation, len(verdicts))
	for k, v := range verdicts {
		list[k] = a.Annotation(n, v)
	}
	return list
}

// Annotation is a verdict as it holds for an instance. One goroutine may ask
// what the annotations of an assessment say; see Reader for more.
func (a *Assessment) Annotation(n int, v *Verdict) Annotation {
	one := Annotation{Instance: a.Inventory.Instances[n], Verdict: v, index: n, source: v.source}
	if a.index != nil {
		one.index = a.index[n]
	}
	return one
}

// Verdicts are those on an instance; nil if there are none.
func (a *Assessment) Verdicts(n int) *Verdicts {
	if n >= len(a.lists) {
		return nil
	}
	return a.lists[n]
}

// All lists them.
func (v *Verdicts) All() []*Verdict {
	if v == nil {
		return nil
	}
	return v.list
}

// Model is the same number for instances of one block that are alike in all but
// their keys.
func (a *Assessment) Model(n int) int {
	switch {
	case a.models != nil:
		return a.models[n]
	case a.graph == nil:
		return n
	}
	return a.graph.Model(n)
}

// Apart goes through annotations as All does, but only once for instances of a
// block that are alike and have the same verdicts.
func (a *Assessment) Apart() iter.Seq[Annotation] {
	type kind struct {
		model    int
		verdicts *Verdicts
	}
	return func(yield func(Annotation) bool) {
		seen := map[kind]bool{}
		for n, verdicts := range a.lists {
			k := kind{a.Model(n), verdicts}
			if verdicts == nil || seen[k] {
				continue
			}
			seen[k] = true
			for _, one := range a.Of(n) {
				if !yield(one) {
					return
				}
			}
		}
	}
}
