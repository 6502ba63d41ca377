// Package report turns a finished assessment into what people and programs
// read: one structure, built once, and one small file for each format.
//
// It decides no verdict and reads no input.
package report

import (
	"time"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/rulebook"
	"github.com/srmlint/srmlint/internal/statement"
)

// SchemaVersion is that of the JSON report: the first number changes when
// something that readers rely on does, the second when something is added.
const SchemaVersion = "1.0"

// Report is what every format reads. Its JSON form is a contract, described
// in docs/report.schema.json.
type Report struct {
	SchemaVersion string          `json:"schema_version"`
	Tool          Tool            `json:"tool"`
	Filters       Filters         `json:"filters,omitzero"`
	Inputs        []Input         `json:"inputs"`
	Resources     []Group         `json:"resources"`
	Summary       Summary         `json:"summary"`
	Products      []Product       `json:"products"` // of the resources, by id
	Rules         []rulebook.Rule `json:"rules"`    // that the resources' obligations name, by id
	Faults        []Fault         `json:"faults"`
}

// Tool says what made the report.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Filters say what the report leaves out.
type Filters struct {
	Changed     bool   `json:"changed,omitempty"`      // what the plan does not change
	MinSeverity string `json:"min_severity,omitempty"` // obligations below it
}

// Input is one plan, state or root module that was read.
type Input struct {
	// Report names the report that the input comes from, where several were merged.
	Report           string `json:"report,omitempty"`
	Path             string `json:"path"`
	Kind             string `json:"kind"` // "plan", "state" or "configuration"
	TerraformVersion string `json:"terraform_version,omitempty"`
	Source           string `json:"source,omitempty"`  // the configuration read beside a plan
	Errored          bool   `json:"errored,omitempty"` // the plan failed: it is incomplete
	// Managed counts resource blocks of any provider.
	Managed int `json:"managed_resources"`
	// Resources and Instances count DigitalOcean's that are in the report.
	Resources int `json:"resources"`
	Instances int `json:"instances"`
}

// Group is a resource block with those of its instances that share every
// status and action, and every message but for the keys of instances that it
// names. A block whose instances differ has several.
type Group struct {
	// Address is the block's, without any instance key, of modules neither.
	Address   string   `json:"address"`
	Instances []string `json:"instances"` // full addresses
	Input     int      `json:"input"`     // index in Report.Inputs
	Type      string   `json:"type"`
	Product   string   `json:"product"`
	// ServiceModel is IaaS, PaaS or SaaS; empty where no product has the type.
	ServiceModel string `json:"service_model"`
	// Actions are Terraform's words; empty where the input is no plan.
	Actions []string `json:"actions"`
	// StandIn is true where count or for_each is known only after apply: the
	// one instance stands for none, one or many.
	StandIn     bool               `json:"stand_in,omitempty"`
	Position    inventory.Position `json:"position,omitzero"`
	Obligations []Entry            `json:"obligations"`
}

// Entry is one obligation of a group, with its verdict.
type Entry struct {
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	Owner    string        `json:"owner"`
	Layer    string        `json:"layer"`
	Severity string        `json:"severity"`
	Status   assess.Status `json:"status"`
	// Message says what is missing or not known; empty where addressed. It is in
	// the words for the first instance.
	Message string `json:"message"`
	// Varies is true where the message of other instances of the group names
	// other instances of the same resources.
	Varies bool `json:"varies,omitempty"`
	// Attestable is true where only a statement answers for the obligation;
	// Question is then what to answer.
	Attestable bool   `json:"attestable"`
	Question   string `json:"question,omitempty"`
	Remedy     string `json:"remedy"`
	// Position is of the attribute at fault, else of the block.
	Position inventory.Position `json:"position,omitzero"`
	// Evidence is what was seen: of the instances' own attributes as the first
	// instance has them, of other resources all.
	Evidence  []assess.Evidence `json:"evidence"`
	Statement *Statement        `json:"statement,omitempty"`
	Expired   *Statement        `json:"expired_statement,omitempty"`
	// Known is true for a finding that the team's baseline holds: it fails no run.
	Known    bool                `json:"known,omitempty"`
	Controls map[string][]string `json:"controls"`
	Source   string              `json:"source,omitempty"`
	Basis    string              `json:"basis"`

	severity   catalogue.Severity
	asked      int                   // how many further instances were asked for evidence
	obligation *catalogue.Obligation // nil for an entry that was read from a report
}

// Open tells whether the entry is a finding or may become one.
func (e *Entry) Open() bool {
	return e.Status == assess.Unaddressed || e.Status == assess.Undetermined
}

// Statement is what the customer declared.
type Statement struct {
	Kind     statement.Kind     `json:"kind"`
	By       string             `json:"by,omitempty"`
	Text     string             `json:"text"`
	On       string             `json:"on,omitempty"`    // date
	Until    string             `json:"until,omitempty"` // the last day on which it counts
	Position inventory.Position `json:"position,omitzero"`
}

func describe(s *statement.Statement) *Statement {
	if s == nil {
		return nil
	}
	return &Statement{
		Kind: s.Kind, By: s.By, Text: s.Text,
		On: date(s.On), Until: date(s.Until), Position: s.Position,
	}
}

func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
