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
	for annotation := range a.All() {
		found[annotation.Instance.Address+" "+annotation.Obligation.ID] = annotation.Status
	}
	return found
}

// TestRealPlansDoNotContradict: of every real plan, the plan alone, its
// configuration alone and both together may know more or less of each other,
// and never the opposite. The log tells how much each leaves open.
func TestRealPlansDoNotContradict(t *testing.T) {
	files, err := filepath.Glob("../../testdata/plans/*/plan.json")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	open, all := map[string]int{}, map[string]int{}
	for _, file := range files {
		dir := filepath.Dir(file)
		seen := map[string]map[string]assess.Status{
			"plan":          byObligation(assessed(t, file, input.NoSource)),
			"configuration": byObligation(assessed(t, dir, "")),
			"both":          byObligation(assessed(t, file, dir)),
		}
		for kind, verdicts := range seen {
			for key, status := range verdicts {
				all[kind]++
				if status == assess.Undetermined {
					open[kind]++
				}
				if other := seen["both"][key]; opposite(status, other) {
					t.Errorf("%s: %s is %s from %s and %s from both", dir, key, status, kind, other)
				}
				if other := seen["plan"][key]; opposite(status, other) {
					t.Errorf("%s: %s is %s from %s and %s from the plan", dir, key, status, kind, other)
				}
			}
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(all)) {
		t.Logf("%s: %d of %d annotations undetermined (%.1f %%)", kind, open[kind], all[kind],
			100*float64(open[kind])/float64(all[kind]))
	}
}

func opposite(a, b assess.Status) bool {
	return a == assess.Addressed && b == assess.Unaddressed || a == assess.Unaddressed && b == assess.Addressed
}
