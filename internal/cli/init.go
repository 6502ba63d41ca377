package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sort"
	"time"

	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/statement"
)

const initLong = `Write a .srmlint.hcl with one attestation to fill in for each duty of the input
that Terraform cannot show: patching, restore tests, who may log in. Each is
left open, and counts for nothing until somebody fills it in. A file that is
there already is never touched.`

func newInit(c *check) *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:     "init [plan.json | DIR | -]...",
		Short:   "Write .srmlint.hcl, with the duties that only people can answer for",
		Long:    initLong,
		Example: "  srmlint init plan.json",
		RunE:    func(cmd *cobra.Command, args []string) error { return c.init(cmd, args, file) },
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVarP(&file, "output", "o", statement.FileName, "write to `FILE`")
	c.inputFlags(f)
	return cmd
}

func (c *check) init(cmd *cobra.Command, args []string, file string) error {
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		return usagef("%s is there already, and is left as it is; --output names another file", file)
	}
	j, err := c.open(cmd, args)
	if err != nil {
		return err
	}
	a, err := j.assess(j.in.Inventory)
	if err != nil {
		return err
	}
	open := duties(a)
	if len(open) == 0 {
		fmt.Fprintln(c.streams.Err, "There is no open duty that Terraform cannot show; nothing was written.")
	} else if err := create(file, open, j.now); err != nil {
		return err
	} else {
		fmt.Fprintf(c.streams.Err, "%s has %d attestations to fill in.\n", file, len(open))
	}
	if j.in.Diagnostics.HasErrors() {
		return exit(ExitInput)
	}
	return nil
}

// duties lists what nobody has answered for yet, by product and severity.
func duties(a *assess.Assessment) (list []statement.Duty) {
	index := map[*catalogue.Obligation]int{}
	for one := range a.All() {
		if one.Status != assess.Unaddressed || !one.Obligation.Attestable() {
			continue
		}
		n, ok := index[one.Obligation]
		if !ok {
			n = len(list)
			index[one.Obligation] = n
			list = append(list, statement.Duty{Obligation: one.Obligation})
		}
		if d := &list[n]; len(d.Addresses) == 0 || d.Addresses[len(d.Addresses)-1] != one.Instance.Block {
			d.Addresses = append(d.Addresses, one.Instance.Block)
		}
	}
	sort.SliceStable(list, func(i, j int) bool {
		x, y := list[i].Obligation, list[j].Obligation
		switch {
		case x.Product.Title != y.Product.Title:
			return x.Product.Title < y.Product.Title
		case x.Severity != y.Severity:
			return x.Severity > y.Severity
		}
		return x.ID < y.ID
	})
	return list
}

// create writes the file only if there is none, whoever else tries.
func create(file string, open []statement.Duty, now time.Time) error {
	var text bytes.Buffer
	if err := statement.Template(&text, open, now.Format(time.DateOnly)); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return usagef("cannot write: %s", err)
	}
	_, err = f.Write(text.Bytes())
	return errors.Join(err, f.Close())
}
