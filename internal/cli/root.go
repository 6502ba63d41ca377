package cli

import (
	"github.com/spf13/cobra"
)

const rootLong = `srmlint writes down for every DigitalOcean resource of a Terraform plan the
security obligations that its owner takes on by creating it, and flags those
that nothing addresses.

Give it the JSON of a plan, a saved plan (terraform or tofu shows it), the JSON of
a state, or the directory of a root module; several inputs are looked at together. Without any it reads the working
directory. Where a plan's configuration is at hand (in the working directory or
beside the plan) it is read too, for positions and for what plans leave out.`

const rootExample = `  terraform plan -out=tfplan
  terraform show -json tfplan > plan.json
  srmlint plan.json                       # the report
  srmlint plan.json --all                 # what is addressed too, and by what
  srmlint .                               # configuration alone, without a plan
  terraform show -json tfplan | srmlint - --fail-on high
  srmlint plan.json --format text --format json=report.json
  srmlint explain droplet-firewall        # why, and what to do`

const rootExit = `
Exit status:
  0  nothing unaddressed at or above --fail-on
  1  findings
  2  wrong usage, rules or statements
  3  an input could not be read, or is a plan that failed
`

// newRoot makes the command tree. Nothing outlives it.
func newRoot(s *Streams) *cobra.Command {
	c := &check{streams: s}
	root := &cobra.Command{
		Use:               "srmlint [flags] [plan.json | DIR | -]...",
		Short:             "Security obligations of DigitalOcean resources in Terraform plans",
		Long:              rootLong,
		Example:           rootExample,
		Args:              cobra.ArbitraryArgs,
		SilenceUsage:      true,
		SilenceErrors:     true,
		RunE:              func(cmd *cobra.Command, args []string) error { return c.run(cmd, args) },
		ValidArgsFunction: nil, // files and directories, as shells complete by themselves
	}
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	root.SetFlagErrorFunc(suggestFlag)
	root.SetUsageTemplate(root.UsageTemplate() + rootExit)
	c.flags(root)
	root.AddCommand(newDiff(c), newInit(c), newBaseline(c), newMatrix(c), newMerge(c), newRules(s, &c.catalogue), newExplain(s, &c.catalogue), newTest(s, &c.catalogue), newVersion(s))
	for _, command := range root.Commands() {
		command.SetUsageTemplate((&cobra.Command{}).UsageTemplate())
	}
	root.InitDefaultCompletionCmd()
	return root
}
