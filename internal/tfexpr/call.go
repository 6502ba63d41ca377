package tfexpr

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// call evaluates a function call. Functions that need the marks of their
// arguments are the evaluator's own; the rest are the scope's.
func (e *evaluation) call(x *hclsyntax.FunctionCallExpr) cty.Value {
	name := strings.TrimPrefix(x.Name, "core::")
	switch name {
	case "try":
		return e.try(x)
	case "can":
		return e.can(x)
	}
	args, rest, ok := e.arguments(x)
	switch {
	case !ok:
		return Anything()
	case rest != cty.NilVal:
		return e.expanded(name, args, rest)
	}
	if !total(name) && !knownAll(args) {
		e.doubts++
	}
	if own := e.special(name, args); own != nil {
		if v := own(e, x, args); v != cty.NilVal {
			return e.limited(e.owned(v), x)
		}
	}
	f, ok := e.scope.Function(name)
	if !ok {
		return e.unknownFunction(x, args)
	}
	return e.limited(e.apply(f, x, args), x)
}

// total tells of functions that never fail once their arguments are of the
// right type; for others an unknown argument may yet turn out to be wrong.
func total(name string) bool {
	switch name {
	case "concat", "flatten", "toset", "tolist", "tomap", "tostring", "values", "keys", "merge", "distinct", "compact",
		"reverse", "sort", "length", "contains", "setunion", "setintersection", "setsubtract", "setproduct",
		"jsonencode", "yamlencode", "base64encode", "join", "upper", "lower", "trimspace", "md5", "sha1", "sha256", "sha512",
		"sensitive", "nonsensitive", "issensitive", "replace", "split":
		return true
	}
	return false
}

func knownAll(args []cty.Value) bool {
	for _, arg := range args {
		if !whollyKnown(arg) {
			return false
		}
	}
	return true
}

func (e *evaluation) unknownFunction(x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	detail := fmt.Sprintf("srmlint does not know the function %q, so that its result is taken as unknown.", x.Name)
	if strings.HasPrefix(x.Name, "provider::") {
		detail = fmt.Sprintf("%s is a function of a provider, which srmlint does not run: its result is taken as unknown.", x.Name)
	}
	e.note(x.NameRange, "Function not evaluated", detail)
	return derived(cty.DynamicVal, args...)
}

// arguments evaluates the arguments, the last one expanded if it has "...".
// What cannot be expanded because it is unknown is returned as rest.
func (e *evaluation) arguments(x *hclsyntax.FunctionCallExpr) (args []cty.Value, rest cty.Value, ok bool) {
	failed := false
	for _, arg := range x.Args {
		v, f := e.tried(arg)
		args, failed = append(args, v), failed || f
	}
	if failed || !x.ExpandFinal || len(args) == 0 {
		return args, cty.NilVal, !failed
	}
	last := args[len(args)-1]
	args = args[:len(args)-1]
	if !last.IsKnown() {
		e.doubts++
		return args, last, true
	}
	elements, isSequence := Elements(last)
	if !isSequence {
		e.fail(x.Args[len(x.Args)-1].Range(), "Invalid expanding argument value", "The expanding argument (indicated by ...) must be a list, a tuple or a set.")
	}
	for i := range elements {
		elements[i] = seal(elements[i], isSensitive(last))
	}
	return append(args, elements...), cty.NilVal, isSequence
}

// expanded is a call of which the number of arguments is unknown.
func (e *evaluation) expanded(name string, args []cty.Value, rest cty.Value) cty.Value {
	switch name {
	case "concat", "setunion", "merge", "flatten":
		var elements []cty.Value
		for _, arg := range append(args, elementOf(rest)) {
			if vs, ok := values(arg); ok {
				elements = append(elements, vs...)
			} else {
				elements = append(elements, elementOf(arg))
			}
		}
		return Many(Together(elements...))
	}
	return derived(cty.DynamicVal, append(args, rest)...)
}

// apply calls a function of the scope with unmarked arguments; what is unknown
// in the result is derived from the arguments.
func (e *evaluation) apply(f function.Function, x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	result, ok := e.invoke(f, x, args)
	if !ok {
		return Anything()
	}
	return derived(bare(result), args...)
}

// invoke calls a function with what remains of the arguments without origins.
func (e *evaluation) invoke(f function.Function, x *hclsyntax.FunctionCallExpr, args []cty.Value) (cty.Value, bool) {
	values := make([]cty.Value, len(args))
	work := cost(x, args)
	for i, arg := range args {
		n := Size(arg)
		values[i] = unifiable(bare(sets(arg)), n)
		work += 4*n + varied(values[i], n)
	}
	if !e.scope.Spend(work) {
		return cty.NilVal, false
	}
	values, ok := e.converted(f, x, values)
	if !ok {
		return cty.NilVal, false
	}
	result, err := f.Call(values)
	if err != nil {
		e.callError(x, args, err)
		return cty.NilVal, false
	}
	return result, true
}

// converted gives each argument the type of its parameter.
func (e *evaluation) converted(f function.Function, x *hclsyntax.FunctionCallExpr, args []cty.Value) ([]cty.Value, bool) {
	params, variadic := f.Params(), f.VarParam()
	if len(args) < len(params) || variadic == nil && len(args) > len(params) {
		e.fail(x.Range(), "Wrong number of function arguments", fmt.Sprintf("Function %q takes %s, and is called with %d.", x.Name, arity(len(params), variadic != nil), len(args)))
		return nil, false
	}
	for i := range args {
		param := variadic
		if i < len(params) {
			param = &params[i]
		}
		v, err := convert.Convert(args[i], param.Type)
		if err != nil {
			e.fail(argumentRange(x, i), "Invalid function argument", fmt.Sprintf("Invalid value for %q parameter of %s: %s.", param.Name, x.Name, err))
			return nil, false
		}
		args[i] = v
	}
	return args, true
}

func arity(n int, variadic bool) string {
	switch {
	case variadic && n > 0:
		return fmt.Sprintf("%d or more arguments", n)
	case variadic:
		return "any number of arguments"
	case n == 1:
		return "1 argument"
	}
	return fmt.Sprintf("%d arguments", n)
}
