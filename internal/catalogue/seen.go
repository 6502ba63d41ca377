package catalogue

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// Seen is an instance's object as expressions see it: with its address, and
// with what a data source found it by.
func Seen(values cty.Value, i *inventory.Instance, address string) cty.Value {
	return withBeside(values, address, FoundBy(i))
}

func withBeside(object cty.Value, address string, foundBy cty.Value) cty.Value {
	object, marks := object.Unmark()
	attributes := object.AsValueMap()
	if attributes == nil {
		attributes = map[string]cty.Value{}
	}
	attributes["address"], attributes["found_by"] = cty.StringVal(address), foundBy
	return cty.ObjectVal(attributes).WithMarks(marks)
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
