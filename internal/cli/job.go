package cli

import (
	"context"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/input"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/statement"
	"github.com/srmlint/srmlint/internal/terraform"
	"github.com/srmlint/srmlint/internal/tfconfig"
	"github.com/srmlint/srmlint/rules"
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
	schema := provider.Load()
	columns, err := j.columns(schema)
	if err != nil {
		return nil, err
	}
	j.in = c.read(cmd.Context(), schema, columns, args)
	if j.rules == nil {
		if j.rules, err = c.rulesFor(j, schema); err != nil {
			return nil, err
		}
	}
	maps.Copy(j.in.Files, j.rules.files)
	return j, j.state()
}

// columns are what the rules ask for. Rules of the user's own are read for
// that, and with them all others.
func (j *job) columns(schema *provider.Schema) (*catalogue.Columns, error) {
	if len(j.catalogue.rules) == 0 && !j.policy.hasRules() {
		return catalogue.ParseColumns(rules.Columns)
	}
	var err error
	if j.rules, err = j.catalogue.load(j.streams, j.policy, schema, nil); err != nil {
		return nil, err
	}
	return j.rules.Columns(schema), nil
}

func (c *check) read(ctx context.Context, schema *provider.Schema, columns *catalogue.Columns, args []string) *input.Result {
	meter := c.streams.progress("Reading")
	defer meter.Done()
	c.variables.Environment = c.streams.Environ
	return input.Read(args, input.Options{
		Schema: schema, Stdin: c.streams.In, Source: c.source, Variables: c.variables, Before: c.before, Limits: c.limits.limits(),
		Keep: columns.Keep, Beside: columns.JoinsOnly,
		Watch: meter.Reader, Show: func(path string) ([]byte, error) { return c.show(ctx, path) },
	})
}

// show runs terraform or tofu on a saved plan: naming one on the command line
// asks for it. No other input starts a process.
func (c *check) show(ctx context.Context, path string) ([]byte, error) {
	o := terraform.Options{Environ: c.streams.Environ}
	if c.source != input.NoSource {
		o.Dir = c.source
	}
	return terraform.Show(ctx, path, o)
}

// rulesFor reads the built-in rules that the input has use for. With statements
// about what is not there it reads all.
func (c *check) rulesFor(j *job, schema *provider.Schema) (*loaded, error) {
	wanted := &catalogue.Wanted{Types: types(j.in.Inventory), Names: j.named()}
	rules, err := c.catalogue.load(c.streams, j.policy, schema, wanted)
	if err != nil {
		return nil, err
	}
	for _, name := range wanted.Names {
		if rules.Obligation(name) == nil {
			return c.catalogue.load(c.streams, j.policy, schema, nil)
		}
	}
	return rules, nil
}

func types(inv *inventory.Inventory) []string {
	seen := map[string]bool{}
	for _, i := range inv.Instances {
		seen[i.Type] = true
	}
	return slices.Sorted(maps.Keys(seen))
}

// named lists the obligations that statements name.
func (j *job) named() (names []string) {
	for _, s := range j.policy.Statements {
		names = append(names, s.Obligation)
	}
	for _, c := range j.in.Comments {
		names = append(names, strings.Fields(c.Text + " - -")[1])
	}
	return names
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
		Text:  c.Text,
		Block: c.BlockAddress,
		Range: hcl.Range{Filename: c.Position.File, Start: at, End: at},
	}
}

// assess judges an inventory and tells all faults there are.
func (j *job) assess(inv *inventory.Inventory) (*assess.Assessment, error) {
	a, diags := j.judge(inv)
	if err := j.rules.Exhausted(); err != nil {
		return nil, usageError{err.Error()}
	}
	j.faults = append(j.faults, diags...)
	j.faults = append(j.faults, j.statements.Idle(subjects(a, j.statements.Apart()))...)
	return a, j.catalogue.complain(j.streams, j.faults, j.in.Files)
}

func (j *job) judge(inv *inventory.Inventory) (*assess.Assessment, hcl.Diagnostics) {
	meter := j.streams.progress("Judging")
	defer meter.Done()
	return assess.Assess(inv, j.rules.Catalogue, assess.Options{Statements: j.statements, Skip: j.skip})
}

// skip leaves out the products that the repository has no use for.
func (j *job) skip(o *catalogue.Obligation) bool {
	return o.Product != nil && slices.Contains(j.policy.Settings.DisabledProducts, o.Product.ID)
}

// subjects are what statements may be about. As a rule one of the instances that
// are alike is enough; not so where statements tell them apart.
func subjects(a *assess.Assessment, apart bool) iter.Seq[statement.Subject] {
	annotations := a.Apart()
	if apart {
		annotations = a.All()
	}
	return func(yield func(statement.Subject) bool) {
		for one := range annotations {
			if !yield(statement.Subject{Instance: one.Instance, Obligation: one.Obligation, Addressed: one.Status == assess.Addressed}) {
				return
			}
		}
	}
}
