package html

import (
	"sort"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/csf"
	"github.com/srmlint/srmlint/internal/matrix"
	"github.com/srmlint/srmlint/internal/report"
)

// function is one function of the NIST CSF 2.0 with what this infrastructure
// has to show for it.
type function struct {
	ID, Title string
	Tally     matrix.Tally
	Controls  []*control
}

// control is one control of a framework with the duties that serve it.
type control struct {
	ID       string
	Category string // its title; empty where the framework's text is not at hand
	Outcome  string
	Tally    matrix.Tally
	Duties   []*matrix.Duty
}

// framework is any other framework that the rules name.
type framework struct {
	Name     string
	Controls []*control
}

func controls(r *report.Report) (list []function) {
	core := csf.Load()
	found := byControl(r, catalogue.CSF2)
	for _, f := range catalogue.Functions() {
		item := function{ID: f.ID, Title: f.Title}
		for _, c := range found {
			if csf.Function(c.ID) == f.ID {
				c.Category, c.Outcome = core.Categories[csf.Category(c.ID)], core.Outcomes[c.ID]
				item.Controls = append(item.Controls, c)
			}
		}
		eachEntry(r, func(e *report.Entry) {
			for _, id := range e.Controls[catalogue.CSF2] {
				if csf.Function(id) == f.ID {
					item.Tally.Add(e.Status) // once, whatever the number of its controls
					break
				}
			}
		})
		list = append(list, item)
	}
	return list
}

// frameworks lists all but the CSF 2.0, which has a place of its own.
func frameworks(r *report.Report) (list []framework) {
	names := map[string]bool{}
	eachEntry(r, func(e *report.Entry) {
		for name, ids := range e.Controls {
			names[name] = names[name] || len(ids) > 0
		}
	})
	for name, used := range names {
		if used && name != catalogue.CSF2 {
			list = append(list, framework{name, byControl(r, name)})
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	return list
}

// byControl gathers the duties of each control of a framework, by id.
func byControl(r *report.Report, framework string) (list []*control) {
	known := map[string]*control{}
	eachEntry(r, func(e *report.Entry) {
		for _, id := range e.Controls[framework] {
			c := known[id]
			if c == nil {
				c = &control{ID: id}
				known[id] = c
				list = append(list, c)
			}
			c.add(e)
		}
	})
	sort.Slice(list, func(i, j int) bool { return list[i].ID < list[j].ID })
	return list
}

func (c *control) add(e *report.Entry) {
	c.Tally.Add(e.Status)
	for _, d := range c.Duties {
		if d.ID == e.ID {
			d.Tally.Add(e.Status)
			return
		}
	}
	d := &matrix.Duty{ID: e.ID, Title: e.Title, Severity: e.Severity}
	d.Tally.Add(e.Status)
	c.Duties = append(c.Duties, d)
}

func eachEntry(r *report.Report, do func(*report.Entry)) {
	for i := range r.Resources {
		for j := range r.Resources[i].Obligations {
			do(&r.Resources[i].Obligations[j])
		}
	}
}
