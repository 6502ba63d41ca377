package cli

import (
	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/input"
	"github.com/srmlint/srmlint/internal/report"
	"github.com/srmlint/srmlint/internal/terminal"
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
	view := report.View{All: c.all, Width: terminal.FitWidth(c.streams.OutColumns), Color: j.settings.color}
	for _, t := range j.settings.targets {
		if err := t.emit(c.streams.Out, r, view); err != nil {
			return err
		}
	}
	return c.verdict(j.in, r, j.settings)
}

// verdict turns the outcome into an exit code. What could not be read weighs
// more than what was found: the report may lack the worst.
func (c *check) verdict(in *input.Result, r *report.Report, s settings) error {
	incomplete := in.Diagnostics.HasErrors()
	for _, i := range r.Inputs {
		incomplete = incomplete || i.Errored
	}
	switch {
	case incomplete:
		return exit(ExitInput)
	case r.Fails(s.failOn, s.failOnUndetermined):
		return exit(ExitFindings)
	}
	return nil
}
