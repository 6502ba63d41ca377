package assess

import (
	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
)

// worker assesses a run of models. Those that share an Object and are linked
// to the same, or to what is alike, get one verdict, which is worked out once.
type worker struct {
	*assessor
	asker    *relate.Asker
	types    map[string]*duties
	sets     map[setKey]*set
	kept     map[keptKey]*Verdict
	keeper   keeper
	sources  map[*duty]*source
	numbers  map[any]uint32 // of Objects and of lists of links
	seen     *objects       // as conditions see them
	shown    *objects       // as messages see them
	partly   unknowns
	memos    map[memoKey]*memo
	askedOf  map[askedKey]sum
	columns  map[*inventory.Object]map[string]sum
	digest   digest
	evidence []Evidence // room for a list that is being made
	key      []byte
	faults   []fault
	last     *subject        // that a source asked about
	unlikes  map[int]*unlike // of its own models
}

// fault is a rule that failed on an instance.
type fault struct {
	index int // of the instance in the inventory
	*hcl.Diagnostic
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
		seen: newObjects(catalogue.Unmarked), shown: newObjects(a.printable), partly: unknowns{}, unlikes: map[int]*unlike{},
		memos: map[memoKey]*memo{}, askedOf: map[askedKey]sum{}, columns: map[*inventory.Object]map[string]sum{},
	}
}

// forget drops what only deciding needs: what is said of the verdicts is asked later.
func (w *worker) forget() {
	w.sets, w.kept, w.keeper, w.memos = nil, nil, keeper{}, nil
	w.askedOf, w.columns = map[askedKey]sum{}, map[*inventory.Object]map[string]sum{} // messages may ask for some again
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
