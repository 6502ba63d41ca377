package cli

import (
	"bytes"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/matrix"
	"github.com/srmlint/srmlint/internal/report"
)

const matrixLong = `Draw the shared responsibility chart of an infrastructure: for each of its
products and each layer who looks after it, which half of what is shared is
yours, and how many of your duties there are open. IaaS, PaaS and SaaS stand
side by side.`

const matrixExample = `  srmlint matrix plan.json
  srmlint matrix plan.json --format html --output chart.html
  srmlint matrix --all-products --format csv     # every product, without any input`

func newMatrix(c *check) *cobra.Command {
	var format string
	var everything bool
	cmd := &cobra.Command{
		Use:     "matrix [plan.json | DIR | -]...",
		Short:   "Who is responsible for what, per product and layer",
		Long:    matrixLong,
		Example: matrixExample,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.matrix(cmd, args, format, everything)
		},
	}
	var names []string
	for _, f := range chartFormats() {
		names = append(names, f.Name)
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVarP(&format, "format", "f", "text", "`FMT`: "+strings.Join(names, ", "))
	f.StringVarP(&c.output, "output", "o", "", "write to `FILE` instead of standard output")
	f.BoolVar(&everything, "all-products", false, "chart all products that the rules know, of no input")
	c.inputFlags(f)
	return cmd
}

func (c *check) matrix(cmd *cobra.Command, args []string, name string, everything bool) error {
	all := chartFormats()
	n := slices.IndexFunc(all, func(f matrix.Format) bool { return f.Name == name })
	if n < 0 {
		return usagef("there is no format %q for the chart; use text, markdown, csv, json or html", name)
	}
	output := c.output
	c.output = "" // it is no report's
	if everything && len(args) > 0 {
		return usagef("--all-products is of no input; leave out %s", strings.Join(args, " "))
	}
	r, err := c.chartReport(cmd, args, everything)
	if r == nil {
		return err
	}
	if written := c.writeChart(all[n], matrix.New(r), output); written != nil {
		return written
	}
	return err
}

// chartReport is the report that the chart is drawn of. With an error of input
// there is one too: of what could be read.
func (c *check) chartReport(cmd *cobra.Command, args []string, everything bool) (*report.Report, error) {
	if everything {
		loaded, err := c.catalogue.here(c.streams)
		if err != nil {
			return nil, err
		}
		return &report.Report{Products: report.Products(loaded.Catalogue)}, nil
	}
	j, err := c.open(cmd, args)
	if err != nil {
		return nil, err
	}
	a, err := j.assess(j.in.Inventory)
	if err != nil {
		return nil, err
	}
	r := report.Build(a, report.Options{Version: version(), Faults: j.faults})
	if j.in.Diagnostics.HasErrors() {
		err = exit(ExitInput)
	}
	return r, err
}

func (c *check) writeChart(f matrix.Format, m *matrix.Matrix, output string) error {
	color, err := c.catalogue.colour(c.streams, c.streams.OutColumns)
	if err != nil {
		return err
	}
	view := matrix.View{Width: c.streams.OutColumns, Color: color && output == ""}
	var b bytes.Buffer
	if err := f.Write(&b, m, view); err != nil {
		return usagef("cannot write the chart: %s", err)
	}
	if output != "" {
		err = replace(output, b.Bytes())
	} else {
		_, err = c.streams.Out.Write(b.Bytes())
	}
	if err != nil {
		return usagef("cannot write the chart: %s", err)
	}
	return nil
}
