package terraform

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain lets this test binary stand in for terraform: as STAND_IN says, it
// answers `version -json` and `show -json`.
func TestMain(m *testing.M) {
	if os.Getenv("STAND_IN") != "" {
		os.Exit(standIn(os.Args[1:]))
	}
	os.Exit(m.Run())
}

func standIn(args []string) int {
	switch args[0] {
	case "version":
		fmt.Printf(`{"terraform_version":%q}`, os.Getenv("STAND_IN"))
		return 0
	case "show":
		if complaint := os.Getenv("STAND_IN_COMPLAINT"); complaint != "" {
			fmt.Fprintln(os.Stderr, complaint)
			return 1
		}
		dir, _ := os.Getwd()
		fmt.Printf(`{"format_version":"1.2","errored":true,"args":%q,"dir":%q,"secret":%q,"checkpoint":%q}`,
			args, dir, os.Getenv("TF_VAR_secret"), os.Getenv("CHECKPOINT_DISABLE"))
		return 0
	}
	return 2
}

// savedPlan writes a plan as terraform saves it, with little in it.
func savedPlan(t *testing.T, version, lock string) string {
	t.Helper()
	plan := []byte("\x08\x03\x1a\x05hello") // a number and a string
	if version != "" {
		plan = binary.AppendUvarint(plan, versionField<<3|2)
		plan = append(binary.AppendUvarint(plan, uint64(len(version))), version...)
	}
	return archive(t, map[string]string{"tfplan": string(plan), ".terraform.lock.hcl": lock})
}

func archive(t *testing.T, entries map[string]string) string {
	t.Helper()
	var buffer bytes.Buffer
	w := zip.NewWriter(&buffer)
	for name, text := range entries {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(text))
	}
	w.Close()
	return file(t, buffer.String())
}

func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tfplan")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestIsPlan(t *testing.T) {
	tests := []struct {
		name string
		path string
		want bool
	}{
		{"a saved plan", savedPlan(t, "1.11.4", ""), true},
		{"another archive", archive(t, map[string]string{"main.tf": ""}), false},
		{"JSON", file(t, `{"format_version":"1.2"}`), false},
		{"empty", file(t, ""), false},
		{"the head of an archive", file(t, "PK\x03\x04 and no more"), false},
	}
	for _, test := range tests {
		got, err := IsPlan(test.path)
		if err != nil || got != test.want {
			t.Errorf("%s: got %v, %v, want %v", test.name, got, err, test.want)
		}
	}
	if _, err := IsPlan(filepath.Join(t.TempDir(), "none")); !os.IsNotExist(err) {
		t.Errorf("a file that is not there: %v", err)
	}
}

func TestInspect(t *testing.T) {
	tests := []struct {
		name, version, lock string
		want                string
	}{
		{"terraform", "1.11.4", `provider "registry.terraform.io/digitalocean/digitalocean" {}`, "Terraform 1.11.4"},
		{"tofu", "1.6.3", `provider "registry.opentofu.org/digitalocean/digitalocean" {}`, "OpenTofu 1.6.3"},
		{"no version", "", "", "Terraform"},
	}
	for _, test := range tests {
		m, err := inspect(savedPlan(t, test.version, test.lock))
		if err != nil || m.String() != test.want {
			t.Errorf("%s: got %s, %v, want %s", test.name, m, err, test.want)
		}
	}
}

func TestInspectDamaged(t *testing.T) {
	for name, plan := range map[string]string{
		"cut off":           "\x1a\x20abc",
		"no protobuf":       "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
		"a group":           "\x1b",
		"a huge field":      "\x1a\xff\xff\xff\xff\xff\xff\xff\x7f",
		"a huge version":    "\x72\xff\x7f",
		"a version cut off": "\x72\x06" + "1.1",
	} {
		if m, err := inspect(archive(t, map[string]string{"tfplan": plan})); err == nil {
			t.Errorf("%s: taken for %v", name, m)
		}
	}
}

// only finds the stand-in under the names given.
func only(names ...string) func(string) (string, error) {
	return func(name string) (string, error) {
		for _, n := range names {
			if n == name {
				return os.Executable()
			}
		}
		return "", &exec.Error{Name: name, Err: exec.ErrNotFound}
	}
}

func TestShow(t *testing.T) {
	plan := savedPlan(t, "1.11.4", "")
	out, err := Show(context.Background(), plan, Options{
		LookPath: only("terraform"),
		Environ:  []string{"STAND_IN=1.11.4", "TF_VAR_secret=hush", "TF_CLI_ARGS=-destroy"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"errored":true`, `["show" "-json" "-no-color"`, `"secret":""`, `"checkpoint":"1"`, filepath.Base(filepath.Dir(plan))} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %s in %s", want, out)
		}
	}
}

func TestShowFails(t *testing.T) {
	terraformLock := `provider "registry.terraform.io/digitalocean/digitalocean" {}`
	tofuLock := `provider "registry.opentofu.org/digitalocean/digitalocean" {}`
	tests := []struct {
		name      string
		lock      string
		have      []string
		version   string
		complaint string
		want      []string
	}{
		{"no terraform", terraformLock, nil, "1.11.4", "", []string{"made by Terraform 1.11.4", "terraform must be on PATH", "terraform show -json tfplan"}},
		{"no tofu", tofuLock, nil, "1.11.4", "", []string{"made by OpenTofu 1.11.4", "tofu must be on PATH"}},
		{"another version", terraformLock, []string{"terraform"}, "1.5.7", "", []string{"made by Terraform 1.11.4", "is version 1.5.7"}},
		{"no init", terraformLock, []string{"terraform"}, "1.11.4", "Error: Required plugins are not installed", []string{"is not initialised", " init` there first"}},
		{"tofu alone", terraformLock, []string{"tofu"}, "1.11.4", "Error: something \x1b[31melse", []string{"show -json tfplan` failed in", "something [31melse"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Show(context.Background(), savedPlan(t, "1.11.4", test.lock), Options{
				LookPath: only(test.have...),
				Environ:  []string{"STAND_IN=" + test.version, "STAND_IN_COMPLAINT=" + test.complaint},
			})
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("no %q in: %v", want, err)
				}
			}
			if strings.ContainsAny(err.Error(), "\x1b\n") {
				t.Errorf("the error passes control characters on: %q", err)
			}
		})
	}
}

func TestShowStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Show(ctx, savedPlan(t, "", ""), Options{LookPath: only("terraform"), Environ: []string{"STAND_IN=1.11.4"}})
	if err == nil {
		t.Fatal("no error")
	}
}

func FuzzPlanVersion(f *testing.F) {
	f.Add([]byte("\x08\x03\x1a\x05hello\x72\x061.11.4"))
	f.Add([]byte("\x72\xff\x7f"))
	f.Fuzz(func(t *testing.T, plan []byte) {
		path := archive(t, map[string]string{"tfplan": string(plan)})
		if m, err := inspect(path); err == nil && len(m.version) > 64 {
			t.Errorf("a version of %d bytes", len(m.version))
		}
	})
}
