package tfconfig

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/json"
	"github.com/srmlint/srmlint/internal/confine"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/zclconf/go-cty/cty"
)

// rawValue is a variable's value as it was given.
type rawValue struct {
	value cty.Value // known, unless it is text
	text  string    // from the command line or environment, of which the variable says how to read it
	from  string    // in words
	rng   hcl.Range
}

// readVariables gathers values of root variables. A later source wins: the
// environment, terraform.tfvars, terraform.tfvars.json, *.auto.tfvars in
// lexical order, and what the command line gives: files first, then single values.
func (w *world) readVariables(root *node) {
	w.rootVars = map[string]rawValue{}
	for _, entry := range w.opts.Env {
		name, value, _ := strings.Cut(entry, "=")
		if name, ok := strings.CutPrefix(name, "TF_VAR_"); ok && root.variables[name] != nil {
			w.rootVars[name] = rawValue{text: value, from: "TF_VAR_" + name}
		}
	}
	tree := confine.Around(root.dir)
	for _, name := range automaticFiles(root.dir) {
		path, display := filepath.Join(root.dir, name), filepath.ToSlash(filepath.Join(root.display, name))
		if err := tree.Check(path); err != nil {
			w.diags.add(fault(display, "File of variables not read", err.Error()))
			continue
		}
		w.variableFile(root, path, display)
	}
	for _, path := range w.opts.VarFiles {
		w.variableFile(root, path, filepath.ToSlash(path))
	}
	for _, entry := range w.opts.Vars {
		name, value, ok := strings.Cut(entry, "=")
		switch {
		case !ok:
			w.diags.add(fault("", "Invalid --var", "--var takes name=value; there is one without an equals sign."))
		case root.variables[name] == nil:
			w.diags.add(fault("", "Variable not declared", fmt.Sprintf("--var gives a value for %q, which the root module does not declare.", name)))
		default:
			w.rootVars[name] = rawValue{text: value, from: "--var " + name}
		}
	}
}

// automaticFiles lists the files of values that Terraform loads by itself, in its order.
func automaticFiles(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var fixed, automatic []string
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case entry.IsDir() || ignored(name):
		case name == "terraform.tfvars", name == "terraform.tfvars.json":
			fixed = append(fixed, name)
		case strings.HasSuffix(name, ".auto.tfvars"), strings.HasSuffix(name, ".auto.tfvars.json"):
			automatic = append(automatic, name)
		}
	}
	sort.Strings(fixed)
	sort.Strings(automatic)
	return append(fixed, automatic...)
}

// variableFile reads a file of values.
func (w *world) variableFile(root *node, path, display string) {
	source, err := readLimited(path, w.limits.FileBytes)
	if err != nil {
		w.diags.add(fault(display, "File of variables not read", err.Error()))
		return
	}
	body, diags := w.parseValues(source, display)
	w.diags.add(withoutValues(diags))
	if body == nil {
		return
	}
	attributes, diags := body.JustAttributes()
	w.diags.add(withoutValues(diags))
	for _, name := range sortedNames(attributes) {
		a := attributes[name]
		if root.variables[name] == nil {
			continue // Terraform warns of it; here it has no bearing
		}
		value := w.constantValue(a)
		w.rootVars[name] = rawValue{value: value, from: display, rng: a.Expr.Range()}
	}
}

// parseValues parses a file of values. A copy for diagnostics is not kept: such files hold secrets.
func (w *world) parseValues(source []byte, display string) (hcl.Body, hcl.Diagnostics) {
	var file *hcl.File
	var diags hcl.Diagnostics
	if strings.HasSuffix(display, ".json") {
		if d := checkJSON(source, display); d != nil {
			return nil, hcl.Diagnostics{d}
		}
		file, diags = json.Parse(source, display)
	} else {
		if d := tfexpr.CheckNesting(source, display); d != nil {
			return nil, hcl.Diagnostics{d}
		}
		file, diags = hclsyntax.ParseConfig(source, display, hcl.InitialPos)
	}
	if file == nil || file.Body == nil {
		return nil, diags
	}
	return file.Body, diags
}

// withoutValues takes the words out of diagnostics on values of variables that
// may quote what stands there: of a secret that lacks its quotation marks, the
// error would be that the name which it looks like is not known.
func withoutValues(diags hcl.Diagnostics) hcl.Diagnostics {
	out := make(hcl.Diagnostics, len(diags))
	for i, d := range diags {
		shown := *d
		shown.Summary = "Invalid value for a variable"
		shown.Detail = "What stands here is not a value that a variable can have: a constant, with texts in quotation marks. It is not shown, for it may be secret."
		shown.Expression, shown.EvalContext = nil, nil
		out[i] = &shown
	}
	return out
}

// constantValue evaluates a value in a file: there is nothing that it may refer to.
func (w *world) constantValue(a *hcl.Attribute) cty.Value {
	x, native := a.Expr.(hclsyntax.Expression)
	if !native {
		v, diags := a.Expr.Value(nil)
		w.diags.add(withoutValues(diags))
		return v
	}
	v, diags := tfexpr.Evaluate(x, constantScope{w})
	w.diags.add(withoutValues(diags))
	return v
}

// rootInput finds the value of a root variable.
func (m *module) rootInput(v *variable) cty.Value {
	if m.opts.Planned != nil {
		if value, ok := m.opts.Planned.Variables[v.name]; ok {
			return m.plannedInput(v, value)
		}
	}
	raw, ok := m.rootVars[v.name]
	if !ok {
		return m.defaultOf(v)
	}
	value := raw.value
	if value == cty.NilVal {
		value, ok = m.fromText(v, raw.text, raw.from)
		if !ok {
			return tfexpr.Anything()
		}
	}
	if raw.rng.Filename == "" {
		raw.rng = v.rng
	}
	value = m.conformed(v, value, raw.rng)
	if !v.nullable && value.IsKnown() && value.IsNull() {
		return m.defaultOf(v)
	}
	return value
}

// fromText reads a value of the command line or the environment: literally, or
// as an expression where the variable's type is no primitive one.
func (m *module) fromText(v *variable, text, from string) (cty.Value, bool) {
	if v.literal {
		return cty.StringVal(text), true
	}
	if d := tfexpr.CheckNesting([]byte(text), from); d != nil {
		m.diags.add(hcl.Diagnostics{d})
		return cty.NilVal, false
	}
	x, diags := hclsyntax.ParseExpression([]byte(text), from, hcl.InitialPos)
	if diags.HasErrors() {
		m.diags.error(v.rng, "Invalid value for variable", fmt.Sprintf("The value that %s gives is not an expression, as the type of the variable asks for.", from))
		return cty.NilVal, false
	}
	value, diags := tfexpr.Evaluate(x, constantScope{m.world})
	m.diags.add(withoutValues(diags))
	return value, !diags.HasErrors()
}

// plannedInput takes the plan's value. The plan writes what the command line gave as a string.
func (m *module) plannedInput(v *variable, value cty.Value) cty.Value {
	if !v.literal && v.typ != cty.DynamicPseudoType && value.Type() == cty.String && value.IsKnown() && !value.IsNull() {
		if parsed, ok := m.fromText(v, value.AsString(), "the plan"); ok {
			value = parsed
		}
	}
	return m.conformed(v, value, v.rng)
}
