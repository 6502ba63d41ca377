package tfexpr

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// own is a function that the evaluator has itself, because what it makes of
// unknown values keeps their origins. It returns cty.NilVal to leave the call
// to the function of the same name that the scope has.
type own func(e *evaluation, x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value

// special finds the evaluator's own function of a name.
func (e *evaluation) special(name string, args []cty.Value) own {
	found := e.inspect(args...)
	if f := anyway(name); f != nil {
		return f
	}
	if found.plain() && !e.own {
		return nil
	}
	return structural(name)
}

// anyway finds functions that are the evaluator's own whatever their arguments.
func anyway(name string) own {
	switch name {
	case "sensitive":
		return makeSensitive
	case "nonsensitive":
		return makeNonsensitive
	case "issensitive":
		return issensitive
	case "ephemeralasnull":
		return first
	case "timestamp", "plantimestamp", "uuid", "bcrypt", "abspath":
		return impure
	case "pathexpand":
		return pathexpand
	case "templatefile":
		return templatefile
	case "templatestring":
		return templatestring
	case "file", "filebase64", "filemd5", "filesha1", "filesha256", "filesha512",
		"filebase64sha256", "filebase64sha512":
		return fileContent
	case "fileexists":
		return fileexists
	case "fileset":
		return fileset
	}
	return nil
}

// structural finds functions that move elements about. They are the
// evaluator's own where an argument is not wholly known or has marks.
func structural(name string) own {
	switch name {
	case "concat":
		return concat
	case "flatten":
		return flatten
	case "toset":
		return toset
	case "tolist":
		return tolist
	case "tomap":
		return tomap
	case "tostring", "tonumber", "tobool":
		return scalar
	case "values":
		return valuesOf
	case "keys":
		return keysOf
	case "merge":
		return merge
	case "zipmap":
		return zipmap
	case "lookup":
		return lookup
	}
	return sequential(name)
}

// sequential finds structural functions of lists and sets.
func sequential(name string) own {
	switch name {
	case "distinct":
		return distinct
	case "compact":
		return compact
	case "coalesce":
		return coalesce
	case "coalescelist":
		return coalescelist
	case "reverse":
		return reverse
	case "sort":
		return sorted
	case "element":
		return element
	case "one":
		return oneOf
	case "slice":
		return slice
	case "length":
		return length
	case "contains":
		return containsValue
	case "matchkeys":
		return matchkeys
	case "chunklist":
		return chunklist
	case "setunion", "setintersection", "setsubtract":
		return setOperation(name)
	case "setproduct":
		return setproduct
	}
	return nil
}

func first(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	return args[0]
}

// impure functions have another result whenever they run.
func impure(_ *evaluation, _ *hclsyntax.FunctionCallExpr, _ []cty.Value) cty.Value {
	return cty.UnknownVal(cty.String).RefineNotNull()
}
