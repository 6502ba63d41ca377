package trust

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/srmlint/srmlint/internal/cli"
)

// run runs a command in this process and returns all that it wrote.
func run(stdin []byte, environ []string, args ...string) (code int, stdout, stderr string) {
	var out, complaints bytes.Buffer
	code = cli.Run(context.Background(), cli.Streams{
		In: bytes.NewReader(stdin), Out: &out, Err: &complaints, Environ: environ,
		Now: func() time.Time { return time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC) },
	}, args)
	return code, out.String(), complaints.String()
}

// FuzzPlan: a plan of any content goes through reading, judging and a report.
func FuzzPlan(f *testing.F) {
	files, err := filepath.Glob("../../testdata/plans/0[5-9]*/plan.json")
	if err != nil || len(files) == 0 {
		f.Fatal(files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, plan []byte) {
		for _, args := range [][]string{{"-", "--source", "none", "--all"}, {"diff", "-", "--format", "markdown", "--source", "none"}} {
			if code, _, _ := run(plan, nil, args...); code < 0 || code > 3 {
				t.Fatalf("exit status %d", code)
			}
		}
	})
}

// FuzzRules: rules of any content are refused or applied to a plan.
func FuzzRules(f *testing.F) {
	files, err := filepath.Glob("../../rules/*.hcl")
	if err != nil || len(files) == 0 {
		f.Fatal(files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if len(text) < 20_000 {
			f.Add(text)
		}
	}
	plan, err := filepath.Abs("../../testdata/plans/08-dns/plan.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "r.hcl"), text, 0o600); err != nil {
			t.Fatal(err)
		}
		if code, _, _ := run(nil, nil, plan, "--rules", dir, "--source", "none"); code < 0 || code > 3 {
			t.Fatalf("exit status %d", code)
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
