package catalogue

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// Attributes are the values of an instance, each as treat makes it.
func Attributes(i *inventory.Instance, treat func(name string, v cty.Value) cty.Value) map[string]cty.Value {
	t := i.Values.Type()
	if !t.IsObjectType() {
		return nil
	}
	out := make(map[string]cty.Value, len(t.AttributeTypes())+beside)
	for name := range t.AttributeTypes() {
		out[name] = treat(name, i.Values.GetAttr(name))
	}
	return out
}

// Unmarked are the values of an instance without marks of origin.
func Unmarked(i *inventory.Instance) map[string]cty.Value {
	return Attributes(i, func(_ string, v cty.Value) cty.Value { return inventory.Bare(v) })
}

// beside is how many attributes expressions see besides.
const beside = 2

// Seen is an instance's object as expressions see it: its attributes with its
// address, and with what a data source found it by, which it puts beside them.
func Seen(attributes map[string]cty.Value, i *inventory.Instance, address string) cty.Value {
	return withBeside(attributes, address, FoundBy(i))
}

func withBeside(attributes map[string]cty.Value, address string, foundBy cty.Value) cty.Value {
	if attributes == nil { // of a type without any
		attributes = map[string]cty.Value{}
	}
	attributes["address"], attributes["found_by"] = cty.StringVal(address), foundBy
	return cty.ObjectVal(attributes)
}

// FoundBy is the argument by which a data source looks up what it reads, where
// the provider wants one of several; unknown where the input does not tell, and
// null for what a resource makes.
func FoundBy(i *inventory.Instance) cty.Value {
	if !i.Data {
		return cty.NullVal(cty.String)
	}
	var given []string
	for _, name := range provider.Lookup(i.Type) {
		if set, ok := i.Configured[name]; !ok || set && !leftOut(i, name) {
			given = append(given, name)
		}
	}
	if len(given) != 1 {
		return cty.UnknownVal(cty.String).RefineNotNull()
	}
	return cty.StringVal(given[0])
}

// leftOut tells of an argument that is written down and null all the same.
func leftOut(i *inventory.Instance, name string) bool {
	return i.Values.Type().HasAttribute(name) && isSet(i.Values.GetAttr(name), i.Address) == no
}
