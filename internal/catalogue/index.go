package catalogue

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// index fills the look-up tables and tells what contradicts itself.
func (c *Catalogue) index() hcl.Diagnostics {
	diags := c.indexProducts()
	diags = append(diags, c.indexRelations()...)
	return append(diags, c.indexObligations()...)
}

func (c *Catalogue) indexProducts() (diags hcl.Diagnostics) {
	for _, p := range c.Products {
		for _, t := range p.Resources {
			if other := c.products[t]; other != nil {
				diags = append(diags, problem(p.Range, "Resource type in two products",
					"%s belongs to product %q (%s) already.", t, other.ID, other.Range))
				continue
			}
			c.products[t] = p
		}
	}
	return diags
}

func (c *Catalogue) indexRelations() (diags hcl.Diagnostics) {
	for _, r := range c.Relations {
		for _, t := range r.From {
			if c.relations[t] == nil {
				c.relations[t] = map[string]*Relation{}
			}
			if other := c.relations[t][r.Name]; other != nil {
				diags = append(diags, problem(r.Range, "Duplicate relation",
					"%s has a relation %q (%s) already.", t, r.Name, other.Range))
				continue
			}
			c.relations[t][r.Name] = r
		}
	}
	return diags
}

func (c *Catalogue) indexObligations() (diags hcl.Diagnostics) {
	for _, o := range c.Obligations {
		c.obligations[o.ID] = o
		o.readsMarks, o.relations = o.callsMarkFunctions(), o.relationsNamed()
		for _, t := range o.Resources {
			c.byType[t] = append(c.byType[t], o)
		}
		if len(o.Resources) > 0 {
			o.Product = c.products[o.Resources[0]]
		}
	}
	for _, o := range c.Obligations {
		for _, alias := range o.Aliases {
			key := strings.ToLower(alias)
			if other := c.obligations[key]; other != nil && other != o {
				diags = append(diags, problem(o.Range, "Alias in use",
					"%q names obligation %q (%s) already.", alias, other.ID, other.Range))
				continue
			}
			c.obligations[key] = o
		}
	}
	return diags
}

// problem makes an error diagnostic.
func problem(at hcl.Range, summary, detail string, args ...any) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError,
		Summary:  summary,
		Detail:   fmt.Sprintf(detail, args...),
		Subject:  &at,
	}
}
