package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPreCommit has the real pre-commit build and run the hook of this tree, in
// a repository made for it.
func TestPreCommit(t *testing.T) {
	switch _, err := exec.LookPath("pre-commit"); {
	case testing.Short():
		t.Skip("pre-commit builds srmlint; left out with -short")
	case err != nil:
		t.Skip("no pre-commit on PATH; `apt-get install pre-commit` brings it")
	}
	hooks, commit := hookRepository(t)
	dir, _ := sandbox(t)
	env := append(os.Environ(), "PRE_COMMIT_HOME="+t.TempDir(), "GOMODCACHE="+goenv(t, "GOMODCACHE"), "GOFLAGS=-buildvcs=false -modcacherw",
		"GIT_CONFIG_GLOBAL="+filepath.Join(dir, ".gitconfig"), "GIT_CONFIG_NOSYSTEM=1")
	config := `repos:
  - repo: ` + hooks + `
    rev: ` + commit + `
    hooks:
      - id: srmlint
        args: [examples/web-service, --fail-on=HIGH]
`
	write := func(threshold string) {
		text := strings.Replace(config, "HIGH", threshold, 1)
		if err := os.WriteFile(filepath.Join(dir, ".pre-commit-config.yaml"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("never")
	out := bash(t, dir, env, `git config --global user.name x; git config --global user.email x@example.com
		git config --global safe.directory '*'; git init -q .; git add .; pre-commit run`)
	if !strings.Contains(out, "Passed") {
		t.Errorf("the hook does not pass:\n%s", out)
	}
	write("high")
	out = bash(t, dir, env, `git add .; pre-commit run && exit 9 || test $? -eq 1`)
	if !strings.Contains(out, "exit code: 1") || !strings.Contains(out, "firewall-admin-ports") {
		t.Errorf("the hook does not fail by what is open:\n%s", out)
	}
	out = bash(t, dir, env, `git commit -q --no-verify -m x; touch other; git add other; pre-commit run`)
	if !strings.Contains(out, "no files to check") {
		t.Errorf("the hook runs without need:\n%s", out)
	}
}

// hookRepository is a repository with the files of this one as they are now.
func hookRepository(t *testing.T) (dir, commit string) {
	t.Helper()
	dir = t.TempDir()
	out, err := exec.Command("bash", "-euo", "pipefail", "-c", `cd ../..
		git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' f; do if [ -e "$f" ]; then printf '%s\0' "$f"; fi; done | xargs -0 cp --parents -t "$0"
		cd "$0" && git init -q . && git add . && git -c user.name=x -c user.email=x@example.com commit -q -m x && git rev-parse HEAD`, dir).CombinedOutput()
	if err != nil {
		t.Skipf("this is no Git work tree, so there are no files to take: %v %s", err, out)
	}
	return dir, strings.TrimSpace(string(out))
}

func goenv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
