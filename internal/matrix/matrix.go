// Package matrix draws the shared responsibility chart of an infrastructure:
// for each product in it and each layer, who looks after it, which half is
// whose, and how many of the customer's duties there are answered.
//
// It reads a finished report and decides nothing.
package matrix

import (
	"slices"
	"sort"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/report"
)

// Matrix is the chart: layers are rows, products are columns.
type Matrix struct {
	Models []Model
	Layers []Layer
}

// Model is a service model with the products that have it.
type Model struct {
	Name     string // "IaaS", "PaaS" or "SaaS"
	About    string
	Products []Product
}

// Product is a column.
type Product struct {
	report.Product
	Resources int // blocks
	Tally     Tally
}

// Layer is a row; its cells stand in the order of Matrix.Products.
type Layer struct {
	ID    string
	Title string
	Cells []Cell
}

// Cell is one layer of one product. Its owner is empty where the product has
// no such layer.
type Cell struct {
	Product string // title
	ID      string // of the product
	Layer   catalogue.LayerInfo
	Owner   catalogue.Owner
	Halves  report.Halves // of a shared layer
	Tally   Tally
	Duties  []Duty // by id
}

// Duty is one obligation in a cell, over all resources that have it.
type Duty struct {
	ID       string
	Title    string
	Severity string
	Tally    Tally
}

// Products lists all columns.
func (m *Matrix) Products() (list []Product) {
	for _, model := range m.Models {
		list = append(list, model.Products...)
	}
	return list
}

// New draws the chart of a report. Layers that no product has are left out.
func New(r *report.Report) *Matrix {
	m := &Matrix{Models: models(r)}
	duties := collect(r)
	products := m.Products()
	for _, info := range catalogue.Layers() {
		layer := Layer{ID: info.ID, Title: info.Title}
		used := false
		for _, p := range products {
			c := cell(p, info, duties[[2]string{p.ID, info.ID}])
			used = used || c.Owner != ""
			layer.Cells = append(layer.Cells, c)
		}
		if used {
			m.Layers = append(m.Layers, layer)
		}
	}
	return m
}

func cell(p Product, layer catalogue.LayerInfo, duties map[string]*Duty) Cell {
	c := Cell{Product: p.Title, ID: p.ID, Layer: layer, Owner: p.Layers[layer.ID]}
	if h, ok := p.Shared[layer.ID]; ok && c.Owner == catalogue.Shared {
		c.Halves = h
	}
	for _, d := range duties {
		c.Duties = append(c.Duties, *d)
		c.Tally.Merge(d.Tally)
	}
	if c.Owner == "" && len(duties) > 0 {
		c.Owner = catalogue.Customer // the chart has no row for it, the rules do
	}
	sort.Slice(c.Duties, func(i, j int) bool { return c.Duties[i].ID < c.Duties[j].ID })
	return c
}

// models groups the report's products, the model that leaves most to the customer first.
func models(r *report.Report) (list []Model) {
	order := []Model{
		{Name: "IaaS", About: "Infrastructure as a service"},
		{Name: "PaaS", About: "Platform as a service"},
		{Name: "SaaS", About: "Software as a service"},
	}
	for _, m := range order {
		for _, p := range r.Products {
			if p.ServiceModel == m.Name {
				m.Products = append(m.Products, column(r, p))
			}
		}
		if len(m.Products) > 0 {
			sort.SliceStable(m.Products, func(i, j int) bool { return m.Products[i].Title < m.Products[j].Title })
			list = append(list, m)
		}
	}
	return list
}

func column(r *report.Report, p report.Product) Product {
	c := Product{Product: p}
	blocks := map[string]map[int]bool{}
	for i := range r.Resources {
		g := &r.Resources[i]
		if g.Product != p.ID {
			continue
		}
		if blocks[g.Address] == nil {
			blocks[g.Address] = map[int]bool{}
		}
		if !blocks[g.Address][g.Input] {
			blocks[g.Address][g.Input] = true
			c.Resources++
		}
		for j := range g.Obligations {
			c.Tally.Add(g.Obligations[j].Status)
		}
	}
	return c
}

// collect gathers duties by product and layer, then by obligation.
func collect(r *report.Report) map[[2]string]map[string]*Duty {
	all := map[[2]string]map[string]*Duty{}
	for i := range r.Resources {
		g := &r.Resources[i]
		for j := range g.Obligations {
			e := &g.Obligations[j]
			key := [2]string{g.Product, e.Layer}
			if all[key] == nil {
				all[key] = map[string]*Duty{}
			}
			d := all[key][e.ID]
			if d == nil {
				d = &Duty{ID: e.ID, Title: e.Title, Severity: e.Severity}
				all[key][e.ID] = d
			}
			d.Tally.Add(e.Status)
		}
	}
	return all
}

// Owners counts the cells of a product by owner.
func (m *Matrix) Owners(product string) map[catalogue.Owner]int {
	n := map[catalogue.Owner]int{}
	for _, l := range m.Layers {
		i := slices.IndexFunc(l.Cells, func(c Cell) bool { return c.ID == product })
		if i >= 0 && l.Cells[i].Owner != "" {
			n[l.Cells[i].Owner]++
		}
	}
	return n
}
