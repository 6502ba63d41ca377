package mutate

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/srmlint/srmlint/internal/cases"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/rules"
)

// survivorsFile holds the mutants that survive.
const survivorsFile = "testdata/survivors.txt"

// TestNoMutantSurvives changes each condition of each built-in rule, one at a
// time: some case of the obligation must then fail.
func TestNoMutantSurvives(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of small runs: not with -short")
	}
	schema := provider.Load()
	c, files, diags := catalogue.Load(
		catalogue.Options{Schema: schema, Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)},
		catalogue.Source{Name: "rules", FS: rules.FS, Checked: true}, // of which no copy is measured in place of the rule
	)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	dir := os.DirFS("../../testdata/obligations")
	all, err := cases.Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	byObligation := map[string][]cases.Case{}
	for _, one := range all {
		byObligation[one.Obligation] = append(byObligation[one.Obligation], one)
	}
	listed := known(t)
	runner := cases.Runner{Catalogue: c, Schema: schema}
	tried := make(chan int, len(c.Obligations))
	t.Run("obligations", func(t *testing.T) {
		for _, o := range c.Obligations {
			if o.Addressed == nil && o.Arises == nil {
				continue
			}
			t.Run(o.ID, func(t *testing.T) {
				t.Parallel()
				var mine []*cases.Evaluated
				for _, one := range byObligation[o.ID] {
					e, err := runner.Evaluate(dir, one)
					if err != nil {
						t.Fatal(err)
					}
					if problems, err := e.Judge(c); err != nil || len(problems) > 0 {
						t.Fatalf("%s does not hold for the rule as it is: %v %v", one, problems, err)
					}
					mine = append(mine, e)
				}
				mutants := Obligation(o)
				found := survivors(o, c, mine, mutants, files[o.Range.Filename].Bytes)
				for _, name := range found {
					if !slices.Contains(listed[o.ID], name) {
						t.Errorf("survives: %s", name)
					}
				}
				for _, name := range listed[o.ID] {
					if !slices.Contains(found, name) {
						t.Errorf("%s lists what does not survive: %s", survivorsFile, name)
					}
				}
				tried <- len(mutants)
			})
		}
	})
	close(tried)
	n := 0
	for count := range tried {
		n += count
	}
	t.Logf("%d mutants", n)
}

// survivors names the mutants with which every case still holds.
func survivors(o *catalogue.Obligation, c *catalogue.Catalogue, mine []*cases.Evaluated, mutants []Mutant, source []byte) (names []string) {
	for _, m := range mutants {
		m.Apply()
		killed := slices.ContainsFunc(mine, func(e *cases.Evaluated) bool {
			problems, err := e.Judge(c)
			return err != nil || len(problems) > 0
		})
		m.Undo()
		if name := Describe(o, m, source); !killed && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// known reads the list of survivors: those that no case can tell from the rule,
// with the reason behind "#".
func known(t *testing.T) map[string][]string {
	data, err := os.ReadFile(survivorsFile)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, reason, _ := strings.Cut(line, "  # ")
		if reason == "" {
			t.Errorf("%s gives no reason for %s", survivorsFile, name)
		}
		id, _, _ := strings.Cut(name, ":")
		found[id] = append(found[id], name)
	}
	return found
}
