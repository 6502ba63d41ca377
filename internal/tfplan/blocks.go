package tfplan

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// sources is what the configuration says of the block that is being decoded.
// A nil *site stands where nothing is unknown.
type sources interface {
	// unknown makes the value of an attribute that only apply knows.
	unknown(f *field, t cty.Type) cty.Value
	// inside returns, for each planned block of a name, where it came from.
	inside(f *field, planned, unknown []raw) []sources
}

// decodeField decodes one attribute or all blocks of a name. The second result
// is false where the JSON is not of the schema's type.
func decodeField(f *field, v, unknown, sensitive raw, from sources) (cty.Value, bool) {
	var out cty.Value
	switch {
	case v == nil && unknown == nil:
		out = f.unset
	case f.block == nil:
		out = decodeBare(f.typ, v, unknown, sensitive, func(t cty.Type) cty.Value { return from.unknown(f, t) })
	case unknown.isTrue():
		out = from.unknown(f, f.typ)
	case v.isNull():
		out = f.unset
	default:
		out = decodeBlocks(f, v, unknown, sensitive, from)
	}
	if out == cty.NilVal {
		return inventory.Unknown(f.typ, inventory.Anything), false
	}
	if (f.sensitive || sensitive.isTrue()) && !(out.IsKnown() && out.IsNull()) {
		out = out.Mark(inventory.Sensitive)
	}
	return out, true
}

func decodeBlocks(f *field, v, unknown, sensitive raw, from sources) cty.Value {
	switch f.mode {
	case "single":
		return decodeBlock(f.block, v, unknown, sensitive, within(from, f, []raw{v}, []raw{unknown})[0])
	case "map":
		return decodeBlockMap(f, v, unknown, sensitive, from)
	}
	if v.kind() != '[' {
		return cty.NilVal
	}
	elements, unknowns, sensitives := v.list(), unknown.list(), sensitive.list()
	if len(elements) == 0 {
		return f.unset
	}
	inside := within(from, f, elements, unknowns)
	out := make([]cty.Value, len(elements))
	for i, element := range elements {
		out[i] = decodeBlock(f.block, element, part(unknown, unknowns, i), part(sensitive, sensitives, i), inside[i])
		if out[i] == cty.NilVal {
			return cty.NilVal
		}
	}
	return cty.ListVal(out)
}

func decodeBlockMap(f *field, v, unknown, sensitive raw, from sources) cty.Value {
	if v.kind() != '{' {
		return cty.NilVal
	}
	out := map[string]cty.Value{}
	for name, element := range v.fields() {
		key := string(name)
		u := unknown.child(key)
		out[key] = decodeBlock(f.block, element, u, sensitive.child(key), within(from, f, []raw{element}, []raw{u})[0])
		if out[key] == cty.NilVal {
			return cty.NilVal
		}
	}
	if len(out) == 0 {
		return f.unset
	}
	return cty.MapVal(out)
}

// within asks where blocks came from, if there is anything to ask.
func within(from sources, f *field, planned, unknown []raw) []sources {
	if from == nil {
		return make([]sources, len(planned))
	}
	return from.inside(f, planned, unknown)
}

// decodeBlock decodes one block.
func decodeBlock(p *blockPlan, v, unknown, sensitive raw, from sources) cty.Value {
	if v.isNull() {
		return cty.NullVal(p.shape)
	}
	if v.kind() != '{' {
		return cty.NilVal
	}
	values, unknowns, sensitives := p.pick(v), p.pick(unknown), p.pick(sensitive)
	out := make(map[string]cty.Value, len(p.fields))
	for i, f := range p.fields {
		value, ok := decodeField(f, at(values, i), part(unknown, unknowns, i), part(sensitive, sensitives, i), from)
		if !ok {
			return cty.NilVal
		}
		out[f.name] = value
	}
	return cty.ObjectVal(out)
}
