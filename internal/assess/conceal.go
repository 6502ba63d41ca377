package assess

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// conceal marks what must not be printed of an instance's values, or of the
// attribute below prefix: what is sensitive already carries its mark, what the
// provider forgot gets one, and so does a text that has a credential in it,
// wherever it stands.
func conceal(resourceType, prefix string, v cty.Value) cty.Value {
	c := concealer{resourceType: resourceType, prefix: prefix, secrets: provider.HasSecrets(resourceType)}
	if v.Type().IsPrimitiveType() { // as most are: no need to walk
		out, _ := c.mark(nil, v)
		return out
	}
	out, err := cty.Transform(v, c.mark)
	if err != nil {
		return cty.DynamicVal.Mark(inventory.Secret)
	}
	return out
}

type concealer struct {
	resourceType, prefix string
	secrets              bool // the provider has any in the type
}

// mark gives a value its mark.
func (c *concealer) mark(path cty.Path, v cty.Value) (cty.Value, error) {
	bare, _ := v.Unmark()
	unset := bare.IsKnown() && bare.IsNull() // that nothing is there is no secret
	if c.secrets && !unset && provider.Secret(c.resourceType, dotted(c.prefix, path)) || holdsCredential(v) {
		return v.Mark(inventory.Secret), nil
	}
	return v, nil
}

// dotted writes a path without its indexes.
func dotted(prefix string, path cty.Path) string {
	var b strings.Builder
	b.WriteString(prefix)
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
	bare, _ := v.Unmark()
	return bare.Type() == cty.String && bare.IsKnown() && !bare.IsNull() && catalogue.HoldsCredential(bare.AsString())
}

// printable is an instance's object without its address, with secrets marked and unknown texts
// replaced by a word for that.
func printable(i *inventory.Instance) cty.Value {
	values, err := cty.Transform(conceal(i.Type, "", i.Values), func(_ cty.Path, v cty.Value) (cty.Value, error) {
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
