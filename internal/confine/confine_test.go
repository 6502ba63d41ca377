package confine

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func tree(t *testing.T, names ...string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func link(t *testing.T, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Skip(err)
	}
}

func TestCheck(t *testing.T) {
	dir := tree(t, "secret", "repo/.git/HEAD", "repo/envs/prod/main.tf", "repo/common/x.tf", "repo-2/main.tf", "plain/a/main.tf", "plain/b/x.tf")
	prod := filepath.Join(dir, "repo/envs/prod")
	link(t, "../../common/x.tf", filepath.Join(prod, "inside.tf"))
	link(t, "../../../secret", filepath.Join(prod, "leak.tf"))
	link(t, dir, filepath.Join(prod, "up"))
	link(t, "nowhere", filepath.Join(prod, "dangling.tf"))
	link(t, "../b/x.tf", filepath.Join(dir, "plain/a/linked.tf"))
	tests := []struct {
		from, path string
		ok         bool
	}{
		{prod, "main.tf", true},
		{prod, "inside.tf", true},
		{prod, "../../common/x.tf", true},
		{prod, "leak.tf", false},
		{prod, "up/secret", false},
		{prod, "up/repo/common/x.tf", true},
		{prod, "../../../secret", false},
		{prod, "../../../repo-2/main.tf", false},
		{prod, "../../../not-there", false},
		{prod, "dangling.tf", true},
		{prod, "not-there", true},
		{filepath.Join(dir, "plain/a"), "main.tf", true},
		{filepath.Join(dir, "plain/a"), "linked.tf", false},
		{filepath.Join(dir, "plain/a"), "../b/x.tf", false},
	}
	for _, test := range tests {
		err := Around(test.from).Check(filepath.Join(test.from, test.path))
		if (err == nil) != test.ok || err != nil && !errors.Is(err, ErrOutside) {
			t.Errorf("%s of %s: %v", test.path, test.from, err)
		}
	}
	if err := Around(filepath.Join(dir, "plain/a")).Check(filepath.Join(dir, "plain/b/x.tf"), filepath.Join(dir, "plain/b")); err != nil {
		t.Error(err)
	}
}

func TestSubmodulesBelongToWhatIsAround(t *testing.T) {
	dir := tree(t, ".git/HEAD", "sub/main.tf", "worktree/main.tf")
	for name, text := range map[string]string{"sub": "gitdir: ../.git/modules/sub\n", "worktree": "gitdir: /elsewhere/.git/worktrees/w\n"} {
		if err := os.WriteFile(filepath.Join(dir, name, ".git"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := Around(filepath.Join(dir, "sub")).Top(); got != dir {
		t.Errorf("sub is of %s", got)
	}
	if got := Around(filepath.Join(dir, "worktree")).Top(); got != filepath.Join(dir, "worktree") {
		t.Errorf("worktree is of %s", got)
	}
}

func TestReadFile(t *testing.T) {
	dir := tree(t, "small")
	if text, err := ReadFile(filepath.Join(dir, "small"), 1); err != nil || string(text) != "x" {
		t.Errorf("%q %v", text, err)
	}
	if _, err := ReadFile(filepath.Join(dir, "small"), 0); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	link(t, "/dev/zero", filepath.Join(dir, "zero"))
	for _, name := range []string{"pipe", "zero"} {
		if _, err := ReadFile(filepath.Join(dir, name), 1); err == nil || !strings.Contains(err.Error(), "regular file") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
