package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/cases"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/terminal"
)

const testLong = `Run the cases of rules of your own. DIR holds the rules (*.hcl) and a directory
for each obligation, named by its id, with its cases: small Terraform
configurations whose file names begin with the status that every resource in
them must get:

  own-rules/
    tags.hcl
    droplet-owner-tag/
      addressed.tf
      unaddressed.tf
      undetermined-variable.tf
      absent-snapshot.tf         the obligation must not arise

A block below the comment "# srmlint-case: ignore" is left out.`

func newTest(s *Streams, r *rulesFlags) *cobra.Command {
	return &cobra.Command{
		Use:     "test DIR...",
		Short:   "Run the cases of rules of your own",
		Long:    testLong,
		Example: "  srmlint test own-rules",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("test takes the directory of your rules, with their cases")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return testRules(s, r, args) },
	}
}

func testRules(s *Streams, r *rulesFlags, dirs []string) error {
	own := *r
	for _, dir := range dirs {
		info, err := os.Stat(dir)
		if err != nil || !info.IsDir() {
			return usagef("%s is no directory", dir)
		}
		if rules, _ := filepath.Glob(filepath.Join(dir, "*.hcl")); len(rules) > 0 {
			own.rules = append(own.rules, dir)
		}
	}
	c, err := own.here(s)
	if err != nil {
		return err
	}
	t := tester{streams: s, runner: cases.Runner{Catalogue: c.Catalogue, Schema: c.schema}}
	for _, dir := range dirs {
		if err := t.directory(dir); err != nil {
			return err
		}
	}
	fmt.Fprintf(s.Out, "%d passed, %d failed\n", t.passed, t.failed)
	switch {
	case t.failed > 0:
		return exit(ExitFindings)
	case t.passed == 0:
		return usagef("there is no case below %s", strings.Join(dirs, ", "))
	}
	return nil
}

type tester struct {
	streams        *Streams
	runner         cases.Runner
	passed, failed int
}

func (t *tester) directory(dir string) error {
	files, err := inside(dir)
	if err != nil {
		return usagef("%s", err)
	}
	all, err := cases.Find(files)
	if err != nil {
		return usagef("%s: %s", dir, err)
	}
	for _, c := range all {
		t.run(dir, files, c)
	}
	for _, o := range t.runner.Catalogue.Obligations {
		if kinds := cases.Missing(o, all); len(kinds) > 0 && from(o, dir) {
			t.fail(dir, fmt.Sprintf("obligation %q lacks a case for %s", o.ID, strings.Join(kinds, " and one for ")))
		}
	}
	return nil
}

func (t *tester) run(dir string, files fs.FS, c cases.Case) {
	problems, err := t.runner.Run(files, c)
	if err != nil {
		problems = append(problems, err.Error())
	}
	for _, p := range problems {
		t.fail(dir, p)
	}
	if len(problems) == 0 {
		t.passed++
		fmt.Fprintf(t.streams.Out, "ok    %s\n", terminal.Clean(filepath.ToSlash(filepath.Join(dir, c.Path))))
	}
}

func (t *tester) fail(dir, problem string) {
	t.failed++
	fmt.Fprintf(t.streams.Out, "FAIL  %s\n", terminal.Clean(filepath.ToSlash(dir)+"/"+problem))
}

// from tells whether an obligation is of the rules in a directory.
func from(o *catalogue.Obligation, dir string) bool {
	return filepath.Dir(o.Range.Filename) == filepath.Clean(dir)
}
