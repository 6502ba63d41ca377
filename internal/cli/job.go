package cli

import (
	"maps"
	"slices"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/input"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/statement"
	"github.com/srmlint/srmlint/internal/tfconfig"
)

// job is one run over some input: what it read and by which rules it judges.
type job struct {
	*check
	settings   settings
	policy     *policy
	rules      *loaded
	in         *input.Result
	statements *statement.Set
	faults     hcl.Diagnostics
	starts     []string
	now        time.Time
}

// open reads the repository's policy, the rules, the input and the statements.
func (c *check) open(cmd *cobra.Command, args []string) (*job, error) {
	if len(args) == 0 {
		args = []string{"."}
	}
	j := &job{check: c, starts: c.starts(args)}
	var err error
	if j.now, err = c.catalogue.time(c.streams); err != nil {
		return nil, err
	}
	if j.policy, err = c.catalogue.policy(c.streams, j.starts); err != nil {
		return nil, err
	}
	if j.settings, err = c.settings(cmd, j.policy.Settings); err != nil {
		return nil, err
	}
	if j.rules, err = c.catalogue.load(c.streams, j.policy); err != nil {
		return nil, err
	}
	j.in = c.read(j.rules, args)
	maps.Copy(j.in.Files, j.rules.files)
	return j, j.state()
}

func (c *check) read(rules *loaded, args []string) *input.Result {
	c.variables.Environment = c.streams.Environ
	return input.Read(args, input.Options{
		Schema: rules.schema, Stdin: c.streams.In, Source: c.source, Variables: c.variables, Before: c.before,
	})
}

// state gathers the customer's statements. Bad ones in .srmlint.hcl end the run;
// a bad comment is told like other faults of the configuration.
func (j *job) state() error {
	all := j.policy.Statements
	var fromComments hcl.Diagnostics
	for _, c := range j.in.Comments {
		s, diags := statement.ReadComment(comment(c), j.policy.Settings.AttestationDays)
		fromComments = append(fromComments, diags...)
		if s != nil {
			all = append(all, s)
		}
	}
	var diags hcl.Diagnostics
	j.statements, diags = statement.NewSet(all, j.rules.Catalogue, j.now, j.policy.Settings.WarnDays)
	j.faults = append(append(j.faults, j.in.Diagnostics...), fromComments...)
	j.faults = append(j.faults, diags...)
	if fromComments.HasErrors() || diags.HasErrors() {
		if err := j.catalogue.complain(j.streams, j.faults, j.in.Files); err != nil {
			return err
		}
		return exit(ExitUsage)
	}
	return nil
}

// comment is a comment of the configuration as package statement reads it.
func comment(c tfconfig.Statement) statement.Comment {
	at := hcl.Pos{Line: c.Position.Line, Column: c.Position.Column}
	return statement.Comment{
		Text:  "srmlint:" + c.Text,
		Block: c.BlockAddress,
		Range: hcl.Range{Filename: c.Position.File, Start: at, End: at},
	}
}

// assess judges an inventory and tells all faults there are.
func (j *job) assess(inv *inventory.Inventory) (*assess.Assessment, error) {
	a, diags := assess.Assess(inv, j.rules.Catalogue, assess.Options{Statements: j.statements, Skip: j.skip})
	j.faults = append(j.faults, diags...)
	j.faults = append(j.faults, j.statements.Idle(subjects(a))...)
	return a, j.catalogue.complain(j.streams, j.faults, j.in.Files)
}

// skip leaves out the products that the repository has no use for.
func (j *job) skip(o *catalogue.Obligation) bool {
	return o.Product != nil && slices.Contains(j.policy.Settings.DisabledProducts, o.Product.ID)
}

func subjects(a *assess.Assessment) []statement.Subject {
	list := make([]statement.Subject, len(a.Annotations))
	for i, one := range a.Annotations {
		list[i] = statement.Subject{
			Instance: one.Instance, Obligation: one.Obligation, Addressed: one.Status == assess.Addressed,
		}
	}
	return list
}
