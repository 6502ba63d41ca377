package input_test

import (
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/input"
)

// TestExamplesWithoutPlan: the configuration of an example alone gives the
// verdicts that its plan gives, save for what only a plan or an apply tells.
func TestExamplesWithoutPlan(t *testing.T) {
	files, err := filepath.Glob("../../examples/*/plan.json")
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		dir := filepath.Dir(file)
		plan := byObligation(assessed(t, file, input.NoSource))
		both := byObligation(assessed(t, file, dir))
		configuration := byObligation(assessed(t, dir, ""))
		for _, key := range slices.Sorted(maps.Keys(both)) {
			c, ok := configuration[key]
			if !ok {
				t.Errorf("%s: %s is in the plan alone", dir, key)
			}
			for name, other := range map[string]assess.Status{"configuration": c, "plan": plan[key]} {
				switch {
				case other == both[key] || !ok:
				case other == assess.Undetermined:
					t.Logf("%s: %s is %s, and undetermined from the %s alone", dir, key, both[key], name)
				default:
					t.Errorf("%s: %s is %s, and %s from the %s alone", dir, key, both[key], other, name)
				}
			}
		}
	}
}

func byObligation(a *assess.Assessment) map[string]assess.Status {
	found := map[string]assess.Status{}
	for _, annotation := range a.Annotations {
		found[annotation.Instance.Address+" "+annotation.Obligation.ID] = annotation.Status
	}
	return found
}
