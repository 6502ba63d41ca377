package trust

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/cli"
	"github.com/srmlint/srmlint/internal/input"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/report"
	"github.com/srmlint/srmlint/rules"
)

// present is the time at which the tests take place.
var present = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

// run runs a command in this process and returns all that it wrote.
func run(stdin []byte, environ []string, args ...string) (code int, stdout, stderr string) {
	var out, complaints bytes.Buffer
	code = cli.Run(context.Background(), cli.Streams{
		In: bytes.NewReader(stdin), Out: &out, Err: &complaints, Environ: environ,
		Now: func() time.Time { return present },
	}, args)
	return code, out.String(), complaints.String()
}

// builtIn is the built-in catalogue, read once for all runs of a fuzzer.
func builtIn(f *testing.F) *catalogue.Catalogue {
	c, _, diags := catalogue.Load(catalogue.Options{Schema: provider.Load(), Now: present}, catalogue.Source{Name: "rules", FS: rules.FS})
	if diags.HasErrors() {
		f.Fatal(diags)
	}
	return c
}

// reported judges an inventory and writes what a run would.
func reported(t *testing.T, in *input.Result, c *catalogue.Catalogue) {
	a, diags := assess.Assess(in.Inventory, c, assess.Options{})
	r := report.Build(a, report.Options{Faults: append(diags, in.Diagnostics...)})
	for _, format := range report.Formats() {
		if err := format.Write(io.Discard, r, report.View{All: true}); err != nil {
			t.Fatalf("%s: %v", format.Name, err)
		}
	}
}

// FuzzPlan: a plan of any content goes through reading, judging and every report.
func FuzzPlan(f *testing.F) {
	seed(f, "../../testdata/plans/0[5-9]*/plan.json")
	c, schema := builtIn(f), provider.Load()
	f.Fuzz(func(t *testing.T, plan []byte) {
		reported(t, input.Read([]string{"-"}, input.Options{
			Schema: schema, Stdin: bytes.NewReader(plan), Source: input.NoSource, Before: true,
		}), c)
	})
}

func seed(f *testing.F, pattern string) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		f.Fatal(files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if len(text) < 40_000 {
			f.Add(text)
		}
	}
}

// FuzzRules: rules of any content are refused or applied to a plan.
func FuzzRules(f *testing.F) {
	seed(f, "../../rules/*.hcl")
	schema := provider.Load()
	in := input.Read([]string{"../../testdata/plans/01-firewall-shapes/plan.json"}, input.Options{Schema: schema, Source: input.NoSource})
	f.Fuzz(func(t *testing.T, text []byte) {
		files := fstest.MapFS{"r.hcl": &fstest.MapFile{Data: text}}
		c, _, diags := catalogue.Load(catalogue.Options{Schema: schema, Now: present}, catalogue.Source{Name: "own", FS: files})
		if !diags.HasErrors() {
			reported(t, in, c)
		}
	})
}

// FuzzPolicy: a .srmlint.hcl of any content.
func FuzzPolicy(f *testing.F) {
	f.Add([]byte("attest \"droplet-os-updates\" {\n  by = \"a\"\n  how = \"b\"\n  on = \"2026-11-01\"\n}\nsettings {\n  fail_on = \"high\"\n}\n"))
	f.Add([]byte("waive \"droplet-backups\" {\n  resources = [\"digitalocean_droplet.*\"]\n  by = \"a\"\n  reason = \"b\"\n  until = \"2027-01-31\"\n}\n"))
	plan, err := filepath.Abs("../../testdata/plans/01-firewall-shapes/plan.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		file := filepath.Join(t.TempDir(), ".srmlint.hcl")
		if err := os.WriteFile(file, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(text, []byte("formats")) {
			return // it may name files to write
		}
		if code, _, _ := run(nil, nil, plan, "--config", file, "--source", "none"); code < 0 || code > 3 {
			t.Fatalf("exit status %d", code)
		}
	})
}
