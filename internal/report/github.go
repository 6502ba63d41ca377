package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/terminal"
)

// Limits of GitHub Actions: annotations of one level that it keeps of a step,
// and bytes of a step's summary (1 MiB).
const (
	githubMaxAnnotations = 10
	githubMaxSummary     = 1_000_000
)

// writeGitHub writes workflow commands, which GitHub Actions turns into
// annotations beside the lines of a pull request, the worst first; and the
// summary of the job. Every line is a command or our own words and numbers
// alone: no resource can be named so that its name is a command.
func writeGitHub(w io.Writer, r *Report, v View) error {
	g := &github{view: v, shown: map[string]int{}, cut: map[string]int{}}
	for _, f := range r.Faults {
		g.annotate(f.Severity, r.faultAt(f), f.Summary, f.sentence())
	}
	for _, i := range r.list(v, v.open) {
		if !i.entry.isDuty() {
			g.finding(i)
		}
	}
	g.duties(r)
	g.rest()
	if _, err := io.WriteString(w, g.out.String()); err != nil {
		return err
	}
	if v.StepSummary == nil {
		return nil
	}
	_, err := io.WriteString(v.StepSummary, markdownReport(r, v, githubMaxSummary))
	return err
}

type github struct {
	view       View
	out        strings.Builder
	shown, cut map[string]int // by level
}

func (g *github) finding(i listed) {
	level := githubLevel(i.entry)
	message := i.group.who() + ": " + sentence(i.entry.what())
	if i.entry.Status == assess.Unaddressed {
		message += "\n" + terminal.Clean(i.entry.Remedy)
	}
	title := i.entry.ID + " (" + i.entry.Severity + ")"
	if i.entry.Status == assess.Undetermined {
		title = i.entry.ID + " (undetermined)"
	}
	g.annotate(level, i.at, title, message)
}

func githubLevel(e *Entry) string {
	if e.Status == assess.Undetermined {
		return "notice"
	}
	return map[string]string{"error": "error", "warning": "warning", "note": "notice"}[sarifLevel(e.Severity)]
}

// annotate writes a command, or counts it where no more are kept.
func (g *github) annotate(level string, at inventory.Position, title, message string) {
	if g.shown[level] == githubMaxAnnotations {
		g.cut[level]++
		return
	}
	g.shown[level]++
	fmt.Fprintf(&g.out, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", level,
		githubProperty(g.view.Root.path(at.File)), at.Line, at.Column, githubProperty("srmlint: "+title), githubData(message))
}

// duties tells of what only statements answer in one annotation: they belong
// to no line.
func (g *github) duties(r *Report) {
	level, ids := "", map[string]bool{}
	for _, i := range r.list(g.view, func(e *Entry) bool { return e.isDuty() && g.view.open(e) }) {
		if level == "" {
			level = githubLevel(i.entry) // of the worst
		}
		ids[i.entry.ID] = true
	}
	if len(ids) == 0 {
		return
	}
	fmt.Fprintf(&g.out, "::%s title=%s::%s\n", level, githubProperty("srmlint: duties that Terraform cannot show"),
		githubData(fmt.Sprintf("%d duties need a statement in .srmlint.hcl; `srmlint init` writes one to fill in. The summary of the job lists them.", len(ids))))
}

// rest says what was cut.
func (g *github) rest() {
	for _, level := range []string{"error", "warning", "notice"} {
		if n := g.cut[level]; n > 0 {
			fmt.Fprintf(&g.out, "srmlint: %d more of level %s; GitHub keeps %d of each. The summary of the job lists them.\n", n, level, githubMaxAnnotations)
		}
	}
}

// githubData escapes the message of a workflow command, as actions/toolkit does.
func githubData(text string) string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		lines = append(lines, terminal.Clean(line))
	}
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(strings.Join(lines, "\n"))
}

// githubProperty escapes a property, where two more characters mean something.
func githubProperty(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(githubData(oneLine(text)))
}
