// Package assess applies the catalogue to an inventory: it annotates every
// instance with the obligations that it creates and decides the status of each.
//
// It never sees the syntax of the input, and it guesses nothing: what hangs on
// an unknown value is undetermined.
package assess

import (
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
	"github.com/srmlint/srmlint/internal/statement"
)

// Status is the verdict on one obligation of one instance.
type Status string

// Statuses.
const (
	Addressed    Status = "addressed"
	Attested     Status = "attested"
	Waived       Status = "waived"
	Undetermined Status = "undetermined"
	Unaddressed  Status = "unaddressed"
)

// Statuses lists all of them, in the order of summaries.
func Statuses() []Status {
	return []Status{Addressed, Attested, Waived, Undetermined, Unaddressed}
}

// Annotation is one obligation of one instance, with its verdict.
type Annotation struct {
	Instance *inventory.Instance
	// Known is true for a finding that the team's baseline holds: it does not fail a run.
	Known bool
	*Verdict
}

// Verdict is the decision on an obligation, the same for all instances of
// which all that decides it is alike. It is not to be changed.
type Verdict struct {
	Obligation *catalogue.Obligation
	Status     Status
	// Message says what is missing or what is not known; empty where addressed.
	// It is of the first instance that the verdict is on: see Annotation.Told.
	Message string
	// Evidence is of the first instance that the verdict is on, MaxEvidence at most.
	Evidence []Evidence
	// Position is of the attribute at fault, else of the block.
	Position inventory.Position
	// Statement is the attestation or waiver that decided; nil if none did.
	Statement *statement.Statement
	// Expired is a statement that would have decided, had it not expired.
	Expired *statement.Statement

	arises tri
	varies bool // the message may name what one instance alone is linked to
	retell func(*inventory.Instance) string
	suffix string // of the message
	first  *inventory.Instance
	again  func(i *inventory.Instance, linked bool) []Evidence
	links  bool // instances have links that others have not
}

// Told is the message for the annotation's own instance: it may name what that
// instance alone is linked to.
func (a *Annotation) Told() string {
	if !a.varies || a.Instance == a.first {
		return a.Message
	}
	return a.retell(a.Instance) + a.suffix
}

// Varies tells whether instances with the same verdict may each be told of
// something else.
func (a *Annotation) Varies() bool { return a.varies }

// Seen is the evidence of the annotation's own instance.
func (a *Annotation) Seen() []Evidence {
	if a.again == nil || a.Instance == a.first {
		return a.Evidence
	}
	return a.again(a.Instance, false)
}

// More is what the instance shows beyond what the first one with the same
// verdict does, and its own attributes: the links that it alone has.
func (a *Annotation) More() []Evidence {
	switch {
	case a.again == nil || a.Instance == a.first:
		return a.Evidence
	case !a.links:
		return nil
	}
	return a.again(a.Instance, true)
}

// Evidence is one thing seen in the input that bears on a verdict.
type Evidence struct {
	Address   string             `json:"address"`
	Attribute string             `json:"attribute,omitempty"`
	Value     string             `json:"value,omitempty"` // as JSON, shortened; never a sensitive one
	Note      string             `json:"note,omitempty"`
	Position  inventory.Position `json:"position,omitzero"`
}

// MaxEvidence bounds what is listed for one verdict.
const MaxEvidence = 20

// Statements finds the customer's word on an obligation of an instance.
type Statements interface {
	// For returns the statement in force, and the latest expired one if none is.
	For(i *inventory.Instance, o *catalogue.Obligation) (inForce, expired *statement.Statement)
}

// Options for Assess; the zero value is usable.
type Options struct {
	Statements Statements // nil: none
	// Skip leaves out an obligation, such as those of disabled products; nil keeps all.
	Skip func(*catalogue.Obligation) bool
}

// Assessment is the finished work: what reports read.
type Assessment struct {
	Inventory *inventory.Inventory
	Catalogue *catalogue.Catalogue
	// Annotations are ordered by instance as in the inventory, then by obligation id.
	Annotations []Annotation
}

// Assess annotates every instance that is the customer's to look after. Rules
// that fail on a value are told in the diagnostics; what they would have
// decided is undetermined.
func Assess(inv *inventory.Inventory, c *catalogue.Catalogue, options Options) (*Assessment, hcl.Diagnostics) {
	a := assessor{
		catalogue: c, graph: relate.New(inv, c), options: options, inputs: inv.Inputs,
		duties: map[string]*duties{}, numbers: map[*inventory.Object]uint32{},
	}
	a.prepare(inv.Instances)
	workers := a.workers(inv.Instances)
	inParallel(workers, (*worker).classify)
	classes := unite(workers)
	var next atomic.Int64
	inParallel(workers, func(w *worker) {
		for n := next.Add(1); n <= int64(len(classes)); n = next.Add(1) {
			w.decide(classes[n-1])
		}
	})
	room := makeRoom(workers)
	inParallel(workers, (*worker).annotate)
	return a.result(inv, workers, room)
}

// makeRoom gives each worker its part of one list, for there may be millions.
func makeRoom(workers []*worker) []Annotation {
	total := 0
	for _, w := range workers {
		total += w.expected()
	}
	room := make([]Annotation, total)
	start := 0
	for _, w := range workers {
		end := start + w.expected()
		w.out.annotations = room[start:start:end]
		start = end
	}
	return room
}

// result puts together what the workers found.
func (a *assessor) result(inv *inventory.Inventory, workers []*worker, room []Annotation) (*Assessment, hcl.Diagnostics) {
	result := &Assessment{Inventory: inv, Catalogue: a.catalogue, Annotations: room[:0]}
	var diags hcl.Diagnostics
	for _, w := range workers {
		result.Annotations = append(result.Annotations, w.out.annotations...) // to the left, if anywhere
		diags = append(diags, w.out.diags...)
		w.seen, w.shown = newObjects(unmarked), newObjects(printable)
	}
	return result, diags
}

// slot is where one worker leaves what it found, so that output keeps its order.
type slot struct {
	annotations []Annotation
	diags       hcl.Diagnostics
}

// workers share instances out in runs: neighbours have most in common.
func (a *assessor) workers(all []*inventory.Instance) []*worker {
	out := make([]*worker, max(1, min(runtime.GOMAXPROCS(0), len(all)/64)))
	for n := range out {
		out[n] = a.worker(all[n*len(all)/len(out) : (n+1)*len(all)/len(out)])
	}
	return out
}

func inParallel(workers []*worker, work func(*worker)) {
	var group sync.WaitGroup
	for _, w := range workers {
		group.Go(func() { work(w) })
	}
	group.Wait()
}

type assessor struct {
	catalogue *catalogue.Catalogue
	graph     *relate.Graph
	options   Options
	inputs    []inventory.Input
	duties    map[string]*duties           // by resource type
	numbers   map[*inventory.Object]uint32 // in the order of the inventory
}
