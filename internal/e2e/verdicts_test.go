//go:build e2e

package e2e

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/srmlint/srmlint/internal/cli"
	"github.com/srmlint/srmlint/internal/terraform"
	"github.com/srmlint/srmlint/internal/testprovider/engine"
)

// TestVerdictsAgree follows each configuration through its life and reads each
// of its plans in every way: verdicts may stay open, and never contradict.
func TestVerdictsAgree(t *testing.T) {
	e := first(t)
	for _, c := range configurations(t, "testdata/plans/*", "examples/*") {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := &story{T: t, module: open(t, e, c), ctx: context.Background()}
			s.live()
		})
	}
}

// story is one configuration's life, and what was said of it until now.
type story struct {
	*testing.T
	module *engine.Module
	ctx    context.Context
	told   []telling
}

type telling struct {
	of string
	verdicts
}

func (s *story) live() {
	s.tell("configuration", s.module.Dir)
	s.saved(s.compared("plan"))
	if err := s.module.Apply(s.ctx); err != nil {
		s.Fatal(err)
	}
	s.only(s.compared("plan after apply"), "no-op", "read")
	if args := replaceAll(s.T, s.module); len(args) > 0 {
		s.some(s.compared("replacement", args...), "create")
	}
	if changed := changeState(s.T, s.module); changed > 0 {
		s.some(s.compared("update"), "update")
	}
	s.ended()
}

// compared makes a plan and tells what is said of it alone, and of it and the
// configuration together. It returns the plan's path.
func (s *story) compared(of string, args ...string) string {
	s.Helper()
	path := s.plan(of, args...)
	s.tell(of+" and configuration", path, "--source", s.module.Dir)
	return path
}

// plan makes a plan and tells what is said of it alone.
func (s *story) plan(of string, args ...string) string {
	s.Helper()
	path := s.planned("plan.json", args...)
	s.tell(of, path, "--source", "none")
	return path
}

// planned writes the JSON of a plan into a folder of its own.
func (s *story) planned(name string, args ...string) string {
	s.Helper()
	text, err := s.module.JSON(s.ctx, args...)
	if err != nil {
		s.Fatal(err)
	}
	path := filepath.Join(s.TempDir(), name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		s.Fatal(err)
	}
	return path
}

// tell runs srmlint and holds its verdicts against all that was told before.
func (s *story) tell(of string, args ...string) {
	s.Helper()
	v := s.srmlint(args...)
	for _, before := range s.told {
		for _, c := range contradictions(before.verdicts, v) {
			s.Errorf("%s against %s: %s", before.of, of, c)
		}
	}
	s.Logf("%-36s %s", of, v.undetermined())
	s.told = append(s.told, telling{of, v})
}

func (s *story) srmlint(args ...string) verdicts {
	s.Helper()
	var out, complaints bytes.Buffer
	streams := cli.Streams{
		In: strings.NewReader(""), Out: &out, Err: &complaints,
		Now: func() time.Time { return time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC) },
	}
	args = append(args, "--format", "json", "--all")
	if code := cli.Run(s.ctx, streams, args); code > cli.ExitFindings {
		s.Fatalf("srmlint %s: exit status %d\n%s", strings.Join(args, " "), code, complaints.String())
	}
	v, err := parseReport(out.Bytes())
	if err != nil {
		s.Fatal(err)
	}
	return v
}

// saved holds the JSON of the saved plan, read as srmlint reads it, against
// what the engine itself printed.
func (s *story) saved(path string) {
	s.Helper()
	want, err := os.ReadFile(path)
	if err != nil {
		s.Fatal(err)
	}
	got, err := terraform.Show(s.ctx, filepath.Join(s.module.Dir, "tfplan"),
		terraform.Options{Environ: s.module.Environ(), LookPath: s.module.Find})
	if err != nil {
		s.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		s.Error("the saved plan is shown differently")
	}
}

// ended: what is destroyed carries no obligations.
func (s *story) ended() {
	s.Helper()
	path := s.planned("destroy.json", "-destroy")
	s.only(path, "delete")
	for key, status := range s.srmlint(path, "--source", "none") {
		if strings.HasPrefix(key, "digitalocean_") || strings.HasPrefix(key, "module.") {
			s.Errorf("%s is %s though it is destroyed", key, status)
		}
	}
}
