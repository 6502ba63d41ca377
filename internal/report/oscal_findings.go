package report

import (
	"fmt"
	"sort"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/oscal"
)

// oscalControl gathers what bears on one control in one result.
type oscalControl struct {
	statuses     []assess.Status
	observations []oscal.RelatedObservation
	risks        []oscal.RelatedRisk
}

// findings conclude on controls: one is satisfied, as far as Terraform and the
// customer's statements go, if every obligation that refers to it is met.
func (b *oscalBuilder) findings() (list []oscal.Finding) {
	var ids []string
	for id := range b.controls {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		c := b.controls[id]
		first := c.observations[0].ObservationUUID
		list = append(list, oscal.Finding{
			UUID: oscal.UUID("finding", id, first), Title: id, Description: c.describe(),
			Target:              oscal.Target{Type: "statement-id", TargetID: id + "_statement", Status: c.status()},
			RelatedObservations: c.observations, RelatedRisks: c.risks,
		})
	}
	return list
}

// status is other where nothing failed, but something is accepted or not known.
func (c *oscalControl) status() oscal.Status {
	open := false
	for _, s := range c.statuses {
		switch s {
		case assess.Unaddressed:
			return oscal.Status{State: "not-satisfied", Reason: "fail"}
		case assess.Undetermined, assess.Waived:
			open = true
		}
	}
	if open {
		return oscal.Status{State: "not-satisfied", Reason: "other"}
	}
	return oscal.Status{State: "satisfied", Reason: "pass"}
}

func (c *oscalControl) describe() string {
	counts := map[assess.Status]int{}
	for _, s := range c.statuses {
		counts[s]++
	}
	var parts []string
	for _, s := range assess.Statuses() {
		if counts[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[s], s))
		}
	}
	return "Obligations of the customer that refer to this control: " + strings.Join(parts, ", ") + "."
}
