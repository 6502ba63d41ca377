package tfexpr

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

func containsValue(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 2 {
		return cty.NilVal
	}
	elements, ok := Elements(args[0])
	if !ok {
		return cty.NilVal
	}
	sensitive := isSensitive(args[0]) || isSensitive(args[1])
	if _, comparable := same(args[1]); comparable && contains(elements, args[1]) {
		return seal(cty.True, sensitive)
	}
	if whollyKnown(args[1]) && !whollyKnown(cty.TupleVal(elements)) {
		for _, v := range elements {
			if plain(v) && equal(v, bare(args[1])) {
				return seal(cty.True, sensitive)
			}
		}
		return derived(cty.UnknownVal(cty.Bool), args...)
	}
	return cty.NilVal
}

// equal compares two known values as == does.
func equal(a, b cty.Value) bool {
	if !a.Type().Equals(b.Type()) {
		return false
	}
	v := a.Equals(b)
	return v.IsKnown() && v.True()
}

func matchkeys(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 3 {
		return cty.NilVal
	}
	g := gather(args[0])
	keys, ok := Elements(args[1])
	search, okSearch := Elements(args[2])
	if g.unknown || g.order != "" || !ok || !okSearch || !plain(args[1]) || !plain(args[2]) || len(keys) != len(g.elements) {
		return g.perhaps()
	}
	var kept []cty.Value
	for i, v := range g.elements {
		for _, s := range search {
			if equal(convertLeaf(keys[i], s.Type()), s) {
				kept = append(kept, v)
				break
			}
		}
	}
	g.elements = kept
	return g.value()
}

func chunklist(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 2 {
		return cty.NilVal
	}
	g := gather(args[0])
	size, ok := wholeNumber(args[1])
	switch {
	case g.wrong || args[1].IsKnown() && (!ok || size < 0):
		return cty.NilVal
	case g.unknown || g.order != "" || !ok:
		return seal(Many(Many(Together(g.elements...))), g.sensitive)
	case size == 0:
		size = max(len(g.elements), 1)
	}
	var chunks []cty.Value
	for len(g.elements) > 0 {
		n := min(size, len(g.elements))
		chunks = append(chunks, cty.TupleVal(g.elements[:n]))
		g.elements = g.elements[n:]
	}
	return seal(cty.TupleVal(chunks), g.sensitive)
}

func setOperation(name string) own {
	return func(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
		g := gather(args...)
		if g.wrong || len(args) == 0 || len(args) == 1 && name != "setunion" && name != "setintersection" {
			return cty.NilVal
		}
		g.elements, g.order = alike(g.elements), asSet
		switch name {
		case "setunion":
			return g.value()
		case "setintersection":
			return intersection(g, args)
		}
		return subtraction(args)
	}
}

// intersection: what is in all the sets for certain stays so.
func intersection(g *gathered, args []cty.Value) cty.Value {
	lists, ok := sequences(args)
	if !ok {
		return g.perhaps()
	}
	elements := pool(args, lists, false)
	if len(elements) == 0 {
		return seal(cty.EmptyTupleVal, g.sensitive)
	}
	return seal(Many(Together(elements...)), g.sensitive)
}

func subtraction(args []cty.Value) cty.Value {
	from, take := gather(args[0]), gather(args[1:]...)
	if len(take.elements) == 0 {
		from.order = asSet
		return from.value()
	}
	exact := !from.unknown && !take.unknown
	var kept []cty.Value
	for _, v := range from.elements {
		if _, comparable := same(v); comparable && contains(take.elements, v) {
			continue
		}
		if !plain(v) || !plain(cty.TupleVal(take.elements)) {
			exact = false
			v = weaken(v)
		}
		kept = append(kept, v)
	}
	from.elements, from.order, from.unknown = kept, asSet, !exact
	if len(kept) == 0 {
		from.unknown = false
	}
	return from.value()
}

func setproduct(e *evaluation, x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) < 2 {
		return cty.NilVal
	}
	rows := [][]cty.Value{nil}
	order, sensitive := orderMark(""), false
	looks := make([]cty.Value, len(args))
	unknown := false
	for i, arg := range args {
		g := gather(arg)
		if g.wrong {
			return cty.NilVal
		}
		looks[i] = Together(g.elements...)
		unknown = unknown || g.unknown
		order, sensitive = max(order, g.order), sensitive || g.sensitive
		if !unknown && !e.spend(len(rows)*len(g.elements), x.Range()) {
			return Anything()
		}
		if !unknown {
			rows = product(rows, g.elements)
		}
	}
	if unknown {
		return seal(Many(weaken(cty.TupleVal(looks))), sensitive) // it is empty if one of the lists is
	}
	out := make([]cty.Value, len(rows))
	for i, row := range rows {
		out[i] = cty.TupleVal(row)
	}
	return seal(sequence(out, order), sensitive)
}

func product(rows [][]cty.Value, elements []cty.Value) [][]cty.Value {
	out := make([][]cty.Value, 0, len(rows)*len(elements))
	for _, row := range rows {
		for _, v := range elements {
			out = append(out, append(row[:len(row):len(row)], v))
		}
	}
	return out
}
