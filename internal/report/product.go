package report

import (
	"sort"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/rulebook"
)

// Product is a DigitalOcean product with its side of the responsibility chart.
type Product struct {
	ID           string                     `json:"id"`
	Title        string                     `json:"title"`
	ServiceModel string                     `json:"service_model"`
	Guide        string                     `json:"guide,omitempty"`
	Basis        string                     `json:"basis"`
	Layers       map[string]catalogue.Owner `json:"layers"`
	Shared       map[string]Halves          `json:"shared"`    // by layer
	Inherited    []string                   `json:"inherited"` // what DigitalOcean does
}

// Halves says who does what in a shared layer.
type Halves struct {
	Customer     string `json:"customer"`
	DigitalOcean string `json:"digitalocean"`
}

// references gathers what the groups name by id.
type references struct {
	products map[string]*catalogue.Product
	rules    map[string]*catalogue.Obligation
}

func (refs references) describe(r *Report) {
	r.Products, r.Rules = []Product{}, []rulebook.Rule{}
	for _, p := range refs.products {
		r.Products = append(r.Products, product(p))
	}
	for _, o := range refs.rules {
		r.Rules = append(r.Rules, rulebook.Describe(o))
	}
	sort.Slice(r.Products, func(i, j int) bool { return r.Products[i].ID < r.Products[j].ID })
	sort.Slice(r.Rules, func(i, j int) bool { return r.Rules[i].ID < r.Rules[j].ID })
}

func product(p *catalogue.Product) Product {
	out := Product{
		ID: p.ID, Title: p.Title, ServiceModel: p.ServiceModel, Guide: p.Guide, Basis: string(p.Basis),
		Layers: p.Layers, Shared: map[string]Halves{}, Inherited: p.Inherited,
	}
	for layer, h := range p.Halves {
		out.Shared[layer] = Halves(h)
	}
	if out.Inherited == nil {
		out.Inherited = []string{}
	}
	return out
}

// Products describes all products of a catalogue, by id.
func Products(c *catalogue.Catalogue) []Product {
	list := []Product{}
	for _, p := range c.Products {
		list = append(list, product(p))
	}
	return list
}
