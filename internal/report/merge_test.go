package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/srmlint/srmlint/internal/catalogue"
)

func TestReadGivesBackWhatWasWritten(t *testing.T) {
	r := Build(website(t), Options{Version: "1.2.3"})
	data := []byte(write(t, "json", r, View{}))
	again, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(write(t, "json", r, View{}), write(t, "json", again, View{})); diff != "" {
		t.Error(diff)
	}
	// What the JSON does not hold is restored: text orders by it.
	if diff := cmp.Diff(write(t, "text", r, View{All: true}), write(t, "text", again, View{All: true})); diff != "" {
		t.Error(diff)
	}
}

func TestReadRefuses(t *testing.T) {
	cases := map[string]struct{ data, want string }{
		"nothing":         {``, "not JSON"},
		"half":            {`{"schema_version": "1.0", "inputs": [`, "not JSON"},
		"list":            {`[]`, "not a report"},
		"another object":  {`{"a": 1}`, "no schema_version"},
		"a plan":          {`{"format_version": "1.2", "resource_changes": []}`, "Terraform plan"},
		"SARIF":           {`{"version": "2.1.0", "runs": []}`, "SARIF"},
		"newer":           {`{"schema_version": "2.0"}`, `schema version "2.0", this srmlint reads 1.x`},
		"no version":      {`{"schema_version": ""}`, `schema version ""`},
		"unknown input":   {`{"schema_version": "1.0", "inputs": [], "resources": [{"address": "a.b", "input": 0, "instances": ["a.b"]}]}`, "resources[0].input is 0, but there are 0 inputs"},
		"no instance":     {`{"schema_version": "1.0", "inputs": [{}], "resources": [{"address": "a.b"}]}`, "resources[0] (a.b) has no instances"},
		"unknown status":  {`{"schema_version": "1.0", "inputs": [{}], "resources": [{"instances": ["a.b"], "obligations": [{"status": "fine"}]}]}`, `resources[0].obligations[0]: "fine" is no status`},
		"unknown level":   {`{"schema_version": "1.0", "inputs": [{}], "resources": [{"instances": ["a.b"], "obligations": [{"status": "waived", "severity": "grave"}]}]}`, `"grave" is no severity`},
		"wrong structure": {`{"schema_version": "1.0", "inputs": 7}`, "not a report"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := Read([]byte(c.data))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, not one with %q", err, c.want)
			}
		})
	}
}

func TestReadNewerMinorVersion(t *testing.T) {
	if _, err := Read([]byte(`{"schema_version": "1.7", "inputs": [], "something_new": {}}`)); err != nil {
		t.Errorf("a report with additions is refused: %v", err)
	}
}

func TestMerge(t *testing.T) {
	one := Build(website(t), Options{Version: "1"})
	two := Build(website(t), Options{Version: "2", MinSeverity: catalogue.Medium, Changed: true})
	r := Merge([]Part{{"one.json", one}, {"two.json", two}}, "3")
	if got, want := r.Summary.Total(), one.Summary.Total()+two.Summary.Total(); got != want {
		t.Errorf("%d obligations of %d", got, want)
	}
	if r.Inputs[1].Report != "two.json" || r.Resources[len(r.Resources)-1].Input != 1 {
		t.Errorf("inputs of the second report are lost: %+v", r.Inputs)
	}
	if diff := cmp.Diff(Filters{Changed: true, MinSeverity: "medium"}, r.Filters); diff != "" {
		t.Errorf("what a part leaves out the whole leaves out: %s", diff)
	}
	if len(r.Products) != len(one.Products) || len(r.Rules) != len(one.Rules) {
		t.Errorf("%d products and %d rules; there are %d and %d", len(r.Products), len(r.Rules), len(one.Products), len(one.Rules))
	}
	if one.Resources[0].Input != 0 || two.Resources[0].Input != 0 || two.Inputs[0].Report != "" {
		t.Error("the merged reports were changed")
	}
}

func TestInputName(t *testing.T) {
	r := &Report{Inputs: []Input{{Path: "plan.json", Report: "a.json"}, {Path: "plan.json", Report: "b.json"}, {Path: "c/plan.json", Report: "c.json"}}}
	for n, want := range []string{"a.json: plan.json", "b.json: plan.json", "c/plan.json"} {
		if got := r.InputName(n); got != want {
			t.Errorf("input %d is called %q, not %q", n, got, want)
		}
	}
}

// TestMergeOfMerges holds that the way in which reports are merged does not matter.
func TestMergeOfMerges(t *testing.T) {
	part := func(name string) Part { return Part{name, Build(website(t), Options{})} }
	flat := Merge([]Part{part("a"), part("b"), part("c")}, "")
	nested := Merge([]Part{{"ab", Merge([]Part{part("a"), part("b")}, "")}, part("c")}, "")
	if diff := cmp.Diff(flat, nested, cmpopts.IgnoreUnexported(Entry{}), cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}

func TestEveryFormatWritesMergedReports(t *testing.T) {
	r := Merge([]Part{{"a", Build(website(t), Options{})}, {"b", Build(website(t), Options{})}}, "")
	for _, f := range Formats() {
		if out := write(t, f.Name, r, View{}); out == "" {
			t.Errorf("%s writes nothing", f.Name)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"schema_version": "1.0", "inputs": [{"path": "plan.json"}], "resources": [{"instances": ["a.b[0]"], "obligations": [{"status": "waived", "severity": "low"}]}]}`))
	f.Add([]byte(`{"schema_version": "1.0"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Read(data)
		if err != nil {
			return
		}
		for _, format := range Formats() {
			var b bytes.Buffer
			if err := format.Write(&b, Merge([]Part{{"x", r}, {"y", r}}, ""), View{All: true}); err != nil {
				t.Errorf("%s cannot write what was read: %v", format.Name, err)
			}
			if format.Name == "json" && !json.Valid(b.Bytes()) {
				t.Error("no JSON")
			}
		}
	})
}
