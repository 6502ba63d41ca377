package input_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/bench"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/input"
	"github.com/srmlint/srmlint/rules"
)

// TestColumnsDecideNothing: what is left out of a plan because no rule asks for
// it changes no verdict, no evidence and no message.
func TestColumnsDecideNothing(t *testing.T) {
	columns, err := catalogue.ParseColumns(rules.Columns)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(plansAndStates(t), manyOf(t, 3)) {
		whole := judged(t, file, input.Options{Schema: schema(), Source: input.NoSource})
		some := judged(t, file, input.Options{Schema: schema(), Source: input.NoSource, Keep: columns.Keep, Beside: columns.JoinsOnly})
		if len(whole) == 0 {
			t.Errorf("%s: nothing was judged", file)
		}
		if diff := cmp.Diff(whole, some); diff != "" {
			t.Errorf("%s:\n%s", file, diff)
		}
	}
}

// TestColumnsOfConfigurations: the same holds for configurations alone.
func TestColumnsOfConfigurations(t *testing.T) {
	columns, err := catalogue.ParseColumns(rules.Columns)
	if err != nil {
		t.Fatal(err)
	}
	found, _ := filepath.Glob("../../testdata/plans/*/main.tf")
	examples, _ := filepath.Glob("../../examples/*/main.tf")
	if len(found) < 10 || len(examples) < 3 {
		t.Fatal(found, examples)
	}
	for _, file := range append(found, examples...) {
		dir := filepath.Dir(file)
		whole := judged(t, dir, input.Options{Schema: schema()})
		some := judged(t, dir, input.Options{Schema: schema(), Keep: columns.Keep, Beside: columns.JoinsOnly})
		if diff := cmp.Diff(whole, some); diff != "" || len(whole) == 0 {
			t.Errorf("%s: %d\n%s", dir, len(whole), diff)
		}
	}
}

func plansAndStates(t *testing.T) []string {
	t.Helper()
	files, _ := filepath.Glob("../../testdata/plans/*/plan*.json")
	examples, _ := filepath.Glob("../../examples/*/plan.json")
	if len(files) < 20 || len(examples) < 3 {
		t.Fatal(files, examples)
	}
	return append(files, examples...)
}

// manyOf writes a plan with some instances of each real one, before and after
// apply.
func manyOf(t *testing.T, instances int) string {
	t.Helper()
	var real [][]byte
	for _, file := range plansAndStates(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		real = append(real, text)
	}
	var out bytes.Buffer
	if err := bench.WritePlan(&out, real, bench.Shape{Modules: len(real), Instances: instances}); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(name, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// judged lists all that is said of a plan.
func judged(t *testing.T, path string, options input.Options) map[string]string {
	t.Helper()
	c, err := loadRules()
	if err != nil {
		t.Fatal(err)
	}
	in := input.Read([]string{path}, options)
	if in.Diagnostics.HasErrors() {
		t.Fatal(in.Diagnostics)
	}
	a, diags := assess.Assess(in.Inventory, c, assess.Options{})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	found := map[string]string{}
	for one := range a.All() {
		found[one.Instance.Address+" "+one.Obligation.ID] = fmt.Sprintf("%s: %s %v", one.Status, one.Told(), one.Seen())
	}
	return found
}
