package tfplan

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// TestRefused: input that is no plan is told apart, with what to do.
func TestRefused(t *testing.T) {
	tests := []struct {
		name, input string
		want        []string
	}{
		{"empty", "", []string{"Empty input", "terraform show -json"}},
		{"spaces", " \n\t", []string{"Empty input"}},
		{"binary plan", "PK\x03\x04rest", []string{"saved plan", "terraform show -json plan.json > plan.json"}},
		{"gzip", "\x1f\x8b\x08", []string{"gunzip"}},
		{"html", "<!DOCTYPE html>", []string{"HTML"}},
		{"wrapper", "[command]/usr/bin/terraform show", []string{"terraform_wrapper: false"}},
		{"other binary", "\x7fELF\x00\x00", []string{"binary"}},
		{"plan text", "Terraform used the selected providers to generate", []string{"terraform plan -out=tfplan"}},
		{"text", "hello", []string{"does not begin with `{`"}},
		{"array", "[]", []string{"does not begin with `{`"}},
		{"raw state", `{"version":4,"terraform_version":"1.11.4","serial":3,"lineage":"x","outputs":{},"resources":[]}`, []string{"terraform show -json > state.json"}},
		{"provider schema", `{"format_version":"1.0","provider_schemas":{}}`, []string{"providers schema"}},
		{"log of events", "{\"@level\":\"info\",\"@message\":\"Terraform 1.11.4\"}\n{}", []string{"terraform plan -json"}},
		{"validate", `{"format_version":"1.0","valid":true,"error_count":0,"diagnostics":[]}`, []string{"terraform validate"}},
		{"own report", `{"schema_version":"1.0","summary":{}}`, []string{"report of srmlint"}},
		{"other json", `{"a":1}`, []string{"no `format_version`"}},
		{"future version", `{"format_version":"2.0"}`, []string{"format_version \"2.0\"", "1.x"}},
		{"version that is no text", `{"format_version":1,"planned_values":{}}`, []string{"format_version"}},
		{"truncated", "{\"format_version\":\"1.2\",\n\"resource_changes\":[{\"address\":", []string{"Truncated", "line 2, column 32", "byte 56"}},
		{"not json", "{\"format_version\":\"1.2\",\n  oops}", []string{"Not valid JSON", "line 2, column 3"}},
		{"duplicate names", `{"format_version":"1.2","variables":{"a":{},"a":{}}}`, []string{"Not valid JSON", "duplicate", "/variables/a"}},
		{"invalid UTF-8", "{\"format_version\":\"\xff\"}", []string{"Not valid JSON", "UTF-8"}},
		{"too deep", `{"format_version":"1.2","planned_values":` + strings.Repeat("[", 20000), []string{"Not valid JSON", "depth"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, diags := readText(t, test.input)
			if p != nil || !diags.HasErrors() {
				t.Fatal("was read")
			}
			text := diags[0].Summary + ": " + diags[0].Detail
			for _, want := range test.want {
				if !strings.Contains(text, want) {
					t.Errorf("%q does not say %q", text, want)
				}
			}
			if diags[0].Subject == nil || diags[0].Subject.Filename != "plan.json" || !strings.Contains(text, "plan.json") {
				t.Error("the file is not named")
			}
			if got := IsBinaryPlan(diags); got != (test.name == "binary plan") {
				t.Errorf("IsBinaryPlan is %t", got)
			}
		})
	}
}

