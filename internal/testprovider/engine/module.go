package engine

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Module is a copy of a root module, initialised. Its state is a local file.
type Module struct {
	Dir    string // of the copy
	engine *Engine
}

// Open copies a root module and runs init in the copy. Tree is the folder to
// copy, where modules are called from beside the root module; "" for dir itself.
func (e *Engine) Open(ctx context.Context, dir, tree string) (*Module, error) {
	if tree == "" {
		tree = dir
	}
	within, err := filepath.Rel(tree, dir)
	if err != nil || strings.HasPrefix(within, "..") {
		return nil, fmt.Errorf("%s is not within %s", dir, tree)
	}
	home, err := os.MkdirTemp(e.dir, "module-")
	if err != nil {
		return nil, err
	}
	if err := copyTree(tree, home); err != nil {
		return nil, err
	}
	m := &Module{Dir: filepath.Join(home, within), engine: e}
	if err := m.keepStateLocal(); err != nil {
		return nil, err
	}
	return m, m.Init(ctx)
}

// Init runs init again, after the configuration was changed.
func (m *Module) Init(ctx context.Context) error {
	_, err := m.engine.run(ctx, m.Dir, "init", "-input=false", "-no-color")
	return err
}

// Validate is what `validate -json` prints of the configuration, sound or not.
func (m *Module) Validate(ctx context.Context) ([]byte, error) {
	out, err := m.engine.run(ctx, m.Dir, "validate", "-json", "-no-color")
	if len(out) > 0 {
		return out, nil // it fails where the configuration is unsound, and says so in JSON
	}
	return nil, err
}

// Plan writes a saved plan to the module's folder and returns its path.
// Args are further arguments of the plan command, such as -destroy or -var.
func (m *Module) Plan(ctx context.Context, name string, args ...string) (string, error) {
	args = append([]string{"plan", "-input=false", "-no-color", "-lock=false", "-out=" + name}, args...)
	_, err := m.engine.run(ctx, m.Dir, args...)
	return filepath.Join(m.Dir, name), err
}

// Show is a saved plan as JSON.
func (m *Module) Show(ctx context.Context, plan string) ([]byte, error) {
	return m.engine.run(ctx, m.Dir, "show", "-json", "-no-color", plan)
}

// JSON plans and shows.
func (m *Module) JSON(ctx context.Context, args ...string) ([]byte, error) {
	plan, err := m.Plan(ctx, "tfplan", args...)
	if err != nil {
		return nil, err
	}
	return m.Show(ctx, plan)
}

// Apply brings about what the configuration says.
func (m *Module) Apply(ctx context.Context, args ...string) error {
	args = append([]string{"apply", "-input=false", "-no-color", "-auto-approve"}, args...)
	_, err := m.engine.run(ctx, m.Dir, args...)
	return err
}

// remoteState matches the blocks that would send the state elsewhere.
var remoteState = regexp.MustCompile(`(?m)^\s*(backend\s+"|cloud\s*\{)`)

// keepStateLocal overrides a backend, which no test could reach. It is no part
// of what `show -json` prints.
func (m *Module) keepStateLocal() error {
	files, err := filepath.Glob(filepath.Join(m.Dir, "*.t*f*"))
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err == nil && remoteState.Match(text) {
			override := "terraform {\n  backend \"local\" {}\n}\n"
			return os.WriteFile(filepath.Join(m.Dir, "local_state_override.tf"), []byte(override), 0o644)
		}
	}
	return nil
}

// copyTree leaves behind what an earlier init or apply made: hashes of the real
// provider, plugins, states.
func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if name == ".terraform" || name == ".git" {
			return fs.SkipDir
		}
		target := filepath.Join(to, strings.TrimPrefix(path, from))
		if entry.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		if name == ".terraform.lock.hcl" || strings.HasPrefix(name, "terraform.tfstate") || !entry.Type().IsRegular() {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
}

// Environ is the environment that the module's engine runs in.
func (m *Module) Environ() []string { return m.engine.Environ() }

// Find stands in for exec.LookPath: whatever is looked for, it is the module's engine.
func (m *Module) Find(string) (string, error) { return m.engine.Path, nil }
