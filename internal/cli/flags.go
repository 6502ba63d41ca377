package cli

import (
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/input"
)

// check is the main command and its flags.
type check struct {
	streams   *Streams
	catalogue rulesFlags

	formats            []string
	output             string
	source             string
	baseline           string
	variables          input.Variables
	limits             factor
	all                bool
	failOn             string
	minSeverity        string
	failOnUndetermined bool
	changed            bool
	before             bool // read what stands before the change too
}

// rulesFlags are those of every command that reads the catalogue.
type rulesFlags struct {
	rules  []string
	config string
	now    string
	color  string
}

func (c *check) flags(root *cobra.Command) {
	f := root.Flags()
	f.SortFlags = false
	c.reportFlags(f)
	f.BoolVar(&c.changed, "changed", false, "only what the plan creates, updates or replaces")
	f.BoolVar(&c.failOnUndetermined, "fail-on-undetermined", false, "exit with 1 also for what only apply will decide")
	f.StringVar(&c.baseline, "baseline", "", "`FILE` of known findings, which fail no run (default: .srmlint-baseline.json, from the root module upward)")
	c.inputFlags(f)
	c.catalogue.add(root.PersistentFlags())
}

// reportFlags are those of every command that writes a report.
func (c *check) reportFlags(f *pflag.FlagSet) {
	f.StringArrayVarP(&c.formats, "format", "f", nil, "`FMT` or FMT=FILE, more than once for several: "+formatNames()+" (default text)")
	f.StringVarP(&c.output, "output", "o", "", "write the report to `FILE` instead of standard output")
	f.BoolVar(&c.all, "all", false, "show what is addressed too, with its evidence")
	f.StringVar(&c.minSeverity, "min-severity", "info", "leave out obligations below `SEVERITY`; they fail no run")
	f.StringVar(&c.failOn, "fail-on", "low", "exit with 1 for findings of this `SEVERITY` and above: "+strings.Join(catalogue.SeverityNames(), ", ")+"; or never")
}

// inputFlags are those of every command that reads plans or configuration.
func (c *check) inputFlags(f *pflag.FlagSet) {
	f.StringVar(&c.source, "source", "", "root module that the plans were made from: `DIR` or none (default: found beside them)")
	f.StringArrayVar(&c.variables.Values, "var", nil, "`NAME=VALUE` of an input variable, as for terraform")
	f.StringArrayVar(&c.variables.Files, "var-file", nil, "`FILE` with values of input variables, as for terraform")
	f.StringVar(&c.variables.Workspace, "workspace", "", "`NAME` of the workspace (default \"default\")")
	f.Var(&c.limits, "limits", "`N` times the limits on the size of configuration and on the work of its expressions")
}

func (r *rulesFlags) add(f *pflag.FlagSet) {
	f.SortFlags = false
	f.StringArrayVar(&r.rules, "rules", nil, "`DIR` of rules of your own; a rule with the id of another replaces it")
	f.StringVar(&r.config, "config", "", "`FILE` with statements and settings (default: .srmlint.hcl, from the root module upward)")
	f.StringVar(&r.now, "now", "", "`TIME` to take for the present, such as 2026-11-23T00:00:00Z")
	f.StringVar(&r.color, "color", "auto", "`WHEN` to colour: auto, always or never")
}

func formatNames() string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// time is what counts as the present.
func (r *rulesFlags) time(s *Streams) (time.Time, error) {
	if r.now == "" {
		if s.Now == nil {
			return time.Now(), nil
		}
		return s.Now(), nil
	}
	t, err := time.Parse(time.RFC3339, r.now)
	if err != nil {
		return t, usagef("--now %s is no time; write it like 2026-11-23T00:00:00Z", r.now)
	}
	return t, nil
}

// colour tells whether to colour a stream that is a terminal of some columns, or none.
func (r *rulesFlags) colour(s *Streams, columns int) (bool, error) {
	switch r.color {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
		return columns > 0 && s.Getenv("NO_COLOR") == "" && s.Getenv("TERM") != "dumb", nil
	}
	return false, usagef("--color %s: use auto, always or never", r.color)
}

func severity(flag, name string) (catalogue.Severity, error) {
	s, err := catalogue.ParseSeverity(name)
	if err != nil {
		return s, usagef("--%s: %s", flag, err)
	}
	return s, nil
}
