package catalogue

import (
	"time"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// endOfLifeFunc is the one function that depends on the time, which is given.
func endOfLifeFunc(lifetimes *Lifetimes, now time.Time) function.Function {
	return function.New(&function.Spec{
		Description: `Whether a vendor's support has ended, of an "image" or of a version of an engine ("pg", "kubernetes" …); unknown for what the end_of_life data does not hold.`,
		Params:      lifetimeParams(),
		Type:        function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			found, ok := lookup(lifetimes, args)
			if !ok {
				return cty.UnknownVal(cty.Bool), nil
			}
			return cty.BoolVal(found.Over(now)), nil
		},
	})
}

func endOfLifeDateFunc(lifetimes *Lifetimes) function.Function {
	return function.New(&function.Spec{
		Description: "The last day of a vendor's support (2027-04-01), empty for what the end_of_life data does not hold.",
		Params:      lifetimeParams(),
		Type:        function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			found, ok := lookup(lifetimes, args)
			if !ok {
				return cty.StringVal(""), nil
			}
			return cty.StringVal(found.End.Format(time.DateOnly)), nil
		},
	})
}

func lifetimeParams() []function.Parameter {
	return []function.Parameter{
		{Name: "kind", Type: cty.String, AllowNull: true},
		{Name: "name", Type: cty.String, AllowNull: true},
	}
}

func lookup(lifetimes *Lifetimes, args []cty.Value) (Lifetime, bool) {
	kind, _ := text(args[0])
	name, _ := text(args[1])
	return lifetimes.Lookup(kind, name)
}
