package assess

import (
	"encoding/binary"
	"iter"
	"math"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
	"github.com/srmlint/srmlint/internal/statement"
)

// worker assesses a run of instances. Those that share an Object and are linked
// to the same, or to what is alike, get one verdict, which is worked out once.
type worker struct {
	*assessor
	asker   *relate.Asker
	types   map[string]*duties
	sets    map[setKey][]finding
	stated  map[statedKey]*Verdict
	numbers map[*inventory.Object]uint32
	seen    *objects // as conditions see them
	shown   *objects // as messages see them
	key     []byte
	out     slot
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
}

// setKey is what the verdicts on an instance depend on: its Object, and what it
// alone is linked to.
type setKey struct {
	object *inventory.Object
	own    string
}

// finding is the outcome for one obligation.
type finding struct {
	verdict *Verdict // nil: the obligation does not arise
	// alone is true where it may hang on more than the key says.
	alone bool
}

type statedKey struct {
	verdict          *Verdict
	inForce, expired *statement.Statement
}

// some assesses a run of instances.
func (a *assessor) some(instances []*inventory.Instance) slot {
	w := &worker{
		assessor: a, asker: a.graph.Asker(), types: map[string]*duties{}, sets: map[setKey][]finding{},
		stated: map[statedKey]*Verdict{}, numbers: map[*inventory.Object]uint32{}, seen: newObjects(unmarked), shown: newObjects(printable),
	}
	for _, i := range instances {
		if !i.Data && !i.Ended {
			w.instance(i)
		}
	}
	return w.out
}

