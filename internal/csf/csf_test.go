package csf

import "testing"

func TestEveryOutcomeHasItsCategory(t *testing.T) {
	c := Load()
	if len(c.Outcomes) != 106 || len(c.Categories) != 22 {
		t.Errorf("the core has %d outcomes in %d categories; CSF 2.0 has 106 in 22", len(c.Outcomes), len(c.Categories))
	}
	for id, text := range c.Outcomes {
		if c.Categories[Category(id)] == "" || text == "" {
			t.Errorf("%s has no category or no text", id)
		}
	}
}

func TestParts(t *testing.T) {
	if f, c := Function("PR.IR-01"), Category("PR.IR-01"); f != "PR" || c != "PR.IR" {
		t.Errorf("function %q, category %q", f, c)
	}
}
