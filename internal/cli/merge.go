package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/report"
	"github.com/srmlint/srmlint/internal/statement"
	"github.com/srmlint/srmlint/internal/terminal"
)

const mergeLong = `Make one report of many: one per root module or workspace, written with
--format json by whatever runs srmlint in parallel. Every format can be written
of the whole, and the exit status is that of a run over all of it.

A directory stands for its .json files. A file that is not a report, or of another version of its schema, ends the
merge: half an overview would hide what is open.`

const mergeExample = `  srmlint merge reports/*.json
  srmlint merge reports --format html=overview.html --format text
  srmlint merge reports/*.json --format json --output all.json --fail-on high`

func newMerge(c *check) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "merge [report.json | DIR | -]...",
		Short:   "Make one report of many",
		Long:    mergeLong,
		Example: mergeExample,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("merge needs at least one report, as `srmlint --format json` writes them")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.merge(cmd, args) },
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringArrayVarP(&c.formats, "format", "f", nil, "`FMT` or FMT=FILE, more than once for several: "+formatNames()+" (default text)")
	f.StringVarP(&c.output, "output", "o", "", "write the report to `FILE` instead of standard output")
	f.BoolVar(&c.all, "all", false, "show what is addressed too, with its evidence")
	f.StringVar(&c.failOn, "fail-on", "low", "exit with 1 for findings of this `SEVERITY` and above, or never")
	f.BoolVar(&c.failOnUndetermined, "fail-on-undetermined", false, "exit with 1 also for what only apply will decide")
	return cmd
}

func (c *check) merge(cmd *cobra.Command, args []string) error {
	c.minSeverity = catalogue.Info.String()
	s, err := c.settings(cmd, statement.Settings{})
	if err != nil {
		return err
	}
	parts, err := c.parts(args)
	if err != nil {
		return err
	}
	j := job{check: c, settings: s}
	if j.now, err = c.catalogue.time(c.streams); err != nil {
		return err
	}
	r := report.Merge(parts, version())
	if err := j.emit(r); err != nil {
		return err
	}
	return mergedVerdict(r, s)
}

// parts reads all reports, and tells of every bad one before it gives up.
func (c *check) parts(args []string) (parts []report.Part, err error) {
	if args, err = unfold(args); err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	failed := false
	for _, path := range args {
		if key := filepath.Clean(path); seen[key] {
			return nil, usagef("%s is named twice; its findings would count twice", path)
		} else {
			seen[key] = true
		}
		r, err := c.readReport(path)
		if err != nil {
			failed = true
			fmt.Fprintf(c.streams.Err, "srmlint: %s: %s\n", terminal.Clean(path), terminal.Clean(err.Error()))
			continue
		}
		parts = append(parts, report.Part{Name: filepath.ToSlash(path), Report: r})
	}
	if failed {
		return nil, exit(ExitInput)
	}
	return parts, nil
}

// unfold puts the reports of a directory in its place, in the order of names.
func unfold(args []string) (files []string, err error) {
	for _, path := range args {
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			files = append(files, path)
			continue
		}
		inside, err := filepath.Glob(filepath.Join(escapeGlob(path), "*.json"))
		if err != nil || len(inside) == 0 {
			return nil, usagef("%s: there are no .json files in this directory", path)
		}
		files = append(files, inside...)
	}
	return files, nil
}

// escapeGlob makes a path match itself, whatever is in it.
func escapeGlob(path string) string {
	return strings.NewReplacer(`*`, `[*]`, `?`, `[?]`, `[`, `[[]`).Replace(path)
}

func (c *check) readReport(path string) (*report.Report, error) {
	if path == "-" {
		data, err := io.ReadAll(c.streams.In)
		if err != nil {
			return nil, err
		}
		return report.Read(data)
	}
	data, err := os.ReadFile(path)
	var in *os.PathError
	if errors.As(err, &in) {
		return nil, in.Err // the path stands before it already
	}
	if err != nil {
		return nil, err
	}
	return report.Read(data)
}

// mergedVerdict is as of one run: an incomplete part weighs more than a finding.
func mergedVerdict(r *report.Report, s settings) error {
	for _, in := range r.Inputs {
		if in.Errored {
			return exit(ExitInput)
		}
	}
	for _, f := range r.Faults {
		if f.Severity == "error" {
			return exit(ExitInput)
		}
	}
	if r.Fails(s.failOn, s.failOnUndetermined) {
		return exit(ExitFindings)
	}
	return nil
}
