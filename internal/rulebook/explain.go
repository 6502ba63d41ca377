package rulebook

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/cases"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/terminal"
)

// Sources is what explanations quote.
type Sources struct {
	Files map[string]*hcl.File // of the rules: conditions are shown as they are written there
	Cases fs.FS                // of the built-in obligations
}

// Explain writes all there is to know of one obligation.
func Explain(w io.Writer, o *catalogue.Obligation, s Sources, v View) error {
	e := explanation{view: v, style: terminal.Style{Color: v.Color}}
	e.head(o)
	e.section("Why", o.Why)
	e.section("What to do", o.Remedy)
	e.decision(o, s.Files)
	if err := e.examples(o, s.Cases); err != nil {
		return err
	}
	e.halves(o)
	e.controls(Describe(o))
	e.origin(o)
	_, err := io.WriteString(w, e.out.String())
	return err
}

type explanation struct {
	out   strings.Builder
	view  View
	style terminal.Style
}

func (e *explanation) head(o *catalogue.Obligation) {
	r := Describe(o)
	fmt.Fprintf(&e.out, "%s\n%s\n\n", e.style.Paint(terminal.Bold, terminal.Clean(r.ID)), terminal.Clean(r.Title))
	e.fact("Severity", e.style.Paint(terminal.SeverityColour(r.Severity), r.Severity))
	e.fact("Owner", r.Owner)
	e.fact("Layer", catalogue.LayerTitle(r.Layer))
	if o.Product != nil {
		e.fact("Product", terminal.Clean(o.Product.Title)+" ("+o.Product.ServiceModel+")")
	}
	for n, resource := range r.Resources {
		name := "Applies to"
		if n > 0 {
			name = ""
		}
		e.fact(name, terminal.Clean(resource))
	}
	if len(r.Aliases) > 0 {
		e.fact("Known as", terminal.Clean(strings.Join(r.Aliases, ", ")))
	}
	e.out.WriteString("\n")
}

func (e *explanation) fact(name, text string) {
	e.out.WriteString("  " + e.style.Paint(terminal.Dim, terminal.Pad(name, 12)) + text + "\n")
}

func (e *explanation) section(title string, paragraphs ...string) {
	e.out.WriteString(e.style.Paint(terminal.Bold, title) + "\n")
	for _, text := range paragraphs {
		for _, line := range terminal.Wrap(terminal.Clean(text), e.view.Width-2) {
			e.out.WriteString("  " + line + "\n")
		}
	}
	e.out.WriteString("\n")
}

// decision shows the conditions, or what to answer where there are none.
func (e *explanation) decision(o *catalogue.Obligation, files map[string]*hcl.File) {
	if o.Attestable() {
		e.section("How it is addressed", "Terraform cannot show it. It counts as addressed once somebody attests to it in .srmlint.hcl, as an answer to: "+o.Question)
	} else {
		e.section("How it is addressed", "Where this holds for a resource:")
	}
	for _, part := range []struct {
		name string
		expr hcl.Expression
	}{{"arises", o.Arises}, {"addressed", o.Addressed}} {
		if part.expr != nil {
			e.code(part.name, part.expr, files)
		}
	}
	for _, l := range o.Locals {
		e.code("local."+l.Name, l.Expression, files)
	}
	if o.Arises != nil || o.Addressed != nil {
		e.out.WriteString("\n")
	}
}

func (e *explanation) code(name string, expr hcl.Expression, files map[string]*hcl.File) {
	file := files[expr.Range().Filename]
	if file == nil {
		return
	}
	source := string(expr.Range().SliceBytes(file.Bytes))
	lines := strings.Split(source, "\n")
	e.out.WriteString("  " + name + " = " + terminal.Clean(lines[0]) + "\n")
	for _, line := range lines[1:] {
		e.out.WriteString("  " + terminal.Clean(strings.TrimRight(strings.TrimPrefix(line, "  "), " \t\r")) + "\n")
	}
}

// examples shows the plainest case of what to avoid and of what to prefer.
func (e *explanation) examples(o *catalogue.Obligation, all fs.FS) error {
	for _, c := range []struct{ title, status string }{{"Avoid", "unaddressed"}, {"Prefer", "addressed"}} {
		if o.Attestable() || all == nil {
			return nil
		}
		text, err := cases.Plainest(all, o.ID, c.status)
		if err != nil || text == "" {
			return err
		}
		e.out.WriteString(e.style.Paint(terminal.Bold, c.title) + "\n")
		for _, line := range strings.Split(text, "\n") {
			e.out.WriteString(strings.TrimRight("  "+terminal.Clean(line), " ") + "\n")
		}
		e.out.WriteString("\n")
	}
	return nil
}

// halves tells whose half is whose where the layer is shared.
func (e *explanation) halves(o *catalogue.Obligation) {
	if o.Product == nil {
		return
	}
	h, ok := o.Product.Halves[o.Layer]
	if !ok {
		return
	}
	e.section("Whose half is whose", "You: "+h.Customer, "DigitalOcean: "+h.DigitalOcean)
}

func (e *explanation) controls(r Rule) {
	if len(r.Controls) == 0 {
		return
	}
	e.out.WriteString(e.style.Paint(terminal.Bold, "Controls") + "\n")
	for _, framework := range slices.Sorted(maps.Keys(r.Controls)) {
		e.out.WriteString("  " + terminal.Pad(terminal.Clean(framework), 22) + terminal.Clean(strings.Join(r.Controls[framework], ", ")) + "\n")
	}
	e.out.WriteString("\n")
}

// origin says where the duty and the rule come from.
func (e *explanation) origin(o *catalogue.Obligation) {
	e.out.WriteString(e.style.Paint(terminal.Bold, "Where it comes from") + "\n")
	basis := map[catalogue.Basis]string{
		catalogue.Stated:     "DigitalOcean's shared responsibility pages or hardening guides state it",
		catalogue.Documented: "it follows from the documentation of the product or the provider",
		catalogue.Benchmark:  "the CIS benchmarks for DigitalOcean list it",
		catalogue.Derived:    "reasoned from the general split of responsibility",
	}[o.Basis]
	for n, line := range terminal.Wrap(string(o.Basis)+": "+basis, e.view.Width-14) {
		name := "Basis"
		if n > 0 {
			name = ""
		}
		e.fact(name, line)
	}
	if o.Source != "" {
		e.fact("Source", terminal.Clean(o.Source))
	}
	e.fact("Rule", terminal.Clean(fmt.Sprintf("%s:%d", o.Range.Filename, o.Range.Start.Line)))
	if !o.Waivable {
		e.fact("Waivers", "not accepted for this obligation")
	}
}
