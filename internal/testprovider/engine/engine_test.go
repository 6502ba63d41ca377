package engine

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func TestCopyTreeLeavesBehindWhatRunsMade(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	for _, name := range []string{
		"main.tf", "modules/app/main.tf", ".terraform.lock.hcl", ".terraform/modules/modules.json",
		"terraform.tfstate", "terraform.tfstate.backup", ".git/config", "terraform.tfvars",
	} {
		write(t, filepath.Join(from, name), "")
	}
	if err := copyTree(from, to); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{
		"main.tf": true, "modules/app/main.tf": true, "terraform.tfvars": true,
		".terraform.lock.hcl": false, ".terraform": false, "terraform.tfstate": false, "terraform.tfstate.backup": false, ".git": false,
	} {
		if got := exists(filepath.Join(to, name)); got != want {
			t.Errorf("%s copied: %v, want %v", name, got, want)
		}
	}
}

func TestStateStaysLocal(t *testing.T) {
	for text, want := range map[string]bool{
		"terraform {\n  backend \"s3\" {}\n}\n":                      true,
		"terraform {\n  cloud {\n  }\n}\n":                           true,
		"terraform {\n  required_version = \">= 1.5\"\n}\n":          false,
		"# backend \"s3\" is what we had\nresource \"a\" \"b\" {}\n": false,
	} {
		m := &Module{Dir: t.TempDir()}
		write(t, filepath.Join(m.Dir, "main.tf"), text)
		if err := m.keepStateLocal(); err != nil {
			t.Fatal(err)
		}
		if got := exists(filepath.Join(m.Dir, "local_state_override.tf")); got != want {
			t.Errorf("%q is overridden: %v, want %v", text, got, want)
		}
	}
}

func TestMirrorServesBothRegistries(t *testing.T) {
	dir := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // a second engine shares the mirror
		if _, err := New(self, dir); err != nil {
			t.Fatal(err)
		}
	}
	found, err := filepath.Glob(filepath.Join(dir, "mirror", "*", "digitalocean", "digitalocean", "*", "*", "terraform-provider-digitalocean_v*"))
	if err != nil || len(found) != 2 {
		t.Errorf("the mirror holds %q, %v", found, err)
	}
	settings, err := os.ReadFile(filepath.Join(dir, "cli.tfrc"))
	if err != nil || !strings.Contains(string(settings), "filesystem_mirror") || strings.Contains(string(settings), "direct") {
		t.Errorf("the settings let the engine use a network: %s, %v", settings, err)
	}
}

func TestEnvironIsBare(t *testing.T) {
	t.Setenv("TF_VAR_secret", "hush")
	t.Setenv("DIGITALOCEAN_TOKEN", "hush")
	e := &Engine{dir: t.TempDir()}
	for _, variable := range e.Environ() {
		if strings.Contains(variable, "hush") {
			t.Errorf("the engine is given %s", variable)
		}
	}
}

func TestOpenRefusesAModuleOutsideTheTree(t *testing.T) {
	e := &Engine{dir: t.TempDir()}
	if _, err := e.Open(context.Background(), t.TempDir(), t.TempDir()); err == nil || !strings.Contains(err.Error(), "is not within") {
		t.Errorf("got %v", err)
	}
}

func TestNewNeedsABinary(t *testing.T) {
	if _, err := New("no-such-terraform", t.TempDir()); err == nil {
		t.Error("no error")
	}
}
