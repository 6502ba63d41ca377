// Package assess applies the catalogue to an inventory: it annotates every
// instance with the obligations that it creates and decides the status of each.
//
// It never sees the syntax of the input, and it guesses nothing: what hangs on
// an unknown value is undetermined.
package assess

import (
	"runtime"
	"sync"

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
	Instance   *inventory.Instance
	Obligation *catalogue.Obligation
	Status     Status
	// Message says what is missing or what is not known; empty where addressed.
	Message  string
	Evidence []Evidence
	// Position is of the attribute at fault, else of the block.
	Position inventory.Position
	// Statement is the attestation or waiver that decided; nil if none did.
	Statement *statement.Statement
	// Known is true for a finding that the team's baseline holds: it does not fail a run.
	Known bool
	// Expired is a statement that would have decided, had it not expired.
	Expired *statement.Statement
}

// Evidence is one thing seen in the input that bears on a verdict.
type Evidence struct {
	Address   string             `json:"address"`
	Attribute string             `json:"attribute,omitempty"`
	Value     string             `json:"value,omitempty"` // as JSON, shortened; never a sensitive one
	Note      string             `json:"note,omitempty"`
	Position  inventory.Position `json:"position,omitzero"`
}

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
	a := assessor{catalogue: c, graph: relate.New(inv, c), options: options, inputs: inv.Inputs}
	slots := make([]slot, len(inv.Instances))
	inParallel(len(inv.Instances), func(i int) {
		slots[i] = a.instance(inv.Instances[i])
	})
	result := &Assessment{Inventory: inv, Catalogue: c}
	var diags hcl.Diagnostics
	for _, s := range slots {
		result.Annotations = append(result.Annotations, s.annotations...)
		diags = append(diags, s.diags...)
	}
	return result, diags
}

// slot is where one worker leaves what it found, so that output keeps its order.
type slot struct {
	annotations []Annotation
	diags       hcl.Diagnostics
}

func inParallel(n int, work func(i int)) {
	var group sync.WaitGroup
	next := make(chan int)
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Add(1)
		go func() {
			defer group.Done()
			for i := range next {
				work(i)
			}
		}()
	}
	for i := range n {
		next <- i
	}
	close(next)
	group.Wait()
}

type assessor struct {
	catalogue *catalogue.Catalogue
	graph     *relate.Graph
	options   Options
	inputs    []inventory.Input
}

func (a *assessor) instance(i *inventory.Instance) (s slot) {
	if i.Data || i.Ended {
		return s
	}
	links := map[string][]relate.Link{}
	for _, o := range a.catalogue.ForType(i.Type) {
		if a.options.Skip != nil && a.options.Skip(o) {
			continue
		}
		for _, name := range o.RelationsUsed() {
			if _, ok := links[name]; !ok {
				links[name] = a.graph.Links(i, name)
			}
		}
		j := judgement{assessor: a, instance: i, obligation: o, links: links}
		if annotation, ok := j.annotate(); ok {
			s.annotations = append(s.annotations, annotation)
		}
		s.diags = append(s.diags, j.diags...)
	}
	return s
}
