package assess

import (
	"iter"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
)

// linked are the links of one instance, by relation.
type linked struct {
	*worker
	names   []string
	links   []relate.Links
	objects map[wanted]cty.Value
	views   [views]cty.Value // of the instance itself
}

// each goes through the links of a relation.
func (l *linked) each(name string) iter.Seq[relate.Link] {
	if n := slices.Index(l.names, name); n >= 0 {
		return l.links[n].Each()
	}
	return relate.Links{}.Each()
}

func (w *worker) linked(i *inventory.Instance, names []string) *linked {
	l := &linked{worker: w, names: names, links: make([]relate.Links, len(names))}
	for n, name := range names {
		l.links[n] = w.asker.Links(i, name)
	}
	return l
}

// What expressions see of the instance itself: the same for all obligations.
const (
	seenSelf = iota
	seenMarked
	seenPrintable
	seenConfigured
	seenLifecycle
	views
)

// once makes a view of the instance when it is first asked for.
func (l *linked) once(view int, make func() cty.Value) cty.Value {
	if l.views[view] == cty.NilVal {
		l.views[view] = make()
	}
	return l.views[view]
}

// wanted says which of the instances of a relation expressions are to see.
type wanted struct {
	relation int  // in linked.names
	possible bool // also those that are linked only possibly
	// enough is how many that are alike make a difference; 0: any number.
	enough int
	most   int // how many of all count as much as any more; 0: each counts
}

// object is what expressions see of the instances of a relation.
func (l *linked) object(name string, possible bool, reads catalogue.Reads) cty.Value {
	n := slices.Index(l.names, name)
	if n < 0 {
		return cty.EmptyTupleVal
	}
	want := wanted{n, possible, reads.Enough, reads.Counted[name]}
	v, ok := l.objects[want]
	if !ok {
		v = cty.TupleVal(l.gather(want, l.seen))
		if l.objects == nil {
			l.objects = map[wanted]cty.Value{}
		}
		l.objects[want] = v
	}
	return v
}

func (l *linked) gather(want wanted, from *objects) (objects []cty.Value) {
	type alike struct {
		object   *inventory.Object
		possible bool
	}
	count := map[alike]int{}
	for link := range l.links[want.relation].Each() {
		if link.Possible && !want.possible {
			continue
		}
		if want.most > 0 && len(objects) == want.most {
			break
		}
		if want.enough > 0 {
			k := alike{link.To.Object, link.Possible}
			if count[k]++; count[k] > want.enough {
				continue
			}
		}
		if want.enough > 0 { // nothing asks for addresses
			objects = append(objects, from.ofAny(link.To))
			continue
		}
		objects = append(objects, from.of(link.To))
	}
	return objects
}

// maxObjects bounds how many objects of linked instances are kept: as many as
// one instance after another is likely to be linked to.
const maxObjects = 4096

// objects keeps what expressions see of instances.
type objects struct {
	make      func(i *inventory.Instance) cty.Value // of the instance's Object alone
	shared    map[*inventory.Object]cty.Value
	any       map[*inventory.Object]cty.Value // with the address of one instance
	instances map[*inventory.Instance]cty.Value
}

func newObjects(values func(i *inventory.Instance) cty.Value) *objects {
	return &objects{values, map[*inventory.Object]cty.Value{}, map[*inventory.Object]cty.Value{}, map[*inventory.Instance]cty.Value{}}
}

// ofAny is of for an instance or another one with its Object.
func (o *objects) ofAny(i *inventory.Instance) cty.Value {
	v, ok := o.any[i.Object]
	if !ok {
		v = o.of(i)
		o.any[i.Object] = v
	}
	return v
}

func (o *objects) of(i *inventory.Instance) cty.Value {
	if v, ok := o.instances[i]; ok {
		return v
	}
	values, ok := o.shared[i.Object]
	if !ok {
		values = o.make(i)
		o.shared[i.Object] = values
	}
	if len(o.instances) >= maxObjects {
		clear(o.instances)
	}
	v := catalogue.WithAddress(values, i.Address)
	o.instances[i] = v
	return v
}

func unmarked(i *inventory.Instance) cty.Value {
	values, _ := i.Values.UnmarkDeep()
	return values
}
