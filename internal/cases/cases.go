// Package cases runs the examples that every obligation comes with: small
// Terraform configurations, each with the status that is expected of it.
//
// A case is a file <obligation>/<status>[-what].tf. Every instance in it that
// the obligation applies to must get the status; "absent" means that the
// obligation must not arise. A block below the comment
// `# srmlint-case: ignore` is left out.
package cases

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfconfig"
)

// Absent is what a case expects where the obligation must not arise.
const Absent = "absent"

const ignore = "# srmlint-case: ignore"

// Case is one example.
type Case struct {
	Obligation string // id
	Path       string // in the file system that it was found in, slash-separated
	Want       string // a status, or Absent
}

// Find lists the cases below a directory, ordered by path. A file whose name
// begins with no status is an error.
func Find(dir fs.FS) ([]Case, error) {
	paths, err := fs.Glob(dir, "*/*.tf")
	if err != nil {
		return nil, err
	}
	var found []Case
	for _, p := range paths {
		want, _, _ := strings.Cut(strings.TrimSuffix(path.Base(p), ".tf"), "-")
		if !slices.Contains(Wants(), want) {
			return nil, fmt.Errorf("%s: the name of a case begins with what is expected of it: %s", p, strings.Join(Wants(), ", "))
		}
		found = append(found, Case{Obligation: path.Dir(p), Path: p, Want: want})
	}
	return found, nil
}

// Wants lists what a case may expect. Statements take no part in cases.
func Wants() []string {
	return []string{string(assess.Addressed), string(assess.Unaddressed), string(assess.Undetermined), Absent}
}

// Runner runs cases against a catalogue.
type Runner struct {
	Catalogue *catalogue.Catalogue
	Schema    *provider.Schema
}

// Run tells what is not as the case expects; nothing if all is. The error says
// why the case cannot be run.
func (r Runner) Run(dir fs.FS, c Case) (problems []string, err error) {
	e, err := r.Evaluate(dir, c)
	if err != nil {
		return nil, err
	}
	return e.Judge(r.Catalogue)
}

// Evaluated is a case of which the configuration has been evaluated: it can be
// judged by one catalogue after another.
type Evaluated struct {
	Case
	inventory *inventory.Inventory
	ignored   map[int]bool // lines
}

// Evaluate evaluates a case as the root module that it is.
func (r Runner) Evaluate(dir fs.FS, c Case) (*Evaluated, error) {
	if r.Catalogue.Obligation(c.Obligation) == nil {
		return nil, fmt.Errorf("%s: there is no obligation %q", c.Path, c.Obligation)
	}
	source, err := fs.ReadFile(dir, c.Path)
	if err != nil {
		return nil, err
	}
	module, err := r.module(source)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Path, err)
	}
	return &Evaluated{
		Case:      c,
		inventory: &inventory.Inventory{Inputs: []inventory.Input{module.Input}, Instances: module.Instances},
		ignored:   ignoredLines(source),
	}, nil
}

// Judge tells what is not as the case expects, as Run does.
func (e *Evaluated) Judge(c *catalogue.Catalogue) (problems []string, err error) {
	o := c.Obligation(e.Obligation)
	result, diags := assess.Assess(e.inventory, c, assess.Options{
		Skip: func(other *catalogue.Obligation) bool { return other != o },
	})
	if len(diags) > 0 {
		return nil, fmt.Errorf("%s: %w", e.Path, diags[0])
	}
	judged := 0
	for a := range result.All() {
		if e.ignored[a.Instance.Position.Line] {
			continue
		}
		judged++
		if string(a.Status) != e.Want {
			problems = append(problems, fmt.Sprintf("%s: %s is %s: %s", e.Path, a.Instance.Address, a.Status, a.Told()))
		}
	}
	if judged == 0 && e.Want != Absent {
		problems = append(problems, fmt.Sprintf("%s: the obligation arises nowhere", e.Path))
	}
	return problems, nil
}

func (r Runner) module(source []byte) (*tfconfig.Module, error) {
	dir, err := os.MkdirTemp("", "srmlint-case")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a leftover in the temporary directory harms nobody
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), source, 0o600); err != nil {
		return nil, err
	}
	module, diags := tfconfig.Load(dir, tfconfig.Options{Schema: r.Schema})
	if diags.HasErrors() {
		return nil, firstError(diags)
	}
	return module, nil
}

func firstError(diags hcl.Diagnostics) error {
	for _, d := range diags {
		if d.Severity == hcl.DiagError {
			return d
		}
	}
	return nil
}

// ignoredLines are the lines right below the comment that says so.
func ignoredLines(source []byte) map[int]bool {
	lines := map[int]bool{}
	for n, line := range strings.Split(string(source), "\n") {
		if strings.TrimSpace(line) == ignore {
			lines[n+2] = true
		}
	}
	return lines
}

// Missing tells which kinds of cases an obligation lacks. Whether one for
// undetermined is due only its author can tell.
func Missing(o *catalogue.Obligation, all []Case) (kinds []string) {
	due := []assess.Status{assess.Addressed, assess.Unaddressed}
	if o.Attestable() {
		due = due[1:]
	}
	for _, status := range due {
		if !slices.ContainsFunc(all, func(c Case) bool { return c.Obligation == o.ID && c.Want == string(status) }) {
			kinds = append(kinds, string(status))
		}
	}
	return kinds
}

// Plainest returns the text of the case that shows a status best: <status>.tf,
// else the one with the shortest name. Empty if there is none.
func Plainest(dir fs.FS, obligation, status string) (string, error) {
	names, err := fs.Glob(dir, path.Join(obligation, status+"*.tf"))
	if err != nil || len(names) == 0 {
		return "", err
	}
	slices.SortStableFunc(names, func(a, b string) int { return len(a) - len(b) })
	text, err := fs.ReadFile(dir, names[0])
	return strings.TrimSpace(string(text)), err
}
