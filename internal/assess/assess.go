// Package assess applies the catalogue to an inventory: it annotates every
// instance with the obligations that it creates and decides the status of each.
//
// It never sees the syntax of the input, and it guesses nothing: what hangs on
// an unknown value is undetermined.
package assess

import (
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

// Verdict is the decision on an obligation, the same for all instances of
// which all that decides it is alike. It is not to be changed.
type Verdict struct {
	Obligation *catalogue.Obligation
	Status     Status
	// Message says what is missing or what is not known; empty where addressed.
	// It is in the words for the first instance that the verdict is on: see Annotation.Told.
	Message string
	// Evidence is what was seen of the first instance that the verdict is on, if it
	// was kept: see Annotation.Seen.
	Evidence []Evidence
	// Position is of the attribute at fault, else of the block.
	Position inventory.Position
	// Statement is the attestation or waiver that decided; nil if none did.
	Statement *statement.Statement
	// Expired is a statement that would have decided, had it not expired.
	Expired *statement.Statement
	// Known is true for a finding that the team's baseline holds: it does not fail a run.
	Known bool

	arises tri
	open   Status // before any statement
	first  int    // index of the instance that Message is on
	source *source
	links  bool   // instances have links that others have not
	names  bool   // the message may be another for other instances
	ending string // of the message: what became of a statement
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
	// About tells whether there is any on an obligation, and whether any of them
	// may hold for some instances of a block and not for others.
	About(o *catalogue.Obligation) (some, apart bool)
}

// Options for Assess; the zero value is usable.
type Options struct {
	Statements Statements // nil: none
	// Skip leaves out an obligation, such as those of disabled products; nil keeps all.
	Skip func(*catalogue.Obligation) bool
}

// Assess annotates every instance that is the customer's to look after. Rules
// that fail on a value are told in the diagnostics; what they would have
// decided is undetermined.
func Assess(inv *inventory.Inventory, c *catalogue.Catalogue, options Options) (*Assessment, hcl.Diagnostics) {
	a := assessor{catalogue: c, graph: relate.New(inv, c), options: options, inventory: inv}
	result := &Assessment{Inventory: inv, Catalogue: c, graph: a.graph, lists: make([]*Verdicts, len(inv.Instances))}
	diags := faultsOf(a.models(result.lists))
	a.others(result.lists)
	a.state(result)
	return result, diags
}

type assessor struct {
	catalogue *catalogue.Catalogue
	graph     *relate.Graph
	options   Options
	inventory *inventory.Inventory
	// unlike are, by model, the duties on which those like it may have another verdict.
	unlike map[int]*unlike
}
