package input

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/tfconfig"
	"github.com/srmlint/srmlint/internal/tfplan"
)

// configuration takes in a root module without a plan.
func (r *reader) configuration(dir string) {
	if !tfconfig.IsRootModule(dir) {
		where := dir
		if dir == "." {
			where = "The working directory"
		}
		r.fault("No configuration", "%s holds no Terraform configuration. Give srmlint the output of `terraform show -json tfplan`, or the directory of a root module.", where)
		return
	}
	options := r.configurationOptions()
	options.Keep = r.options.Keep
	m, diags := tfconfig.Load(dir, options)
	r.note(diags)
	m.Input.Path = dir
	r.sources(m)
	r.add(m.Input, m.Instances)
}

func (r *reader) configurationOptions() tfconfig.Options {
	v := r.options.Variables
	return tfconfig.Options{
		Schema: r.options.Schema, Vars: v.Values, VarFiles: v.Files, Env: v.Environment, Workspace: v.Workspace,
		Limits: r.options.Limits,
	}
}

// sources keeps what a module was read from: lines for diagnostics, and comments.
func (r *reader) sources(m *tfconfig.Module) {
	for name, file := range m.Sources {
		r.result.Files[name] = file
	}
	r.result.Comments = append(r.result.Comments, m.Statements...)
}

// withSource takes in a plan, with the configuration that it was made from
// where that is found.
func (r *reader) withSource(p *tfplan.Plan) {
	for _, dir := range r.candidates(p.Input.Path) {
		if len(p.Configuration.Blocks) > 0 && r.merge(p, dir) {
			break
		}
	}
	r.add(p.Input, p.Instances)
}

// candidates are the directories in which the configuration of a plan may be.
func (r *reader) candidates(path string) []string {
	switch {
	case r.options.Source == NoSource:
		return nil
	case r.options.Source != "":
		return []string{filepath.Clean(r.options.Source)}
	}
	var dirs []string
	add := func(dir string) {
		if !slices.Contains(dirs, dir) && tfconfig.IsRootModule(dir) {
			dirs = append(dirs, dir)
		}
	}
	add(".")
	if path != Stdin {
		add(filepath.Dir(path))
	}
	return dirs
}

// merge completes a plan with the configuration in a directory, if that is the
// one that was planned. Where it was not asked for by name, one that has
// nothing to do with the plan is passed over without a word.
func (r *reader) merge(p *tfplan.Plan, dir string) bool {
	named := r.options.Source != ""
	if named && !tfconfig.IsRootModule(dir) {
		r.fault("No configuration", "--source %s holds no Terraform configuration.", dir)
		return false
	}
	options := r.configurationOptions()
	options.Planned = planned(p)
	m, diags := tfconfig.Load(dir, options)
	common, difference := compare(p.Configuration.Blocks, m.Blocks)
	if common == 0 && !named {
		return false
	}
	if difference == "" && diags.HasErrors() {
		difference = "it has errors: " + firstError(diags)
	}
	if difference != "" {
		r.note(hcl.Diagnostics{{
			Severity: hcl.DiagWarning, Summary: "Configuration left aside",
			Detail: fmt.Sprintf("%s is not what %s was planned from: %s. The plan is looked at alone. "+
				"Plan again, or name the configuration with --source DIR; --source none silences this.", dir, p.Input.Path, difference),
		}})
		return false
	}
	r.note(diags)
	r.sources(m)
	tfconfig.Merge(p.Instances, m.Instances)
	p.Input.Source = dir
	return true
}

func firstError(diags hcl.Diagnostics) string {
	for _, d := range diags {
		if d.Severity == hcl.DiagError {
			return strings.TrimSuffix(strings.ToLower(d.Summary[:1])+d.Summary[1:], ".")
		}
	}
	return ""
}

// planned is what a plan tells to the evaluation of its configuration.
func planned(p *tfplan.Plan) *tfconfig.Planned {
	values := map[string]cty.Value{}
	for _, i := range p.Instances {
		if !i.Ended {
			values[i.Address] = i.Absolute(i.Values)
		}
	}
	keys := instanceKeys(p.Instances)
	return &tfconfig.Planned{
		Variables: p.Variables,
		Values: func(address string) (cty.Value, bool) {
			v, ok := values[address]
			return v, ok
		},
		Keys: func(block string) ([]cty.Value, bool) {
			k, ok := keys[block]
			return k, ok
		},
	}
}

// instanceKeys lists the keys of each block and module call that has any
// instance in the plan, in the order of the plan.
func instanceKeys(instances []*inventory.Instance) map[string][]cty.Value {
	keys := map[string][]cty.Value{}
	seen := map[string]bool{} // addresses up to and with a key
	for _, i := range instances {
		if i.Ended {
			continue
		}
		for _, step := range keyedSteps(i.Address) {
			if !seen[step.keyed] {
				seen[step.keyed] = true
				keys[step.block] = append(keys[step.block], step.key)
			}
		}
	}
	return keys
}
