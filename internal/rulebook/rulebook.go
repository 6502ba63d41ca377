// Package rulebook shows the catalogue itself: the list of obligations and the
// explanation of one. It reads no plan and judges nothing.
package rulebook

import (
	"slices"

	"github.com/srmlint/srmlint/internal/catalogue"
)

// Rule is an obligation as lists and reports show it; docs/report.schema.json
// describes the JSON.
type Rule struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Product   string   `json:"product"`
	Resources []string `json:"resources"`
	Owner     string   `json:"owner"`
	Layer     string   `json:"layer"`
	Severity  string   `json:"severity"`
	// Attestable is true where Terraform cannot show whether the duty is met,
	// so that only a statement answers for it.
	Attestable bool                `json:"attestable"`
	Waivable   bool                `json:"waivable"`
	Why        string              `json:"why"`
	Remedy     string              `json:"remedy"`
	Question   string              `json:"question,omitempty"`
	Controls   map[string][]string `json:"controls"`
	Aliases    []string            `json:"aliases"`
	Source     string              `json:"source,omitempty"`
	Basis      string              `json:"basis"`
}

// Describe makes the Rule of an obligation.
func Describe(o *catalogue.Obligation) Rule {
	r := Rule{
		ID: o.ID, Title: o.Title, Resources: o.Resources,
		Owner: string(o.Owner), Layer: o.Layer, Severity: o.Severity.String(),
		Attestable: o.Attestable(), Waivable: o.Waivable,
		Why: o.Why, Remedy: o.Remedy, Question: o.Question,
		Controls: o.Controls, Aliases: o.Aliases, Source: o.Source, Basis: string(o.Basis),
	}
	if o.Product != nil {
		r.Product = o.Product.ID
	}
	if r.Controls == nil {
		r.Controls = map[string][]string{}
	}
	if r.Aliases == nil {
		r.Aliases = []string{}
	}
	return r
}

// Filter chooses rules; empty fields choose all.
type Filter struct {
	Product  string
	Owner    string
	Layer    string
	Severity string // this one and above
	Control  string // id of a control of any framework, or a framework
}

// Select returns the rules of a catalogue that a filter chooses, by id.
func Select(c *catalogue.Catalogue, f Filter) ([]Rule, error) {
	least := catalogue.Info
	if f.Severity != "" {
		var err error
		if least, err = catalogue.ParseSeverity(f.Severity); err != nil {
			return nil, err
		}
	}
	rules := []Rule{}
	for _, o := range c.Obligations {
		r := Describe(o)
		if o.Severity >= least && matches(f.Product, r.Product) && matches(f.Owner, r.Owner) &&
			matches(f.Layer, r.Layer) && hasControl(r, f.Control) {
			rules = append(rules, r)
		}
	}
	return rules, nil
}

func matches(wanted, got string) bool { return wanted == "" || wanted == got }

func hasControl(r Rule, control string) bool {
	if control == "" {
		return true
	}
	for framework, ids := range r.Controls {
		if framework == control || slices.Contains(ids, control) {
			return true
		}
	}
	return false
}
