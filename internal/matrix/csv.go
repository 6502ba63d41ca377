package matrix

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"github.com/srmlint/srmlint/internal/terminal"
)

// rows lists the cells that have an owner, product by product.
func (m *Matrix) rows() (list []row) {
	for i, p := range m.Products() {
		for _, l := range m.Layers {
			if c := l.Cells[i]; c.Owner != "" {
				list = append(list, row{
					ServiceModel: p.ServiceModel, Product: p.ID, ProductTitle: p.Title,
					Layer: l.ID, LayerTitle: l.Title, Owner: string(c.Owner),
					Customer: c.Halves.Customer, DigitalOcean: c.Halves.DigitalOcean,
					Basis: p.Basis, Guide: p.Guide, Tally: c.Tally,
				})
			}
		}
	}
	return list
}

// row is one cell as programs read it.
type row struct {
	ServiceModel string `json:"service_model"`
	Product      string `json:"product"`
	ProductTitle string `json:"product_title"`
	Layer        string `json:"layer"`
	LayerTitle   string `json:"layer_title"`
	Owner        string `json:"owner"`
	Customer     string `json:"customer,omitempty"`     // the customer's half of a shared layer
	DigitalOcean string `json:"digitalocean,omitempty"` // DigitalOcean's half
	Basis        string `json:"basis"`
	Guide        string `json:"guide,omitempty"`
	Tally        Tally  `json:"obligations"`
}

func writeCSV(w io.Writer, m *Matrix, _ View) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{ // errors are kept by the writer
		"service_model", "product", "product_title", "layer", "layer_title", "owner", "customer", "digitalocean",
		"addressed", "attested", "waived", "undetermined", "unaddressed", "basis", "guide",
	})
	for _, r := range m.rows() {
		t := r.Tally
		record := []string{
			r.ServiceModel, r.Product, r.ProductTitle, r.Layer, r.LayerTitle, r.Owner, r.Customer, r.DigitalOcean,
			strconv.Itoa(t.Addressed), strconv.Itoa(t.Attested), strconv.Itoa(t.Waived),
			strconv.Itoa(t.Undetermined), strconv.Itoa(t.Unaddressed), r.Basis, r.Guide,
		}
		for i := range record {
			record[i] = harmless(record[i])
		}
		_ = out.Write(record)
	}
	out.Flush()
	return out.Error()
}

// harmless keeps spreadsheets from taking a text for a formula.
func harmless(s string) string {
	s = terminal.Clean(s)
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}

func writeJSON(w io.Writer, m *Matrix, _ View) error {
	out := struct {
		Cells     []row     `json:"cells"`
		Inherited []inherit `json:"inherited"`
	}{Cells: m.rows(), Inherited: []inherit{}}
	if out.Cells == nil {
		out.Cells = []row{}
	}
	for _, p := range m.Products() {
		out.Inherited = append(out.Inherited, inherit{p.ID, p.Inherited})
	}
	data, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(terminal.CleanJSON(data), '\n'))
	return err
}

// inherit is what DigitalOcean does for the customers of a product.
type inherit struct {
	Product string   `json:"product"`
	Does    []string `json:"does"`
}
