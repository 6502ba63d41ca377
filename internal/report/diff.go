package report

import (
	"io"
	"slices"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/change"
	"github.com/srmlint/srmlint/internal/inventory"
)

// Diff is what a plan does to the customer's duties, in the terms of a report.
type Diff struct {
	SchemaVersion string      `json:"schema_version"`
	Tool          Tool        `json:"tool"`
	Inputs        []Input     `json:"inputs"`
	Summary       DiffSummary `json:"summary"`
	Added         []Group     `json:"added"`    // new findings
	Resolved      []Group     `json:"resolved"` // findings of today that are gone after
	Created       []Group     `json:"created"`  // obligations that arise
	Ended         []Group     `json:"ended"`    // obligations that end
	Faults        []Fault     `json:"faults"`

	added *Report
}

// DiffSummary counts obligations of instances.
type DiffSummary struct {
	Added    int `json:"added"`
	Resolved int `json:"resolved"`
	Created  int `json:"created"`
	Ended    int `json:"ended"`
}

// BuildDiff groups a change. whole is the report on the state after it, whose
// inputs and faults the diff shares.
func BuildDiff(c *change.Change, whole *Report, rules *catalogue.Catalogue, options Options) *Diff {
	added := buildSome(c.Added, whole, rules, options)
	d := &Diff{
		SchemaVersion: SchemaVersion, Tool: whole.Tool, Inputs: whole.Inputs, Faults: whole.Faults,
		Added: added.Resources, added: added,
	}
	known := map[string]bool{}
	for _, p := range added.Products {
		known[p.ID] = true
	}
	for into, list := range map[*[]Group][]assess.Annotation{
		&d.Resolved: c.Resolved, &d.Created: c.Created, &d.Ended: c.Ended,
	} {
		part := buildSome(list, whole, rules, options)
		*into = part.Resources
		for _, p := range part.Products {
			if !known[p.ID] {
				known[p.ID] = true
				added.Products = append(added.Products, p)
			}
		}
	}
	slices.SortFunc(added.Products, func(a, b Product) int { return strings.Compare(a.ID, b.ID) })
	d.Summary = DiffSummary{
		Added: instancesOf(d.Added), Resolved: instancesOf(d.Resolved),
		Created: instancesOf(d.Created), Ended: instancesOf(d.Ended),
	}
	return d
}

// buildSome is a report on some annotations only.
func buildSome(list []assess.Annotation, whole *Report, rules *catalogue.Catalogue, options Options) *Report {
	inv := &inventory.Inventory{}
	for _, in := range whole.Inputs {
		inv.Inputs = append(inv.Inputs, inventory.Input{
			Path: in.Path, Kind: in.Kind, TerraformVersion: in.TerraformVersion, Source: in.Source, Errored: in.Errored,
		})
	}
	for _, a := range list {
		if n := len(inv.Instances); n == 0 || inv.Instances[n-1] != a.Instance {
			inv.Instances = append(inv.Instances, a.Instance)
		}
	}
	r := Build(assess.Collect(inv, rules, list), options)
	kept := r.Resources[:0]
	for _, g := range r.Resources {
		if len(g.Obligations) > 0 {
			kept = append(kept, g)
		}
	}
	r.Resources = kept
	return r
}

func instancesOf(groups []Group) (n int) {
	for i := range groups {
		n += len(groups[i].Instances) * len(groups[i].Obligations)
	}
	return n
}

// Fails tells whether the change adds a finding at or above a severity.
func (d *Diff) Fails(threshold catalogue.Severity) bool { return d.added.Fails(threshold, false) }

// Write writes the diff in a format. Those that are for one list of findings
// get the new ones.
func (d *Diff) Write(w io.Writer, f Format, v View) error {
	switch f.Name {
	case "text":
		return d.text(w, v)
	case "json":
		data, err := encodeJSON(d)
		if err == nil {
			_, err = w.Write(data)
		}
		return err
	case "markdown":
		return d.markdown(w, v)
	}
	return f.Write(w, d.added, v)
}
