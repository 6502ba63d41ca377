package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/rulebook"
	"github.com/srmlint/srmlint/internal/terminal"
)

const rulesExample = `  srmlint rules
  srmlint rules --product droplet --severity high
  srmlint rules --control PR.IR-01 --format markdown
  srmlint rules --format json | jq '.obligations[].id'`

func newRules(s *Streams, r *rulesFlags) *cobra.Command {
	var format string
	var filter rulebook.Filter
	cmd := &cobra.Command{
		Use:     "rules",
		Short:   "List the obligations that srmlint knows",
		Example: rulesExample,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return listRules(s, r, format, filter)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVarP(&format, "format", "f", "text", "`FMT`: text, json, markdown or csv")
	f.StringVar(&filter.Product, "product", "", "only of the `PRODUCT`, such as droplet")
	f.StringVar(&filter.Owner, "owner", "", "only of the `OWNER`: customer or shared")
	f.StringVar(&filter.Layer, "layer", "", "only of the `LAYER`, such as network_controls")
	f.StringVar(&filter.Severity, "severity", "", "only of this `SEVERITY` and above")
	f.StringVar(&filter.Control, "control", "", "only for the `CONTROL` or framework, such as PR.IR-01 or nist-csf-2.0")
	return cmd
}

func listRules(s *Streams, r *rulesFlags, format string, filter rulebook.Filter) error {
	color, err := r.colour(s, s.OutColumns)
	if err != nil {
		return err
	}
	formats := rulebook.Formats()
	n := slices.IndexFunc(formats, func(f rulebook.Format) bool { return f.Name == format })
	if n < 0 {
		return usagef("there is no format %q for rules; use text, json, markdown or csv", format)
	}
	c, err := r.here(s)
	if err != nil {
		return err
	}
	if err := checkFilter(c.Catalogue, filter); err != nil {
		return err
	}
	rules, err := rulebook.Select(c.Catalogue, filter)
	if err != nil {
		return usagef("--severity: %s", err)
	}
	return formats[n].Write(s.Out, rules, rulebook.View{Width: terminal.FitWidth(s.OutColumns), Color: color})
}

// checkFilter tells of names that exist nowhere: an empty list would look like an answer.
func checkFilter(c *catalogue.Catalogue, filter rulebook.Filter) error {
	var products, layers []string
	for _, p := range c.Products {
		products = append(products, p.ID)
	}
	for _, l := range catalogue.Layers() {
		layers = append(layers, l.ID)
	}
	for _, f := range []struct {
		flag, value string
		known       []string
	}{
		{"product", filter.Product, products},
		{"layer", filter.Layer, layers},
		{"owner", filter.Owner, []string{"customer", "shared"}},
	} {
		if f.value == "" || slices.Contains(f.known, f.value) {
			continue
		}
		hint := "known are " + strings.Join(f.known, ", ")
		if near := catalogue.Nearest(f.value, f.known); near != "" {
			hint = "did you mean " + near + "?"
		}
		return usagef("--%s %s: there is none of that name; %s", f.flag, f.value, hint)
	}
	return nil
}
