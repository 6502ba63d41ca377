package tfconfig

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

var update = flag.Bool("update", false, "write golden files again; results of Terraform need terraform in the PATH")

const consoleDir = "testdata/console"

// consoleExpressions reads expressions, one per line or between <<< and >>>.
func consoleExpressions(t *testing.T) []string {
	source, err := os.ReadFile(filepath.Join(consoleDir, "expressions.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out, block []string
	inside := false
	for _, line := range strings.Split(string(source), "\n") {
		switch {
		case line == "<<<":
			inside, block = true, nil
		case line == ">>>":
			inside = false
			out = append(out, strings.Join(block, "\n"))
		case inside:
			block = append(block, line)
		case line != "" && !strings.HasPrefix(line, "#"):
			out = append(out, line)
		}
	}
	return out
}

// outputName numbers the expressions.
func outputName(i int) string { return fmt.Sprintf("e%04d", i) }

// consoleModule writes a root module with an output for each expression. An
// expression that is an error has the output "ERROR".
func consoleModule(t *testing.T, expressions []string) string {
	dir := t.TempDir()
	prelude, err := os.ReadFile(filepath.Join(consoleDir, "prelude.tf"))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.Write(prelude)
	for i, x := range expressions {
		end := ")"
		if strings.Contains(x, "\n") {
			end = "\n)"
		}
		fmt.Fprintf(&b, "output %q {\n  value = try(jsonencode(%s%s, \"ERROR\")\n}\n", outputName(i), x, end)
	}
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestConsole: known expressions have the results that Terraform 1.11.4 gives them.
func TestConsole(t *testing.T) {
	expressions := consoleExpressions(t)
	dir := consoleModule(t, expressions)
	golden := filepath.Join(consoleDir, "terraform.golden")
	if *update {
		writeGolden(t, golden, expressions, terraformOutputs(t, dir))
	}
	want := readGolden(t, golden)
	root := rootModule(t, dir)
	for i, x := range expressions {
		w, ok := want[x]
		if !ok {
			t.Errorf("%s: no result of Terraform in %s; write it with -update", x, golden)
			continue
		}
		if newerThanTerraform[x] {
			continue
		}
		got, _ := root.output(outputName(i), hcl.Range{})
		if text := shown(got); text != w {
			t.Errorf("%s\n  is        %s\n  Terraform %s", x, text, w)
		}
	}
}

// newerThanTerraform has expressions of which later libraries know more than
// those of Terraform 1.11.4.
var newerThanTerraform = map[string]bool{
	`element(local.list, -1)`: true, // counts from the end
	`format("%s", null)`:      true, // unknown there
	`format("%v", null)`:      true,
}

func shown(v cty.Value) string {
	if v.IsMarked() || !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
		return fmt.Sprintf("%#v", v)
	}
	return v.AsString()
}

// rootModule loads the root module in a directory without evaluating it.
func rootModule(t testing.TB, dir string) *module {
	w := newWorld(Options{})
	l := newTreeLoader(dir, parser{limits: w.limits, schema: w.schema})
	root := l.load()
	if l.diags.HasErrors() {
		t.Fatal(l.diags)
	}
	w.files = newFileAccess(root, w.limits)
	t.Cleanup(w.files.close)
	w.workspace = workspace(dir, w.opts)
	w.readVariables(root)
	return newModule(w, root, "")
}

// terraformOutputs asks real Terraform.
func terraformOutputs(t *testing.T, dir string) map[string]string {
	terraform, err := exec.LookPath("terraform")
	if err != nil {
		t.Skip("terraform is not in the PATH")
	}
	for _, args := range [][]string{{"init", "-no-color"}, {"apply", "-auto-approve", "-no-color"}} {
		cmd := exec.Command(terraform, args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("terraform %s: %v\n%s", args[0], err, out)
		}
	}
	cmd := exec.Command(terraform, "output", "-json")
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var outputs map[string]struct{ Value string }
	if err := json.Unmarshal(out, &outputs); err != nil {
		t.Fatal(err)
	}
	results := map[string]string{}
	for name, o := range outputs {
		results[name] = o.Value
	}
	return results
}

func writeGolden(t *testing.T, path string, expressions []string, results map[string]string) {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	for i, x := range expressions {
		if err := encoder.Encode([2]string{x, results[outputName(i)]}); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func readGolden(t *testing.T, path string) map[string]string {
	f, err := os.Open(path)
	if err != nil {
		t.Skipf("no results of Terraform: %v", err)
	}
	defer f.Close()
	want := map[string]string{}
	for decoder := json.NewDecoder(f); decoder.More(); {
		var pair [2]string
		if err := decoder.Decode(&pair); err != nil {
			t.Fatal(err)
		}
		want[pair[0]] = pair[1]
	}
	return want
}
