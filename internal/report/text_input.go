package report

import (
	"fmt"

	"github.com/srmlint/srmlint/internal/terminal"
)

// input writes one input: its title, what is open in it, and one line for all
// that is not.
func (t *text) input(n int) {
	in := &t.report.Inputs[n]
	title := t.report.InputName(n)
	if in.Source != "" && in.Source != in.Path {
		title += " with source " + in.Source
	}
	t.spread(title, describeInput(in), t.bold, t.dim)
	if in.Resources == 0 {
		t.line("  " + t.nothing(in) + "\n")
		return
	}
	t.line("")
	quiet := map[string]bool{}
	counts := tally{}
	for i := range t.report.Resources {
		g := &t.report.Resources[i]
		if g.Input != n {
			continue
		}
		if entries := t.shown(g); len(entries) > 0 {
			t.group(g, entries)
		} else if g.isReal() {
			quiet[g.Address] = true
			counts.add(g)
		}
	}
	if len(quiet) > 0 {
		t.quiet(len(quiet), counts.settled())
	}
}

// quiet folds the resources of which there is nothing to tell into one line.
func (t *text) quiet(resources int, settled string) {
	words := "Nothing open in Terraform for " + count(resources, "resource")
	if settled != "" {
		words += ": " + settled
	}
	if settled != "" && !t.view.All {
		words += " (--all lists them)"
	}
	t.paragraph(0, "", words, terminal.Dim)
	t.line("")
}

func describeInput(in *Input) string {
	what := in.Kind
	if in.TerraformVersion != "" {
		what = "Terraform " + in.TerraformVersion
		if in.Kind != "plan" {
			what = in.Kind + " of " + what
		}
	}
	if in.Errored {
		what += ", FAILED PLAN"
	}
	if in.Resources == 0 {
		return what
	}
	what += ", " + count(in.Resources, "resource")
	if in.Instances != in.Resources {
		what += fmt.Sprintf(" (%s)", count(in.Instances, "instance"))
	}
	return what
}

// nothing says why there is nothing to check.
func (t *text) nothing(in *Input) string {
	switch {
	case t.report.Filters.Changed:
		return "Nothing to check: it changes no DigitalOcean resource."
	case in.Managed == 0:
		return "Nothing to check: it has no resources."
	}
	return fmt.Sprintf("Nothing to check: %s, none of DigitalOcean.", count(in.Managed, "resource"))
}
