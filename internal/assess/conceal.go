package assess

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// hides tells whether anything of an attribute must not be printed.
func hides(resourceType, name string, v cty.Value) bool {
	c := concealer{resourceType: resourceType, secrets: provider.HasSecrets(resourceType)}
	return c.hides(name, v)
}

type concealer struct {
	resourceType string
	secrets      bool   // the provider has any in the type
	unknown      string // the word for a text that is not known
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

func holdsCredential(v cty.Value) bool {
	return v.Type() == cty.String && v.IsKnown() && !v.IsNull() && catalogue.HoldsCredential(v.AsString())
}

// printable are an instance's attributes as messages may have them: what must not
// be printed is marked. What is sensitive carries its mark already, what the
// provider forgot gets one, and so does a text that has a credential in it,
// wherever it stands. For unknown texts there is a word.
func (a *assessor) printable(i *inventory.Instance) map[string]cty.Value {
	c := concealer{i.Type, provider.HasSecrets(i.Type), a.words(i).unknown}
	return catalogue.Attributes(i, func(name string, v cty.Value) cty.Value {
		v, _ = inventory.Rewrite([]string{name}, v, c.print)
		return v
	})
}

func (c *concealer) print(path []string, v cty.Value) (cty.Value, bool) {
	secret := c.secret(func() string { return strings.Join(path, ".") }, v)
	open := !v.IsKnown() && v.Type() == cty.String
	if !secret && !open && !v.IsMarked() {
		return v, false
	}
	secret = secret || v.HasMark(inventory.Secret)
	sensitive := v.HasMark(inventory.Sensitive)
	v, _ = v.Unmark()
	if open {
		v = cty.StringVal(c.unknown)
	}
	if secret {
		v = v.Mark(inventory.Secret)
	}
	if sensitive {
		v = v.Mark(inventory.Sensitive)
	}
	return v, true
}
