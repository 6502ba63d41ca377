package assess

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// conceal marks what must not be printed of an instance's values: what is
// sensitive already carries its mark, what the provider forgot gets one, and so
// does a text that has a credential in it, wherever it stands.
func conceal(resourceType string, v cty.Value) cty.Value {
	c := concealer{resourceType, provider.HasSecrets(resourceType)}
	out, err := cty.Transform(v, func(path cty.Path, v cty.Value) (cty.Value, error) {
		if c.secret(func() string { return dotted(path) }, v) {
			return v.Mark(inventory.Secret), nil
		}
		return v, nil
	})
	if err != nil {
		return cty.DynamicVal.Mark(inventory.Secret)
	}
	return out
}

// hides tells whether anything of an attribute must not be printed.
func hides(resourceType, name string, v cty.Value) bool {
	c := concealer{resourceType, provider.HasSecrets(resourceType)}
	return c.hides(name, v)
}

type concealer struct {
	resourceType string
	secrets      bool // the provider has any in the type
}

func (c *concealer) secret(path func() string, v cty.Value) bool {
	v, _ = v.Unmark()
	unset := v.IsKnown() && v.IsNull() // that nothing is there is no secret
	return c.secrets && !unset && provider.Secret(c.resourceType, path()) || holdsCredential(v)
}

func (c *concealer) hides(path string, v cty.Value) bool {
	if v.HasMark(inventory.Sensitive) || v.HasMark(inventory.Secret) || c.secret(func() string { return path }, v) {
		return true
	}
	v, _ = v.Unmark()
	t := v.Type()
	switch {
	case !v.IsKnown() || v.IsNull() || t.IsPrimitiveType():
	case t.IsObjectType():
		for name := range t.AttributeTypes() {
			if c.hides(c.below(path, name), v.GetAttr(name)) {
				return true
			}
		}
	case v.CanIterateElements():
		for it := v.ElementIterator(); it.Next(); {
			if _, element := it.Element(); c.hides(path, element) {
				return true
			}
		}
	}
	return false
}

// below is the path of an attribute, if it matters.
func (c *concealer) below(path, name string) string {
	if !c.secrets {
		return ""
	}
	return path + "." + name
}

// dotted writes a path without its indexes.
func dotted(path cty.Path) string {
	var b strings.Builder
	for _, step := range path {
		if attr, ok := step.(cty.GetAttrStep); ok {
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(attr.Name)
		}
	}
	return b.String()
}

func holdsCredential(v cty.Value) bool {
	return v.Type() == cty.String && v.IsKnown() && !v.IsNull() && catalogue.HoldsCredential(v.AsString())
}

// printable is an instance's object without its address, with secrets marked and unknown texts
// replaced by a word for that.
func printable(i *inventory.Instance) cty.Value {
	values, err := cty.Transform(conceal(i.Type, i.Values), func(_ cty.Path, v cty.Value) (cty.Value, error) {
		v, marks := v.Unmark()
		if !v.IsKnown() && v.Type() == cty.String {
			v = cty.StringVal(afterApply)
		}
		for _, m := range []any{inventory.Sensitive, inventory.Secret} {
			if _, ok := marks[m]; ok {
				v = v.Mark(m)
			}
		}
		return v, nil
	})
	if err != nil {
		return cty.DynamicVal
	}
	return values
}
