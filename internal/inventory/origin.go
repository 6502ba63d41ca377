package inventory

import "github.com/zclconf/go-cty/cty"

// Certainty says how an unknown value comes from its origin.
type Certainty uint8

const (
	// Sure: the value is the origin's attribute, or (on a collection) has it among its elements.
	Sure Certainty = iota
	// Assumed is Sure by the one rule of thumb: a whole resource that is the sole
	// reference of an expression is reached in all its instances. Evidence says so.
	Assumed
	// Maybe: the value may or may not be the origin's attribute.
	Maybe
	// Derived: the value was computed from the attribute (a template, a function)
	// and is not the attribute itself.
	Derived
)

// Origin is a cty mark on an unknown value: which attribute of which instance
// it will come from. A collection may carry several.
//
// What the marks of an unknown value say together: it holds each Sure origin;
// it may hold each Maybe origin; it holds nothing else, unless Anything or
// Literals is among the marks, or there is no Origin at all, which is the same as Anything.
type Origin struct {
	Address   string // instance address; data sources begin with "data." in their last part
	Attribute string // top-level attribute, e.g. "id"
	Certainty Certainty
	Frame     Frame // what Address counts from
}

// Frame says what the address of an Origin counts from. Instances that are
// alike, each in a module instance of its own, can then share their values.
type Frame uint8

const (
	// Absolute: Address is whole.
	Absolute Frame = iota
	// Itself: the origin is the instance that holds the value; Address is empty.
	Itself
	// Within: Address counts from the module instance of the holder, Within+1
	// from the one above it, and so on.
	Within
)

// Of returns the origin with the whole address that it has for a holder.
func (o Origin) Of(holder *Instance) Origin {
	switch {
	case o.Frame == Absolute:
		return o
	case o.Frame == Itself:
		o.Address = holder.Address
	default:
		if module := enclosing(holder.Module, int(o.Frame-Within)); module != "" {
			o.Address = module + "." + o.Address
		}
	}
	o.Frame = Absolute
	return o
}

// enclosing is the module instance that is some levels above another.
func enclosing(module string, levels int) string {
	if levels == 0 {
		return module
	}
	ends := moduleEnds(module)
	if levels >= len(ends) {
		return ""
	}
	return module[:ends[len(ends)-1-levels]]
}

// moduleEnds lists where each step of module.a["x"].module.b ends.
func moduleEnds(module string) (ends []int) {
	inKey, quoted, dots := false, false, 0
	for i := 0; i < len(module); i++ {
		switch c := module[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			inKey = true
		case c == ']':
			inKey = false
		case c == '.' && !inKey:
			if dots++; dots%2 == 0 {
				ends = append(ends, i)
			}
		}
	}
	return append(ends, len(module))
}

// Absolute returns a value with whole addresses in its origins.
func (i *Instance) Absolute(v cty.Value) cty.Value {
	if v == cty.NilVal {
		return v
	}
	out, err := cty.Transform(v, func(_ cty.Path, v cty.Value) (cty.Value, error) {
		bare, marks := v.Unmark()
		whole := make(cty.ValueMarks, len(marks))
		for m := range marks {
			if o, ok := m.(Origin); ok {
				m = o.Of(i)
			}
			whole[m] = struct{}{}
		}
		return bare.WithMarks(whole), nil
	})
	if err != nil {
		return cty.UnknownVal(v.Type()).Mark(Anything)
	}
	return out
}

// Anything is the mark of an unknown value that may be anything.
var Anything = Origin{Attribute: "*"}

// Literals is the mark of an unknown collection that may, besides its origins,
// hold values that are written in the configuration but that the input does not show.
var Literals = Origin{Attribute: "literal"}

// Sensitive is the mark of a value that must never be printed.
const Sensitive = sensitive("sensitive")

type sensitive string

// Unknown makes an unknown value of a type that carries origins.
func Unknown(t cty.Type, origins ...Origin) cty.Value {
	v := cty.UnknownVal(t)
	for _, o := range origins {
		v = v.Mark(o)
	}
	return v
}

// Origins returns the origins that the outermost level of a value carries, as
// they are (see Origin.Of), and whether it may be anything besides.
func Origins(v cty.Value) (origins []Origin, anything, literals bool) {
	for m := range v.Marks() {
		switch m {
		case Anything:
			anything = true
		case Literals:
			literals = true
		default:
			if o, ok := m.(Origin); ok {
				origins = append(origins, o)
			}
		}
	}
	return origins, anything || len(origins) == 0, literals
}
