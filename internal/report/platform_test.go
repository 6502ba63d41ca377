package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/oscal"
	"github.com/srmlint/srmlint/internal/report/formattest"
)

func TestRootPath(t *testing.T) {
	in := Root{Repository: "/repo", Working: "/repo/envs/prod"}
	tests := []struct {
		root       Root
		file, want string
	}{
		{Root{}, "./main.tf", "main.tf"},
		{Root{}, "../main.tf", "../main.tf"},
		{in, "main.tf", "envs/prod/main.tf"},
		{in, "../../modules/app/main.tf", "modules/app/main.tf"},
		{in, "/repo/plan.json", "plan.json"},
		{in, "/tmp/plan.json", "/tmp/plan.json"},
		{in, "../../../other/main.tf", "../../../other/main.tf"},
		{in, "/repository/main.tf", "/repository/main.tf"},
	}
	for _, test := range tests {
		if got := test.root.path(test.file); got != test.want {
			t.Errorf("%s: got %s, want %s", test.file, got, test.want)
		}
	}
}

// GitHub keeps ten annotations of each level; the rest is counted, and the
// summary of the job has all.
func TestGitHubLimits(t *testing.T) {
	var summary bytes.Buffer
	text := write(t, "github", big(t, 100, plainMessage), View{StepSummary: &summary})
	levels := map[string]int{}
	for _, c := range formattest.Commands(t, text) {
		levels[c.Name]++
	}
	if levels["warning"] != 10 || levels["error"] != 1 || !strings.Contains(text, "srmlint: 89 more of level warning") {
		t.Errorf("%v in\n%s", levels, text)
	}
	if n := strings.Count(summary.String(), "<details>"); n != 100 {
		t.Errorf("summary has %d sections", n)
	}
}

func TestMarkdownIsCut(t *testing.T) {
	for _, message := range []func(int) string{plainMessage, func(int) string { return strings.Repeat("<>", 600) }} {
		text := write(t, "markdown", big(t, 500, message), View{})
		formattest.Markdown(t, text)
		shown := strings.Count(text, "digitalocean_droplet.d")
		if want := fmt.Sprintf("%d resources left out here", 499-shown); shown < 5 || !strings.Contains(text, want) {
			t.Errorf("%d shown, no %q in %s", shown, want, text[len(text)-300:])
		}
		if !strings.Contains(text, "account-mfa") {
			t.Error("the worst was cut")
		}
	}
}

func TestMarkdownVerdict(t *testing.T) {
	one := func(s assess.Status) *Report {
		f := newFixture(t)
		f.input(inventory.Input{Path: "plan.json", Kind: "plan", Resources: 1})
		f.annotate(f.instance("digitalocean_droplet.web", 1), "droplet-backups", s, "m", 0)
		return Build(f.assessment(), Options{})
	}
	tests := map[string]*Report{
		"### srmlint: 7 findings\n":                                     complete(t),
		"### srmlint: 1 finding\n":                                      one(assess.Unaddressed),
		"### srmlint: no findings, 1 question that apply will decide\n": one(assess.Undetermined),
		"### srmlint: no findings\n":                                    one(assess.Addressed),
		"### srmlint: nothing to check\n":                               Build(&newFixture(t).a, Options{}),
	}
	for want, r := range tests {
		if got := write(t, "markdown", r, View{}); !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestGitLabFingerprintsDiffer(t *testing.T) {
	var issues []gitlabIssue
	if err := json.Unmarshal([]byte(write(t, "gitlab", complete(t), View{All: true})), &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, i := range issues {
		if seen[i.Fingerprint] {
			t.Errorf("%s twice: GitLab shows one of them", i.Fingerprint)
		}
		seen[i.Fingerprint] = true
	}
}

var uuids = regexp.MustCompile(`"([a-z-]*)": "#?([0-9a-f]{8}-[0-9a-f-]{27})"`)

// Every identifier of an OSCAL document is given once, and every reference
// finds one.
func TestOSCALReferences(t *testing.T) {
	for _, format := range []string{"oscal", "oscal-components"} {
		given, wanted := map[string]int{}, map[string]bool{}
		text := write(t, format, complete(t), testView)
		for _, found := range uuids.FindAllStringSubmatch(text, -1) {
			if found[1] == "uuid" {
				given[found[2]]++
			} else {
				wanted[found[2]] = true
			}
		}
		for id, n := range given {
			if n > 1 {
				t.Errorf("%s: %s is given %d times", format, id, n)
			}
		}
		for id := range wanted {
			if given[id] == 0 {
				t.Errorf("%s: nothing has %s", format, id)
			}
		}
	}
}

// Runs at different times give what is the same the same identifier.
func TestOSCALRunsCompare(t *testing.T) {
	result := func(now time.Time) oscal.Result {
		var d oscal.Document
		if err := json.Unmarshal([]byte(write(t, "oscal", complete(t), View{Now: now})), &d); err != nil {
			t.Fatal(err)
		}
		return d.AssessmentResults.Results[0]
	}
	a, b := result(day("2026-01-01")), result(day("2026-02-01"))
	for n := range a.Observations {
		if a.Observations[n].UUID != b.Observations[n].UUID {
			t.Errorf("observation %d", n)
		}
	}
	for n := range a.Findings {
		if a.Findings[n].UUID != b.Findings[n].UUID {
			t.Errorf("finding %d", n)
		}
	}
}

func TestOSCALControlStatus(t *testing.T) {
	tests := []struct {
		statuses []assess.Status
		want     oscal.Status
	}{
		{[]assess.Status{assess.Addressed, assess.Attested}, oscal.Status{State: "satisfied", Reason: "pass"}},
		{[]assess.Status{assess.Addressed, assess.Waived}, oscal.Status{State: "not-satisfied", Reason: "other"}},
		{[]assess.Status{assess.Undetermined}, oscal.Status{State: "not-satisfied", Reason: "other"}},
		{[]assess.Status{assess.Waived, assess.Unaddressed}, oscal.Status{State: "not-satisfied", Reason: "fail"}},
	}
	for _, test := range tests {
		if got := (&oscalControl{statuses: test.statuses}).status(); got != test.want {
			t.Errorf("%v: got %v", test.statuses, got)
		}
	}
}
