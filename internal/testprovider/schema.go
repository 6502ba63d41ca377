package testprovider

import (
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/provider"
)

// arguments is a block in the SDK's words. The usual id and the timeouts of a
// resource are the SDK's own affair and left out (see timeouts).
func arguments(path string, b *provider.Block, top bool) map[string]*schema.Schema {
	out := map[string]*schema.Schema{}
	for name, a := range b.Attributes {
		if top && name == "id" && a.Optional && a.Computed && a.Type == cty.String {
			continue
		}
		out[name] = attribute(path+"."+name, a)
	}
	for name, n := range b.Blocks {
		if n.Mode != "single" {
			out[name] = nested(path+"."+name, n)
		}
	}
	return out
}

func attribute(path string, a *provider.Attribute) *schema.Schema {
	s := typed(a.Type)
	s.Required, s.Optional, s.Computed = a.Required, a.Optional, a.Computed
	s.Sensitive, s.ForceNew = a.Sensitive, a.ForceNew
	s.StateFunc = stateFuncs[path]
	if _, block := s.Elem.(*schema.Resource); block && a.Optional {
		s.ConfigMode = schema.SchemaConfigModeAttr
	}
	if a.Default != cty.NilVal && !a.Default.IsNull() {
		s.Default = native(a.Default)
	}
	return s
}

func nested(path string, n *provider.NestedBlock) *schema.Schema {
	return &schema.Schema{
		Type:     collection(n.Mode == "set"),
		Required: n.Min > 0,
		Optional: n.Min == 0,
		Computed: n.Min == 0 && n.Computed,
		ForceNew: n.ForceNew,
		MaxItems: n.Max,
		Elem:     &schema.Resource{Schema: arguments(path, &n.Block, false)},
	}
}

func collection(set bool) schema.ValueType {
	if set {
		return schema.TypeSet
	}
	return schema.TypeList
}

// typed is the SDK's form of a type. All numbers are floats: the provider's
// schema in JSON does not tell integers from others, and plans print both alike.
func typed(t cty.Type) *schema.Schema {
	switch {
	case t == cty.Bool:
		return &schema.Schema{Type: schema.TypeBool}
	case t == cty.Number:
		return &schema.Schema{Type: schema.TypeFloat}
	case t.IsMapType():
		return &schema.Schema{Type: schema.TypeMap, Elem: typed(t.ElementType())}
	case t.IsCollectionType():
		return &schema.Schema{Type: collection(t.IsSetType()), Elem: element(t.ElementType())}
	}
	return &schema.Schema{Type: schema.TypeString}
}

func element(t cty.Type) any {
	if !t.IsObjectType() {
		return typed(t)
	}
	fields := map[string]*schema.Schema{}
	for name, at := range t.AttributeTypes() {
		fields[name] = typed(at)
		fields[name].Computed = true
	}
	return &schema.Resource{Schema: fields}
}

// native is a default as the SDK wants it.
func native(v cty.Value) any {
	switch v.Type() {
	case cty.Bool:
		return v.True()
	case cty.Number:
		f, _ := v.AsBigFloat().Float64()
		return f
	}
	return v.AsString()
}
