package catalogue

import (
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
)

// lifetimesBlock is dated data on when vendors stop to support what they make:
//
//	end_of_life "image" "ubuntu" {
//	  source = "https://…"      # where the dates are from
//	  as_of  = "2026-11-01"     # when they were looked up
//	  dates  = { "ubuntu-22-04-x64" = "2027-04-01" }
//	}
type lifetimesBlock struct {
	Kind   string            `hcl:"kind,label"`
	Name   string            `hcl:"name,label"`
	Source string            `hcl:"source"`
	AsOf   string            `hcl:"as_of"`
	Dates  map[string]string `hcl:"dates"`
	Range  hcl.Range         `hcl:",def_range"`
}

// Lifetimes knows when images, engines and Kubernetes minors reach the end of
// their vendor's support. The zero value knows none.
type Lifetimes struct {
	byKind map[string]map[string]Lifetime
}

// Lifetime is the last day of support, and where that was read.
type Lifetime struct {
	End    time.Time // midnight UTC at the start of that day
	Source string
	AsOf   time.Time
}

// Over tells whether support has ended at a time.
func (l Lifetime) Over(now time.Time) bool { return !now.Before(l.End.AddDate(0, 0, 1)) }

// Lookup finds the lifetime of, say, the image "ubuntu-22-04-x64". Where the
// name itself is not known, shorter ones are tried at its dots and hyphens:
// "1.33.1-do.0" is found under "1.33".
func (l *Lifetimes) Lookup(kind, name string) (Lifetime, bool) {
	if l == nil {
		return Lifetime{}, false
	}
	for name != "" {
		if found, ok := l.byKind[kind][name]; ok {
			return found, true
		}
		name = name[:max(0, strings.LastIndexAny(name, ".-"))]
	}
	return Lifetime{}, false
}

// add takes in a block; dates of a later one replace those of an earlier one.
func (l *Lifetimes) add(b lifetimesBlock) (diags hcl.Diagnostics) {
	asOf, err := time.Parse(time.DateOnly, b.AsOf)
	if err != nil {
		diags = append(diags, notADate(b, "as_of", b.AsOf))
	}
	if l.byKind == nil {
		l.byKind = map[string]map[string]Lifetime{}
	}
	if l.byKind[b.Kind] == nil {
		l.byKind[b.Kind] = map[string]Lifetime{}
	}
	for _, name := range sortedKeys(b.Dates) {
		end, err := time.Parse(time.DateOnly, b.Dates[name])
		if err != nil {
			diags = append(diags, notADate(b, name, b.Dates[name]))
			continue
		}
		l.byKind[b.Kind][name] = Lifetime{End: end, Source: b.Source, AsOf: asOf}
	}
	return diags
}

func notADate(b lifetimesBlock, what, got string) *hcl.Diagnostic {
	return problem(b.Range, "Not a date", "%s of end_of_life %q %q is %q; write it as 2027-04-01.", what, b.Kind, b.Name, got)
}
