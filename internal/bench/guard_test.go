package bench_test

import (
	"encoding/json"
	"testing"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/bench"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/report"
)

// What a plan costs must follow its configuration, and little its instances.
// Nothing here looks at a clock.

func objects(inv *inventory.Inventory) int {
	seen := map[*inventory.Object]bool{}
	for _, i := range inv.Instances {
		seen[i.Object] = true
	}
	return len(seen)
}

// TestAlikeIsReadOnce: more instances of the same blocks are no more objects.
func TestAlikeIsReadOnce(t *testing.T) {
	few := read(t, plan(t, bench.Shape{Modules: 13, Instances: 2}))
	many := read(t, plan(t, bench.Shape{Modules: 13, Instances: 12}))
	if a, b := objects(few), objects(many); a != b {
		t.Errorf("%d instances have %d objects, %d have %d", len(few.Instances), a, len(many.Instances), b)
	}
}

// TestReadAllocations: what an instance allocates that is like others.
func TestReadAllocations(t *testing.T) {
	few, many := plan(t, bench.Shape{Modules: 13, Instances: 10}), plan(t, bench.Shape{Modules: 13, Instances: 30})
	instances := len(read(t, many).Instances) - len(read(t, few).Instances)
	allocations := testing.AllocsPerRun(1, func() { read(t, many) }) - testing.AllocsPerRun(1, func() { read(t, few) })
	if per := allocations / float64(instances); per > 25 {
		t.Errorf("%.1f allocations per instance", per)
	}
}

// TestReportFollowsTheConfiguration: more instances of the same blocks make a
// report longer by their addresses, and by little else.
func TestReportFollowsTheConfiguration(t *testing.T) {
	few, many := written(t, 5), written(t, 50)
	if len(few.Resources) != len(many.Resources) {
		t.Errorf("%d entries for 5 instances of each module, %d for 50", len(few.Resources), len(many.Resources))
	}
	if a, b := size(t, few), size(t, many); b > a+a/4 {
		t.Errorf("%d bytes besides addresses for 5 instances of each module, %d for 50", a, b)
	}
}

// written is the report on a plan with so many instances of each module.
func written(t *testing.T, instances int) *report.Report {
	inv := read(t, plan(t, bench.Shape{Modules: 13, Instances: instances}))
	a, _ := assess.Assess(inv, rulebook(t), assess.Options{})
	return report.Build(a, report.Options{})
}

// size is that of a report without its instances' addresses.
func size(t *testing.T, r *report.Report) int {
	for i := range r.Resources {
		r.Resources[i].Instances = r.Resources[i].Instances[:1]
	}
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return len(text)
}

// TestVerdictsAreShared: of many instances most have a verdict that others have too.
func TestVerdictsAreShared(t *testing.T) {
	inv := read(t, plan(t, bench.Shape{Modules: 13, Instances: 20}))
	a, _ := assess.Assess(inv, rulebook(t), assess.Options{})
	seen := map[*assess.Verdict]bool{}
	all := 0
	for one := range a.All() {
		seen[one.Verdict] = true
		all++
	}
	if share := float64(len(seen)) / float64(all); share > 0.3 {
		t.Errorf("%d verdicts for %d annotations", len(seen), all)
	}
}
