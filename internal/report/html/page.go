package html

import (
	"fmt"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/matrix"
	"github.com/srmlint/srmlint/internal/report"
)

// page is what the report's template shows.
type page struct {
	shell
	*report.Report
	Tally      matrix.Tally
	Asked      int // unaddressed duties that only a statement can answer
	Known      int // unaddressed duties that the baseline holds
	Severities []severity
	Chart      *matrix.Matrix
	Inputs     []input
	Questions  []*question
	Groups     []group
	Functions  []function
	Frameworks []framework
	Statements []*register
}

// severity counts what is unaddressed of one severity.
type severity struct {
	Name  string
	Count int
}

// input is one plan or root module with what was found in it.
type input struct {
	report.Input
	Name   string
	Number int
	Tally  matrix.Tally
}

func newPage(r *report.Report) *page {
	p := &page{
		shell: newShell("Shared responsibility report"), Report: r,
		Chart: matrix.New(r), Questions: questions(r), Statements: statements(r),
		Groups: groups(r), Functions: controls(r), Frameworks: frameworks(r),
	}
	if len(r.Inputs) == 1 {
		p.Title += " · " + r.Inputs[0].Path
	}
	for n, in := range r.Inputs {
		p.Inputs = append(p.Inputs, input{Input: in, Name: r.InputName(n), Number: n})
	}
	for i := range r.Resources {
		g := &r.Resources[i]
		for j := range g.Obligations {
			p.add(g.Input, &g.Obligations[j])
		}
	}
	p.Severities = severities(r)
	return p
}

func (p *page) add(input int, e *report.Entry) {
	p.Tally.Add(e.Status)
	p.Inputs[input].Tally.Add(e.Status)
	if e.Status == assess.Unaddressed && e.Attestable {
		p.Asked++
	}
	if e.Known {
		p.Known++
	}
}

// severities lists what is unaddressed, the worst first.
func severities(r *report.Report) (list []severity) {
	names := catalogue.SeverityNames()
	for i := len(names) - 1; i >= 0; i-- {
		if n := r.Summary.Severity[names[i]].Unaddressed; n > 0 {
			list = append(list, severity{names[i], n})
		}
	}
	return list
}

// Headline is the state of things in one sentence.
func (p *page) Headline() string {
	total := p.Tally.Total()
	switch {
	case total == 0:
		return "Nothing to check"
	case p.Tally.Unaddressed > 0:
		return fmt.Sprintf("%d of %s unaddressed", p.Tally.Unaddressed, count(total, "duty"))
	case p.Tally.Undetermined > 0:
		return fmt.Sprintf("%d of %s undetermined until apply", p.Tally.Undetermined, count(total, "duty"))
	case total == 1:
		return "The only duty is answered"
	}
	return fmt.Sprintf("All %s are answered", count(total, "duty"))
}

// Breakdown says who can do something about what is unaddressed.
func (p *page) Breakdown() string {
	var parts []string
	if n := p.Tally.Unaddressed - p.Asked; n > 0 {
		parts = append(parts, fmt.Sprintf("%d can be mended in Terraform", n))
	}
	if p.Asked > 0 {
		parts = append(parts, count(p.Asked, "duty")+" that Terraform cannot show "+wait(p.Asked)+" for a statement")
	}
	if p.Known > 0 {
		parts = append(parts, fmt.Sprintf("%d stand in the baseline of known findings", p.Known))
	}
	return strings.Join(parts, " · ")
}

func wait(n int) string {
	if n == 1 {
		return "waits"
	}
	return "wait"
}
