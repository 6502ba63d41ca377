package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/inventory"
)

func readSARIF(t *testing.T, text string) sarifRun {
	t.Helper()
	var log sarifLog
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	return log.Runs[0]
}

func TestSARIFKinds(t *testing.T) {
	r := complete(t)
	tests := []struct {
		format string
		all    bool
		kinds  map[string]int // by kind, with ! where suppressed
	}{
		{"sarif", false, map[string]int{"fail": 4, "fail!": 2, "open": 3, "review": 3, "review!": 1}},
		{"sarif", true, map[string]int{"fail": 4, "fail!": 2, "open": 3, "review": 3, "review!": 1, "pass": 2}},
		{"code-scanning", false, map[string]int{"fail": 4, "review": 3}},
	}
	for _, test := range tests {
		got := map[string]int{}
		for _, result := range readSARIF(t, write(t, test.format, r, View{All: test.all})).Results {
			kind := result.Kind
			if (kind == "fail") == (result.Level == "none") {
				t.Errorf("kind %s with level %s", kind, result.Level)
			}
			if len(result.Suppressions) > 0 {
				kind += "!"
			}
			got[kind]++
		}
		if fmt.Sprint(got) != fmt.Sprint(test.kinds) {
			t.Errorf("%s all=%v: got %v, want %v", test.format, test.all, got, test.kinds)
		}
	}
}

func TestSARIFTellsFaults(t *testing.T) {
	run := readSARIF(t, write(t, "sarif", complete(t), View{}))
	invocation := run.Invocations[0]
	if invocation.ExecutionSuccessful || len(invocation.Notifications) != 2 {
		t.Errorf("%+v", invocation)
	}
}

// Alerts must not close and open again because lines moved above them.
func TestFingerprintsOutliveEdits(t *testing.T) {
	before := complete(t)
	after := complete(t)
	for i := range after.Resources {
		g := &after.Resources[i]
		g.Position.Line += 100
		for j := range g.Obligations {
			g.Obligations[j].Position.Line += 100
			g.Obligations[j].Message += " indeed"
		}
	}
	a, b := fingerprints(t, before), fingerprints(t, after)
	if fmt.Sprint(a) != fmt.Sprint(b) {
		t.Errorf("%v\n%v", a, b)
	}
	seen := map[string]bool{}
	for _, f := range a {
		if seen[f] {
			t.Errorf("%s twice", f)
		}
		seen[f] = true
	}
}

func fingerprints(t *testing.T, r *Report) (list []string) {
	for _, result := range readSARIF(t, write(t, "sarif", r, View{})).Results {
		list = append(list, result.PartialFingerprints["primaryLocationLineHash"])
	}
	return list
}

// big has as many findings as asked for, one critical among them, last.
func big(t *testing.T, findings int, message func(n int) string) *Report {
	f := newFixture(t)
	f.input(inventory.Input{Path: "plan.json", Kind: "plan", Resources: findings})
	for n := range findings - 1 {
		f.annotate(f.instance(fmt.Sprintf("digitalocean_droplet.d%d", n), n+1), "droplet-backups", assess.Unaddressed, message(n), 0)
	}
	f.annotate(f.instance("account", 0), "account-mfa", assess.Unaddressed, "two factors?", 0)
	return Build(f.assessment(), Options{})
}

func plainMessage(int) string { return "backups = false" }

// The limits of code scanning are 25,000 results and 10 MB compressed; here
// they are smaller, for the test to be quick.
func TestSARIFLimits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	noise := func(int) string {
		return strings.Map(func(rune) rune { return 'a' + rune(random.IntN(26)) }, strings.Repeat("x", 900))
	}
	tests := []struct {
		name     string
		report   *Report
		min, max int // results
	}{
		{"many", big(t, 150, plainMessage), 100, 100},
		{"large", big(t, 100, noise), 30, 99},
		{"fitting", big(t, 100, plainMessage), 100, 100},
	}
	for _, test := range tests {
		s := newSARIF(test.report, View{})
		s.maxResults, s.maxBytes = 100, 50_000
		var out bytes.Buffer
		if err := s.write(&out, func(*Entry) bool { return true }); err != nil {
			t.Fatal(err)
		}
		run := readSARIF(t, out.String())
		if n := len(run.Results); n > test.max || n < test.min {
			t.Errorf("%s: %d results", test.name, n)
		}
		if compressed(out.Bytes(), 0) > s.maxBytes {
			t.Errorf("%s: too large", test.name)
		}
		said := strings.Contains(out.String(), "left out")
		if said == (test.name == "fitting") {
			t.Errorf("%s: %+v", test.name, run.Invocations)
		}
	}
}

func TestWorstComesFirst(t *testing.T) {
	r := big(t, 50, plainMessage)
	if got := readSARIF(t, write(t, "sarif", r, View{})).Results[0].RuleID; got != "account-mfa" {
		t.Errorf("first is %s", got)
	}
}

func TestSARIFURI(t *testing.T) {
	tests := map[string]string{
		"main.tf": "main.tf", "a b/ü.tf": "a%20b/%C3%BC.tf", "a:b.tf": "./a:b.tf", "../x/main.tf": "../x/main.tf",
		"/abs/main.tf": "file:///abs/main.tf", "50%.tf": "50%25.tf", "a#b?.tf": "a%23b%3F.tf",
	}
	for file, want := range tests {
		if got := sarifURI(file).URI; got != want {
			t.Errorf("%s: got %s, want %s", file, got, want)
		}
	}
}
