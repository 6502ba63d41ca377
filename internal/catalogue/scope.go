package catalogue

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// Scope is what an obligation's expressions see of one instance.
type Scope struct {
	Self       cty.Value
	Related    map[string]cty.Value // by relation: a list or tuple of objects
	Configured cty.Value            // object of bools
	Lifecycle  cty.Value
}

// Context makes the evaluation context of an obligation for a scope, with the
// obligation's locals in it.
func (c *Catalogue) Context(o *Obligation, s Scope) (*hcl.EvalContext, hcl.Diagnostics) {
	ctx := &hcl.EvalContext{
		Functions: c.functions,
		Variables: map[string]cty.Value{
			"self":       s.Self,
			"related":    cty.ObjectVal(s.Related),
			"configured": s.Configured,
			"lifecycle":  s.Lifecycle,
			"local":      cty.EmptyObjectVal,
		},
	}
	if !o.checked {
		c.measured(ctx)
	}
	locals := map[string]cty.Value{}
	var diags hcl.Diagnostics
	for _, local := range o.Locals {
		value, moreDiags := local.Expression.Value(ctx)
		diags = append(diags, moreDiags...)
		if m := meterOf(ctx); m != nil && !m.spend(size(value, m.left+1)) {
			value = cty.DynamicVal
			diags = append(diags, tooMuchWork(local.Expression.Range()))
		}
		locals[local.Name] = value
		ctx.Variables["local"] = cty.ObjectVal(locals)
	}
	return ctx, diags
}

// RelationContext makes the evaluation context of a relation's `where`.
func (c *Catalogue) RelationContext(from, to cty.Value) *hcl.EvalContext {
	ctx := &hcl.EvalContext{
		Functions: c.functions,
		Variables: map[string]cty.Value{"from": from, "to": to},
	}
	c.measured(ctx)
	return ctx
}

// RelationsUsed names the relations that the obligation's expressions read, in order.
func (o *Obligation) RelationsUsed() []string { return o.relations }

func (o *Obligation) relationsNamed() []string {
	seen := map[string]bool{}
	for _, t := range o.traversals() {
		if t.RootName() != "related" || len(t) < 2 {
			continue
		}
		if attr, ok := t[1].(hcl.TraverseAttr); ok {
			seen[attr.Name] = true
		}
	}
	return sortedKeys(seen)
}

// traversals lists all references of all the obligation's expressions.
func (o *Obligation) traversals() (all []hcl.Traversal) {
	for _, e := range o.expressions() {
		all = append(all, e.Variables()...)
	}
	return all
}

func (o *Obligation) expressions() (all []hcl.Expression) {
	for _, e := range []hcl.Expression{o.Arises, o.Addressed, o.Gap} {
		if e != nil {
			all = append(all, e)
		}
	}
	for _, l := range o.Locals {
		all = append(all, l.Expression)
	}
	return all
}

// Deciding lists the expressions that decide the verdict, in the order in which
// the attributes that they read are at fault: what the gap names, what the
// condition reads, and what its locals read.
func (o *Obligation) Deciding() (all []hcl.Expression) {
	for _, e := range []hcl.Expression{o.Gap, o.Addressed} {
		if e != nil {
			all = append(all, e)
		}
	}
	for _, l := range o.Locals {
		all = append(all, l.Expression)
	}
	return all
}
