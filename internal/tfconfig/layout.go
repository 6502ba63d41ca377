package tfconfig

import (
	"sort"

	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/zclconf/go-cty/cty"
)

// layout is what evaluation has to know of a block type of the schema, worked
// out once for all blocks of that type.
type layout struct {
	attributes []field
	blocks     []nestedField
	// configured has the maps that tell which fields are set, by those that are:
	// blocks that set the same share one.
	configured map[string]map[string]bool
}

// field is an attribute in a layout.
type field struct {
	name string
	*provider.Attribute
	listed cty.Type
	unset  cty.Value // the value of an argument that is not configured; NilVal: that of its instance
	wanted bool      // something asks for it, though it is not configured
}

// nestedField is a block type within a layout.
type nestedField struct {
	name string
	*provider.NestedBlock
	shape  cty.Type
	none   cty.Value // the value without any blocks
	inner  *layout
	wanted bool
}

// layoutKey: data sources leave everything that is not configured to the provider.
type layoutKey struct {
	kind string
	data bool
}

func (w *world) layout(r *resource) *layout {
	key := layoutKey{r.kind, r.data}
	l := w.layouts[key]
	if l == nil {
		schema := w.schema.Type(r.kind)
		parts := identityParts(r.kind, schema)
		if r.data {
			for _, name := range provider.Lookup(r.kind) {
				parts[name] = true
			}
		}
		l = newLayout(schema, r.data, outermost, func(name string) bool { return parts[name] || w.wanted(r.kind, name) })
		w.layouts[key] = l
	}
	return l
}

// wanted: without Options.Keep everything is.
func (w *world) wanted(kind, name string) bool {
	return w.opts.Keep == nil || name == "id" || w.opts.Keep(kind, name)
}

// identityParts are the attributes that the provider makes of others, and those:
// a default among them counts though it is not configured.
func identityParts(kind string, b *provider.Block) map[string]bool {
	parts := map[string]bool{}
	for name := range b.Attributes {
		if other := provider.Identity(kind, name); other != "" {
			parts[name], parts[other] = true, true
		}
		if format, from := provider.Composed(kind, name); format != "" {
			parts[name] = true
			for _, other := range from {
				parts[other] = true
			}
		}
	}
	return parts
}

// depth of a layout: what is unset differs from the top level to blocks, and within sets.
type depth int

const (
	outermost depth = iota
	withinBlock
	withinSet
)

func newLayout(b *provider.Block, data bool, at depth, wanted func(string) bool) *layout {
	l := &layout{configured: map[string]map[string]bool{}}
	for name, a := range b.Attributes {
		f := field{name: name, Attribute: a, listed: provider.Listed(a.Type), wanted: wanted(name)}
		if f.unset = unset(a, f.listed, data, at); f.unset != cty.NilVal && a.Sensitive {
			f.unset = tfexpr.Sensitive(f.unset)
		}
		l.attributes = append(l.attributes, f)
	}
	for name, n := range b.Blocks {
		below := withinBlock
		if at == withinSet || n.Mode == "set" {
			below = withinSet
		}
		f := nestedField{name: name, NestedBlock: n, shape: n.Shape(), wanted: wanted(name)}
		f.none = noBlocks(f.shape)
		f.inner = newLayout(&n.Block, data, below, func(string) bool { return true })
		l.blocks = append(l.blocks, f)
	}
	sort.Slice(l.attributes, func(i, j int) bool { return l.attributes[i].name < l.attributes[j].name })
	sort.Slice(l.blocks, func(i, j int) bool { return l.blocks[i].name < l.blocks[j].name })
	return l
}

// unset is the value of an argument that is not configured, where it is the
// same for all instances.
func unset(a *provider.Attribute, listed cty.Type, data bool, at depth) cty.Value {
	switch {
	case at == outermost && data, a.Default == cty.NilVal && (a.Computed || data):
		return cty.NilVal
	case a.Default != cty.NilVal:
		return listedDefault(a)
	case at == withinSet:
		return zero(listed)
	}
	return cty.NullVal(listed)
}

// noBlocks is the value of a block type of which there are none.
func noBlocks(t cty.Type) cty.Value {
	switch {
	case t.IsObjectType():
		return cty.NullVal(t)
	case t.IsMapType():
		return cty.MapValEmpty(t.ElementType())
	}
	return cty.ListValEmpty(t.ElementType())
}

// setOnes finds the map for the fields that are set, in the order of the layout.
func (l *layout) setOnes(set []byte) map[string]bool {
	m := l.configured[string(set)]
	if m == nil {
		m = make(map[string]bool, len(set))
		for i, f := range l.attributes {
			m[f.name] = set[i] == 1
		}
		for i, f := range l.blocks {
			m[f.name] = set[len(l.attributes)+i] == 1
		}
		l.configured[string(set)] = m
	}
	return m
}

// unsetNamed is what an instance has for a field that is not configured.
func (l *layout) unsetNamed(i *instance, name string) (cty.Value, bool) {
	for n := range l.attributes {
		if f := &l.attributes[n]; f.name == name {
			return i.unset(f), true
		}
	}
	for n := range l.blocks {
		if f := &l.blocks[n]; f.name == name {
			return i.unsetBlocks(f), true
		}
	}
	return cty.NilVal, false
}
