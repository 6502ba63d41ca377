package html

import (
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/report"
)

// attacks are texts that would act, were they not shown as text.
func attacks() []string {
	return []string{
		`<script>window.hacked = 1</script>`,
		`"><img src=x onerror="window.hacked = 1">`,
		`' onmouseover='window.hacked = 1`,
		`</style></script><svg onload="window.hacked = 1">`,
		`javascript:window.hacked=1`,
		`{{.Tool}} ${window.hacked = 1}`,
		"\u202egnp.exe\x1b[2J\x00",
	}
}

// hostile puts a text wherever text of the input can stand.
func hostile(t testing.TB, text string) *report.Report {
	r := shop(t)
	at := inventory.Position{File: text, Line: 1, Column: 1}
	r.Inputs[0].Path, r.Inputs[0].Source, r.Inputs[0].TerraformVersion = text, text, text
	for i := range r.Products {
		p := &r.Products[i]
		p.Title, p.Guide, p.Basis, p.Inherited = text, text, text, []string{text}
		for layer, h := range p.Shared {
			h.Customer, h.DigitalOcean = text, text
			p.Shared[layer] = h
		}
	}
	for i := range r.Rules {
		r.Rules[i].Why = text
	}
	for i := range r.Faults {
		r.Faults[i].Summary, r.Faults[i].Detail, r.Faults[i].Position = text, text, at
	}
	for i := range r.Resources {
		g := &r.Resources[i]
		g.Address, g.Position, g.Actions = text, at, []string{text}
		for j := range g.Instances {
			g.Instances[j] = text
		}
		for j := range g.Obligations {
			e := &g.Obligations[j]
			e.ID, e.Title, e.Message, e.Question, e.Remedy, e.Source, e.Basis, e.Position = text, text, text, text, text, text, text, at
			e.Controls = map[string][]string{text: {text}}
			for k := range e.Evidence {
				v := &e.Evidence[k]
				v.Address, v.Attribute, v.Value, v.Note, v.Position = text, text, text, text, at
			}
			for _, s := range []*report.Statement{e.Statement, e.Expired} {
				if s != nil {
					s.By, s.Text, s.Until, s.Position = text, text, text, at
				}
			}
		}
	}
	return r
}

// TestHostileTextStaysText compares the elements of a page with those of a
// harmless one: text may add none, and no attribute that acts.
func TestHostileTextStaysText(t *testing.T) {
	harmless := shape(t, render(t, hostile(t, "harmless")))
	for _, text := range attacks() {
		page := render(t, hostile(t, text))
		if got := shape(t, page); got != harmless {
			t.Errorf("%q changes the elements of the page", text)
		}
		if strings.ContainsAny(page, "\u202e\x1b\x00") {
			t.Errorf("%q reaches the page with what hides or turns text", text)
		}
		for _, n := range elements(t, page) {
			if href := attribute(n, "href"); strings.HasPrefix(href, "javascript:") {
				t.Errorf("%q became a link that runs", text)
			}
		}
	}
}

func shape(t testing.TB, page string) string {
	var b strings.Builder
	for _, n := range elements(t, page) {
		b.WriteString(n.Data)
		for _, a := range n.Attr {
			b.WriteString(" " + a.Key)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func FuzzHostileText(f *testing.F) {
	for _, text := range attacks() {
		f.Add(text)
	}
	harmless := shape(f, render(f, hostile(f, "harmless")))
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" {
			t.Skip("an empty text leaves elements out")
		}
		if shape(t, render(t, hostile(t, text))) != harmless {
			t.Errorf("%q changes the elements of the page", text)
		}
	})
}
