package tfexpr

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// loop is one run of a for expression.
type loop struct {
	e *evaluation
	x *hclsyntax.ForExpr

	keys, values []cty.Value // what the body made
	unsure       bool        // some element may be left out: its condition is unknown
	loose        bool        // the collection has no order
	sensitive    bool
	secretKey    bool
	failed       bool
}

func (e *evaluation) forExpr(x *hclsyntax.ForExpr) cty.Value {
	collection, failed := e.tried(x.CollExpr)
	if failed {
		return Anything()
	}
	l := &loop{e: e, x: x, sensitive: isSensitive(collection)}
	if !collection.IsKnown() {
		return l.unknown(collection)
	}
	keys, elements, ok := pairs(collection)
	if !ok {
		return e.notIterable(collection, x.CollExpr.Range(), "a 'for' expression")
	}
	if !e.spend(len(elements), x.SrcRange) {
		return Anything()
	}
	l.loose = disorderly(collection)
	for i := range elements {
		l.step(keys[i], elements[i])
	}
	return l.result()
}

// unknown runs the body once, for what any element looks like.
func (l *loop) unknown(collection cty.Value) cty.Value {
	l.e.doubts++
	if l.copies() {
		return collection
	}
	element := elementOf(collection)
	l.step(Anything(), element)
	for i, v := range l.values {
		l.values[i] = weakenOthers(v, element)
	}
	if l.failed {
		return seal(Anything(), l.sensitive)
	}
	if len(l.values) == 0 {
		return seal(cty.EmptyTupleVal, l.sensitive)
	}
	return seal(Many(Together(l.values...)), l.sensitive)
}

// copies tells whether the expression is [for x in collection : x].
func (l *loop) copies() bool {
	t, ok := l.x.ValExpr.(*hclsyntax.ScopeTraversalExpr)
	return ok && l.x.KeyExpr == nil && l.x.CondExpr == nil && len(t.Traversal) == 1 && t.Traversal.RootName() == l.x.ValVar
}

// step evaluates the body for one element.
func (l *loop) step(key, element cty.Value) {
	names := map[string]cty.Value{l.x.ValVar: l.e.owned(element)}
	if l.x.KeyVar != "" {
		names[l.x.KeyVar] = l.e.owned(key)
	}
	outer := l.e.frame
	l.e.frame = &frame{parent: outer, names: names}
	defer func() { l.e.frame = outer }()

	included, certain := l.included()
	if !included {
		return
	}
	if l.x.KeyExpr != nil {
		k, failed := l.e.tried(l.x.KeyExpr)
		l.failed = l.failed || failed
		l.secretKey = l.secretKey || isSensitive(k)
		l.keys = append(l.keys, l.e.objectKey(k, l.x.KeyExpr.Range()))
	}
	v, failed := l.e.tried(l.x.ValExpr)
	l.failed = l.failed || failed
	if !certain {
		v = weaken(v)
	}
	l.values = append(l.values, v)
}

// included evaluates the if clause. An unknown one includes the element, though not for certain.
func (l *loop) included() (included, certain bool) {
	if l.x.CondExpr == nil {
		return true, true
	}
	condition, failed := l.e.tried(l.x.CondExpr)
	l.sensitive = l.sensitive || isSensitive(condition)
	if failed {
		l.failed = true
		return false, true
	}
	if !condition.IsKnown() {
		l.unsure = true
		return true, false
	}
	yes, ok := asBool(condition)
	if !ok {
		l.failed = true
		l.e.fail(l.x.CondExpr.Range(), "Invalid 'for' condition", "The 'if' clause must be true or false.")
	}
	return yes, true
}

func (l *loop) result() cty.Value {
	switch {
	case l.failed:
		return seal(Anything(), l.sensitive)
	case l.unsure:
		return seal(Many(Together(l.values...)), l.sensitive)
	case l.x.KeyExpr == nil:
		return seal(sequence(l.values, looseIf(l.loose)), l.sensitive)
	case l.x.Group:
		return seal(l.grouped(), l.sensitive)
	}
	return seal(l.mapped(), l.sensitive)
}

func (l *loop) mapped() cty.Value {
	b := objectBuilder{attributes: make(map[string]cty.Value, len(l.values))}
	for i, v := range l.values {
		inner, _ := l.keys[i].Unmark()
		if inner.IsKnown() && b.attributes[inner.AsString()] != cty.NilVal {
			return l.e.fail(l.x.KeyExpr.Range(), "Duplicate object key", l.duplicate(inner))
		}
		b.add(l.keys[i], v)
	}
	return b.value()
}

func (l *loop) duplicate(key cty.Value) string {
	if l.sensitive || l.secretKey {
		return "Two different items produced the same key in this 'for' expression."
	}
	return fmt.Sprintf("Two different items produced the key %q in this 'for' expression. If duplicates are expected, use the ellipsis (...) after the value expression to enable grouping by key.", key.AsString())
}

func (l *loop) grouped() cty.Value {
	groups := map[string][]cty.Value{}
	b := objectBuilder{attributes: map[string]cty.Value{}}
	for i, v := range l.values {
		inner, _ := l.keys[i].Unmark()
		if !inner.IsKnown() {
			b.add(l.keys[i], Many(Together(l.values...)))
			return b.value()
		}
		groups[inner.AsString()] = append(groups[inner.AsString()], v)
	}
	for key, group := range groups {
		b.attributes[key] = cty.TupleVal(group)
	}
	return b.value()
}

func (e *evaluation) notIterable(v cty.Value, rng hcl.Range, where string) cty.Value {
	if v.IsNull() {
		return e.fail(rng, "Iteration over null value", "A null value cannot be used as the collection in "+where+".")
	}
	return e.fail(rng, "Iteration over non-iterable value", fmt.Sprintf("A value of type %s cannot be used as the collection in %s.", v.Type().FriendlyName(), where))
}

// spend takes from the budget of work.
func (e *evaluation) spend(n int, rng hcl.Range) bool {
	if e.made += n; e.made > maxElements {
		e.fail(rng, "Too much to evaluate", fmt.Sprintf("This expression goes through more than %d elements, which is the limit.", maxElements))
		return false
	}
	return e.scope.Spend(n)
}