func (w *worker) duties(resourceType string) *duties {
	if d := w.types[resourceType]; d != nil {
		return d
	}
	d := &duties{}
	index := map[string]int{}
	for _, o := range w.catalogue.ForType(resourceType) {
		if w.options.Skip != nil && w.options.Skip(o) {
			continue
		}
		one := duty{Obligation: o}
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
	w.types[resourceType] = d
	return d
}

func (w *worker) instance(i *inventory.Instance) {
	d := w.duties(i.Type)
	if len(d.list) == 0 {
		return
	}
	linked := &linked{worker: w, names: d.relations, links: make([]relate.Links, len(d.relations))}
	for n, name := range d.relations {
		linked.links[n] = w.asker.Links(i, name)
	}
	w.sign(linked.links)
	set, ok := w.sets[setKey{i.Object, string(w.key)}]
	if !ok {
		set = make([]finding, len(d.list))
		for n := range d.list {
			set[n] = w.judge(i, &d.list[n], linked)
		}
		w.sets[setKey{i.Object, string(w.key)}] = set
	}
	for n, f := range set {
		if ok && f.alone {
			f = w.judge(i, &d.list[n], linked)
		}
		if f.verdict != nil {
			w.out.annotations = append(w.out.annotations, Annotation{Instance: i, Verdict: w.state(i, f.verdict)})
		}
	}
}

// sign writes into w.key what the links of an instance alone are.
func (w *worker) sign(links []relate.Links) {
	w.key = w.key[:0]
	for n, l := range links {
		for _, own := range l.Own {
			w.key = append(w.key, byte(n), byte(n>>8))
			w.signLink(own)
			if before, ok := l.Replaced(own); ok {
				w.key = append(w.key, 'r')
				w.signLink(before)
			}
		}
	}
}

func (w *worker) signLink(l relate.Link) {
	number, ok := w.numbers[l.To.Object]
	if !ok {
		number = uint32(len(w.numbers))
		w.numbers[l.To.Object] = number
	}
	flags := byte(0)
	if l.Possible {
		flags |= 1
	}
	if l.Assumed {
		flags |= 2
	}
	w.key = append(binary.LittleEndian.AppendUint32(w.key, number), flags)
}

// judge decides one obligation of one instance, and whether the outcome holds
// for others with the same key.
func (w *worker) judge(i *inventory.Instance, d *duty, l *linked) finding {
	j := judgement{assessor: w.assessor, instance: i, obligation: d.Obligation, links: l}
	var f finding
	f.verdict = j.judge()
	w.out.diags = append(w.out.diags, j.diags...)
	own, both := false, false
	for _, n := range d.relations {
		own = own || len(l.links[n].Own) > 0
		both = both || len(l.links[n].Own) > 0 && len(l.links[n].Shared) > 0
	}
	hangs := func(r catalogue.Reads) bool { return r.Self || both && r.Order || own && r.Address }
	f.alone = len(j.diags) > 0 || hangs(d.decides)
	if f.verdict != nil {
		f.verdict.varies = own && f.verdict.Status == Undetermined || f.verdict.Status == Unaddressed && hangs(d.tells)
		f.verdict.arises = j.arises
		f.verdict.links, f.verdict.first = own, i
		f.verdict.again, f.verdict.retell = w.again(d), w.retell(d, f.verdict)
	}
	return f
}

// retell words for a further instance what is missing or not known: that may
// name what it alone is linked to. It is asked when all workers are done.
func (w *worker) retell(d *duty, v *Verdict) func(*inventory.Instance) string {
	status, arises := v.Status, v.arises
	return func(i *inventory.Instance) string {
		j := judgement{assessor: w.assessor, instance: i, obligation: d.Obligation, links: linksOf(w, i, d.RelationsUsed())}
		if status == Unaddressed {
			return j.gap()
		}
		return j.whyUnknown(arises)
	}
}

// again works out the evidence of a further instance with the same verdict, or
// only of the links that it alone has. It is asked when all workers are done.
func (w *worker) again(d *duty) func(*inventory.Instance, bool) []Evidence {
	return func(i *inventory.Instance, linked bool) []Evidence {
		l := linksOf(w, i, d.RelationsUsed())
		if linked {
			for n := range l.links {
				l.links[n].Shared = nil
			}
		}
		j := judgement{assessor: w.assessor, instance: i, obligation: d.Obligation, links: l}
		if linked {
			return j.linkEvidence(nil, math.MaxInt)
		}
		return j.evidence()
	}
}

// state lets the customer's word count where the input does not show that the
// obligation is addressed.
func (w *worker) state(i *inventory.Instance, v *Verdict) *Verdict {
	if v.Status == Addressed || w.options.Statements == nil {
		return v
	}
	inForce, expired := w.options.Statements.For(i, v.Obligation)
	if inForce == nil && expired == nil {
		return v
	}
	k := statedKey{v, inForce, expired}
	out := w.stated[k]
	if out == nil {
		stated := *v
		stated.Message = (&Annotation{Instance: i, Verdict: v}).Told()
		stated.state(inForce, expired)
		out = &stated
		out.first = i
		out.Evidence = (&Annotation{Instance: i, Verdict: v}).Seen()
		w.stated[k] = out
	}
	return out
}

// linked are the links of one instance, by relation.
type linked struct {
	*worker
	names   []string
	links   []relate.Links
	objects [2][]cty.Value
}

// each goes through the links of a relation.
func (l *linked) each(name string) iter.Seq[relate.Link] {
	if n := slices.Index(l.names, name); n >= 0 {
		return l.links[n].Each()
	}
	return relate.Links{}.Each()
}

func linksOf(w *worker, i *inventory.Instance, names []string) *linked {
	l := &linked{worker: w, names: names, links: make([]relate.Links, len(names))}
	for n, name := range names {
		l.links[n] = w.asker.Links(i, name)
	}
	return l
}

// object is what expressions see of the instances of a relation, with those
// that are linked only possibly or without them.
func (l *linked) object(name string, possible bool) cty.Value {
	variant := 0
	if possible {
		variant = 1
	}
	if l.objects[variant] == nil {
		l.objects[variant] = make([]cty.Value, len(l.names))
	}
	for n := range l.names {
		if l.names[n] != name {
			continue
		}
		if l.objects[variant][n] == cty.NilVal {
			var objects []cty.Value
			for link := range l.links[n].Each() {
				if possible || !link.Possible {
					objects = append(objects, l.seen.of(link.To))
				}
			}
			l.objects[variant][n] = cty.TupleVal(objects)
		}
		return l.objects[variant][n]
	}
	return cty.EmptyTupleVal
}

// maxObjects bounds how many objects of linked instances are kept: as many as
// one instance after another is likely to be linked to.
const maxObjects = 4096

// objects keeps what expressions see of instances.
type objects struct {
	make      func(i *inventory.Instance) cty.Value // of the instance's Object alone
	shared    map[*inventory.Object]cty.Value
	instances map[*inventory.Instance]cty.Value
}

func newObjects(values func(i *inventory.Instance) cty.Value) *objects {
	return &objects{values, map[*inventory.Object]cty.Value{}, map[*inventory.Instance]cty.Value{}}
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
