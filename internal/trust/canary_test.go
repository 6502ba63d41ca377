package trust

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/cli"
	"github.com/srmlint/srmlint/internal/matrix"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/report"
)

// canaryText finds a canary, whatever is around it.
var canaryText = regexp.MustCompile(`CANARY\w+`)

// TestNoSecretIsPrinted plants a canary in every sensitive attribute of every
// type, in those that are secret though the provider does not say so, in
// variables and in outputs, and runs every command in every format.
func TestNoSecretIsPrinted(t *testing.T) {
	for name, on := range map[string]bool{"on": true, "off": false} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			planted := plant(t, dir, on)
			if planted < 60 {
				t.Fatalf("only %d canaries", planted)
			}
			t.Chdir(dir)
			runs := 0
			for _, args := range commands() {
				code, out, complaints := run(nil, environment, args...)
				runs++
				if code == cli.ExitUsage && !slices.Contains(args, "values") {
					t.Errorf("%v: %s", args, complaints) // it must have done its work for the test to mean anything
				}
				told(t, args, "standard output", out)
				told(t, args, "standard error", complaints)
			}
			written(t)
			t.Logf("%d canaries, %d runs", planted, runs)
		})
	}
}

// environment has a canary in the value of a variable.
var environment = []string{"GITHUB_STEP_SUMMARY=summary.report.md", "TF_VAR_from_environment=CANARYenvironment", "TF_VAR_numbers=CANARYnumbers", "TF_VAR_list=CANARYlist"}

func told(t *testing.T, args []string, where, text string) {
	t.Helper()
	if n := canaryText.FindStringIndex(text); n != nil {
		t.Errorf("%v: %s: …%s…", args, where, text[max(0, n[0]-200):min(len(text), n[1]+20)])
	}
}

// commands lists every way to run srmlint on what plant made.
func commands() (all [][]string) {
	inputs := map[string][]string{
		"plan": {"plan.json", "--source", "none"}, "state": {"state.json"}, "configuration": {"root"},
		"both": {"plan.json", "--source", "root"}, "broken": {"broken"},
	}
	var formats []string
	for _, f := range report.Formats() {
		formats = append(formats, f.Name)
	}
	formats = append(formats, "html")
	for _, kind := range slices.Sorted(maps.Keys(inputs)) {
		in := inputs[kind]
		all = append(all, in, append(in, "--all"), append(in, "--format", "text", "--color", "always"))
		all = append(all, append(in, everyFormat(formats, kind)...), append(append(in, everyFormat(formats, kind+".all")...), "--all"))
		all = append(all, append([]string{"init", "--output", kind + ".init.hcl"}, in...))
		all = append(all, append([]string{"baseline", "--output", kind + ".baseline.json"}, in...))
	}
	for _, f := range append(matrix.Formats(), matrix.Format{Name: "html"}) {
		all = append(all, append([]string{"matrix", "--format", f.Name}, inputs["both"]...))
	}
	return append(all,
		append([]string{"diff", "plan.json", "--source", "none", "--all"}, everyFormat(formats, "diff")...),
		append([]string{"diff", "plan.json", "--source", "root"}, everyFormat(formats, "diff.both")...),
		append([]string{"merge", "plan.all.report.json", "both.all.report.json", "state.report.json", "--all"}, everyFormat(formats, "merged")...),
		[]string{"root", "--format", "github"}, []string{"explain", "app-env-secrets"}, []string{"rules"}, []string{"rules", "--format", "json"},
		[]string{"test", "own"}, []string{"root", "--rules", "own"}, []string{"plan.json", "--source", "none", "--rules", "own"},
		[]string{"root", "--var", "CANARYflag"}, []string{"root", "--var", "list=CANARYflag"}, []string{"root", "--var-file", "values"})
}

// everyFormat asks for a file in each format; GitHub's is also for standard output.
func everyFormat(formats []string, name string) (flags []string) {
	for _, format := range formats {
		flags = append(flags, "--format", format+"="+name+".report."+format)
	}
	return flags
}

// written looks into every file that the commands wrote.
func written(t *testing.T) {
	t.Helper()
	n := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.Contains(path, ".report.") && !strings.Contains(path, ".init.") && !strings.Contains(path, ".baseline.") {
			return err
		}
		n++
		text, err := os.ReadFile(path)
		told(t, nil, path, string(text))
		return err
	})
	if err != nil || n < 100 {
		t.Error(n, err)
	}
}

