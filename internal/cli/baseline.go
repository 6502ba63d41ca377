package cli

import (
	"bytes"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/baseline"
	"github.com/srmlint/srmlint/internal/confine"
	"github.com/srmlint/srmlint/internal/terminal"
)

const baselineLong = `Write the findings of today to a file. From then on only new ones fail a run.

A finding is known by its resource's address and its obligation: it survives
being moved within a file, and a moved block moves it to another address.
What has been mended since is told by every run; --prune takes it out.`

func newBaseline(c *check) *cobra.Command {
	var file string
	prune := false
	cmd := &cobra.Command{
		Use:   "baseline [plan.json | DIR | -]...",
		Short: "Write down today's findings, so that only new ones fail",
		Long:  baselineLong,
		Example: `  srmlint baseline plan.json          # writes .srmlint-baseline.json
  srmlint baseline --prune plan.json  # drops what has been mended`,
		RunE: func(cmd *cobra.Command, args []string) error { return c.writeBaseline(cmd, args, file, prune) },
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.BoolVar(&prune, "prune", false, "only drop what has been mended from the file")
	f.StringVarP(&file, "output", "o", "", "write to `FILE` (default: the baseline in use, else .srmlint-baseline.json)")
	f.StringVar(&c.baseline, "baseline", "", "`FILE` in use (default: .srmlint-baseline.json, from the root module upward)")
	c.inputFlags(f)
	return cmd
}

func (c *check) writeBaseline(cmd *cobra.Command, args []string, file string, prune bool) error {
	j, err := c.open(cmd, args)
	if err != nil {
		return err
	}
	a, err := j.assess(j.in.Inventory)
	if err != nil {
		return err
	}
	if j.in.Diagnostics.HasErrors() {
		return exit(ExitInput) // a baseline of half the input would hide nothing and drop much
	}
	path, old, err := j.readBaseline()
	if err != nil {
		return err
	}
	next := baseline.New(a)
	if prune {
		if old == nil {
			return usagef("there is no baseline to prune; `srmlint baseline` writes one")
		}
		next = old.Without(old.Apply(a))
	}
	return j.saveBaseline(next, firstOf(file, path, baseline.FileName))
}

func firstOf(names ...string) string {
	for _, n := range names {
		if n != "" {
			return n
		}
	}
	return ""
}

func (j *job) saveBaseline(b *baseline.Baseline, path string) error {
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		return err
	}
	if err := replace(path, out.Bytes()); err != nil {
		return usagef("cannot write the baseline: %s", err)
	}
	_, err := fmt.Fprintf(j.streams.Err, "%s holds %d known findings.\n", terminal.Clean(path), len(b.Findings))
	return err
}

// readBaseline finds the baseline in use: --baseline, the repository's setting,
// or the nearest file of the usual name. Nil if there is none.
func (j *job) readBaseline() (path string, b *baseline.Baseline, err error) {
	if path, err = j.baselinePath(); err != nil || path == "" {
		return "", nil, err
	}
	text, err := confine.ReadFile(path, maxBaseline)
	if err != nil {
		return "", nil, usagef("--baseline: %s", err)
	}
	b, err = baseline.Read(bytes.NewReader(text), filepath.ToSlash(path))
	if err != nil {
		return "", nil, usageError{err.Error()}
	}
	return path, b, nil
}

// maxBaseline is how many bytes a baseline may have: about a million findings.
const maxBaseline = 256 << 20

// baselinePath is what the user names, else what the repository does, which
// may not be outside of it: the file is not only read but written.
func (j *job) baselinePath() (string, error) {
	if j.baseline != "" {
		return j.baseline, nil
	}
	path := nearest(baseline.FileName, j.starts)
	if set := j.policy.Settings.Baseline; set != "" {
		path = j.policy.relative(set)
		if err := j.policy.tree.Check(path); err != nil {
			return "", usagef("the baseline that %s names: %s", j.policy.path, err)
		}
	}
	if path == "" {
		return "", nil
	}
	if err := confine.Around(filepath.Dir(path)).Check(path); err != nil {
		return "", usagef("%s", err)
	}
	return path, nil
}

// known marks what the baseline holds and tells what it holds in vain.
func (j *job) known(a *assess.Assessment) error {
	path, b, err := j.readBaseline()
	if err != nil || b == nil {
		return err
	}
	mended := b.Apply(a)
	if len(mended) == 0 {
		return nil
	}
	_, err = fmt.Fprintf(j.streams.Err, "%d findings of %s are there no more; `srmlint baseline --prune` drops them:\n",
		len(mended), terminal.Clean(path))
	for _, f := range mended {
		fmt.Fprintf(j.streams.Err, "  %s  %s\n", terminal.Clean(f.Address), terminal.Clean(f.Obligation))
	}
	return err
}
