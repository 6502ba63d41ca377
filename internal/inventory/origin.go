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
	Address   string // full instance address; data sources begin with "data." in their last part
	Attribute string // top-level attribute, e.g. "id"
	Certainty Certainty
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

// Origins returns the origins that the outermost level of a value carries,
// and whether it may be anything besides.
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
