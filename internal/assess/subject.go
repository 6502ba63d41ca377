package assess

import (
	"iter"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
)

// subject is an instance that is judged, with its links by relation and with
// what expressions see of it, made once for all its obligations.
type subject struct {
	*worker
	index    int
	instance *inventory.Instance
	duties   *duties
	links    []relate.Links // by duties.relations

	plain, marked, printed, set, cycle cty.Value
}

func (w *worker) subject(n int, d *duties) *subject {
	s := &subject{worker: w, index: n, instance: w.inventory.Instances[n], duties: d, links: make([]relate.Links, len(d.relations))}
	for k, name := range d.relations {
		s.links[k] = w.asker.Links(n, name)
	}
	return s
}

// inUnit tells whether a duty's relations lead into what the instance is
// repeated with, and whether to other places too.
func (s *subject) inUnit(d *duty) (own, both bool) {
	outside := false
	for _, n := range d.relations {
		l := &s.links[n]
		within := slices.ContainsFunc(l.Own, func(link relate.Link) bool { return s.graph.SameUnit(s.index, link) })
		own = own || within || l.HasItself()
		outside = outside || !l.Shared.Empty() || slices.ContainsFunc(l.Own, func(link relate.Link) bool { return !s.graph.SameUnit(s.index, link) })
	}
	return own, own && outside
}

// mixed tells whether messages may have something of the instance's own to say,
// for there are links into its unit, and whether there are others besides.
func (s *subject) mixed(d *duty) (own, both bool) {
	outside := false
	for _, n := range d.relations {
		l := &s.links[n]
		within := len(s.graph.Within(s.index, *l))
		own = own || within > 0 || l.HasItself()
		outside = outside || l.Count() > within
	}
	return own, own && outside
}

// apart tells the same of links that others with the same Object have not.
func (s *subject) apart(d *duty) (own, both bool) {
	for _, n := range d.relations {
		l := &s.links[n]
		alone := len(l.Own) > 0 || l.HasItself()
		own = own || alone
		both = both || alone && !l.Shared.Empty()
	}
	return own, both
}

// near goes through links as people are told of them: those into what the
// instance is repeated with, such as its own module instance, stand first.
func (s *subject) near(l relate.Links) iter.Seq[relate.Link] {
	return func(yield func(relate.Link) bool) {
		for _, link := range s.graph.Within(s.index, l) {
			if !yield(link) {
				return
			}
		}
		for link := range l.Each() {
			if !s.graph.SameUnit(s.index, link) && !yield(link) {
				return
			}
		}
	}
}

// each goes through the links of a duty so, relation by relation.
func (s *subject) each(d *duty) iter.Seq[relate.Link] {
	return func(yield func(relate.Link) bool) {
		for _, n := range d.relations {
			for link := range s.near(s.links[n]) {
				if !yield(link) {
					return
				}
			}
		}
	}
}

func (s *subject) self(d *duty) cty.Value {
	if d.ReadsMarks() {
		return once(&s.marked, func() cty.Value {
			return catalogue.Seen(catalogue.Attributes(s.instance, asIs), s.instance, s.instance.Address)
		})
	}
	return once(&s.plain, func() cty.Value { return relate.Object(s.instance) })
}

func asIs(_ string, v cty.Value) cty.Value { return v }

func (s *subject) printable() cty.Value {
	return once(&s.printed, func() cty.Value { return s.shown.object(s.instance, s.instance.Address) })
}

func (s *subject) configured() cty.Value {
	return once(&s.set, func() cty.Value { return configured(s.instance) })
}

func (s *subject) lifecycle() cty.Value {
	return once(&s.cycle, func() cty.Value { return lifecycle(s.instance) })
}

func once(v *cty.Value, make func() cty.Value) cty.Value {
	if *v == cty.NilVal {
		*v = make()
	}
	return *v
}

func configured(i *inventory.Instance) cty.Value {
	attributes := map[string]cty.Value{}
	for name := range i.Values.Type().AttributeTypes() {
		attributes[name] = cty.UnknownVal(cty.Bool)
		if set, ok := i.Configured[name]; ok {
			attributes[name] = cty.BoolVal(set)
		}
	}
	return cty.ObjectVal(attributes)
}

func lifecycle(i *inventory.Instance) cty.Value {
	if i.Lifecycle == cty.NilVal {
		return cty.UnknownVal(catalogue.LifecycleType())
	}
	v, _ := i.Lifecycle.UnmarkDeep()
	return v
}
