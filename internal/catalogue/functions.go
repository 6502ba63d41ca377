package catalogue

import (
	"time"

	"github.com/hashicorp/go-cty-funcs/cidr"
	"github.com/hashicorp/go-cty-funcs/crypto"
	"github.com/hashicorp/go-cty-funcs/encoding"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"

	"github.com/srmlint/srmlint/internal/tffunc"
)

// ruleFunctions is what expressions of rules may call: Terraform's functions
// under their own names, as far as they are pure and a rule can use them, and
// the security functions of this package.
func ruleFunctions(lifetimes *Lifetimes, now time.Time) map[string]function.Function {
	all := map[string]function.Function{}
	for _, set := range []map[string]function.Function{
		textFunctions(), collectionFunctions(), otherFunctions(), boundedFunctions(), valueFunctions(), securityFunctions(lifetimes, now),
		{"names": namesFunc()},
	} {
		for name, f := range set {
			all[name] = linear(f)
		}
	}
	return all
}

// boundedFunctions can make much of little: the evaluator's, which have limits.
func boundedFunctions() map[string]function.Function {
	all := tffunc.Table()
	found := map[string]function.Function{}
	for _, name := range []string{"format", "formatlist", "join", "jsondecode", "regexall", "replace", "split", "yamldecode"} {
		found[name] = all[name]
	}
	return found
}

func textFunctions() map[string]function.Function {
	return map[string]function.Function{
		"chomp":       stdlib.ChompFunc,
		"endswith":    endsWith(),
		"lower":       stdlib.LowerFunc,
		"regex":       stdlib.RegexFunc,
		"startswith":  startsWith(),
		"strcontains": strContains(),
		"strlen":      stdlib.StrlenFunc,
		"substr":      stdlib.SubstrFunc,
		"title":       stdlib.TitleFunc,
		"trim":        stdlib.TrimFunc,
		"trimprefix":  stdlib.TrimPrefixFunc,
		"trimspace":   stdlib.TrimSpaceFunc,
		"trimsuffix":  stdlib.TrimSuffixFunc,
		"upper":       stdlib.UpperFunc,
	}
}

func collectionFunctions() map[string]function.Function {
	return map[string]function.Function{
		"alltrue":         allTrue(),
		"anytrue":         anyTrue(),
		"coalesce":        stdlib.CoalesceFunc,
		"coalescelist":    stdlib.CoalesceListFunc,
		"compact":         stdlib.CompactFunc,
		"concat":          stdlib.ConcatFunc,
		"contains":        stdlib.ContainsFunc,
		"distinct":        stdlib.DistinctFunc,
		"element":         stdlib.ElementFunc,
		"keys":            stdlib.KeysFunc,
		"length":          stdlib.LengthFunc,
		"lookup":          stdlib.LookupFunc,
		"merge":           stdlib.MergeFunc,
		"range":           stdlib.RangeFunc,
		"reverse":         stdlib.ReverseListFunc,
		"setintersection": stdlib.SetIntersectionFunc,
		"setsubtract":     stdlib.SetSubtractFunc,
		"setunion":        stdlib.SetUnionFunc,
		"slice":           stdlib.SliceFunc,
		"sort":            stdlib.SortFunc,
		"values":          stdlib.ValuesFunc,
		"zipmap":          stdlib.ZipmapFunc,
	}
}

func otherFunctions() map[string]function.Function {
	return map[string]function.Function{
		"abs":          stdlib.AbsoluteFunc,
		"base64decode": encoding.Base64DecodeFunc,
		"can":          tryfunc.CanFunc,
		"ceil":         stdlib.CeilFunc,
		"cidrhost":     cidr.HostFunc,
		"floor":        stdlib.FloorFunc,
		"jsonencode":   stdlib.JSONEncodeFunc,
		"max":          stdlib.MaxFunc,
		"min":          stdlib.MinFunc,
		"parseint":     stdlib.ParseIntFunc,
		"sha256":       crypto.Sha256Func,
		"timeadd":      stdlib.TimeAddFunc,
		"tobool":       stdlib.MakeToFunc(cty.Bool),
		"tolist":       stdlib.MakeToFunc(cty.List(cty.DynamicPseudoType)),
		"tomap":        stdlib.MakeToFunc(cty.Map(cty.DynamicPseudoType)),
		"tonumber":     stdlib.MakeToFunc(cty.Number),
		"toset":        stdlib.MakeToFunc(cty.Set(cty.DynamicPseudoType)),
		"tostring":     stdlib.MakeToFunc(cty.String),
		"try":          tryfunc.TryFunc,
	}
}
