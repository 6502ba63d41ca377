package report

import (
	"fmt"
	"io"
	"sort"
	"strconv"

	"github.com/srmlint/srmlint/internal/oscal"
)

// writeOSCALResults writes an assessment-results document: a result for each
// input, a component for each resource, an observation for each obligation, a
// risk for what is open or accepted, and a finding for each control of the CSF.
// Identifiers come from content, so that results of two runs compare.
func writeOSCALResults(w io.Writer, r *Report, v View) error {
	plan := oscal.UUID("assessment-plan")
	document := &oscal.AssessmentResults{
		Metadata: oscalMetadata(r, v, "Customer obligations in DigitalOcean infrastructure"),
		ImportAP: oscal.Link{Href: "#" + plan},
		BackMatter: oscal.BackMatter{Resources: []oscal.Resource{{
			UUID: plan, Title: "Assessment plan",
			Description: "Every obligation of srmlint's catalogue is assessed for every resource that creates it. There is no plan document of its own.",
		}}},
	}
	for n := range r.Inputs {
		document.Results = append(document.Results, oscalInput(r, v, n))
	}
	if len(r.Inputs) == 0 {
		document.Results = []oscal.Result{oscalNothing(r, v)}
	}
	addParties(r, &document.Metadata)
	content, err := encodeJSON(document)
	if err != nil {
		return err
	}
	document.UUID = oscal.UUID("assessment-results", string(content))
	return writeOSCAL(w, oscal.Document{AssessmentResults: document})
}

// oscalNothing stands where no input could be read: a document needs a result.
func oscalNothing(r *Report, v View) oscal.Result {
	return oscal.Result{
		UUID: oscal.UUID("result"), Title: "Nothing was read", Description: "No input could be read.", Start: v.time(),
		ReviewedControls: reviewedControls(nil), Observations: oscalFaults(r, v),
	}
}

// oscalInput is the result of one input. Faults are told with the first: what
// input one belongs to is not always known.
func oscalInput(r *Report, v View, n int) oscal.Result {
	in := &r.Inputs[n]
	b := &oscalBuilder{report: r, view: v, components: map[string]int{}, controls: map[string]*oscalControl{}}
	result := oscal.Result{
		UUID: oscal.UUID("result", in.Report, in.Path), Title: oscalMarkup(in.name()),
		Description: oscalMarkup(describeInput(in)), Start: v.time(),
	}
	if in.Errored {
		result.Props = append(result.Props, oscalProp("incomplete", "the plan failed"))
	}
	if n == 0 {
		result.Observations = oscalFaults(r, v)
	}
	local := &oscal.LocalDefinitions{}
	for i := range r.Resources {
		g := &r.Resources[i]
		if g.Input != n {
			continue
		}
		c := b.component(g)
		local.Components = append(local.Components, c)
		for j := range g.Obligations {
			b.entry(&result, c.UUID, g, &g.Obligations[j])
		}
	}
	if len(local.Components) > 0 {
		result.LocalDefinitions = local
	}
	result.ReviewedControls = reviewedControls(b.controls)
	result.Findings = b.findings()
	return result
}

type oscalBuilder struct {
	report     *Report
	view       View
	components map[string]int // by address: those of a block that differ
	controls   map[string]*oscalControl
}

// maxComponentInstances bounds the addresses that a component lists.
const maxComponentInstances = 100

func (b *oscalBuilder) component(g *Group) oscal.SystemComponent {
	in := &b.report.Inputs[g.Input]
	b.components[g.Address]++
	c := oscal.SystemComponent{
		UUID:  oscal.UUID("component", in.Report, in.Path, g.Address, strconv.Itoa(b.components[g.Address])),
		Type:  "service",
		Title: oscalMarkup(g.who()), Description: oscalMarkup(g.Type),
		Status: oscal.ComponentStatus{State: "operational"},
		Props: []oscal.Prop{
			oscalProp("terraform-block", g.Address), oscalProp("terraform-type", g.Type),
			oscalProp("instances", strconv.Itoa(len(g.Instances))),
		},
	}
	if len(g.Actions) > 0 && g.Actions[0] == "create" {
		c.Status.State = "under-development"
	}
	if g.Product != "" {
		c.Props = append(c.Props, oscalProp("product", g.Product), oscalProp("service-model", g.ServiceModel))
	}
	for n, address := range g.Instances {
		if n == maxComponentInstances {
			break
		}
		c.Props = append(c.Props, oscalProp("terraform-address", address))
	}
	return c
}

func reviewedControls(controls map[string]*oscalControl) oscal.ReviewedControls {
	s := oscal.ControlSelection{Description: "Controls of the NIST Cybersecurity Framework 2.0 that obligations refer to."}
	for id := range controls {
		s.IncludeControls = append(s.IncludeControls, oscal.SelectControl{ControlID: id})
	}
	sort.Slice(s.IncludeControls, func(i, j int) bool { return s.IncludeControls[i].ControlID < s.IncludeControls[j].ControlID })
	if len(controls) == 0 {
		s.IncludeAll = &struct{}{}
	}
	return oscal.ReviewedControls{ControlSelections: []oscal.ControlSelection{s}}
}

// oscalFaults are observations too: a reader has to know what was not seen.
func oscalFaults(r *Report, v View) (list []oscal.Observation) {
	for n, f := range r.Faults {
		list = append(list, oscal.Observation{
			UUID:  oscal.UUID("fault", fmt.Sprint(n), f.Position.String(), f.Summary, f.Detail),
			Title: oscalMarkup(f.Summary), Description: oscalMarkup(f.sentence()),
			Props:   []oscal.Prop{oscalProp("fault", f.Severity)},
			Methods: []string{"EXAMINE"}, Types: []string{"discovery"}, Collected: v.time(),
			RelevantEvidence: []oscal.Evidence{{Href: oscalHref(v, r.faultAt(f)), Description: oscalMarkup(place(r.faultAt(f)))}},
		})
	}
	return list
}

// addParties names everyone who made a statement.
func addParties(r *Report, m *oscal.Metadata) {
	names := map[string]bool{}
	for i := range r.Resources {
		for j := range r.Resources[i].Obligations {
			if s := r.Resources[i].Obligations[j].Statement; s != nil {
				names[partyName(s)] = true
			}
		}
	}
	if len(names) == 0 {
		return
	}
	m.Roles = []oscal.Role{{ID: roleAttester, Title: "Declares that an obligation is met or its risk accepted"}}
	for _, name := range sortedKeys(names) {
		m.Parties = append(m.Parties, oscal.Party{UUID: oscal.UUID("party", name), Type: "person", Name: name})
	}
}

func sortedKeys(set map[string]bool) (keys []string) {
	for key := range set {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// partyName is who speaks; a comment in the configuration need not say.
func partyName(s *Statement) string {
	if s.By == "" {
		return "not named"
	}
	return oscalString(s.By)
}
