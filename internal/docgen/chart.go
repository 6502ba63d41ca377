package docgen

import (
	"fmt"
	"strings"

	"github.com/srmlint/srmlint/internal/catalogue"
)

// index lists all obligations by product.
func index(c *catalogue.Catalogue) string {
	var b strings.Builder
	b.WriteString(notice)
	fmt.Fprintf(&b, "# Obligations\n\n%d obligations of %d products.\n", len(c.Obligations), len(c.Products))
	for _, p := range c.Products {
		fmt.Fprintf(&b, "\n## %s\n\n%s. Types: %s\n\n", p.Title, p.ServiceModel, code(p.Resources))
		b.WriteString("| id | what | severity | seen in |\n|---|---|---|---|\n")
		for _, o := range c.Obligations {
			if o.Product == p {
				fmt.Fprintf(&b, "| [%s](%s.md) | %s | %s | %s |\n", o.ID, o.ID, o.Title, o.Severity, seenIn(o))
			}
		}
		if len(p.Inherited) > 0 {
			fmt.Fprintf(&b, "\nInherited from DigitalOcean:\n\n- %s\n", strings.Join(p.Inherited, "\n- "))
		}
	}
	return b.String()
}

func seenIn(o *catalogue.Obligation) string {
	if o.Addressed == nil {
		return "a statement"
	}
	return "Terraform"
}

// chart is products by layers: who owns the cell, and how many obligations are in it.
func chart(c *catalogue.Catalogue) string {
	var b strings.Builder
	b.WriteString(notice)
	b.WriteString("# Who is responsible for what\n\n" +
		"C: customer, S: shared, D: DigitalOcean; the number is that of the obligations in the cell.\n\n| product |")
	for _, l := range catalogue.Layers() {
		fmt.Fprintf(&b, " %s |", l.Title)
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(catalogue.Layers())) + "\n")
	counts := map[string]int{}
	for _, o := range c.Obligations {
		counts[o.Product.ID+"/"+o.Layer]++
	}
	for _, p := range c.Products {
		fmt.Fprintf(&b, "| %s (%s) |", p.Title, p.ServiceModel)
		for _, l := range catalogue.Layers() {
			fmt.Fprintf(&b, " %s |", cell(p.Layers[l.ID], counts[p.ID+"/"+l.ID]))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func cell(owner catalogue.Owner, obligations int) string {
	letter := map[catalogue.Owner]string{
		catalogue.Customer: "C", catalogue.Shared: "S", catalogue.DigitalOcean: "D",
	}[owner]
	if obligations == 0 {
		return letter
	}
	return strings.TrimSpace(fmt.Sprintf("%s %d", letter, obligations))
}
