package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestRelease holds what makes a release reproducible, and has goreleaser
// itself check its configuration where it is installed.
func TestRelease(t *testing.T) {
	var c struct {
		Builds []struct {
			Env       []string `yaml:"env"`
			Flags     []string `yaml:"flags"`
			Ldflags   []string `yaml:"ldflags"`
			Timestamp string   `yaml:"mod_timestamp"`
		} `yaml:"builds"`
		Archives []struct {
			Files []struct {
				Src  string `yaml:"src"`
				Info struct {
					Mtime string `yaml:"mtime"`
				} `yaml:"info"`
			} `yaml:"files"`
		} `yaml:"archives"`
		SBOMs []struct{} `yaml:"sboms"`
	}
	document(t, ".goreleaser.yaml", 0, &c)
	for _, b := range c.Builds {
		if !slices.Contains(b.Env, "CGO_ENABLED=0") || !slices.Contains(b.Flags, "-trimpath") ||
			!strings.Contains(strings.Join(b.Ldflags, " "), "-buildid=") || b.Timestamp != "{{ .CommitTimestamp }}" {
			t.Errorf("a build depends on where and when it is made: %+v", b)
		}
	}
	for _, a := range c.Archives {
		for _, f := range a.Files {
			if f.Info.Mtime != "{{ .CommitDate }}" {
				t.Errorf("%s carries the time of the release into the archive", f.Src)
			}
		}
	}
	if len(c.Builds) == 0 || len(c.Archives) == 0 || len(c.SBOMs) == 0 {
		t.Error("builds, archives and SBOMs are what a release is made of")
	}
	if _, err := exec.LookPath("goreleaser"); err != nil {
		t.Skip("no goreleaser on PATH, so it has not checked .goreleaser.yaml itself")
	}
	cmd := exec.Command("goreleaser", "check")
	cmd.Dir = "../.."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
