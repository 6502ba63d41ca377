package report

import (
	"io"
	"sort"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/oscal"
	"github.com/srmlint/srmlint/internal/rulebook"
)

// writeOSCALComponents writes a component-definition: each DigitalOcean product
// of the report with who owns which layer, and what its controls of the CSF
// leave to the customer.
func writeOSCALComponents(w io.Writer, r *Report, v View) error {
	document := &oscal.ComponentDefinition{
		Metadata: oscalMetadata(r, v, "Shared responsibility for DigitalOcean products"),
	}
	document.Metadata.Roles = []oscal.Role{
		{ID: roleCustomer, Title: "Customer"},
		{ID: roleDigitalOcean, Title: "DigitalOcean"},
		{ID: roleShared, Title: "Customer and DigitalOcean"},
	}
	for _, p := range r.Products {
		document.Components = append(document.Components, oscalProduct(p, r.Rules))
	}
	content, err := encodeJSON(document)
	if err != nil {
		return err
	}
	document.UUID = oscal.UUID("component-definition", string(content))
	return writeOSCAL(w, oscal.Document{ComponentDefinition: document})
}

func oscalProduct(p Product, rules []rulebook.Rule) oscal.Component {
	c := oscal.Component{
		UUID: oscal.UUID("product", p.ID), Type: "service",
		Title: oscalMarkup(p.Title), Description: oscalMarkup(p.Title + ", a product of DigitalOcean."),
		Props: []oscal.Prop{oscalProp("product", p.ID), oscalProp("service-model", p.ServiceModel), oscalProp("basis", p.Basis)},
	}
	for _, layer := range catalogue.Layers() {
		if owner, ok := p.Layers[layer.ID]; ok {
			prop := oscalProp(layer.ID, string(owner))
			prop.Class = "layer"
			c.Props = append(c.Props, prop)
		}
	}
	for _, inherited := range p.Inherited {
		c.Props = append(c.Props, oscalProp("inherited", inherited))
	}
	if guide := webAddress(p.Guide); guide != "" {
		c.Links = []oscal.Link{{Href: guide, Rel: "reference"}}
	}
	if requirements := oscalRequirements(p, rules); len(requirements) > 0 {
		c.ControlImplementations = []oscal.ControlImplementation{{
			UUID: oscal.UUID("implementation", p.ID), Source: oscal.CSF,
			Description:             "Obligations of customers who use the product.",
			ImplementedRequirements: requirements,
		}}
	}
	return c
}

func oscalRequirements(p Product, rules []rulebook.Rule) (list []oscal.Requirement) {
	for _, rule := range rules {
		if rule.Product != p.ID {
			continue
		}
		for _, id := range csfControls(rule.Controls) {
			list = append(list, oscalRequirement(rule, id))
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].ControlID < list[j].ControlID })
	return list
}

func oscalRequirement(rule rulebook.Rule, control string) oscal.Requirement {
	evidence := "terraform"
	if rule.Attestable {
		evidence = "statement"
	}
	q := oscal.Requirement{
		UUID: oscal.UUID("requirement", rule.ID, control), ControlID: control,
		Description: oscalMarkup(rule.Why + " " + rule.Remedy),
		Props: []oscal.Prop{
			oscalProp("obligation-id", rule.ID), oscalProp("severity", rule.Severity), oscalProp("layer", rule.Layer),
			oscalProp("evidence", evidence),
			{Name: "control-origination", Value: origination(rule)},
		},
		ResponsibleRoles: []oscal.Responsible{{RoleID: ownerRole(rule.Owner)}},
	}
	if source := webAddress(rule.Source); source != "" {
		q.Links = []oscal.Link{{Href: source, Rel: "reference"}}
	}
	return q
}

// origination is the owner in OSCAL's words: where Terraform shows the duty,
// DigitalOcean has the means and the customer sets them.
func origination(rule rulebook.Rule) string {
	switch {
	case rule.Owner == string(catalogue.DigitalOcean):
		return "inherited"
	case rule.Owner == string(catalogue.Shared), !rule.Attestable:
		return "customer-configured"
	}
	return "customer-provided"
}

func ownerRole(owner string) string {
	switch owner {
	case string(catalogue.DigitalOcean):
		return roleDigitalOcean
	case string(catalogue.Shared):
		return roleShared
	}
	return roleCustomer
}
