package statement

import (
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/gohcl"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/srmlint/srmlint/internal/nesting"
)

// FileName is what srmlint looks for, from the root module upward.
const FileName = ".srmlint.hcl"

// File is a .srmlint.hcl as read.
type File struct {
	Statements []*Statement
	Settings   Settings
	// Rules holds what is neither a statement nor a setting: products, relations
	// and obligations of the organisation's own, for package catalogue.
	Rules  hcl.Body
	Source *hcl.File
}

// Settings are the defaults of flags for everybody who works in the
// repository; a flag that is given wins. The zero value changes nothing.
type Settings struct {
	FailOn             string   `hcl:"fail_on,optional"`
	MinSeverity        string   `hcl:"min_severity,optional"`
	FailOnUndetermined bool     `hcl:"fail_on_undetermined,optional"`
	Formats            []string `hcl:"formats,optional"`           // as for --format
	DisabledProducts   []string `hcl:"disabled_products,optional"` // product ids
	Rules              []string `hcl:"rules,optional"`             // directories, relative to the file
	Baseline           string   `hcl:"baseline,optional"`          // relative to the file
	// AttestationDays is how long an attestation without `until` counts; 0: 365.
	AttestationDays int `hcl:"attestation_days,optional"`
	// WarnDays is how many days ahead the end of a statement is told; 0: 30.
	WarnDays int       `hcl:"warn_days,optional"`
	Range    hcl.Range `hcl:",def_range"`
}

const (
	defaultAttestationDays = 365
	defaultWarnDays        = 30
)

type document struct {
	Attest   []block    `hcl:"attest,block"`
	Waive    []block    `hcl:"waive,block"`
	Settings []Settings `hcl:"settings,block"`
	Rules    hcl.Body   `hcl:",remain"`
}

type block struct {
	Obligation string    `hcl:"obligation,label"`
	Resources  []string  `hcl:"resources,optional"`
	Tags       []string  `hcl:"tags,optional"`
	Products   []string  `hcl:"products,optional"`
	By         string    `hcl:"by,optional"`
	How        string    `hcl:"how,optional"`
	Reason     string    `hcl:"reason,optional"`
	On         string    `hcl:"on,optional"`
	Until      string    `hcl:"until,optional"`
	Range      hcl.Range `hcl:",def_range"`
}

// Read parses a .srmlint.hcl. What is well formed is returned beside the
// diagnostics on the rest.
func Read(src []byte, name string) (*File, hcl.Diagnostics) {
	if d := nesting.CheckRules(src, name); d != nil {
		return &File{Source: &hcl.File{Bytes: src}, Rules: hcl.EmptyBody()}, hcl.Diagnostics{d}
	}
	source, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	f := &File{Source: source, Rules: hcl.EmptyBody()}
	if diags.HasErrors() {
		return f, diags
	}
	var doc document
	diags = append(diags, gohcl.DecodeBody(source.Body, nil, &doc)...)
	if doc.Rules != nil {
		f.Rules = doc.Rules
	}
	diags = append(diags, f.settings(doc.Settings)...)
	for _, b := range doc.Attest {
		diags = append(diags, f.add(Attestation, b)...)
	}
	for _, b := range doc.Waive {
		diags = append(diags, f.add(Waiver, b)...)
	}
	return f, diags
}

func (f *File) settings(blocks []Settings) hcl.Diagnostics {
	if len(blocks) > 0 {
		f.Settings = blocks[0]
	}
	if f.Settings.AttestationDays == 0 {
		f.Settings.AttestationDays = defaultAttestationDays
	}
	if f.Settings.WarnDays == 0 {
		f.Settings.WarnDays = defaultWarnDays
	}
	if len(blocks) > 1 {
		return hcl.Diagnostics{problem(blocks[1].Range, "Duplicate settings",
			"There may be one settings block; the first stands at %s.", blocks[0].Range)}
	}
	return nil
}

func (f *File) add(kind Kind, b block) hcl.Diagnostics {
	s, diags := b.statement(kind, f.Settings.AttestationDays)
	if !diags.HasErrors() {
		f.Statements = append(f.Statements, s)
	}
	return diags
}

// statement checks what each kind requires.
func (b block) statement(kind Kind, days int) (*Statement, hcl.Diagnostics) {
	text, textName, other := b.How, "how", b.Reason
	if kind == Waiver {
		text, textName, other = b.Reason, "reason", b.How
	}
	var diags hcl.Diagnostics
	if other != "" {
		diags = append(diags, problem(b.Range, "Wrong argument", "`%s` says %s.", kind.Verb(), map[Kind]string{
			Attestation: "how it is done: use `how`, not `reason`",
			Waiver:      "why the risk is accepted: use `reason`, not `how`",
		}[kind]))
	}
	s := &Statement{
		Kind: kind, Obligation: b.Obligation, By: b.By, Text: text,
		Position: position(b.Range), at: b.Range,
		scope: scope{tags: b.Tags, products: b.Products},
	}
	for _, r := range b.Resources {
		if err := nesting.CheckPattern(r); err != nil {
			diags = append(diags, problem(b.Range, "Too many alternatives", "In `resources`, %s. List the addresses one by one.", err))
		}
		s.scope.addresses = append(s.scope.addresses, parsePattern(r))
	}
	s.Open = b.By == "" && text == ""
	if !s.Open && (b.By == "" || text == "") {
		diags = append(diags, problem(b.Range, "Incomplete statement",
			"A statement needs both `by` (who declares it) and `%s`.", textName))
	}
	return s, append(diags, s.dates(b.On, b.Until, days)...)
}

// dates reads and checks the days; an attestation without an end gets one.
func (s *Statement) dates(on, until string, days int) (diags hcl.Diagnostics) {
	for _, d := range []struct {
		name, text string
		into       *time.Time
	}{{"on", on, &s.On}, {"until", until, &s.Until}} {
		if d.text == "" {
			continue
		}
		t, err := time.Parse(time.DateOnly, d.text)
		if err != nil {
			diags = append(diags, problem(s.at, "Not a date", "%s = %q must be a day such as 2027-01-31.", d.name, d.text))
		}
		*d.into = t
	}
	switch {
	case s.Open || diags.HasErrors():
	case s.Until.IsZero() && s.Kind == Waiver:
		diags = append(diags, problem(s.at, "Waiver without an end",
			"A waiver needs `until`, the last day on which the risk is accepted."))
	case s.Until.IsZero() && s.On.IsZero():
		diags = append(diags, problem(s.at, "Attestation without a date",
			"Give `on`, the day on which it was found to be done (it then counts for %d days), or `until`.", days))
	case s.Until.IsZero():
		s.Until = s.On.AddDate(0, 0, days)
	case !s.On.IsZero() && s.Until.Before(s.On):
		diags = append(diags, problem(s.at, "Ends before it begins", "until = %q is before on = %q.", until, on))
	}
	return diags
}