// TestReadsAnyway: encodings, minor versions and orders that are harmless.
func TestReadsAnyway(t *testing.T) {
	plain := firewallPlan(refs("digitalocean_droplet.web"), "").json()
	want := dump(mustRead(t, []byte(plain)))
	tests := map[string][]byte{
		"byte order mark":    []byte("\xEF\xBB\xBF" + plain),
		"UTF-16":             toUTF16(plain, false),
		"UTF-16 big endian":  toUTF16(plain, true),
		"format version 1.9": []byte(strings.Replace(plain, `"1.2"`, `"1.9"`, 1)),
		"spaces":             []byte("\n\n " + strings.NewReplacer(`":`, "\" :\n\t", `,"`, "\r\n , \"").Replace(plain) + "\n"),
	}
	for name, input := range tests {
		t.Run(name, func(t *testing.T) {
			if got := dump(mustRead(t, input)); got != want {
				t.Errorf("differs:\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func mustRead(t testing.TB, input []byte) *Plan {
	t.Helper()
	p, diags := Read(bytes.NewReader(input), "plan.json", Options{Schema: provider.Load()})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return p
}

func toUTF16(s string, big bool) []byte {
	out := []byte{0xFF, 0xFE}
	if big {
		out = []byte{0xFE, 0xFF}
	}
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

// TestNotes: what is read in spite of a doubt is told.
func TestNotes(t *testing.T) {
	base := firewallPlan(refs("digitalocean_droplet.web"), "").json()
	with := func(field string) string { return strings.TrimSuffix(base, "}") + "," + field + "}" }
	tests := []struct {
		name, input, want string
		errored           bool
	}{
		{"none", base, "", false},
		{"errored", with(`"errored":true,"complete":false`), "Incomplete plan", true},
		{"targeted", with(`"complete":false`), "Partial plan", false},
		{"trailing text", base + "\nWarning: something", "Text after the plan", false},
		{"unknown type", synthetic{changes: []string{create("digitalocean_quantum.x", `{"a":1}`, "{}"), create("digitalocean_quantum.y", `{"a":1}`, "{}")}}.json(),
			"digitalocean_quantum (2 in this plan) is not known to this version of srmlint", false},
		{"value of another type", synthetic{changes: []string{create("digitalocean_droplet.x", `{"backups":{"no":"bool"}}`, "{}")}}.json(),
			"digitalocean_droplet.x, digitalocean_droplet.backups", false},
		{"no address", `{"format_version":"1.2","resource_changes":[{"mode":"managed","type":"digitalocean_droplet","name":"x","change":{}}]}`, "Object without address", false},
		{"changes that are no list", `{"format_version":"1.2","resource_changes":{}}`, "Changes that cannot be read", false},
		{"a change that is a number", `{"format_version":"1.2","resource_changes":[1]}`, "Changes that cannot be read", false},
		{"a change without what it does", `{"format_version":"1.2","resource_changes":[{"address":"digitalocean_tag.a","mode":"managed","type":"digitalocean_tag","name":"a","change":1}]}`, "Changes that cannot be read", false},
		{"a type that is a number", `{"format_version":"1.2","resource_changes":[{"address":"digitalocean_tag.a","mode":"managed","type":1,"name":"a","change":{}}]}`, "Changes that cannot be read", false},
		{"no mode", `{"format_version":"1.2","resource_changes":[{"address":"digitalocean_tag.a","mode":null,"type":"digitalocean_tag","name":"a","change":{}}]}`, "Changes that cannot be read", false},
		{"deep variable", with(`"variables":{"v":{"value":` + strings.Repeat("[", 500) + strings.Repeat("]", 500) + `}}`), "var.v", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := mustRead(t, []byte(test.input))
			text := ""
			for _, d := range p.Notes {
				text += d.Summary + ": " + d.Detail + "\n"
			}
			if test.want == "" && text != "" || !strings.Contains(text, test.want) {
				t.Errorf("notes are %q, want %q", text, test.want)
			}
			if p.Input.Errored != test.errored {
				t.Error("Errored is wrong")
			}
		})
	}
}

// TestLimits: one string larger than the limit ends the reading, wherever it stands.
func TestLimits(t *testing.T) {
	for _, key := range []string{"planned_values", "configuration", "resource_changes"} {
		input := fmt.Sprintf(`{"format_version":"1.2",%q:["%s"]}`, key, strings.Repeat("x", 1<<20))
		_, diags := Read(strings.NewReader(input), "plan.json", Options{Schema: provider.Load(), Limits: Limits{Value: 1 << 16}})
		if !diags.HasErrors() || !strings.Contains(diags[0].Summary, "too large") {
			t.Errorf("%s: %v", key, diags)
		}
	}
}

// TestState reads `terraform show -json` of a state: all is known, nothing is configured.
func TestState(t *testing.T) {
	input := `{"format_version":"1.0","terraform_version":"1.11.4","values":{"outputs":{},"root_module":{
		"resources":[
			{"address":"digitalocean_tag.t","mode":"managed","type":"digitalocean_tag","name":"t","provider_name":"registry.terraform.io/digitalocean/digitalocean","values":{"id":"t","name":"t"},"sensitive_values":{}},
			{"address":"random_pet.p","mode":"managed","type":"random_pet","name":"p","values":{}}],
		"child_modules":[{"resources":[
			{"address":"module.a[\"x\"].digitalocean_droplet.d[1]","mode":"managed","type":"digitalocean_droplet","name":"d","index":1,"values":{"id":"7","name":"d","user_data":"secret"},"sensitive_values":{"user_data":true}}],
			"address":"module.a[\"x\"]"}]}}}`
	p := mustRead(t, []byte(input))
	if p.Input.Kind != "state" || p.Input.Resources != 3 {
		t.Errorf("input is %+v", p.Input)
	}
	d := p.instance(t, `module.a["x"].digitalocean_droplet.d[1]`)
	if d.Module != `module.a["x"]` || d.Block != `module.a["x"].digitalocean_droplet.d` || len(d.Actions) > 0 || d.Configured != nil {
		t.Errorf("instance is %+v", d)
	}
	if v := d.Values.GetAttr("user_data"); !v.HasMark(inventory.Sensitive) {
		t.Error("a sensitive value is not marked")
	}
	if v := d.Values.GetAttr("id"); v != cty.StringVal("7") {
		t.Errorf("id is %#v", v)
	}
	t.Run("empty", func(t *testing.T) {
		if p := mustRead(t, []byte(`{"format_version":"1.0"}`)); p.Input.Kind != "state" || len(p.Instances) != 2 {
			t.Errorf("%+v", p)
		}
	})
}

// TestRealFilesAreTruncatedAnywhere: every prefix of a plan ends in an error that names a place.
func TestRealFilesAreTruncatedAnywhere(t *testing.T) {
	data, err := os.ReadFile(plans + "/02-modules/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.TrimSpace(data)
	for n := 1; n < len(data); n += 997 {
		_, diags := Read(bytes.NewReader(data[:n]), "plan.json", Options{Schema: provider.Load()})
		if !diags.HasErrors() || diags[0].Summary != "Truncated JSON" || !strings.Contains(diags[0].Detail, fmt.Sprintf("byte %d)", n)) {
			t.Fatalf("%d bytes: %v", n, diags)
		}
	}
}
