package tfconfig

import (
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/zclconf/go-cty/cty"
)

// literalSecrets names the places where a credential is written as a literal:
// in provider blocks, as defaults of variables, and in sensitive arguments.
// Files of values are not looked at: they are where such values belong.
func (s *settings) literalSecrets() []string {
	var found []string
	add := func(name string, rng hcl.Range) {
		found = append(found, name)
		s.note("literal_secrets", position(rng))
	}
	for _, b := range s.providers {
		if b.Labels[0] != "digitalocean" {
			continue
		}
		for _, name := range []string{"token", "spaces_access_id", "spaces_secret_key"} {
			if a := b.Body.Attributes[name]; a != nil && isSecretLiteral(a.Expr) {
				add("provider."+providerKey(b)+"."+name, a.Expr.Range())
			}
		}
	}
	for _, name := range sortedNames(s.node.config.variables) {
		if v := s.node.config.variables[name]; v.def != nil && (v.sensitive || soundsSecret(name)) && isSecretLiteral(v.def.Expr) {
			add("variable."+name+".default", v.def.Expr.Range())
		}
	}
	for _, r := range s.order {
		if schema := s.schema.Type(r.kind); schema != nil && !r.data {
			literalArguments(schema, r.body, r.key(), add)
		}
	}
	sort.Strings(found)
	return unrepeated(found)
}

func unrepeated(sorted []string) []string {
	out := sorted[:0]
	for i, text := range sorted {
		if i == 0 || text != sorted[i-1] {
			out = append(out, text)
		}
	}
	return out
}

// providerKey is the local name of a provider block with its alias.
func providerKey(b *hclsyntax.Block) string {
	if alias, ok := literalString(b.Body, "alias"); ok {
		return b.Labels[0] + "." + alias
	}
	return b.Labels[0]
}

// literalArguments finds sensitive arguments of a resource that are written as literals.
func literalArguments(schema *provider.Block, body *hclsyntax.Body, path string, add func(string, hcl.Range)) {
	for _, name := range sortedNames(schema.Attributes) {
		if a := body.Attributes[name]; a != nil && schema.Attributes[name].Sensitive && isSecretLiteral(a.Expr) {
			add(path+"."+name, a.Expr.Range())
		}
	}
	for _, b := range body.Blocks {
		nested := schema.Blocks[produces(b)]
		if nested == nil {
			continue
		}
		inner := b.Body
		if b.Type == "dynamic" {
			content := contentOf(b)
			if content == nil {
				continue
			}
			inner = content.Body
		}
		literalArguments(&nested.Block, inner, path+"."+produces(b), add)
	}
}

// isSecretLiteral tells of a text that is written out and not empty.
func isSecretLiteral(x hclsyntax.Expression) bool {
	v, ok := constant(x)
	return ok && v.Type() == cty.String && !v.IsNull() && v.AsString() != ""
}

// soundsSecret tells of names that people give to credentials.
func soundsSecret(name string) bool {
	name = strings.ToLower(name)
	for _, part := range []string{"password", "passwd", "passphrase", "secret", "private_key", "api_key", "apikey", "access_key", "credential"} {
		if strings.Contains(name, part) && !about(name) {
			return true
		}
	}
	return name == "token" || strings.HasSuffix(name, "_token") || name == "do_token" || strings.HasSuffix(name, "_pat")
}

// about tells of names that speak of a credential without being one.
func about(name string) bool {
	for _, suffix := range []string{"_name", "_id", "_path", "_file", "_length", "_arn", "_url", "_enabled", "_version", "_fingerprint", "_ttl", "_type"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return false
}

// secretOutputs names root outputs that hold a sensitive value without being marked so.
func (s *settings) secretOutputs() []string {
	var found []string
	for _, name := range sortedNames(s.outputs) {
		b := s.outputs[name]
		if literalBool(b.Body, "sensitive", false) || b.Body.Attributes["value"] == nil {
			continue
		}
		if v, ok := s.output(name, b.DefRange()); ok && tfexpr.IsSensitive(v) {
			s.note("secret_outputs", position(b.DefRange()))
			found = append(found, name)
		}
	}
	return found
}
