// Package engine runs a real terraform or tofu on copies of root modules, with
// the provider for tests in place of the real one and no network.
//
// The running program is the provider too: it must begin with
//
//	if testprovider.Asked() { return testprovider.Serve() }
package engine

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/srmlint/srmlint/internal/testprovider"
)

// Engine is one terraform or tofu with a mirror that holds the provider.
type Engine struct {
	Path string // of the binary
	dir  string // holds mirror, CLI configuration and root modules
}

// New finds a terraform or tofu, by name or path, and sets up a mirror in dir.
// Dir may be shared by several engines.
func New(binary, dir string) (*Engine, error) {
	path, err := exec.LookPath(binary)
	if err != nil {
		return nil, err
	}
	if path, err = filepath.Abs(path); err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	e := &Engine{Path: path, dir: dir}
	if err := e.Provide(testprovider.Version, self); err != nil {
		return nil, err
	}
	return e, e.configure()
}

// Provide lays a digitalocean provider out as terraform expects it on disk, for
// configurations that ask for that version.
func (e *Engine) Provide(version, binary string) error {
	platform := runtime.GOOS + "_" + runtime.GOARCH
	for _, registry := range []string{"registry.terraform.io", "registry.opentofu.org"} {
		at := filepath.Join(e.dir, "mirror", registry, "digitalocean", "digitalocean", version, platform)
		if err := os.MkdirAll(at, 0o755); err != nil {
			return err
		}
		link := filepath.Join(at, "terraform-provider-digitalocean_v"+version)
		if err := os.Symlink(binary, link); err != nil && !os.IsExist(err) {
			return err
		}
	}
	return nil
}

// configure keeps the engine from looking for providers anywhere else.
func (e *Engine) configure() error {
	text := fmt.Sprintf("disable_checkpoint = true\nprovider_installation {\n  filesystem_mirror {\n    path = %q\n  }\n}\n",
		filepath.Join(e.dir, "mirror"))
	return os.WriteFile(e.settings(), []byte(text), 0o644)
}

func (e *Engine) settings() string { return filepath.Join(e.dir, "cli.tfrc") }

// Environ is the environment in which the engine runs: nothing of the caller's
// own variables, credentials or plugin settings gets in.
func (e *Engine) Environ() []string {
	return []string{
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + e.dir,
		"TMPDIR=" + os.TempDir(),
		"TF_CLI_CONFIG_FILE=" + e.settings(),
		"TF_IN_AUTOMATION=1",
		"TF_INPUT=0",
		"CHECKPOINT_DISABLE=1",
	}
}

// Version is what the engine says of itself in its first line, such as "Terraform v1.11.4".
func (e *Engine) Version(ctx context.Context) (string, error) {
	out, err := e.run(ctx, e.dir, "version")
	line, _, _ := strings.Cut(string(out), "\n")
	return strings.TrimSpace(line), err
}

// run gives what the engine prints on stdout; the error holds what it prints besides.
func (e *Engine) run(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, e.Path, args...)
	cmd.Dir, cmd.Env = dir, e.Environ()
	var out, complaints strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil {
		return []byte(out.String()), fmt.Errorf("%s %s: %w\n%s%s", filepath.Base(e.Path), strings.Join(args, " "), err, tail(out.String()), complaints.String())
	}
	return []byte(out.String()), nil
}

// tail is the end of a long output, where engines say what went wrong.
func tail(s string) string {
	const enough = 4000
	if len(s) > enough {
		s = s[len(s)-enough:]
	}
	return s
}
