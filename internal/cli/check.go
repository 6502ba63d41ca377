package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/input"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/report"
)

// run is the main job: read, assess, report.
func (c *check) run(cmd *cobra.Command, args []string) error {
	if err := mistypedCommand(cmd, args); err != nil {
		return err
	}
	j, err := c.open(cmd, args)
	if err != nil {
		return err
	}
	a, err := j.assess(j.in.Inventory)
	if err != nil {
		return err
	}
	if err := j.known(a); err != nil {
		return err
	}
	r := report.Build(a, report.Options{
		Version: version(), MinSeverity: j.settings.minSeverity, Changed: c.changed, Faults: j.faults,
	})
	if err := j.emit(r); err != nil {
		return err
	}
	return c.verdict(j.in, r, j.settings)
}

// verdict turns the outcome into an exit code. What could not be read weighs
// more than what was found: the report may lack the worst.
func (c *check) verdict(in *input.Result, r *report.Report, s settings) error {
	switch {
	case incomplete(in):
		return exit(ExitInput)
	case r.Fails(s.failOn, s.failOnUndetermined):
		return exit(ExitFindings)
	}
	return nil
}

// incomplete tells whether something is missing of what the user named.
func incomplete(in *input.Result) bool {
	return in.Diagnostics.HasErrors() ||
		slices.ContainsFunc(in.Inventory.Inputs, func(i inventory.Input) bool { return i.Errored })
}
