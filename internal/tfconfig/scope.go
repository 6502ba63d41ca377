package tfconfig

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// scope resolves the names of expressions in a module.
type scope struct{ *module }

// Function returns a pure function of the Terraform language.
func (s scope) Function(name string) (function.Function, bool) {
	f, ok := s.functions[name]
	return f, ok
}

// File reads a file of the module tree.
func (s scope) File(path string) ([]byte, error) { return s.files.read(s.node, path) }

// Files lists files of the module tree.
func (s scope) Files(directory, pattern string) ([]string, error) {
	return s.files.list(s.node, directory, pattern)
}

// Spend takes from the budget of work.
func (s scope) Spend(n int) bool { return s.spend(n) }

// Resolve finds the value of the first steps of a reference.
func (s scope) Resolve(t hcl.Traversal) (cty.Value, int, hcl.Diagnostics) {
	rng := t.SourceRange()
	switch root := t.RootName(); root {
	case "var", "local":
		return s.named(root, t, rng)
	case "path", "terraform", "tofu":
		return s.constants(root, t, rng)
	case "module":
		return s.moduleReference(t, rng)
	case "data":
		return s.blockReference(t, 1, rng)
	case "resource":
		return s.blockReference(t, 1, rng)
	case "each", "count", "self":
		return unresolved(rng, fmt.Sprintf("%q has no meaning here.", root))
	case "ephemeral":
		return tfexpr.Anything(), min(len(t), 3), nil
	}
	return s.blockReference(t, 0, rng)
}

func unresolved(rng hcl.Range, detail string) (cty.Value, int, hcl.Diagnostics) {
	return cty.NilVal, 0, hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: "Reference cannot be resolved", Detail: detail, Subject: &rng,
	}}
}

// nameless: a reference stops short of what it is about. JSON can declare an
// empty name, which must not be taken for it.
func nameless(root string, rng hcl.Range) (cty.Value, int, hcl.Diagnostics) {
	return unresolved(rng, fmt.Sprintf("%q stands alone; a reference goes on with a name.", root))
}

// stepName returns the attribute that a step of a traversal takes.
func stepName(t hcl.Traversal, i int) string {
	if i >= len(t) {
		return ""
	}
	if step, ok := t[i].(hcl.TraverseAttr); ok {
		return step.Name
	}
	return ""
}

func (s scope) named(root string, t hcl.Traversal, rng hcl.Range) (cty.Value, int, hcl.Diagnostics) {
	name := stepName(t, 1)
	if name == "" {
		return nameless(root, rng)
	}
	find := s.local
	if root == "var" {
		find = s.variable
	}
	v, ok := find(name, rng)
	if !ok {
		return unresolved(rng, fmt.Sprintf("%s.%s is not declared in this module.", root, name))
	}
	return v, 2, nil
}

func (s scope) constants(root string, t hcl.Traversal, rng hcl.Range) (cty.Value, int, hcl.Diagnostics) {
	switch root + "." + stepName(t, 1) {
	case "path.module":
		return cty.StringVal(s.relative), 2, nil
	case "path.root":
		return cty.StringVal("."), 2, nil
	case "path.cwd":
		return tfexpr.Anything(), 2, nil // where Terraform will run
	case "terraform.workspace", "tofu.workspace":
		return cty.StringVal(s.workspace), 2, nil
	case "terraform.applying", "tofu.applying":
		return tfexpr.Anything(), 2, nil
	}
	return unresolved(rng, fmt.Sprintf("There is no %s.%s.", root, stepName(t, 1)))
}

// moduleReference evaluates the one output that is asked for where that can be
// told, so that outputs may depend on each other as they do in Terraform.
func (s scope) moduleReference(t hcl.Traversal, rng hcl.Range) (cty.Value, int, hcl.Diagnostics) {
	name := stepName(t, 1)
	if name == "" {
		return nameless("module", rng)
	}
	c, ok := s.called[name]
	if !ok {
		return unresolved(rng, fmt.Sprintf("There is no module call named %q in this module.", name))
	}
	if c.module == nil {
		return tfexpr.Anything(), 2, nil
	}
	group := s.module.call(c, rng)
	steps := 2
	m := group.single()
	if m == nil && len(t) > 3 {
		if index, ok := t[2].(hcl.TraverseIndex); ok {
			m, steps = group.at(index.Key), 3
		}
	}
	if m != nil && stepName(t, steps) != "" {
		v, ok := m.output(stepName(t, steps), rng)
		if !ok {
			return unresolved(rng, fmt.Sprintf("Module %q has no output named %q.", name, stepName(t, steps)))
		}
		if v == cty.NilVal {
			v = tfexpr.Anything()
		}
		return v, steps + 1, nil
	}
	return group.value(rng), 2, nil
}

// blockReference finds a resource or data block, and the attribute of one of
// its instances where that is what is asked for.
func (s scope) blockReference(t hcl.Traversal, skip int, rng hcl.Range) (cty.Value, int, hcl.Diagnostics) {
	kind, name := stepName(t, 1), stepName(t, 2)
	if skip == 0 {
		kind, name = t.RootName(), stepName(t, 1)
	}
	if name == "" {
		return nameless(t.RootName(), rng)
	}
	key := kind + "." + name
	if t.RootName() == "data" {
		key = "data." + key
	}
	r, ok := s.resources[key]
	if !ok {
		return unresolved(rng, fmt.Sprintf("%s is not declared in this module.", key))
	}
	b := s.module.block(r, rng)
	steps := skip + 2
	i := b.single()
	if i == nil && len(t) > steps {
		if index, ok := t[steps].(hcl.TraverseIndex); ok {
			if i = b.at(index.Key); i != nil {
				steps++
			}
		}
	}
	if i == nil {
		return b.value(), skip + 2, nil
	}
	if attribute := stepName(t, steps); attribute != "" {
		return i.attribute(attribute, t[steps].SourceRange()), steps + 1, nil
	}
	return i.object(), steps, nil
}
