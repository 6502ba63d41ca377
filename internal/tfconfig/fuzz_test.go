package tfconfig

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/provider"
)

// small keeps one run of the fuzzer below a second.
var small = Limits{FileBytes: 1 << 16, TotalBytes: 1 << 18, Instances: 500, Modules: 20, Work: 100_000}

// FuzzLoad: whatever a configuration holds, it is evaluated or refused: no
// panic, no hang, and every value can be walked.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"../../testdata/plans/*/main.tf", "../../examples/*/main.tf", "../../testdata/obligations/*/addressed.tf", "testdata/console/prelude.tf"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for i, file := range files {
			text, err := os.ReadFile(file)
			if err != nil || i > 40 {
				continue
			}
			f.Add(string(text), "v = 1\n", "{}")
		}
	}
	f.Add("variable \"v\" {\n  type = list(string)\n}\nresource \"digitalocean_tag\" \"t\" {\n  for_each = toset(var.v)\n  name = each.key\n}\n", "v = [\"a\"]\n", `{"v": ["b"]}`)
	schema := provider.Load()
	f.Fuzz(func(t *testing.T, config, values, jsonValues string) {
		dir := t.TempDir()
		for name, text := range map[string]string{"main.tf": config, "terraform.tfvars": values, "x.auto.tfvars.json": jsonValues, "y.tf.json": jsonValues} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		start := time.Now()
		m, _ := Load(dir, Options{Schema: schema, Limits: small})
		if took := time.Since(start); took > 20*time.Second {
			t.Fatalf("took %s", took)
		}
		for _, i := range m.Instances {
			_ = cty.Walk(i.Values, func(cty.Path, cty.Value) (bool, error) { return true, nil })
		}
	})
}

// FuzzExpression: any expression has a value or an error. It stands where the
// name of a Tag does, beside things to refer to.
func FuzzExpression(f *testing.F) {
	text, err := os.ReadFile(filepath.Join(consoleDir, "expressions.txt"))
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range splitLines(string(text)) {
		f.Add(line)
	}
	prelude, err := os.ReadFile(filepath.Join(consoleDir, "prelude.tf"))
	if err != nil {
		f.Fatal(err)
	}
	const unknown = "resource \"digitalocean_vpc\" \"u\" {\n  count = 2\n  name = \"v\"\n  region = \"nyc3\"\n}\nlocals {\n  unknown = digitalocean_vpc.u[*].id\n}\n"
	schema := provider.Load()
	f.Fuzz(func(t *testing.T, expression string) {
		dir := t.TempDir()
		config := string(prelude) + unknown + "resource \"digitalocean_tag\" \"t\" {\n  name = jsonencode(" + expression + ")\n}\n"
		if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(config), 0o600); err != nil {
			t.Fatal(err)
		}
		Load(dir, Options{Schema: schema, Limits: small})
	})
}

func splitLines(text string) (lines []string) {
	start := 0
	for i := range len(text) {
		if text[i] == '\n' {
			if i > start && text[start] != '#' {
				lines = append(lines, text[start:i])
			}
			start = i + 1
		}
	}
	return lines
}
