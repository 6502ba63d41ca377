package html

import (
	"slices"
	"sort"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/csf"
	"github.com/srmlint/srmlint/internal/matrix"
	"github.com/srmlint/srmlint/internal/report"
)

// group is a resource with its duties in the order of reading.
type group struct {
	*report.Group
	Label   string // address, with the key of a single instance
	Product string // title
	Action  string
	Tally   matrix.Tally
	Entries []entry
	Expand  bool // something is open that Terraform could show
}

// entry is one duty of a group.
type entry struct {
	*report.Entry
	LayerTitle string
	Why        string // why the duty matters, where it is open
	Frameworks []controlList
	Functions  string // NIST CSF functions, for the filter
}

type controlList struct {
	Framework string
	IDs       []string
}

func groups(r *report.Report) (list []group) {
	titles, whys, layers := map[string]string{}, map[string]string{}, map[string]string{}
	for _, p := range r.Products {
		titles[p.ID] = p.Title
	}
	for _, rule := range r.Rules {
		whys[rule.ID] = rule.Why
	}
	for _, l := range catalogue.Layers() {
		layers[l.ID] = l.Title
	}
	for i := range r.Resources {
		g := &r.Resources[i]
		if len(g.Obligations) == 0 {
			continue
		}
		item := group{Group: g, Label: g.Address, Product: titles[g.Product], Action: action(g.Actions)}
		if len(g.Instances) == 1 {
			item.Label = g.Instances[0]
		}
		for j := range g.Obligations {
			item.add(newEntry(&g.Obligations[j], layers, whys))
		}
		sort.SliceStable(item.Entries, func(a, b int) bool { return before(&item.Entries[a], &item.Entries[b]) })
		list = append(list, item)
	}
	return list
}

func (g *group) add(e entry) {
	g.Tally.Add(e.Status)
	g.Expand = g.Expand || e.Open() && !e.Attestable
	g.Entries = append(g.Entries, e)
}

func newEntry(e *report.Entry, layers, whys map[string]string) entry {
	out := entry{Entry: e, LayerTitle: layers[e.Layer], Frameworks: controlsOf(e)}
	if out.LayerTitle == "" {
		out.LayerTitle = e.Layer
	}
	if e.Open() {
		out.Why = whys[e.ID]
	}
	var functions []string
	for _, id := range e.Controls[catalogue.CSF2] {
		if f := csf.Function(id); !slices.Contains(functions, f) {
			functions = append(functions, f)
		}
	}
	out.Functions = strings.Join(functions, " ")
	return out
}

func controlsOf(e *report.Entry) (list []controlList) {
	for framework, ids := range e.Controls {
		if len(ids) > 0 {
			list = append(list, controlList{framework, ids})
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Framework < list[j].Framework })
	return list
}

// before puts what is open first, what Terraform can show before what only a
// statement answers, and then the more severe.
func before(a, b *entry) bool {
	if x, y := rank(a), rank(b); x != y {
		return x < y
	}
	names := catalogue.SeverityNames()
	return slices.Index(names, a.Severity) > slices.Index(names, b.Severity)
}

func rank(e *entry) int {
	switch {
	case e.Status == assess.Unaddressed && !e.Attestable:
		return 0
	case e.Status == assess.Undetermined:
		return 1
	case e.Status == assess.Unaddressed:
		return 2
	case e.Status == assess.Waived:
		return 3
	case e.Status == assess.Attested:
		return 4
	}
	return 5
}

func action(actions []string) string {
	switch {
	case len(actions) > 1:
		return "replace"
	case len(actions) == 1 && actions[0] != "no-op":
		return actions[0]
	}
	return ""
}
