package input_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/input"
	"github.com/srmlint/srmlint/internal/provider"
)

// copied is a writable copy of the files of an example.
func copied(t *testing.T, example string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("../../examples", example))); err != nil {
		t.Fatal(err)
	}
	return dir
}

func edit(t *testing.T, file, old, replacement string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(data), old, replacement, 1)
	if changed == string(data) {
		t.Fatalf("%s does not hold %q", file, old)
	}
	if err := os.WriteFile(file, []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestSource(t *testing.T) {
	tests := []struct {
		name           string
		file, old, new string // a change on disk since the plan
		source         string
		used           bool
		says           string // in the diagnostics
	}{
		{name: "beside the plan", used: true},
		{name: "off", source: input.NoSource},
		{
			name: "another value", file: "main.tf", old: `"s-1vcpu-1gb"`, new: `"s-2vcpu-2gb"`,
			says: "digitalocean_droplet.bastion has another size",
		},
		{
			name: "a resource more", file: "variables.tf", old: "variable", new: "resource \"digitalocean_tag\" \"new\" {\n  name = \"new\"\n}\n\nvariable",
			says: "it declares digitalocean_tag.new, which the plan does not have",
		},
		{
			name: "a resource less", file: "main.tf", old: `"digitalocean_tag" "web"`, new: `"digitalocean_tag" "other"`,
			says: "it does not declare digitalocean_tag.web",
		},
		{name: "broken", file: "main.tf", old: "count = 2", new: "count = ", says: "Configuration left aside"},
		{name: "comments and layout", file: "main.tf", old: "  count = 2", new: "  # two\n  count   =   2", used: true},
		{name: "no configuration", source: "/", says: "--source / holds no Terraform configuration"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := copied(t, "web-service")
			if test.file != "" {
				edit(t, filepath.Join(dir, test.file), test.old, test.new)
			}
			in := input.Read([]string{filepath.Join(dir, "plan.json")}, input.Options{Schema: schema(), Source: test.source})
			if used := in.Inventory.Inputs[0].Source != ""; used != test.used {
				t.Errorf("source used: %t", used)
			}
			all := ""
			for _, d := range in.Diagnostics {
				all += d.Summary + ": " + d.Detail + "\n"
			}
			if test.says == "" && all != "" || !strings.Contains(all, test.says) {
				t.Errorf("want %q, got: %s", test.says, all)
			}
		})
	}
}

// TestOtherConfiguration: a working directory that has nothing to do with the
// plan is passed over without a word.
func TestOtherConfiguration(t *testing.T) {
	plan, err := filepath.Abs("../../testdata/plans/08-dns/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir("../../examples/nested-modules")
	in := input.Read([]string{plan}, input.Options{Schema: schema()})
	if len(in.Diagnostics) > 0 || in.Inventory.Inputs[0].Source != filepath.Dir(plan) {
		t.Errorf("%q %v", in.Inventory.Inputs[0].Source, in.Diagnostics)
	}
}

func TestPositionsComeFromTheSource(t *testing.T) {
	in := input.Read([]string{"../../examples/web-service/plan.json"}, input.Options{Schema: schema()})
	for _, i := range in.Inventory.Instances {
		if provider.IsType(i.Type) && i.Position.IsZero() {
			t.Errorf("%s has no position", i.Address)
		}
	}
}

func TestReadInOrder(t *testing.T) {
	in := input.Read([]string{
		"../../examples/web-service", "../../testdata/plans/08-dns/plan.json", "-",
	}, input.Options{Schema: schema(), Stdin: strings.NewReader("")})
	if n := len(in.Inventory.Inputs); n != 2 {
		t.Fatalf("%d inputs", n)
	}
	if in.Inventory.Inputs[0].Kind != "configuration" || in.Inventory.Inputs[1].Kind != "plan" {
		t.Errorf("%+v", in.Inventory.Inputs)
	}
	if !in.Diagnostics.HasErrors() {
		t.Error("empty standard input is an error")
	}
	last := 0
	for _, i := range in.Inventory.Instances {
		if i.Input < last {
			t.Errorf("%s stands after those of the next input", i.Address)
		}
		last = i.Input
	}
}
