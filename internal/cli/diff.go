package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/change"
	"github.com/srmlint/srmlint/internal/report"
)

const diffLong = `Tell what a plan does to your duties: which obligations it creates and which end
with it, which findings it adds and which it resolves. It compares the objects
as they stand with what the plan makes of them; one plan holds both.

The exit status is 1 if the change adds a finding at or above --fail-on.`

func newDiff(c *check) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "diff [plan.json | -]...",
		Short: "What a plan creates, adds, resolves and ends",
		Long:  diffLong,
		Example: `  srmlint diff plan.json
  srmlint diff plan.json --format markdown=comment.md   # for a pull request`,
		RunE: func(cmd *cobra.Command, args []string) error { return c.diff(cmd, args) },
	}
	f := cmd.Flags()
	f.SortFlags = false
	c.reportFlags(f)
	c.inputFlags(f)
	return cmd
}

func (c *check) diff(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usagef("diff takes the JSON of a plan; configuration alone has no before")
	}
	c.before = true
	j, err := c.open(cmd, args)
	if err != nil {
		return err
	}
	for _, in := range j.in.Inventory.Inputs {
		if in.Kind != "plan" {
			return usagef("%s is no plan: diff compares what stands with what a plan makes of it", in.Path)
		}
	}
	d, err := j.difference()
	if err != nil {
		return err
	}
	for i := range j.settings.targets {
		f := j.settings.targets[i].format
		j.settings.targets[i].format.Write = func(w io.Writer, _ *report.Report, v report.View) error { return d.Write(w, f, v) }
	}
	if err := j.emit(nil); err != nil {
		return err
	}
	switch {
	case incomplete(j.in):
		return exit(ExitInput)
	case d.Fails(j.settings.failOn):
		return exit(ExitFindings)
	}
	return nil
}

// difference assesses the objects as they stand, then as the plan leaves them.
func (j *job) difference() (*report.Diff, error) {
	before, diags := j.judge(change.Before(j.in.Inventory))
	j.faults = append(j.faults, diags...)
	after, err := j.assess(j.in.Inventory)
	if err != nil {
		return nil, err
	}
	options := report.Options{Version: version(), MinSeverity: j.settings.minSeverity, Faults: j.faults}
	whole := report.Build(after, options)
	return report.BuildDiff(change.Compare(before, after), whole, j.rules.Catalogue, options), nil
}
