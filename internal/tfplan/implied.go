package tfplan

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// decodeImplied decodes a value whose type nobody declared: arrays become
// tuples, objects objects. cty.NilVal if a number in it cannot be held.
func decodeImplied(v raw) cty.Value {
	switch v.kind() {
	case '"':
		return decodePrimitive(cty.String, v)
	case 't', 'f':
		return cty.BoolVal(v.isTrue())
	case '[':
		return impliedTuple(v)
	case '{':
		return impliedObject(v)
	case 'n', 0:
		return cty.NullVal(cty.DynamicPseudoType)
	}
	return decodeNumber(v)
}

func impliedTuple(v raw) cty.Value {
	out := []cty.Value{}
	for _, element := range v.elements() {
		e := decodeImplied(element)
		if e == cty.NilVal {
			return e
		}
		out = append(out, e)
	}
	return cty.TupleVal(out)
}

func impliedObject(v raw) cty.Value {
	out := map[string]cty.Value{}
	for name, element := range v.fields() {
		e := decodeImplied(element)
		if e == cty.NilVal {
			return e
		}
		out[string(name)] = e
	}
	return cty.ObjectVal(out)
}

// deeper tells whether a value nests more than limit levels: what is built
// from it would be walked by recursion again and again.
func deeper(v raw, limit int) bool {
	depth := 0
	for i := 0; i < len(v); {
		switch v[i] {
		case '"':
			i = skipString(v, i)
			continue
		case '{', '[':
			if depth++; depth > limit {
				return true
			}
		case '}', ']':
			depth--
		}
		i++
	}
	return false
}

// rootVariables decodes the values that the plan gives the root module's variables.
func (rd *reader) rootVariables(declared raw) map[string]cty.Value {
	out := map[string]cty.Value{}
	for name, v := range rd.variables.fields() {
		key := string(name)
		value := cty.NilVal
		if !deeper(v, rd.opts.Limits.Depth) {
			value = decodeImplied(v.get("value"))
		}
		if value == cty.NilVal {
			value = cty.DynamicVal
			rd.notes.add("Variable left aside", "The value of var."+key+" is nested too deep or holds a number too large; it is taken as unknown.")
		}
		if declared.get(key).get("sensitive").isTrue() {
			value = value.Mark(inventory.Sensitive)
		}
		out[key] = value
	}
	return out
}
