package e2e

import (
	"encoding/json"
	"fmt"
	"sort"
)

// verdicts are the statuses in a JSON report, by "ADDRESS OBLIGATION".
type verdicts map[string]string

func parseReport(report []byte) (verdicts, error) {
	var r struct {
		Resources []struct {
			Instances   []string `json:"instances"`
			Obligations []struct {
				ID     string `json:"id"`
				Status string `json:"status"`
			} `json:"obligations"`
		} `json:"resources"`
	}
	if err := json.Unmarshal(report, &r); err != nil {
		return nil, fmt.Errorf("the report is no JSON: %w", err)
	}
	out := verdicts{}
	for _, resource := range r.Resources {
		for _, instance := range resource.Instances {
			for _, o := range resource.Obligations {
				out[instance+" "+o.ID] = o.Status
			}
		}
	}
	return out, nil
}

// contradictions are what two reports decide differently. Undetermined
// contradicts nothing; nor does a statement, which not every input shows.
func contradictions(a, b verdicts) []string {
	var out []string
	for key, status := range a {
		other := b[key]
		if status == "addressed" && other == "unaddressed" || status == "unaddressed" && other == "addressed" {
			out = append(out, fmt.Sprintf("%s: %s, and %s", key, status, other))
		}
	}
	sort.Strings(out)
	return out
}

// undetermined is the share of verdicts that are left open.
func (v verdicts) undetermined() string {
	open := 0
	for _, status := range v {
		if status == "undetermined" {
			open++
		}
	}
	return fmt.Sprintf("%d of %d undetermined", open, len(v))
}
