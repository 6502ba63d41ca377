package tfplan

import (
	"bytes"
	"strconv"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/srmlint/srmlint/internal/inventory"
)

// leaf makes the value of what only apply knows.
type leaf func(t cty.Type) cty.Value

// mirror is a part of after_unknown or after_sensitive: a tree of the shape of
// the value with true where something holds. Trees without any true, the
// common case, become nil.
func mirror(v raw) raw {
	if bytes.Contains(v, []byte("true")) {
		return v
	}
	return nil
}

// child is the part of a mirror for an element or attribute; true holds for all parts.
func (r raw) child(name string) raw {
	if r.isTrue() {
		return r
	}
	return mirror(r.get(name))
}

// decodeType decodes a value of an attribute's type. Where the JSON is not of
// that type the value is cty.NilVal; a part that is not makes the whole so.
func decodeType(t cty.Type, v, unknown, sensitive raw, unknownLeaf leaf) cty.Value {
	out := decodeBare(t, v, unknown, sensitive, unknownLeaf)
	if sensitive.isTrue() && out != cty.NilVal && !(out.IsKnown() && out.IsNull()) {
		out = out.Mark(inventory.Sensitive)
	}
	return out
}

func decodeBare(t cty.Type, v, unknown, sensitive raw, unknownLeaf leaf) cty.Value {
	switch {
	case unknown.isTrue():
		return unknownLeaf(t)
	case v.isNull():
		return cty.NullVal(t)
	case t.IsPrimitiveType():
		return decodePrimitive(t, v)
	case t.IsListType():
		return decodeList(t, v, unknown, sensitive, unknownLeaf)
	case t.IsMapType():
		return decodeMap(t, v, unknown, sensitive, unknownLeaf)
	case t.IsObjectType():
		return decodeObject(t, v, unknown, sensitive, unknownLeaf)
	}
	return decodeImplied(v)
}

func decodePrimitive(t cty.Type, v raw) cty.Value {
	var out cty.Value
	switch v.kind() {
	case '"':
		s, ok := v.str()
		if !ok {
			return cty.NilVal
		}
		out = cty.StringVal(s)
	case 't', 'f':
		out = cty.BoolVal(v.isTrue())
	case '{', '[':
		return cty.NilVal
	default:
		out = decodeNumber(v)
	}
	if out == cty.NilVal || out.Type() == t {
		return out
	}
	// An older or newer provider may have text where the schema has a number.
	out, err := convert.Convert(out, t)
	if err != nil {
		return cty.NilVal
	}
	return out
}

// decodeNumber keeps the precision of any number: ids may be larger than a float64 holds.
func decodeNumber(v raw) cty.Value {
	if len(v) <= 18 {
		if n, err := strconv.ParseInt(string(v), 10, 64); err == nil {
			return cty.NumberIntVal(n)
		}
	}
	if len(v) > 400 || hugeExponent(v) {
		return cty.NilVal // nothing of DigitalOcean's is so long; comparing it would cost
	}
	n, err := cty.ParseNumberVal(string(v))
	if err != nil {
		return cty.NilVal
	}
	return n
}

// hugeExponent tells of numbers like 1e999999999, whose digits nobody may write out.
func hugeExponent(v raw) bool {
	i := bytes.IndexAny(v, "eE")
	return i >= 0 && len(bytes.TrimLeft(v[i+1:], "+-0")) > 3
}

func decodeList(t cty.Type, v, unknown, sensitive raw, unknownLeaf leaf) cty.Value {
	if v.kind() != '[' {
		return cty.NilVal
	}
	var out []cty.Value
	unknowns, sensitives := unknown.list(), sensitive.list()
	for i, element := range v.elements() {
		e := decodeType(t.ElementType(), element, part(unknown, unknowns, i), part(sensitive, sensitives, i), unknownLeaf)
		if e == cty.NilVal {
			return e
		}
		out = append(out, e)
	}
	if len(out) == 0 {
		return cty.ListValEmpty(t.ElementType())
	}
	return cty.ListVal(out)
}

// part is the mirror's element i.
func part(whole raw, elements []raw, i int) raw {
	if whole.isTrue() {
		return whole
	}
	return mirror(at(elements, i))
}

func decodeMap(t cty.Type, v, unknown, sensitive raw, unknownLeaf leaf) cty.Value {
	if v.kind() != '{' {
		return cty.NilVal
	}
	out := map[string]cty.Value{}
	for name, element := range v.fields() {
		key := string(name)
		e := decodeType(t.ElementType(), element, unknown.child(key), sensitive.child(key), unknownLeaf)
		if e == cty.NilVal {
			return e
		}
		out[key] = e
	}
	for name, u := range unknown.fields() { // unknown elements have no key in the value
		if _, ok := out[string(name)]; !ok && u.isTrue() {
			out[string(name)] = unknownLeaf(t.ElementType())
		}
	}
	if len(out) == 0 {
		return cty.MapValEmpty(t.ElementType())
	}
	return cty.MapVal(out)
}

func decodeObject(t cty.Type, v, unknown, sensitive raw, unknownLeaf leaf) cty.Value {
	if v.kind() != '{' {
		return cty.NilVal
	}
	types := t.AttributeTypes()
	out := make(map[string]cty.Value, len(types))
	for name, at := range types {
		e := decodeType(at, v.get(name), unknown.child(name), sensitive.child(name), unknownLeaf)
		if e == cty.NilVal {
			return e
		}
		out[name] = e
	}
	return cty.ObjectVal(out)
}
