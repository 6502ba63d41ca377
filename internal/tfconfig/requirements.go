package tfconfig

import (
	"net/url"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// requirement is one provider that the root module uses.
type requirement struct{ source, version string }

// providerList has each provider of the root module once: those that it
// requires, those that it configures and those that its resources need.
func (s *settings) providerList() []cty.Value {
	found := map[string]requirement{}
	for _, r := range s.order {
		name, _, _ := strings.Cut(r.kind, "_")
		if r.kind != "terraform_data" && r.kind != "terraform_remote_state" {
			found[name] = requirement{}
		}
	}
	for _, b := range s.providers {
		found[b.Labels[0]] = configuredRequirement(b)
	}
	for _, settings := range s.node.settings {
		for _, b := range settings.Body.Blocks {
			if b.Type == "required_providers" {
				s.note("providers", position(b.DefRange()))
				s.required(b, found)
			}
		}
	}
	out := make([]cty.Value, 0, len(found))
	for _, name := range sortedNames(found) {
		r := found[name]
		if r.source == "" {
			r.source = "hashicorp/" + name // Terraform's own rule
		}
		out = append(out, cty.ObjectVal(map[string]cty.Value{
			"name": cty.StringVal(name), "source": cty.StringVal(r.source), "version": textOrNull(r.version),
		}))
	}
	return out
}

func configuredRequirement(b *hclsyntax.Block) requirement {
	version, _ := literalString(b.Body, "version")
	return requirement{version: version}
}

// required reads a required_providers block: each entry is an object, or in old configuration a version.
func (s *settings) required(b *hclsyntax.Block, into map[string]requirement) {
	for name, a := range b.Body.Attributes {
		r := into[name]
		if v, ok := constant(a.Expr); ok && v.Type() == cty.String && !v.IsNull() {
			r.version = v.AsString()
		}
		if object, ok := a.Expr.(*hclsyntax.ObjectConsExpr); ok {
			for _, item := range object.Items {
				r.take(item)
			}
		}
		into[name] = r
	}
}

func (r *requirement) take(item hclsyntax.ObjectConsItem) {
	v, ok := constant(item.ValueExpr)
	if !ok || v.Type() != cty.String || v.IsNull() {
		return
	}
	switch keyName(item.KeyExpr) {
	case "source":
		r.source = v.AsString()
	case "version":
		r.version = v.AsString()
	}
}

// keyName is the key of an object item that is written as a name or a literal.
func keyName(x hclsyntax.Expression) string {
	key, ok := x.(*hclsyntax.ObjectConsKeyExpr)
	if !ok {
		return ""
	}
	if name := hcl.ExprAsKeyword(key.Wrapped); name != "" {
		return name
	}
	if v, ok := constant(key.Wrapped); ok && v.Type() == cty.String && !v.IsNull() {
		return v.AsString()
	}
	return ""
}

// moduleList has the module calls of the root module and of local modules:
// what modules from elsewhere call is not the reader's to pin.
func (s *settings) moduleList(n *node, prefix string) []cty.Value {
	var out []cty.Value
	names := sortedNames(n.called)
	sort.SliceStable(names, func(i, j int) bool {
		a, b := n.called[names[i]].block.DefRange(), n.called[names[j]].block.DefRange()
		return a.Filename < b.Filename || a.Filename == b.Filename && a.Start.Byte < b.Start.Byte
	})
	for _, name := range names {
		c := n.called[name]
		source, _ := literalString(c.block.Body, "source")
		version, _ := literalString(c.block.Body, "version")
		if version == "" && !isLocal(source) {
			version = gitRef(source)
		}
		s.note("modules", position(c.block.DefRange()))
		out = append(out, cty.ObjectVal(map[string]cty.Value{
			"name": cty.StringVal(prefix + name), "source": textOrNull(withoutCredentials(source)),
			"version": textOrNull(version), "local": cty.BoolVal(isLocal(source)),
		}))
		if isLocal(source) && c.module != nil {
			out = append(out, s.moduleList(c.module, prefix+name+".")...)
		}
	}
	return out
}

// gitRef is the ref in a module's source, which pins it as a version would.
func gitRef(source string) string {
	_, query, ok := strings.Cut(source, "?")
	if !ok {
		return ""
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return ""
	}
	return values.Get("ref")
}

// withoutCredentials takes user and password out of a module's source.
func withoutCredentials(source string) string {
	before, rest, ok := strings.Cut(source, "://")
	if !ok {
		return source
	}
	host, path, _ := strings.Cut(rest, "/")
	if i := strings.LastIndex(host, "@"); i >= 0 && strings.Contains(host[:i], ":") {
		return before + "://" + strings.TrimSuffix(host[i+1:]+"/"+path, "/")
	}
	return source
}
