package report

import (
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/report/formattest"
)

// complete is website with what it lacks: faults, a finding of the baseline,
// a statement that expired.
func complete(t *testing.T) *Report {
	a := website(t)
	for one := range a.All() {
		if one.Status == assess.Unaddressed && one.Instance.Name == "" && one.Obligation.ID == "droplet-backups" && one.Instance.Position.Line == 2 {
			one.Known = true
		}
		if one.Obligation.ID == "account-mfa" {
			for other := range a.All() {
				if other.Status == assess.Attested {
					one.Expired = other.Statement
				}
			}
		}
	}
	return Build(a, Options{Version: "test", Faults: hcl.Diagnostics{
		{
			Severity: hcl.DiagError, Summary: "Unsupported block", Detail: "Blocks of type \"droplt\" are not expected here.",
			Subject: &hcl.Range{Filename: "broken.tf", Start: hcl.Pos{Line: 7, Column: 3}},
		},
		{Severity: hcl.DiagWarning, Summary: "Statement covers nothing", Detail: "No resource matches."},
	}})
}

var testView = View{
	Now:  time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC),
	Root: Root{Repository: "/repo", Working: "/repo/envs/prod"},
}

// goldenFormats are the formats whose whole text is kept, with file names.
var goldenFormats = map[string]string{
	"sarif": "sarif.json", "code-scanning": "code-scanning.json", "github": "github.txt", "gitlab": "gitlab.json",
	"markdown": "markdown.md", "junit": "junit.xml", "csv": "csv.csv", "rdjson": "rdjson.json",
	"oscal": "oscal.json", "oscal-components": "oscal-components.json",
}

func TestGoldenFormats(t *testing.T) {
	for format, file := range goldenFormats {
		t.Run(format, func(t *testing.T) {
			got := write(t, format, complete(t), testView)
			golden(t, "formats/"+file, got)
			if again := write(t, format, complete(t), testView); again != got {
				t.Error("two runs differ")
			}
		})
	}
}

// Every format has something to say of a report in which nothing was read.
func TestFormatsOfNothing(t *testing.T) {
	empty := Build(&assess.Assessment{Inventory: newFixture(t).a.Inventory}, Options{})
	for format := range goldenFormats {
		got := write(t, format, empty, View{})
		formattest.Check(t, format, got)
		if got == "" && format != "github" {
			t.Errorf("%s: nothing at all", format)
		}
	}
}

func TestFormatsAreValid(t *testing.T) {
	for format := range goldenFormats {
		for name, view := range map[string]View{"default": testView, "all": {All: true}} {
			t.Run(format+" "+name, func(t *testing.T) {
				formattest.Check(t, format, write(t, format, complete(t), view))
			})
		}
	}
}
