package assess

import (
	"cmp"
	"maps"
	"slices"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
)

// askedKey is an Object as an obligation sees it.
type askedKey struct {
	duty   *duty
	object *inventory.Object
}

// asked sums up what the obligation asks for.
func (j *judgement) asked() sum {
	var links []sum
	for k, n := range j.duty.relations {
		links = append(links, j.linkedAsked(k, n))
	}
	own := j.objectAsked(j.duty, j.instance)
	d := &j.digest
	d.reset()
	d.sumOf(own)
	d.text('w', j.words(j.instance).unknown) // a message may have it
	for _, s := range links {
		d.sumOf(s)
	}
	if j.asks.Lifecycle {
		d.value(j.lifecycle())
	}
	return d.sum()
}

// linkedAsked sums up what it asks for of the instances of a relation, which in
// the obligation is the one at k, and in the subject at n.
func (j *judgement) linkedAsked(k, n int) sum {
	var parts []sum
	use := j.uses[k]
	if j.wordsRecalled() { // else what the message asks for need not be the same
		told := j.told[k]
		use.Counted, use.Kinds, use.Enough = use.Counted && told.Counted, use.Kinds && told.Kinds, max(use.Enough, told.Enough)
	}
	if use.Counted {
		for _, possible := range []bool{false, true} {
			r := relatives{}
			r.count(j.links[n], possible, use.Enough)
			parts = append(parts, sum{a: uint64(len(r.list))})
		}
	} else if use.Kinds {
		for _, possible := range []bool{false, true} {
			kinds, count := j.kinds(j.duty, j.links[n], possible)
			parts = append(parts, sum{uint64(min(count, use.Enough)), uint64(len(kinds))})
			for _, kind := range slices.SortedFunc(slices.Values(kinds), likeKind.compare) {
				parts = append(parts, kind.asked)
			}
		}
	} else {
		for link := range j.links[n].Each() {
			parts = append(parts, sum{1, flag(link.Possible)}, j.objectAsked(j.duty, link.To))
		}
	}
	d := &j.digest
	d.reset()
	d.number('#', len(parts))
	for _, p := range parts {
		d.sumOf(p)
	}
	return d.sum()
}

func flag(possible bool) uint64 {
	if possible {
		return 1
	}
	return 0
}

// likeKind is an instance that stands for those in which an obligation asks for the same.
type likeKind struct {
	asked sum
	first *inventory.Instance
}

func (k likeKind) compare(other likeKind) int {
	return cmp.Or(cmp.Compare(k.asked.a, other.asked.a), cmp.Compare(k.asked.b, other.asked.b))
}

// kinds are the linked instances that are not the same to an obligation, and how
// many there are of all.
func (w *worker) kinds(d *duty, l relate.Links, possible bool) (kinds []likeKind, count int) {
	seen := map[sum]bool{}
	for link, n := range l.Kinds() {
		if link.Possible && !possible {
			continue
		}
		count += n
		if asked := w.objectAsked(d, link.To); !seen[asked] {
			seen[asked] = true
			kinds = append(kinds, likeKind{asked, link.To})
		}
	}
	return kinds, count
}

// objectAsked sums up what an obligation asks for of one instance.
func (w *worker) objectAsked(d *duty, i *inventory.Instance) sum {
	k := askedKey{d, i.Object}
	s, ok := w.askedOf[k]
	if !ok {
		s = w.object(i, d)
		w.askedOf[k] = s
	}
	return s
}

// object sums up the attributes of an instance that an obligation asks for.
func (w *worker) object(i *inventory.Instance, d *duty) sum {
	columns := w.columns[i.Object]
	if columns == nil {
		columns = map[string]sum{}
		w.columns[i.Object] = columns
	}
	var parts []sum
	for _, name := range d.askedNames(i) {
		s, ok := columns[name]
		if !ok {
			w.digest.reset()
			w.digest.column(i, name)
			s = w.digest.sum()
			columns[name] = s
		}
		parts = append(parts, s)
	}
	w.digest.reset()
	w.digest.text('o', i.Type)
	if i.Data {
		w.digest.value(catalogue.FoundBy(i))
	}
	for _, s := range parts {
		w.digest.sumOf(s)
	}
	return w.digest.sum()
}

// askedNames are the attributes that the obligation asks for of an instance, in order.
func (d *duty) askedNames(i *inventory.Instance) []string {
	names, ok := d.asked[i.Type]
	if ok {
		return names
	}
	some, all := d.asks.Of(i.Type)
	if all {
		return attributesOf(i)
	}
	names = slices.Sorted(maps.Keys(some))
	d.asked[i.Type] = names
	return names
}

// attributesOf are all that an instance has: not all of a type need have the same.
func attributesOf(i *inventory.Instance) []string {
	if t := i.Values.Type(); t.IsObjectType() {
		return slices.Sorted(maps.Keys(t.AttributeTypes()))
	}
	return nil
}

// column adds an attribute of an instance, and whether the configuration sets it.
func (d *digest) column(i *inventory.Instance, name string) {
	d.text('.', name)
	if t := i.Values.Type(); t.IsObjectType() && t.HasAttribute(name) {
		d.value(i.Values.GetAttr(name))
	}
	set, known := i.Configured[name]
	d.number('c', 2*int(flag(known))+int(flag(set)))
}
