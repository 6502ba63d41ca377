package tfconfig

import (
	"strings"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/tfexpr"
)

// certain tells which references a stand-in makes for certain. It stands for
// none, one or many: that it refers to what would be there without it proves
// nothing. Certain is what it is repeated for (each.value), and what stands in
// the same instance of a module, which is there whenever it is.
func (i *instance) certain() func(inventory.Origin) bool {
	if i.keep != nil {
		return i.keep
	}
	i.keep = func(inventory.Origin) bool { return true }
	if i.block.standIn {
		i.keep = fromEach(i.repeated)
		return i.keep
	}
	for m := i.module; m.parent != nil; m = m.parent {
		if group := m.parent.children[m.given.name]; group != nil && group.standIn {
			prefix, each := m.address+".", fromEach(m.repeated)
			i.keep = func(o inventory.Origin) bool { return strings.HasPrefix(o.Address, prefix) || each(o) }
			return i.keep
		}
	}
	return i.keep
}

// fromEach tells of the origins within each.value.
func fromEach(repeated names) func(inventory.Origin) bool {
	each, ok := repeated["each"]
	if !ok {
		return func(inventory.Origin) bool { return false }
	}
	has := tfexpr.HasOrigin(each.GetAttr("value"))
	return func(o inventory.Origin) bool {
		if has(o) {
			return true
		}
		// A whole object of which only the address is known: any attribute of it.
		o.Attribute = ""
		return o.Address != "" && has(o)
	}
}
