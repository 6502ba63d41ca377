package assess

import (
	"iter"
	"maps"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
)

// related is what the expressions that decide see of linked instances;
// possible tells whether links that may or may not exist are in it.
func (s *subject) related(d *duty, possible bool) map[string]cty.Value {
	related := make(map[string]cty.Value, len(d.names))
	for k, name := range d.names {
		l := s.links[d.relations[k]]
		r := relatives{objects: s.seen, address: d.decides.Address}
		switch use := d.uses[k]; {
		case use.Counted:
			r.count(l, possible, use.Enough)
		case use.Kinds && !d.decides.Address:
			kinds, count := s.kinds(d, l, possible)
			r.kinds(kinds, count, use.Enough)
		default:
			if !possible {
				l = l.Certain()
			}
			r.all(l.Each(), possible)
		}
		related[name] = cty.TupleVal(r.list)
	}
	return related
}

// printableRelated is what the gap sees of linked instances: a rule may name
// any attribute of theirs too.
func (s *subject) printableRelated(d *duty) map[string]cty.Value {
	related := make(map[string]cty.Value, len(d.names))
	for k, name := range d.names {
		l := s.links[d.relations[k]]
		r := relatives{objects: s.shown, address: d.tells.Address, head: d.told[k].Head}
		if use := d.told[k]; use.Kinds && !d.tells.Address {
			kinds, count := s.kinds(d, l, false)
			r.kinds(kinds, count, use.Enough)
		} else {
			r.all(s.near(l.Certain()), false)
		}
		related[name] = cty.TupleVal(r.list)
	}
	return related
}

// relatives lists what expressions see of the instances of a relation.
type relatives struct {
	objects *objects
	address bool // expressions may ask for addresses
	head    int  // if not 0 only how many there are matters of all beyond the first ones
	list    []cty.Value
}

func (r *relatives) all(links iter.Seq[relate.Link], possible bool) {
	for link := range links {
		switch {
		case link.Possible && !possible:
		case r.head > 0 && len(r.list) >= r.head:
			r.list = append(r.list, cty.EmptyObjectVal)
		default:
			r.list = append(r.list, r.objects.of(link.To, r.address))
		}
	}
}

// count lists as many as make a difference to whoever only counts them.
func (r *relatives) count(l relate.Links, possible bool, enough int) {
	if enough == 0 {
		return
	}
	for link, count := range l.Kinds() {
		if link.Possible && !possible {
			continue
		}
		for ; count > 0; count-- {
			if r.list = append(r.list, cty.EmptyObjectVal); len(r.list) == enough {
				return
			}
		}
	}
}

// kinds lists one of each kind, and the first again until there are enough:
// whoever counts them asks for no more.
func (r *relatives) kinds(kinds []likeKind, count, enough int) {
	for _, kind := range kinds {
		r.list = append(r.list, r.objects.of(kind.first, false))
	}
	for len(r.list) < min(count, enough) {
		r.list = append(r.list, r.list[0])
	}
}

// maxObjects bounds how many objects of linked instances are kept: as many as
// one instance after another is likely to be linked to.
const maxObjects = 4096

// objects keeps what expressions see of instances.
type objects struct {
	make      func(i *inventory.Instance) map[string]cty.Value // attributes, of the instance's Object alone
	shared    map[*inventory.Object]map[string]cty.Value
	nowhere   map[*inventory.Object]cty.Value // with an address that nobody asks for
	instances map[*inventory.Instance]cty.Value
}

func newObjects(attributes func(i *inventory.Instance) map[string]cty.Value) *objects {
	return &objects{attributes, map[*inventory.Object]map[string]cty.Value{}, map[*inventory.Object]cty.Value{}, map[*inventory.Instance]cty.Value{}}
}

// object is the instance's with an address.
func (o *objects) object(i *inventory.Instance, address string) cty.Value {
	attributes := keep(o.shared, i.Object, func() map[string]cty.Value { return o.make(i) })
	return catalogue.Seen(maps.Clone(attributes), i, address)
}

func (o *objects) of(i *inventory.Instance, address bool) cty.Value {
	if !address {
		return keep(o.nowhere, i.Object, func() cty.Value { return o.object(i, "") })
	}
	return keep(o.instances, i, func() cty.Value { return o.object(i, i.Address) })
}

func keep[K comparable, V any](kept map[K]V, k K, make func() V) V {
	v, ok := kept[k]
	if !ok {
		v = make()
		if len(kept) >= maxObjects {
			clear(kept)
		}
		kept[k] = v
	}
	return v
}
