package report

import (
	"slices"
	"sort"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/rulebook"
)

// Part is one report of a merge.
type Part struct {
	Name   string // tells equal paths of different reports apart; often the file's name
	Report *Report
}

// Merge makes one report of many, such as one per workspace of an
// organisation. Parts stand in the order given; positions stay as each part
// has them. version is of the srmlint that merges.
func Merge(parts []Part, version string) *Report {
	r := &Report{
		SchemaVersion: SchemaVersion,
		Tool:          Tool{Name: "srmlint", Version: version},
		Inputs:        []Input{}, Resources: []Group{}, Faults: []Fault{},
	}
	products, rules := map[string]Product{}, map[string]rulebook.Rule{}
	for _, p := range parts {
		r.take(p)
		for _, product := range p.Report.Products {
			products[product.ID] = product
		}
		for _, rule := range p.Report.Rules {
			rules[rule.ID] = rule
		}
	}
	r.Products = sorted(products)
	r.Rules = sorted(rules)
	r.Summary = summarise(r)
	return r
}

// take appends what a part found; what any part left out, the whole leaves out.
func (r *Report) take(p Part) {
	offset := len(r.Inputs)
	for _, in := range p.Report.Inputs {
		if in.Report == "" {
			in.Report = p.Name
		}
		r.Inputs = append(r.Inputs, in)
	}
	for _, g := range p.Report.Resources {
		g.Input += offset
		r.Resources = append(r.Resources, g)
	}
	r.Faults = append(r.Faults, p.Report.Faults...)
	r.Filters.Changed = r.Filters.Changed || p.Report.Filters.Changed
	r.Filters.MinSeverity = higher(r.Filters.MinSeverity, p.Report.Filters.MinSeverity)
}

func higher(a, b string) string {
	names := catalogue.SeverityNames()
	if slices.Index(names, b) > slices.Index(names, a) {
		return b
	}
	return a
}

// sorted lists values by their keys. Parts made by different versions may
// describe an id differently: the last one given is taken.
func sorted[T any](byID map[string]T) []T {
	ids := make([]string, 0, len(byID))
	for id := range byID {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	list := make([]T, 0, len(ids))
	for _, id := range ids {
		list = append(list, byID[id])
	}
	return list
}

// InputName tells inputs apart: it is the path, and where several merged
// reports have inputs of the same path also the report.
func (r *Report) InputName(n int) string {
	in := &r.Inputs[n]
	same := func(other Input) bool { return other.Path == in.Path && other.Report != in.Report }
	if in.Report != "" && slices.ContainsFunc(r.Inputs, same) {
		return in.Report + ": " + in.Path
	}
	return in.Path
}
