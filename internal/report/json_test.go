package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// TestJSONByGroups: what is written piece by piece is what it would be as a whole.
func TestJSONByGroups(t *testing.T) {
	r := complete(t)
	whole, err := encodeJSON(r)
	if err != nil {
		t.Fatal(err)
	}
	if got := write(t, "json", r, View{}); got != string(whole) {
		t.Error("the report differs from what the encoder makes of it")
	}
}

func TestQuote(t *testing.T) {
	for _, text := range []string{
		"", "digitalocean_droplet.web[0]", `module.a["x"].digitalocean_droplet.web["a\"b\\"]`,
		"web[\"\u202e\"]", "web[\"\x1b[1m\"]", "web[\"ü\"]", "web[\"<&>\"]", "\xff", "a\nb", "\x7f",
	} {
		want, err := encodeJSON(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(appendQuoted(nil, text)) + "\n"; got != string(want) {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestSizeFollowsConfiguration: more instances of the same blocks add their
// addresses to a report, and nothing else.
func TestSizeFollowsConfiguration(t *testing.T) {
	sizes := map[int]int{}
	for _, count := range []int{10, 1000} {
		f := newFixture(t)
		f.input(inventory.Input{Path: "plan.json", Kind: "plan"})
		addresses := 0
		for n := range count {
			i := f.instance(fmt.Sprintf("module.m[%d].digitalocean_droplet.web[0]", n), 2, "create")
			f.annotate(i, "droplet-firewall", assess.Unaddressed, fmt.Sprintf("module.m[%d].digitalocean_firewall.fw[1] leaves inbound_rule[0] open", n), 0)
			f.annotate(i, "droplet-backups", assess.Addressed, "", 0).Evidence = []assess.Evidence{{Address: fmt.Sprintf("module.m[%d].digitalocean_x.y", n)}}
			addresses += len(i.Address) + len("\n        \"\",")
		}
		r := Build(f.assessment(), Options{})
		if len(r.Resources) != 1 {
			t.Fatalf("%d groups", len(r.Resources))
		}
		e := r.Resources[0].Obligations[0]
		if !e.Varies || e.Message != "module.m[0].digitalocean_firewall.fw[1] leaves inbound_rule[0] open" {
			t.Errorf("%v %s", e.Varies, e.Message)
		}
		if got := len(r.Resources[0].Obligations[1].Evidence); got > assess.MaxEvidence {
			t.Errorf("%d pieces of evidence", got)
		}
		if got := write(t, "text", r, View{}); !strings.Contains(strings.Join(strings.Fields(got), " "), "open (likewise for the others)") {
			t.Error(got)
		}
		sizes[count] = len(write(t, "json", r, View{})) - addresses
	}
	if more := sizes[1000] - sizes[10]; more > 2000 { // 20 pieces of evidence instead of 10, and longer numbers
		t.Errorf("%d bytes more than the addresses", more)
	}
}

// TestAttributePathsAreNoAddresses: what differs in more than keys of addresses stays apart.
func TestAttributePathsAreNoAddresses(t *testing.T) {
	f := newFixture(t)
	f.input(inventory.Input{Path: "plan.json", Kind: "plan"})
	for n := range 3 {
		i := f.instance(fmt.Sprintf("digitalocean_droplet.web[%d]", n), 2, "create")
		f.annotate(i, "droplet-firewall", assess.Unaddressed, fmt.Sprintf("inbound_rule[%d] is open", n), 0)
	}
	if r := Build(f.assessment(), Options{}); len(r.Resources) != 3 {
		t.Errorf("%d groups", len(r.Resources))
	}
}

// TestEntryByPieces: an entry is written as the encoder writes it, whatever is in it.
func TestEntryByPieces(t *testing.T) {
	o := &catalogue.Obligation{ID: "x"}
	base := Entry{
		ID: "x", Title: `"quoted" ‮`, Severity: "high", Question: "why?", Remedy: "do\nit", Basis: "derived",
		Controls: map[string][]string{"b": {"2", "1"}, "a": nil}, Evidence: []assess.Evidence{}, obligation: o,
	}
	at := inventory.Position{File: `a "b".tf`, Line: 3, Column: 1}
	for name, change := range map[string]func(*Entry){
		"nothing":   func(*Entry) {},
		"status":    func(e *Entry) { e.Status, e.Message, e.Varies = assess.Unaddressed, "a\x1b[1m\\", true },
		"position":  func(e *Entry) { e.Position = at },
		"known":     func(e *Entry) { e.Known = true },
		"statement": func(e *Entry) { e.Statement, e.Known = &Statement{By: "me"}, true },
		"evidence": func(e *Entry) {
			e.Position = at
			e.Evidence = []assess.Evidence{{Address: "a"}, {Address: "b", Attribute: "c", Value: `"d"`, Note: "é", Position: at}}
		},
	} {
		e := base
		change(&e)
		want, err := encodeEntry(&e)
		if err != nil {
			t.Fatal(err)
		}
		texts := &entryTexts{}
		for range 2 { // what is kept is the same
			got, err := texts.append(nil, &e)
			if err != nil || string(got) != string(want) {
				t.Errorf("%s: got %s, %v, want %s", name, got, err, want)
			}
		}
	}
}
