package tffunc

import (
	stdstrings "strings"

	"github.com/hashicorp/go-cty-funcs/cidr"
	"github.com/hashicorp/go-cty-funcs/collection"
	"github.com/hashicorp/go-cty-funcs/crypto"
	"github.com/hashicorp/go-cty-funcs/encoding"
	"github.com/hashicorp/go-cty-funcs/uuid"
	ctyyaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// Table returns a new table of all functions by name.
func Table() map[string]function.Function {
	table := map[string]function.Function{}
	for _, part := range []map[string]function.Function{
		numbers(), texts(), collections(), sets(), encodings(), digests(), networks(), conversions(), paths(),
	} {
		for name, f := range part {
			table[name] = f
		}
	}
	return table
}

func numbers() map[string]function.Function {
	return map[string]function.Function{
		"abs": stdlib.AbsoluteFunc, "ceil": stdlib.CeilFunc, "floor": stdlib.FloorFunc,
		"log": stdlib.LogFunc, "max": stdlib.MaxFunc, "min": stdlib.MinFunc,
		"parseint": stdlib.ParseIntFunc, "pow": stdlib.PowFunc, "signum": stdlib.SignumFunc,
		"range": stdlib.RangeFunc, "sum": sum(),
	}
}

func texts() map[string]function.Function {
	return map[string]function.Function{
		"chomp": stdlib.ChompFunc, "format": guarded(stdlib.FormatFunc, checkFormat), "formatdate": stdlib.FormatDateFunc,
		"formatlist": guarded(stdlib.FormatListFunc, checkFormat), "indent": guarded(stdlib.IndentFunc, checkIndent),
		"join": guarded(stdlib.JoinFunc, checkJoin), "lower": stdlib.LowerFunc, "regex": stdlib.RegexFunc,
		"regexall": guarded(stdlib.RegexAllFunc, checkRegexAll), "replace": guarded(replace(), checkReplace),
		"split": guarded(stdlib.SplitFunc, checkSplit), "strrev": stdlib.ReverseFunc, "substr": stdlib.SubstrFunc,
		"timeadd": stdlib.TimeAddFunc, "timecmp": timecmp(), "title": stdlib.TitleFunc,
		"trim": stdlib.TrimFunc, "trimprefix": stdlib.TrimPrefixFunc, "trimspace": stdlib.TrimSpaceFunc,
		"trimsuffix": stdlib.TrimSuffixFunc, "upper": stdlib.UpperFunc,
		"startswith": asks(stdstrings.HasPrefix, "str", "prefix"), "endswith": asks(stdstrings.HasSuffix, "str", "suffix"),
		"strcontains": asks(stdstrings.Contains, "str", "substr"),
	}
}

func collections() map[string]function.Function {
	return map[string]function.Function{
		"alltrue": all(true), "anytrue": all(false), "index": index(), "matchkeys": matchkeys(), "one": one(),
		"transpose": transpose(), "lookup": lookup(), "length": length(),
		"chunklist": stdlib.ChunklistFunc, "coalesce": collection.CoalesceFunc, "coalescelist": stdlib.CoalesceListFunc,
		"compact": stdlib.CompactFunc, "concat": stdlib.ConcatFunc, "contains": stdlib.ContainsFunc,
		"distinct": stdlib.DistinctFunc, "element": stdlib.ElementFunc, "flatten": stdlib.FlattenFunc,
		"keys": stdlib.KeysFunc, "merge": stdlib.MergeFunc, "reverse": stdlib.ReverseListFunc, "slice": stdlib.SliceFunc,
		"sort": stdlib.SortFunc, "values": stdlib.ValuesFunc, "zipmap": stdlib.ZipmapFunc,
	}
}

func sets() map[string]function.Function {
	return map[string]function.Function{
		"setintersection": stdlib.SetIntersectionFunc, "setproduct": guarded(stdlib.SetProductFunc, checkProduct),
		"setsubtract": stdlib.SetSubtractFunc, "setunion": stdlib.SetUnionFunc,
	}
}

func encodings() map[string]function.Function {
	return map[string]function.Function{
		"base64decode": base64decode(), "base64encode": encoding.Base64EncodeFunc,
		"base64gzip": base64gzip(), "base64gunzip": base64gunzip(),
		"textencodebase64": textencodebase64(), "textdecodebase64": textdecodebase64(),
		"urlencode": encoding.URLEncodeFunc, "urldecode": urldecode(),
		"csvdecode": stdlib.CSVDecodeFunc, "jsonencode": stdlib.JSONEncodeFunc,
		"jsondecode": guarded(stdlib.JSONDecodeFunc, checkNesting),
		"yamldecode": guarded(ctyyaml.YAMLDecodeFunc, checkYAML), "yamlencode": ctyyaml.YAMLEncodeFunc,
		"uuidv5": uuid.V5Func, "rsadecrypt": crypto.RsaDecryptFunc,
	}
}

func networks() map[string]function.Function {
	return map[string]function.Function{
		"cidrhost": cidr.HostFunc, "cidrnetmask": guarded(cidr.NetmaskFunc, checkIPv4),
		"cidrsubnet": cidr.SubnetFunc, "cidrsubnets": cidr.SubnetsFunc, "cidrcontains": cidrcontains(),
	}
}
