package tfexpr

import (
	"sort"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// entries returns the attributes of a known object or map.
func entries(v cty.Value) (map[string]cty.Value, bool) {
	if !isObject(v) {
		return nil, false
	}
	inner, _, _ := open(v)
	m := inner.AsValueMap()
	if m == nil {
		m = map[string]cty.Value{}
	}
	return m, true
}

func sortedKeys(m map[string]cty.Value) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

func tomap(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 || args[0].IsKnown() && !isObject(args[0]) {
		return cty.NilVal
	}
	return args[0]
}

func valuesOf(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	if !args[0].IsKnown() {
		return Many(elementOf(args[0]))
	}
	m, ok := entries(args[0])
	if !ok {
		return cty.NilVal
	}
	out := make([]cty.Value, 0, len(m))
	for _, key := range sortedKeys(m) {
		out = append(out, m[key])
	}
	return seal(cty.TupleVal(out), isSensitive(args[0]))
}

func keysOf(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	m, ok := entries(args[0])
	if !ok {
		return cty.NilVal // unknown keys are derived
	}
	out := make([]cty.Value, 0, len(m))
	for _, key := range sortedKeys(m) {
		out = append(out, cty.StringVal(key))
	}
	return seal(cty.TupleVal(out), isSensitive(args[0]))
}

func merge(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	out := map[string]cty.Value{}
	var elements []cty.Value
	unknown, sensitive := false, false
	for _, arg := range args {
		sensitive = sensitive || isSensitive(arg)
		m, ok := entries(arg)
		switch {
		case !arg.IsKnown():
			unknown = true
			elements = append(elements, elementOf(arg))
		case arg.IsNull():
		case !ok:
			return cty.NilVal
		}
		for _, key := range sortedKeys(m) {
			out[key] = m[key]
		}
	}
	if !unknown {
		return seal(cty.ObjectVal(out), sensitive)
	}
	for _, key := range sortedKeys(out) {
		// A map that is not known may have another value for the key.
		elements = append(elements, weaken(out[key]))
	}
	return seal(Many(Together(elements...)), sensitive)
}

func zipmap(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 2 {
		return cty.NilVal
	}
	keys, keysKnown := Elements(args[0])
	elements, valuesKnown := Elements(args[1])
	if !keysKnown && args[0].IsKnown() || !valuesKnown && args[1].IsKnown() {
		return cty.NilVal
	}
	b := objectBuilder{attributes: map[string]cty.Value{}, sensitive: isSensitive(args[0]) || isSensitive(args[1])}
	if !keysKnown || !valuesKnown || disorderly(args[0]) || disorderly(args[1]) || len(keys) != len(elements) {
		if !valuesKnown {
			elements = []cty.Value{elementOf(args[1])}
		}
		b.unknownKey, b.values = true, elements
		return b.value()
	}
	for i, v := range elements {
		key, err := convert.Convert(keys[i], cty.String)
		if err != nil || key.IsNull() {
			return cty.NilVal
		}
		b.add(key, v)
	}
	return b.value()
}

func lookup(e *evaluation, x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 2 && len(args) != 3 {
		return cty.NilVal
	}
	key, fallback := args[1], args[2:]
	m, ok := entries(args[0])
	if !ok && args[0].IsKnown() {
		return cty.NilVal
	}
	if ok && key.IsKnown() {
		return lookupKnown(e, x, m, args)
	}
	e.doubts++
	candidates := append([]cty.Value{}, fallback...)
	if ok {
		for _, name := range sortedKeys(m) {
			candidates = append(candidates, m[name])
		}
	} else {
		candidates = append(candidates, one(args[0]))
	}
	return seal(weaken(Either(candidates...)), isSensitive(args[0]) || isSensitive(key))
}

func lookupKnown(e *evaluation, x *hclsyntax.FunctionCallExpr, m map[string]cty.Value, args []cty.Value) cty.Value {
	sensitive := isSensitive(args[0]) || isSensitive(args[1])
	bareKey, _ := args[1].Unmark()
	key, err := convert.Convert(bareKey, cty.String)
	if err != nil || key.IsNull() {
		return cty.NilVal
	}
	if v, ok := m[key.AsString()]; ok {
		return seal(v, sensitive)
	}
	if len(args) == 3 {
		return seal(args[2], sensitive)
	}
	return e.fail(x.Range(), "Error in function call", `Call to function "lookup" failed: the map has no such key and no default value was given.`)
}
