package terraform

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/hashicorp/terraform-exec/tfexec"
)

// Options says where and with what to show a plan. The zero value is right for most uses.
type Options struct {
	// Dir is the initialised root module to run in; empty: the plan's directory.
	Dir string
	// LookPath finds a binary by name; nil: exec.LookPath, which looks at PATH
	// and never in the current directory.
	LookPath func(name string) (string, error)
	// Environ is the environment as NAME=VALUE; nil: that of this process.
	Environ []string
}

// Show returns the JSON of a saved plan, as the tool that made it writes it.
// It fails with a word on what to do where that tool is missing or of another
// version, and where its directory is not initialised.
func Show(ctx context.Context, plan string, o Options) ([]byte, error) {
	plan, err := filepath.Abs(plan)
	if err != nil {
		return nil, err
	}
	if o.Dir == "" {
		o.Dir = filepath.Dir(plan)
	}
	m, err := inspect(plan)
	if err != nil {
		return nil, fmt.Errorf("%s is no plan that can be read: %w", plan, err)
	}
	binary, err := find(m, plan, o.LookPath)
	if err != nil {
		return nil, err
	}
	tf, err := tfexec.NewTerraform(o.Dir, binary)
	if err != nil {
		return nil, err
	}
	if err := tf.SetEnv(environment(o.Environ)); err != nil {
		return nil, err
	}
	if err := sameVersion(ctx, tf, m, plan); err != nil {
		return nil, err
	}
	return show(ctx, tf, plan)
}

// show keeps what the tool prints. tfexec's own decoded plan is of no use: it
// lacks keys (errored, applyable) and takes six times the memory; so what it
// makes of the output is not our affair, only whether the tool succeeded.
func show(ctx context.Context, tf *tfexec.Terraform, plan string) ([]byte, error) {
	var out bytes.Buffer
	tf.SetStdout(&out)
	_, err := tf.ShowPlanFile(ctx, plan)
	var failed *exec.ExitError
	if err != nil && (errors.As(err, &failed) || ctx.Err() != nil || out.Len() == 0) {
		return nil, explain(err, tf, plan)
	}
	return out.Bytes(), nil
}

// find prefers the tool that made the plan. The other is better than none:
// plans of OpenTofu and Terraform may name each other's registry.
func find(m maker, plan string, lookPath func(string) (string, error)) (string, error) {
	if lookPath == nil {
		lookPath = exec.LookPath
	}
	other := Tofu
	if m.tool == Tofu {
		other = Terraform
	}
	for _, tool := range []Tool{m.tool, other} {
		if path, err := lookPath(string(tool)); err == nil {
			return filepath.Abs(path)
		}
	}
	return "", fmt.Errorf("%s is a binary plan, made by %s: to read it, %s must be on PATH. "+
		"Where it is, run `%s show -json %s >plan.json` and give srmlint plan.json",
		plan, m, m.tool, m.tool, filepath.Base(plan))
}

func (m maker) String() string {
	if m.version == "" {
		return m.tool.Title()
	}
	return m.tool.Title() + " " + m.version
}

// environment has no variables that change what the tool does or prints, and
// keeps it from asking for newer versions of itself over the network.
func environment(environ []string) map[string]string {
	if environ == nil {
		environ = os.Environ()
	}
	env := map[string]string{}
	for _, pair := range environ {
		if name, value, ok := strings.Cut(pair, "="); ok && name != "" {
			env[name] = value
		}
	}
	env = tfexec.CleanEnv(env)
	env["CHECKPOINT_DISABLE"] = "1"
	return env
}
