package report

import (
	"sort"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/oscal"
	"github.com/srmlint/srmlint/internal/statement"
)

// entry adds one obligation to a result.
func (b *oscalBuilder) entry(result *oscal.Result, component string, g *Group, e *Entry) {
	o := b.observation(component, g, e)
	result.Observations = append(result.Observations, o)
	risk, atRisk := b.risk(component, e, o.UUID)
	if atRisk {
		result.Risks = append(result.Risks, risk)
	}
	if e.Statement != nil && e.Statement.Kind == statement.Attestation {
		result.Attestations = append(result.Attestations, attestation(g, e))
	}
	for _, id := range csfControls(e.Controls) {
		c := b.controls[id]
		if c == nil {
			c = &oscalControl{}
			b.controls[id] = c
		}
		c.statuses = append(c.statuses, e.Status)
		c.observations = append(c.observations, oscal.RelatedObservation{ObservationUUID: o.UUID})
		if atRisk {
			c.risks = append(c.risks, oscal.RelatedRisk{RiskUUID: risk.UUID})
		}
	}
}

func (b *oscalBuilder) observation(component string, g *Group, e *Entry) oscal.Observation {
	o := oscal.Observation{
		UUID:  oscal.UUID("observation", component, e.ID),
		Title: oscalMarkup(e.Title), Description: oscalMarkup(sentence(e.what())),
		Props:     oscalEntryProps(e),
		Methods:   []string{oscalMethod(e)},
		Types:     []string{"control-objective"},
		Subjects:  []oscal.Subject{{SubjectUUID: component, Type: "component"}},
		Collected: b.view.time(),
	}
	if e.Statement != nil {
		o.Expires = lastMoment(e.Statement.Until)
	}
	at := b.report.locate(g, e)
	o.RelevantEvidence = []oscal.Evidence{{Href: oscalHref(b.view, at), Description: oscalMarkup(place(at))}}
	for _, seen := range e.Evidence {
		evidence := oscal.Evidence{Description: oscalMarkup(describeEvidence(seen))}
		if !seen.Position.IsZero() {
			evidence.Href = oscalHref(b.view, valid(seen.Position))
		}
		o.RelevantEvidence = append(o.RelevantEvidence, evidence)
	}
	return o
}

// oscalMethod is how a verdict came about: Terraform's plan was tested, or
// what was declared was examined.
func oscalMethod(e *Entry) string {
	if e.Statement != nil || e.Attestable {
		return "EXAMINE"
	}
	return "TEST"
}

func oscalEntryProps(e *Entry) []oscal.Prop {
	props := []oscal.Prop{
		oscalProp("obligation-id", e.ID), oscalProp("status", string(e.Status)),
		oscalProp("severity", e.Severity), oscalProp("owner", e.Owner), oscalProp("layer", e.Layer),
	}
	if e.Known {
		props = append(props, oscalProp("baseline", "known"))
	}
	return props
}

// risk is what is open, not known yet, or accepted.
func (b *oscalBuilder) risk(component string, e *Entry, observation string) (oscal.Risk, bool) {
	state := map[assess.Status]string{
		assess.Unaddressed: "open", assess.Undetermined: "investigating", assess.Waived: "deviation-approved",
	}[e.Status]
	if state == "" {
		return oscal.Risk{}, false
	}
	risk := oscal.Risk{
		UUID:  oscal.UUID("risk", component, e.ID),
		Title: oscalMarkup(e.Title), Description: oscalMarkup(sentence(e.what())), Statement: oscalMarkup(b.why(e)),
		Props: oscalEntryProps(e), Status: state,
		RelatedObservations: []oscal.RelatedObservation{{ObservationUUID: observation}},
	}
	if e.Statement != nil {
		risk.Deadline = lastMoment(e.Statement.Until)
	}
	return risk, true
}

// why is the rule's own reason.
func (b *oscalBuilder) why(e *Entry) string {
	n := sort.Search(len(b.report.Rules), func(i int) bool { return b.report.Rules[i].ID >= e.ID })
	if n < len(b.report.Rules) && b.report.Rules[n].ID == e.ID {
		return b.report.Rules[n].Why
	}
	return e.Title
}

func attestation(g *Group, e *Entry) oscal.Attestation {
	s := e.Statement
	props := []oscal.Prop{oscalProp("obligation-id", e.ID), oscalProp("terraform-block", g.Address)}
	if s.On != "" {
		props = append(props, oscalProp("declared-on", s.On))
	}
	if s.Until != "" {
		props = append(props, oscalProp("valid-until", s.Until))
	}
	return oscal.Attestation{
		ResponsibleParties: []oscal.Responsible{{RoleID: roleAttester, PartyUUIDs: []string{oscal.UUID("party", partyName(s))}}},
		Parts:              []oscal.Part{{Name: "attestation", Title: oscalMarkup(e.Title), Props: props, Prose: oscalMarkup(s.Text)}},
	}
}
