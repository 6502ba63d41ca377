package assess

import (
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// class is those instances on which the verdicts are the same: they share an
// Object, and are linked to the same or to what is alike.
type class struct {
	first  *inventory.Instance // in the order of the inventory
	duties *duties
	set    []finding // for each duty
	count  int       // of duties that arise, or may
	same   *class    // that an earlier run of instances has begun; nil if none
}

func (c *class) canonical() *class {
	if c.same != nil {
		return c.same
	}
	return c
}

// classKey is what the verdicts on an instance depend on: its Object, and what it
// alone is linked to.
type classKey struct {
	object *inventory.Object
	own    string
}

// duties are the obligations of a resource type.
type duties struct {
	list      []duty
	relations []string
}

type duty struct {
	*catalogue.Obligation
	decides   catalogue.Reads
	tells     catalogue.Reads
	relations []int // in duties.relations
	// attributes of instances that decide it
	attributes []string
}

// prepare gathers the duties of all types, and numbers what instances may be
// linked to, in an order that depends on the inventory alone.
func (a *assessor) prepare(instances []*inventory.Instance) {
	for _, i := range instances {
		if _, ok := a.numbers[i.Object]; ok {
			continue
		}
		a.numbers[i.Object] = uint32(len(a.numbers))
		if !i.Data && !i.Ended && a.duties[i.Type] == nil {
			a.duties[i.Type] = a.dutiesOf(i.Type)
		}
	}
}

func (a *assessor) dutiesOf(resourceType string) *duties {
	d := &duties{}
	index := map[string]int{}
	for _, o := range a.catalogue.ForType(resourceType) {
		if a.options.Skip != nil && a.options.Skip(o) {
			continue
		}
		one := duty{Obligation: o, attributes: attributesRead(o)}
		one.decides, one.tells = o.Reads()
		for _, name := range o.RelationsUsed() {
			n, ok := index[name]
			if !ok {
				n = len(d.relations)
				index[name] = n
				d.relations = append(d.relations, name)
			}
			one.relations = append(one.relations, n)
		}
		d.list = append(d.list, one)
	}
	return d
}

// classify finds the class of each instance of the worker's run.
func (w *worker) classify() {
	w.classes = make([]*class, len(w.run))
	for n, i := range w.run {
		d := w.duties[i.Type]
		if i.Data || i.Ended || len(d.list) == 0 {
			continue
		}
		w.key = w.key[:0]
		for n, name := range d.relations {
			w.key = w.asker.Sign(w.key, uint16(n), name, i, w.numbers)
		}
		k := classKey{i.Object, string(w.key)}
		c := w.byKey[k]
		if c == nil {
			c = &class{first: i, duties: d}
			w.byKey[k] = c
			w.begun = append(w.begun, begun{k, c})
		}
		w.classes[n] = c
	}
}

// begun is a class with its key, in the order of its first instance.
type begun struct {
	key   classKey
	class *class
}

// unite makes one class of those with one key in all runs, and returns all.
func unite(workers []*worker) (all []*class) {
	known := map[classKey]*class{}
	for _, w := range workers {
		for _, b := range w.begun {
			if earlier := known[b.key]; earlier != nil {
				b.class.same = earlier
				continue
			}
			known[b.key] = b.class
			all = append(all, b.class)
		}
	}
	return all
}
