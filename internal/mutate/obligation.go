package mutate

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/srmlint/srmlint/internal/catalogue"
)

// Obligation lists the mutants of what decides an obligation: when it arises,
// when it is addressed, and the locals that those read. What the gap says
// decides nothing and is left alone.
func Obligation(o *catalogue.Obligation) []Mutant {
	deciding := deciding(o)
	var all []Mutant
	condition := func(p *hcl.Expression) {
		if x, ok := (*p).(hclsyntax.Expression); ok {
			all = append(all, Expression(x, func(by hclsyntax.Expression) { *p = by })...)
		}
	}
	condition(&o.Arises)
	condition(&o.Addressed)
	for i := range o.Locals {
		local := &o.Locals[i]
		if x, ok := local.Expression.(hclsyntax.Expression); ok && deciding[local.Name] {
			var l list
			l.visit(x, func(by hclsyntax.Expression) { local.Expression = by })
			all = append(all, l.mutants...)
		}
	}
	return all
}

// deciding names the locals that the conditions read, by themselves or through others.
func deciding(o *catalogue.Obligation) map[string]bool {
	found := map[string]bool{}
	read := func(x hcl.Expression) {
		if x == nil {
			return
		}
		for _, t := range x.Variables() {
			if attr, ok := step(t); ok && t.RootName() == "local" {
				found[attr] = true
			}
		}
	}
	read(o.Arises)
	read(o.Addressed)
	for i := len(o.Locals) - 1; i >= 0; i-- { // each needs only those before
		if found[o.Locals[i].Name] {
			read(o.Locals[i].Expression)
		}
	}
	return found
}

func step(t hcl.Traversal) (string, bool) {
	if len(t) < 2 {
		return "", false
	}
	attr, ok := t[1].(hcl.TraverseAttr)
	return attr.Name, ok
}

// Describe names a mutant so that the name survives when the rule moves within
// its file: the obligation, the change, and the source of what is changed.
func Describe(o *catalogue.Obligation, m Mutant, source []byte) string {
	rng := m.Node.Range()
	text := strings.Join(strings.Fields(string(rng.SliceBytes(source))), " ")
	if text == "" {
		text = `""`
	}
	return o.ID + ": " + m.What + ": " + text
}
