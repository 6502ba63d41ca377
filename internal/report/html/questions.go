package html

import (
	"fmt"
	"slices"
	"sort"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/report"
)

// question is a duty that only a statement can answer, asked once for all
// resources that wait for it.
type question struct {
	*report.Entry
	resources map[string]bool // addresses of blocks, with the input of each
	pseudo    string          // what it is asked of, if of no resource
}

// Scope says of what the question is asked.
func (q *question) Scope() string {
	if len(q.resources) > 0 {
		return count(len(q.resources), "resource")
	}
	return q.pseudo
}

func (q *question) of(g *report.Group) {
	if g.Type == provider.Account || g.Type == provider.Terraform {
		q.pseudo = g.Type
		return
	}
	q.resources[fmt.Sprint(g.Input, " ", g.Address)] = true
}

func questions(r *report.Report) (list []*question) {
	byID := map[string]*question{}
	for i := range r.Resources {
		g := &r.Resources[i]
		for j := range g.Obligations {
			e := &g.Obligations[j]
			if !e.Attestable || e.Status != assess.Unaddressed {
				continue
			}
			q := byID[e.ID]
			if q == nil {
				q = &question{Entry: e, resources: map[string]bool{}}
				byID[e.ID] = q
				list = append(list, q)
			}
			q.of(g)
		}
	}
	names := catalogue.SeverityNames()
	sort.SliceStable(list, func(i, j int) bool {
		a, b := slices.Index(names, list[i].Severity), slices.Index(names, list[j].Severity)
		return a > b || a == b && list[i].ID < list[j].ID
	})
	return list
}

// register is a line of the register of statements: what was declared, by
// whom, for how long, and which resources rest on it.
type register struct {
	*report.Statement
	ID        string // of the obligation
	Title     string
	Expired   bool
	Resources []string
}

func statements(r *report.Report) (list []*register) {
	type key struct {
		id      string
		expired bool
		said    report.Statement
	}
	known := map[key]*register{}
	add := func(g *report.Group, e *report.Entry, s *report.Statement, expired bool) {
		if s == nil {
			return
		}
		k := key{e.ID, expired, *s}
		if known[k] == nil {
			known[k] = &register{Statement: s, ID: e.ID, Title: e.Title, Expired: expired}
			list = append(list, known[k])
		}
		if !slices.Contains(known[k].Resources, g.Address) {
			known[k].Resources = append(known[k].Resources, g.Address)
		}
	}
	for i := range r.Resources {
		g := &r.Resources[i]
		for j := range g.Obligations {
			e := &g.Obligations[j]
			add(g, e, e.Statement, false)
			add(g, e, e.Expired, true)
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return earlier(list[i], list[j]) })
	return list
}

// earlier orders by what runs out first.
func earlier(a, b *register) bool {
	switch {
	case a.Expired != b.Expired:
		return a.Expired
	case a.Until != b.Until:
		return a.Until < b.Until
	}
	return a.ID < b.ID
}
