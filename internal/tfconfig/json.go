package tfconfig

import (
	"fmt"
	"sort"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/json"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/zclconf/go-cty/cty"
)

// parseJSON reads a file of the JSON syntax. Its bodies are turned into those
// of the native syntax, so that everything after knows one syntax only.
func (p *parser) parseJSON(f *parsedFile, source []byte) {
	f.file = &hcl.File{Bytes: source}
	if d := checkJSON(source, f.name); d != nil {
		f.diags = hcl.Diagnostics{d}
		return
	}
	file, diags := json.Parse(source, f.name)
	f.diags = diags
	if file == nil || file.Body == nil || diags.HasErrors() {
		return
	}
	f.file = file
	t := &translator{schema: p.schema}
	f.body = t.root(file.Body)
	f.diags = append(f.diags, t.diags...)
}

// maxJSONNesting bounds brackets within brackets, as CheckNesting does for the native syntax.
const maxJSONNesting = 500

func checkJSON(source []byte, filename string) *hcl.Diagnostic {
	depth, quoted := 0, false
	for i := 0; i < len(source); i++ {
		switch c := source[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && (c == '{' || c == '['):
			depth++
		case !quoted && (c == '}' || c == ']'):
			depth--
		}
		if depth > maxJSONNesting {
			return fault(filename, "Nested too deeply",
				fmt.Sprintf("JSON nested more than %d levels deep is not read.", maxJSONNesting))[0]
		}
	}
	return nil
}

// translator makes bodies of the native syntax from those of JSON.
type translator struct {
	schema *provider.Schema
	diags  hcl.Diagnostics
}

func header(kind string, labels ...string) hcl.BlockHeaderSchema {
	return hcl.BlockHeaderSchema{Type: kind, LabelNames: labels}
}

func (t *translator) root(body hcl.Body) *hclsyntax.Body {
	content, _, diags := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
		header("terraform"), header("variable", "name"), header("locals"), header("output", "name"),
		header("module", "name"), header("provider", "name"), header("resource", "type", "name"), header("data", "type", "name"),
	}})
	t.diags = append(t.diags, diags...)
	out := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}}
	for _, b := range content.Blocks {
		out.Blocks = append(out.Blocks, t.block(b, t.blocksOf(b)))
	}
	return out
}

// blocksOf lists the nested blocks of a top-level block.
func (t *translator) blocksOf(b *hcl.Block) *nested {
	switch b.Type {
	case "terraform":
		return &nested{headers: []hcl.BlockHeaderSchema{header("required_providers"), header("backend", "type"), header("cloud")}}
	case "resource", "data":
		n := &nested{headers: []hcl.BlockHeaderSchema{header("lifecycle"), header("provisioner", "type"), header("connection")}}
		n.take(t.schema.Type(b.Labels[0]))
		return n
	}
	return &nested{}
}

// nested says which blocks a body has.
type nested struct {
	headers []hcl.BlockHeaderSchema
	inner   map[string]*nested
}

func (n *nested) take(schema *provider.Block) {
	if schema == nil {
		return
	}
	n.inner = map[string]*nested{}
	for name, b := range schema.Blocks {
		n.headers = append(n.headers, header(name))
		n.inner[name] = &nested{}
		n.inner[name].take(&b.Block)
	}
	sort.Slice(n.headers, func(i, j int) bool { return n.headers[i].Type < n.headers[j].Type })
	if len(schema.Blocks) > 0 {
		n.headers = append(n.headers, header("dynamic", "name"))
	}
}

// of finds what is nested in a nested block.
func (n *nested) of(b *hcl.Block) *nested {
	if b.Type == "dynamic" {
		return &nested{headers: []hcl.BlockHeaderSchema{header("content")}, inner: map[string]*nested{"content": n.inner[b.Labels[0]]}}
	}
	if inner := n.inner[b.Type]; inner != nil {
		return inner
	}
	return &nested{}
}

func (t *translator) block(b *hcl.Block, n *nested) *hclsyntax.Block {
	return &hclsyntax.Block{
		Type: b.Type, Labels: b.Labels, Body: t.body(b.Body, n),
		TypeRange: b.TypeRange, LabelRanges: b.LabelRanges, OpenBraceRange: b.DefRange, CloseBraceRange: b.DefRange,
	}
}

func (t *translator) body(body hcl.Body, n *nested) *hclsyntax.Body {
	content, rest, diags := body.PartialContent(&hcl.BodySchema{Blocks: n.headers})
	t.diags = append(t.diags, diags...)
	out := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}, SrcRange: body.MissingItemRange(), EndRange: body.MissingItemRange()}
	for _, b := range content.Blocks {
		out.Blocks = append(out.Blocks, t.block(b, n.of(b)))
	}
	attributes, diags := rest.JustAttributes()
	t.diags = append(t.diags, diags...)
	for name, a := range attributes {
		out.Attributes[name] = &hclsyntax.Attribute{
			Name: name, Expr: t.expression(a.Expr), SrcRange: a.Range, NameRange: a.NameRange, EqualsRange: a.NameRange,
		}
	}
	return out
}

// expression turns a JSON value into an expression: strings are templates.
func (t *translator) expression(x hcl.Expression) hclsyntax.Expression {
	if pairs, diags := hcl.ExprMap(x); !diags.HasErrors() {
		object := &hclsyntax.ObjectConsExpr{SrcRange: x.Range(), OpenRange: x.StartRange()}
		for _, pair := range pairs {
			object.Items = append(object.Items, hclsyntax.ObjectConsItem{
				KeyExpr:   &hclsyntax.ObjectConsKeyExpr{Wrapped: t.expression(pair.Key), ForceNonLiteral: true},
				ValueExpr: t.expression(pair.Value),
			})
		}
		return object
	}
	if items, diags := hcl.ExprList(x); !diags.HasErrors() {
		tuple := &hclsyntax.TupleConsExpr{SrcRange: x.Range(), OpenRange: x.StartRange()}
		for _, item := range items {
			tuple.Exprs = append(tuple.Exprs, t.expression(item))
		}
		return tuple
	}
	v, diags := x.Value(nil)
	t.diags = append(t.diags, diags...)
	if v.Type() != cty.String || v.IsNull() || !v.IsKnown() {
		return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: x.Range()}
	}
	return t.template(v.AsString(), x.Range())
}

func (t *translator) template(source string, rng hcl.Range) hclsyntax.Expression {
	if d := tfexpr.CheckTemplate([]byte(source), rng.Filename); d != nil {
		t.diags = append(t.diags, d)
		return &hclsyntax.LiteralValueExpr{Val: cty.DynamicVal, SrcRange: rng}
	}
	start := rng.Start
	start.Column, start.Byte = start.Column+1, start.Byte+1 // behind the quote
	x, diags := hclsyntax.ParseTemplate([]byte(source), rng.Filename, start)
	t.diags = append(t.diags, diags...)
	return x
}
