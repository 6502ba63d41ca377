package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/rulebook"
	"github.com/srmlint/srmlint/internal/terminal"
	"github.com/srmlint/srmlint/testdata/obligations"
)

func newExplain(s *Streams, r *rulesFlags) *cobra.Command {
	return &cobra.Command{
		Use:   "explain ID",
		Short: "Explain one obligation: why, what to do, how it is decided",
		Long: `Explain one obligation: why it matters, what to do, how srmlint decides it, which
controls it belongs to and where it comes from. ID may also be the id of the
same check in another tool, such as DIG-0004 or CKV_DIO_2.`,
		Example: "  srmlint explain droplet-firewall\n  srmlint explain CKV_DIO_4",
		Args:    exactlyOneID,
		RunE: func(_ *cobra.Command, args []string) error {
			return explain(s, r, args[0])
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return completeIDs(s, r), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

func exactlyOneID(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usagef("explain takes one obligation id; `srmlint rules` lists them")
	}
	return nil
}

func explain(s *Streams, r *rulesFlags, id string) error {
	color, err := r.colour(s, s.OutColumns)
	if err != nil {
		return err
	}
	c, err := r.here(s)
	if err != nil {
		return err
	}
	o := c.Obligation(id)
	if o == nil {
		o = c.Obligation(strings.ToLower(id))
	}
	if o == nil {
		return unknownID(c.Catalogue, id)
	}
	return rulebook.Explain(s.Out, o, rulebook.Sources{Files: c.files, Cases: obligations.FS}, rulebook.View{Width: terminal.FitWidth(s.OutColumns), Color: color})
}

func unknownID(c *catalogue.Catalogue, id string) error {
	var ids []string
	for _, o := range c.Obligations {
		ids = append(ids, o.ID)
		ids = append(ids, o.Aliases...)
	}
	if near := catalogue.Nearest(id, ids); near != "" {
		return usagef("there is no obligation %q. Did you mean %q?", id, near)
	}
	return usagef("there is no obligation %q; `srmlint rules` lists them", id)
}

func completeIDs(s *Streams, r *rulesFlags) (ids []string) {
	c, err := r.here(s)
	if err != nil {
		return nil
	}
	for _, o := range c.Obligations {
		ids = append(ids, o.ID+"\t"+o.Title)
	}
	return ids
}
