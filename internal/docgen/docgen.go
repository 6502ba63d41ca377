// Package docgen writes the pages of docs/ that follow from the catalogue: one
// per obligation, their index, and the chart of products by layers.
//
// A test compares what it writes with what is there and rewrites it with -update.
package docgen

import (
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/cases"
	"github.com/srmlint/srmlint/internal/catalogue"
)

// Sources is what the pages are made of.
type Sources struct {
	Catalogue *catalogue.Catalogue
	Files     map[string]*hcl.File // of the rules, for quoting conditions
	Cases     fs.FS                // testdata/obligations
}

// Pages returns the text of each page by its path below docs.
func Pages(s Sources) (map[string]string, error) {
	pages := map[string]string{
		"obligations/README.md": index(s.Catalogue),
		"chart.md":              chart(s.Catalogue),
	}
	for _, o := range s.Catalogue.Obligations {
		text, err := s.page(o)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", o.ID, err)
		}
		pages["obligations/"+o.ID+".md"] = text
	}
	return pages, nil
}

const notice = "<!-- Made from rules/ and testdata/obligations/ by `make generate`; do not edit. -->\n\n"

func (s Sources) page(o *catalogue.Obligation) (string, error) {
	var b strings.Builder
	b.WriteString(notice)
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", o.Title, facts(o))
	fmt.Fprintf(&b, "## Why\n\n%s\n\n## What to do\n\n%s\n\n", o.Why, o.Remedy)
	s.decision(&b, o)
	if err := s.examples(&b, o); err != nil {
		return "", err
	}
	controls(&b, o)
	statements(&b, o)
	if o.Source != "" {
		fmt.Fprintf(&b, "## Source\n\n<%s>\n", o.Source)
	}
	return strings.TrimRight(b.String(), "\n") + "\n", nil
}

func facts(o *catalogue.Obligation) string {
	rows := [][2]string{
		{"Id", "`" + o.ID + "`"},
		{"Product", o.Product.Title + ", " + o.Product.ServiceModel},
		{"Resources", code(o.Resources)},
		{"Severity", o.Severity.String() + " ([what the levels mean](../severity.md))"},
		{"Owner", owner(o)},
		{"Layer", catalogue.LayerTitle(o.Layer)},
		{"Basis", basisText(o.Basis)},
	}
	if len(o.Aliases) > 0 {
		rows = append(rows, [2]string{"Also known as", code(o.Aliases)})
	}
	var b strings.Builder
	b.WriteString("| | |\n|---|---|\n")
	for _, r := range rows {
		fmt.Fprintf(&b, "| %s | %s |\n", r[0], r[1])
	}
	return strings.TrimRight(b.String(), "\n")
}

func code(names []string) string { return "`" + strings.Join(names, "`, `") + "`" }

func owner(o *catalogue.Obligation) string {
	if o.Owner != catalogue.Shared {
		return string(o.Owner)
	}
	h := o.Product.Halves[o.Layer]
	return "shared. You: " + h.Customer + " DigitalOcean: " + h.DigitalOcean
}

func basisText(b catalogue.Basis) string {
	return map[catalogue.Basis]string{
		catalogue.Stated:     "stated by DigitalOcean in its shared responsibility pages or hardening guides",
		catalogue.Documented: "follows from the documentation of the product or the provider",
		catalogue.Benchmark:  "listed in the CIS benchmarks for DigitalOcean",
		catalogue.Derived:    "derived from the general split of responsibilities; DigitalOcean does not say it in so many words",
	}[b]
}

// decision quotes the rule's own condition.
func (s Sources) decision(b *strings.Builder, o *catalogue.Obligation) {
	b.WriteString("## How srmlint decides\n\n")
	if o.Addressed == nil {
		fmt.Fprintf(b, "Terraform cannot show it. Somebody who knows answers: %s\n\n", o.Question)
		return
	}
	b.WriteString("```hcl\n")
	if o.Arises != nil {
		fmt.Fprintf(b, "arises    = %s\n", s.quote(o.Arises))
	}
	fmt.Fprintf(b, "addressed = %s\n", s.quote(o.Addressed))
	for _, l := range o.Locals {
		fmt.Fprintf(b, "\n# local.%s\n%s\n", l.Name, s.quote(l.Expression))
	}
	b.WriteString("```\n\n")
}

func (s Sources) quote(e hcl.Expression) string {
	file := s.Files[e.Range().Filename]
	if file == nil {
		return ""
	}
	return dedent(string(e.Range().SliceBytes(file.Bytes)))
}

// dedent takes the indentation of the closing line off all lines but the first.
func dedent(text string) string {
	lines := strings.Split(text, "\n")
	last := lines[len(lines)-1]
	indent := last[:len(last)-len(strings.TrimLeft(last, " "))]
	for i := range lines {
		lines[i] = strings.TrimPrefix(lines[i], indent)
	}
	return strings.Join(lines, "\n")
}

// examples shows the plainest case of each kind.
func (s Sources) examples(b *strings.Builder, o *catalogue.Obligation) error {
	for _, e := range []struct{ heading, status string }{{"Avoid", "unaddressed"}, {"Prefer", "addressed"}} {
		if o.Addressed == nil {
			return nil
		}
		text, err := cases.Plainest(s.Cases, o.ID, e.status)
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "## %s\n\n```hcl\n%s\n```\n\n", e.heading, text)
	}
	return nil
}

func controls(b *strings.Builder, o *catalogue.Obligation) {
	if len(o.Controls) == 0 {
		return
	}
	b.WriteString("## Controls\n\n")
	var names []string
	for name := range o.Controls {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Fprintf(b, "- %s: %s\n", name, strings.Join(o.Controls[name], ", "))
	}
	b.WriteString("\n")
}

// statements shows how to answer for the obligation in writing.
func statements(b *strings.Builder, o *catalogue.Obligation) {
	b.WriteString("## If it is done outside Terraform, or accepted\n\n```hcl\n")
	fmt.Fprintf(b, "attest %q {\n  by  = \"platform@example.com\"\n  how = \"where and how it is done\"\n  on  = \"2026-11-01\"\n}\n", o.ID)
	if o.Waivable {
		fmt.Fprintf(b, "\nwaive %q {\n  by     = \"platform@example.com\"\n  reason = \"why the risk is accepted\"\n  until  = \"2027-01-31\"\n}\n", o.ID)
	}
	b.WriteString("```\n\n")
	if !o.Waivable {
		b.WriteString("It may not be waived.\n\n")
	}
}
