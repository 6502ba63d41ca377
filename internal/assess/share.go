package assess

import (
	"math"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
	"github.com/srmlint/srmlint/internal/statement"
)

// worker assesses a run of instances, and judges some of the classes.
type worker struct {
	*assessor
	run     []*inventory.Instance
	classes []*class // of the run
	byKey   map[classKey]*class
	begun   []begun
	asker   *relate.Asker
	stated  map[statedKey]*Verdict
	seen    *objects // as conditions see them
	shown   *objects // as messages see them
	key     []byte
	out     slot
}

// finding is the outcome for one obligation.
type finding struct {
	verdict *Verdict // nil: the obligation does not arise
	// alone is true where it may hang on more than the class.
	alone bool
	diags hcl.Diagnostics
}

type statedKey struct {
	verdict          *Verdict
	inForce, expired *statement.Statement
}

func (a *assessor) worker(run []*inventory.Instance) *worker {
	return &worker{
		assessor: a, run: run, byKey: map[classKey]*class{}, asker: a.graph.Asker(),
		stated: map[statedKey]*Verdict{}, seen: newObjects(unmarked), shown: newObjects(printable),
	}
}

// decide judges a class by its first instance.
func (w *worker) decide(c *class) {
	c.set = make([]finding, len(c.duties.list))
	links := w.linked(c.first, c.duties.relations)
	for n := range c.duties.list {
		c.set[n] = w.judge(c.first, &c.duties.list[n], links)
		if c.set[n].verdict != nil || c.set[n].alone {
			c.count++
		}
	}
}

// expected is how many annotations there will be at most.
func (w *worker) expected() (n int) {
	for _, c := range w.classes {
		if c != nil {
			n += c.canonical().count
		}
	}
	return n
}

// annotate writes down the verdicts on the instances of the run.
func (w *worker) annotate() {
	for n, c := range w.classes {
		if c == nil {
			continue
		}
		w.instance(w.run[n], c.canonical())
	}
}

func (w *worker) instance(i *inventory.Instance, c *class) {
	var links *linked
	for n, f := range c.set {
		if f.alone && i != c.first {
			if links == nil {
				links = w.linked(i, c.duties.relations)
			}
			f = w.judge(i, &c.duties.list[n], links)
		}
		if f.alone || i == c.first {
			w.out.diags = append(w.out.diags, f.diags...)
		}
		if f.verdict != nil {
			w.out.annotations = append(w.out.annotations, Annotation{Instance: i, Verdict: w.state(i, f.verdict)})
		}
	}
}

// judge decides one obligation of one instance, and whether the outcome holds
// for others with the same key.
func (w *worker) judge(i *inventory.Instance, d *duty, l *linked) finding {
	j := judgement{assessor: w.assessor, instance: i, obligation: d.Obligation, attributes: d.attributes, links: l, reads: d.decides, tells: d.tells}
	var f finding
	f.verdict = j.judge()
	f.diags = j.diags
	own, both := false, false
	for _, n := range d.relations {
		own = own || len(l.links[n].Own) > 0
		both = both || l.links[n].Mixed || len(l.links[n].Own) > 0 && len(l.links[n].Shared) > 0
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
		j := judgement{assessor: w.assessor, instance: i, obligation: d.Obligation, attributes: d.attributes, links: w.linked(i, d.RelationsUsed()), reads: d.tells}
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
		l := w.linked(i, d.RelationsUsed())
		if linked {
			for n := range l.links {
				l.links[n].Shared = nil
			}
		}
		j := judgement{assessor: w.assessor, instance: i, obligation: d.Obligation, attributes: d.attributes, links: l}
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
