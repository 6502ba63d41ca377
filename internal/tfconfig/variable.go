package tfconfig

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

func (c *config) takeVariable(b *hclsyntax.Block, override bool) hcl.Diagnostics {
	v := &variable{name: b.Labels[0], typ: cty.DynamicPseudoType, nullable: true, literal: true, rng: b.DefRange()}
	if old, ok := c.variables[v.name]; ok {
		if !override {
			return hcl.Diagnostics{duplicate("variable", v.name, v.rng, old.rng)}
		}
		*v = *old
	}
	c.variables[v.name] = v
	return v.read(b.Body)
}

func (v *variable) read(body *hclsyntax.Body) hcl.Diagnostics {
	var diags hcl.Diagnostics
	if a := body.Attributes["type"]; a != nil {
		t, defaults, typeDiags := typeexpr.TypeConstraintWithDefaults(legacyType(a.Expr))
		if typeDiags.HasErrors() {
			t, defaults = cty.DynamicPseudoType, nil
		}
		diags = append(diags, typeDiags...)
		v.typ, v.defaults = t, defaults
		v.literal = t.IsPrimitiveType()
	}
	if a := body.Attributes["default"]; a != nil {
		v.def = a
	}
	v.sensitive = literalBool(body, "sensitive", v.sensitive)
	v.nullable = literalBool(body, "nullable", v.nullable)
	return diags
}

// legacyType takes "string", "list" and "map" in quotes, as Terraform 0.11 had them.
func legacyType(x hclsyntax.Expression) hclsyntax.Expression {
	quoted, ok := x.(*hclsyntax.TemplateExpr)
	if !ok || !quoted.IsStringLiteral() {
		return x
	}
	word, _ := quoted.Value(nil)
	source := word.AsString()
	switch source {
	case "list", "map", "set":
		source += "(any)"
	}
	parsed, diags := hclsyntax.ParseExpression([]byte(source), x.Range().Filename, x.Range().Start)
	if diags.HasErrors() {
		return x
	}
	return parsed
}

// literalBool reads an argument that must be written as a literal.
func literalBool(body *hclsyntax.Body, name string, def bool) bool {
	v, ok := literalValue(body, name)
	if !ok {
		return def
	}
	if v, err := convert.Convert(v, cty.Bool); err == nil && !v.IsNull() {
		return v.True()
	}
	return def
}

// literalString reads an argument written as a literal string.
func literalString(body *hclsyntax.Body, name string) (string, bool) {
	v, ok := literalValue(body, name)
	if !ok || v.Type() != cty.String || v.IsNull() {
		return "", false
	}
	return v.AsString(), true
}

func literalValue(body *hclsyntax.Body, name string) (cty.Value, bool) {
	a := body.Attributes[name]
	if a == nil {
		return cty.NilVal, false
	}
	return constant(a.Expr)
}

// constant returns the value of an expression that is written as a literal.
func constant(x hclsyntax.Expression) (cty.Value, bool) {
	switch x := x.(type) {
	case *hclsyntax.LiteralValueExpr:
		return x.Val, x.Val.IsKnown() // the parser puts an unknown value where it found an error
	case *hclsyntax.TemplateExpr:
		if !x.IsStringLiteral() {
			return cty.NilVal, false
		}
		v, diags := x.Value(nil)
		return v, !diags.HasErrors()
	case *hclsyntax.ParenthesesExpr:
		return constant(x.Expression)
	case *hclsyntax.TupleConsExpr:
		return constants(x)
	}
	return cty.NilVal, false
}

func constants(x *hclsyntax.TupleConsExpr) (cty.Value, bool) {
	out := make([]cty.Value, len(x.Exprs))
	for i, item := range x.Exprs {
		v, ok := constant(item)
		if !ok {
			return cty.NilVal, false
		}
		out[i] = v
	}
	return cty.TupleVal(out), true
}
