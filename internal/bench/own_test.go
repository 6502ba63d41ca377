package bench

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestOwn: copies of a plan have no name, tag or id in common, and each refers
// to its own.
func TestOwn(t *testing.T) {
	plan, err := os.ReadFile("../../testdata/plans/13-lifecycle/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	first, second := identities(t, plan, 1), identities(t, plan, 2)
	if len(first) < 20 || len(first) != len(second) {
		t.Fatal(first, second)
	}
	for _, text := range first {
		if slices.Contains(second, text) {
			t.Errorf("%s is in both", text)
		}
	}
	for _, want := range []string{"1300000043", "00000001-"} { // a Droplet and a VPC that exist already
		if !slices.ContainsFunc(first, func(s string) bool { return strings.HasPrefix(s, want) }) {
			t.Errorf("no %s in %q", want, first)
		}
	}
}

// identities are the texts of names, tags and ids in a copy, each once.
func identities(t *testing.T, plan []byte, number int) (texts []string) {
	t.Helper()
	text, err := Own(plan, number)
	if err != nil {
		t.Fatal(err)
	}
	var whole struct {
		Changes []struct {
			Change struct{ After map[string]any }
		} `json:"resource_changes"`
	}
	if err := json.Unmarshal(text, &whole); err != nil {
		t.Fatal(err)
	}
	for _, c := range whole.Changes {
		for attribute, value := range c.Change.After {
			if s, ok := value.(string); ok && s != "" && (holdsNames(attribute) || holdsIDs(attribute)) {
				texts = append(texts, s)
			}
		}
	}
	slices.Sort(texts)
	return slices.Compact(texts)
}