// plant writes a root module, a plan of it, a state and a module that is full
// of errors, and returns how many canaries there are.
func plant(t *testing.T, dir string, on bool) int {
	t.Helper()
	schema := provider.Load()
	s := &specimen{schema: schema, on: on, canaries: map[string]string{}}
	config := sensitiveFlows
	var planned, declared, objects []any
	for _, name := range schema.Types() {
		s.computed = false
		arguments := s.resource(name)
		config += native(name, "x", schema.Type(name), arguments)
		expressions := map[string]any{}
		for argument, v := range arguments {
			expressions[argument] = map[string]any{"constant_value": v}
			if schema.Type(name).Blocks[argument] != nil {
				delete(expressions, argument)
			}
		}
		declared = append(declared, map[string]any{
			"address": name + ".x", "mode": "managed", "type": name, "name": "x",
			"provider_config_key": "digitalocean", "expressions": expressions,
		})
		s.computed = true
		values := s.resource(name)
		object := map[string]any{
			"address": name + ".x", "mode": "managed", "type": name, "name": "x",
			"provider_name": "registry.terraform.io/digitalocean/digitalocean",
		}
		state := maps.Clone(object)
		state["values"], state["sensitive_values"], state["schema_version"] = values, map[string]any{}, 0
		objects = append(objects, state)
		before := maps.Clone(values)
		before["name"] = "before"
		object["change"] = map[string]any{
			"actions": []string{"update"}, "before": before, "after": values,
			"after_unknown": map[string]any{}, "before_sensitive": map[string]any{}, "after_sensitive": map[string]any{},
		}
		planned = append(planned, object)
	}
	flows, flowing := plannedFlows()
	planned, declared = append(planned, flows...), append(declared, flowing...)
	secret := map[string]any{"sensitive": true, "value": "CANARYoutput"}
	put(t, dir, "plan.json", map[string]any{
		"format_version": "1.2", "terraform_version": "1.11.4", "complete": true, "applyable": true,
		"variables":        map[string]any{"secret": map[string]any{"value": "CANARYvariable"}},
		"resource_changes": planned,
		"planned_values":   map[string]any{"outputs": map[string]any{"o": secret}},
		"output_changes":   map[string]any{"o": map[string]any{"actions": []string{"create"}, "after": "CANARYoutput", "after_sensitive": true}},
		"configuration": map[string]any{
			"provider_config": map[string]any{"digitalocean": map[string]any{
				"name": "digitalocean", "full_name": "registry.terraform.io/digitalocean/digitalocean",
				"expressions": map[string]any{"token": map[string]any{"constant_value": "CANARYtoken"}, "spaces_secret_key": map[string]any{"constant_value": "CANARYspaces"}},
			}},
			"root_module": map[string]any{
				"resources": declared,
				"variables": map[string]any{"secret": map[string]any{"sensitive": true, "default": "CANARYdefault"}},
				"outputs":   map[string]any{"o": map[string]any{"sensitive": true, "expression": map[string]any{"references": []string{"var.secret"}}}},
			},
		},
	})
	put(t, dir, "state.json", map[string]any{
		"format_version": "1.0", "terraform_version": "1.11.4",
		"values": map[string]any{"outputs": map[string]any{"o": secret}, "root_module": map[string]any{"resources": objects}},
	})
	write(t, dir, map[string]string{
		"root/main.tf": config, "root/terraform.tfvars": "secret = \"CANARYvariable\"\n",
		"root/.terraform/x": "", "broken/main.tf": broken, "broken/terraform.tfvars": "secret = \"CANARYbroken\"\nunquoted = CANARYunquoted\n",
		"own/own.hcl": ownRules, "own/own-secrets/addressed.tf": ownCase, "own/own-secrets/unaddressed.tf": ownCase, "own/own-errors/addressed.tf": ownCase,
		"values": "secret = CANARYvalues\n",
	})
	return len(s.canaries)
}

func put(t *testing.T, dir, name string, content any) {
	t.Helper()
	text, err := json.Marshal(content)
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, map[string]string{name: string(text)})
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
