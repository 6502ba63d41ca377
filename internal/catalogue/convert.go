package catalogue

import (
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// The methods here turn blocks as they are written into what the catalogue
// holds, and tell values that are none of the allowed ones.

func (l *loader) product(b productBlock) *Product {
	p := &Product{
		ID:           b.ID,
		Title:        b.Title,
		ServiceModel: b.ServiceModel,
		Resources:    b.Resources,
		Guide:        b.Guide,
		Basis:        Basis(b.Basis),
		Layers:       map[string]Owner{},
		Halves:       map[string]Halves{},
		Inherited:    b.Inherited,
		Range:        b.Range,
	}
	l.oneOf(b.Range, "service_model", b.ServiceModel, "IaaS", "PaaS", "SaaS")
	l.basis(b.Range, b.Basis)
	for _, layer := range sortedKeys(b.Layers) {
		l.oneOf(b.Range, "layer", layer, layerIDs()...)
		l.owner(b.Range, b.Layers[layer])
		p.Layers[layer] = Owner(b.Layers[layer])
	}
	for _, s := range b.Shared {
		p.Halves[s.Layer] = Halves{Customer: s.Customer, DigitalOcean: s.DigitalOcean}
	}
	return p
}

func (l *loader) relation(b relationBlock) *Relation {
	r := &Relation{Name: b.Name, From: b.From, To: b.To, Where: given(b.Where), Range: b.Range}
	for _, j := range b.Joins {
		l.oneOf(b.Range, "match", j.Match, "", "equal", "contains")
		r.Joins = append(r.Joins, Join{
			From:     l.path(j.From),
			To:       l.path(j.To),
			Contains: j.Match == "contains",
		})
	}
	if len(r.Joins) == 0 {
		l.diags = append(l.diags, problem(b.Range, "Relation without join",
			"Add a join block that says which attribute of one side equals which of the other."))
	}
	return r
}

// path reads `rule.value` as the steps rule, value.
func (l *loader) path(e hcl.Expression) []string {
	traversal, diags := hcl.AbsTraversalForExpr(e)
	if diags.HasErrors() {
		l.diags = append(l.diags, problem(e.Range(), "Not an attribute path",
			"A side of a join is the path of an attribute, such as id or rule.value."))
		return nil
	}
	steps := []string{traversal.RootName()}
	for _, step := range traversal[1:] {
		if attr, ok := step.(hcl.TraverseAttr); ok {
			steps = append(steps, attr.Name)
		}
	}
	return steps
}

func (l *loader) obligation(b obligationBlock) *Obligation {
	severity, err := ParseSeverity(b.Severity)
	if err != nil {
		l.diags = append(l.diags, problem(b.Range, "Unknown severity", "%s.", err))
	}
	l.owner(b.Range, b.Owner)
	l.basis(b.Range, b.Basis)
	l.oneOf(b.Range, "layer", b.Layer, layerIDs()...)
	return &Obligation{
		ID: b.ID, Title: b.Title, Resources: b.Resources,
		Layer: b.Layer, Owner: Owner(b.Owner), Severity: severity,
		Controls: b.Controls, Aliases: b.Aliases, Source: b.Source, Basis: Basis(b.Basis),
		Why: b.Why, Remedy: b.Remedy, Question: b.Question,
		Waivable: b.Waivable == nil || *b.Waivable,
		Arises:   given(b.Arises), Addressed: given(b.Addressed), Gap: given(b.Gap),
		Locals: l.locals(b), Range: b.Range,
	}
}

// locals orders an obligation's locals so that each comes after those it uses.
func (l *loader) locals(b obligationBlock) []Local {
	attributes := hcl.Attributes{}
	for _, block := range b.Locals {
		attrs, diags := block.Body.JustAttributes()
		l.diags = append(l.diags, diags...)
		for name, a := range attrs {
			attributes[name] = a
		}
	}
	var ordered []Local
	state := map[string]int{} // 1: on the way, 2: done
	var visit func(name string)
	visit = func(name string) {
		a := attributes[name]
		if a == nil || state[name] == 2 {
			return
		}
		if state[name] == 1 {
			l.diags = append(l.diags, problem(a.Range, "Local refers to itself", "local.%s needs its own value.", name))
			return
		}
		state[name] = 1
		for _, needed := range localsUsed(a.Expr) {
			visit(needed)
		}
		state[name] = 2
		ordered = append(ordered, Local{Name: name, Expression: a.Expr})
	}
	for _, name := range sortedKeys(attributes) {
		visit(name)
	}
	return ordered
}

func localsUsed(e hcl.Expression) (names []string) {
	for _, t := range e.Variables() {
		if t.RootName() != "local" || len(t) < 2 {
			continue
		}
		if attr, ok := t[1].(hcl.TraverseAttr); ok {
			names = append(names, attr.Name)
		}
	}
	return names
}

func (l *loader) owner(at hcl.Range, owner string) {
	l.oneOf(at, "owner", owner, string(Customer), string(Shared), string(DigitalOcean))
}

func (l *loader) basis(at hcl.Range, basis string) {
	l.oneOf(at, "basis", basis, string(Stated), string(Documented), string(Benchmark), string(Derived))
}

func (l *loader) oneOf(at hcl.Range, what, got string, allowed ...string) {
	for _, a := range allowed {
		if a == got {
			return
		}
	}
	l.diags = append(l.diags, problem(at, "Unknown "+what,
		"%q is no %s; use one of %s.%s", got, what, strings.Join(allowed, ", "), suggestion(got, allowed)))
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
