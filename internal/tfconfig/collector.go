package tfconfig

import (
	"sort"

	"github.com/hashicorp/hcl/v2"
)

// collector gathers diagnostics; what is said once for a place is not said
// again for each instance.
type collector struct {
	list hcl.Diagnostics
	seen map[diagnosticKey]bool
}

type diagnosticKey struct {
	summary, detail, file string
	start                 int
}

func (c *collector) add(diags hcl.Diagnostics) {
	for _, d := range diags {
		key := diagnosticKey{summary: d.Summary, detail: d.Detail}
		if d.Subject != nil {
			key.file, key.start = d.Subject.Filename, d.Subject.Start.Byte
		}
		if c.seen[key] {
			continue
		}
		if c.seen == nil {
			c.seen = map[diagnosticKey]bool{}
		}
		c.seen[key] = true
		c.list = append(c.list, d)
	}
}

func (c *collector) error(rng hcl.Range, summary, detail string) {
	c.add(hcl.Diagnostics{{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: rng.Ptr()}})
}

func (c *collector) warn(rng hcl.Range, summary, detail string) {
	c.add(hcl.Diagnostics{{Severity: hcl.DiagWarning, Summary: summary, Detail: detail, Subject: rng.Ptr()}})
}

// sorted returns the diagnostics in the order of their places.
func (c *collector) sorted() hcl.Diagnostics {
	sort.SliceStable(c.list, func(i, j int) bool { return before(c.list[i], c.list[j]) })
	return c.list
}

func before(a, b *hcl.Diagnostic) bool {
	switch {
	case a.Subject == nil || b.Subject == nil:
		return a.Subject == nil && b.Subject != nil
	case a.Subject.Filename != b.Subject.Filename:
		return a.Subject.Filename < b.Subject.Filename
	case a.Subject.Start.Byte != b.Subject.Start.Byte:
		return a.Subject.Start.Byte < b.Subject.Start.Byte
	case a.Severity != b.Severity:
		return a.Severity < b.Severity
	case a.Summary != b.Summary:
		return a.Summary < b.Summary
	}
	return a.Detail < b.Detail
}
