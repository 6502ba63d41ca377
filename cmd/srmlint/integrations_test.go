package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rhysd/actionlint"
)

// block is a fenced block of a page, with what stands after the backticks.
type block struct{ page, info, text string }

// blocks reads those of the pages on integrations.
func blocks(t *testing.T) (list []block) {
	t.Helper()
	pages, err := filepath.Glob("../../docs/integrations/*.md")
	if err != nil || len(pages) < 5 {
		t.Fatalf("pages on integrations: %v, %v", pages, err)
	}
	fence := regexp.MustCompile("(?ms)^```([^\n]*)\n(.*?)^```$")
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range fence.FindAllStringSubmatch(string(text), -1) {
			list = append(list, block{filepath.Base(page), m[1], m[2]})
		}
	}
	return list
}

// sandbox is a directory with a copy of the examples and a srmlint that takes
// findings (status 1) for success, as the pages' commands are about others' pipelines.
func sandbox(t *testing.T) (dir string, env []string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS("../../examples")); err != nil {
		t.Fatal(err)
	}
	real, err := exec.LookPath("srmlint")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	wrapper := "#!/bin/sh\n'" + real + "' \"$@\" || [ $? -eq 1 ]\n"
	if err := os.WriteFile(filepath.Join(bin, "srmlint"), []byte(wrapper), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir, append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"))
}

// bash runs a script as CI does: the first failure ends it.
func bash(t *testing.T, dir string, env []string, script string) string {
	t.Helper()
	cmd := exec.Command("bash", "-euo", "pipefail", "-c", script)
	cmd.Dir, cmd.Env = dir, env
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s\n%s", err, script, out)
	}
	return string(out)
}

// TestIntegrationCommands runs each block that a page marks with "sh run".
func TestIntegrationCommands(t *testing.T) {
	ran := map[string]bool{}
	for _, b := range blocks(t) {
		if b.info != "sh run" {
			continue
		}
		ran[b.page] = true
		t.Run(b.page, func(t *testing.T) {
			dir, env := sandbox(t)
			bash(t, dir, env, b.text)
		})
	}
	for _, b := range blocks(t) {
		if !ran[b.page] {
			t.Errorf("%s has no command that is tried", b.page)
		}
	}
}

// TestWorkflows has actionlint look at all workflows that pages and examples show.
func TestWorkflows(t *testing.T) {
	for _, b := range blocks(t) {
		if b.info == "yaml github" {
			lintWorkflow(t, b.page, []byte(b.text))
		}
	}
	text, err := os.ReadFile("../../examples/fleet/github-actions.yml")
	if err != nil {
		t.Fatal(err)
	}
	lintWorkflow(t, "github-actions.yml", text)
}

// TestAction has actionlint check action.yml, as a workflow here would use it.
func TestAction(t *testing.T) {
	lintWorkflow(t, "uses.yml", []byte(`on: push
permissions: {}
jobs:
  srmlint:
    runs-on: ubuntu-24.04
    steps:
      - uses: ./
        id: srmlint
        with: {paths: ., args: --fail-on=high, sarif: a.sarif, html: a.html, json: a.json, merge: reports, working-directory: .}
      - run: exit "$STATUS"
        env:
          STATUS: ${{ steps.srmlint.outputs.status }}
`))
}

func lintWorkflow(t *testing.T, name string, text []byte) {
	t.Helper()
	linter, err := actionlint.NewLinter(io.Discard, &actionlint.LinterOptions{WorkingDir: "../.."})
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	project, err := actionlint.NewProject(root)
	if err != nil {
		t.Fatal(err)
	}
	faults, err := linter.Lint(filepath.Join(root, ".github", "workflows", name), text, project)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
	for _, use := range regexp.MustCompile(`uses: (\S+)`).FindAllStringSubmatch(string(text), -1) {
		if !strings.HasPrefix(use[1], "srmlint/") && use[1] != "./" && !regexp.MustCompile(`@[0-9a-f]{40}$`).MatchString(use[1]) {
			t.Errorf("%s: %s is not pinned to a commit", name, use[1])
		}
	}
}
