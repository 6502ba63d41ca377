package cli

import (
	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/input"
	"github.com/srmlint/srmlint/internal/report"
	"github.com/srmlint/srmlint/internal/terminal"
)

// settings are the flags, checked.
type settings struct {
	targets             []target
	failOn, minSeverity catalogue.Severity
	color               bool
}

func (c *check) settings() (s settings, err error) {
	if s.targets, err = targets(c.formats, c.output); err != nil {
		return s, err
	}
	if s.failOn, err = severity("fail-on", c.failOn); err != nil {
		return s, err
	}
	if s.minSeverity, err = severity("min-severity", c.minSeverity); err != nil {
		return s, err
	}
	s.color, err = c.catalogue.colour(c.streams, c.streams.OutColumns)
	return s, err
}

// run is the main job: read, assess, report.
func (c *check) run(cmd *cobra.Command, args []string) error {
	if err := mistypedCommand(cmd, args); err != nil {
		return err
	}
	s, err := c.settings()
	if err != nil {
		return err
	}
	rules, err := c.catalogue.load(c.streams)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		args = []string{"."}
	}
	in := c.read(rules, args)
	a, diags := assess.Assess(in.Inventory, rules.Catalogue, assess.Options{})
	for name, file := range rules.files {
		in.Files[name] = file
	}
	faults := append(in.Diagnostics, diags...)
	if err := c.catalogue.complain(c.streams, faults, in.Files); err != nil {
		return err
	}
	r := report.Build(a, report.Options{
		Version: version(), MinSeverity: s.minSeverity, Changed: c.changed, Faults: faults,
	})
	view := report.View{All: c.all, Width: terminal.FitWidth(c.streams.OutColumns), Color: s.color}
	for _, t := range s.targets {
		if err := t.emit(c.streams.Out, r, view); err != nil {
			return err
		}
	}
	return c.verdict(in, r, s)
}

func (c *check) read(rules *loaded, args []string) *input.Result {
	c.variables.Environment = c.streams.Environ
	return input.Read(args, input.Options{
		Schema: rules.schema, Stdin: c.streams.In, Source: c.source, Variables: c.variables,
	})
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
	case r.Fails(s.failOn, c.failOnUndetermined):
		return exit(ExitFindings)
	}
	return nil
}
