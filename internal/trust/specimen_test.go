package trust

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/provider"
)

// specimen makes one resource of every type with every attribute set, and a
// canary in each that is secret.
type specimen struct {
	schema   *provider.Schema
	on       bool // bools are true and texts are not empty
	computed bool // attributes that only the provider sets, as plans and states have them
	canaries map[string]string
	where    string // type and path, for canaries
}

// canary is a text that no output may hold. Some look like what they are.
func (s *specimen) canary(path string) string {
	name := s.where + "." + path
	if s.canaries[name] == "" {
		s.canaries[name] = fmt.Sprintf("CANARY%04dx", len(s.canaries))
	}
	text := s.canaries[name]
	switch {
	case strings.HasSuffix(path, "user_data"), strings.HasSuffix(path, "content"), strings.HasSuffix(path, "instruction"):
		return "#cloud-config\npassword: " + text + "\nssh_pwauth: true\n"
	case strings.HasSuffix(path, "url"), strings.HasSuffix(path, "endpoint"), strings.HasSuffix(path, "uri"):
		return "http://user:" + text + "@example.com/" + text
	}
	return text
}

// resource is the content of a resource as Terraform's JSON has it.
func (s *specimen) resource(typeName string) map[string]any {
	s.where = typeName
	return s.block(s.schema.Type(typeName), "")
}

func (s *specimen) block(b *provider.Block, path string) map[string]any {
	out := map[string]any{}
	for _, name := range slices.Sorted(maps.Keys(b.Attributes)) {
		a := b.Attributes[name]
		if !a.Required && !a.Optional && !s.computed {
			continue
		}
		secret := a.Sensitive || provider.Secret(s.where, path+name)
		out[name] = s.value(a.Type, path+name, secret)
	}
	for _, name := range slices.Sorted(maps.Keys(b.Blocks)) {
		n := b.Blocks[name]
		inner := s.block(&n.Block, path+name+".")
		switch n.Mode {
		case "single":
			out[name] = inner
		case "map":
			out[name] = map[string]any{"k": inner}
		default:
			out[name] = []any{inner}
		}
	}
	return out
}

func (s *specimen) value(t cty.Type, path string, secret bool) any {
	switch {
	case t == cty.String && secret:
		return s.canary(path)
	case t == cty.String && s.on:
		return "v"
	case t == cty.String:
		return ""
	case t == cty.Bool:
		return s.on
	case t == cty.Number && s.on:
		return 3
	case t == cty.Number:
		return 0
	case t.IsMapType():
		return map[string]any{"k": s.value(t.ElementType(), path+".k", secret)}
	case t.IsCollectionType():
		return []any{s.value(t.ElementType(), path, secret)}
	case t.IsObjectType():
		out := map[string]any{}
		for name, inner := range t.AttributeTypes() {
			out[name] = s.value(inner, path+"."+name, secret)
		}
		return out
	}
	return nil
}

// native writes a resource in the native syntax.
func native(typeName, name string, b *provider.Block, content map[string]any) string {
	var w strings.Builder
	fmt.Fprintf(&w, "resource %q %q {\n", typeName, name)
	writeBody(&w, b, content)
	w.WriteString("}\n")
	return w.String()
}

func writeBody(w *strings.Builder, b *provider.Block, content map[string]any) {
	for _, name := range slices.Sorted(maps.Keys(content)) {
		n := b.Blocks[name]
		if n == nil {
			text, _ := json.Marshal(content[name]) //nolint:errchkjson // made of texts, numbers and bools
			fmt.Fprintf(w, "%s = %s\n", name, strings.ReplaceAll(string(text), "${", "$${"))
			continue
		}
		inner, ok := content[name].(map[string]any)
		if list, isList := content[name].([]any); isList {
			inner, ok = list[0].(map[string]any)
		}
		if ok {
			fmt.Fprintf(w, "%s {\n", name)
			writeBody(w, &n.Block, inner)
			w.WriteString("}\n")
		}
	}
}
