package catalogue

import (
	"time"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// securityFunctions is what rules may ask that takes more than an expression:
// what a list of addresses, a policy, a key or a text means.
//
// All are pure but for end_of_life, which compares with now. An unknown part of
// an argument makes the answer unknown only where it can change the answer, and
// what cannot be read (an address that is none, a policy that is no JSON) counts
// as unknown: it is never taken for harmless. Marks pass through.
func securityFunctions(lifetimes *Lifetimes, now time.Time) map[string]function.Function {
	return map[string]function.Function{
		"default_vpc":           defaultVPCFunc(),
		"effective":             effectiveFunc(),
		"elements":              elementsFunc(),
		"end_of_life":           endOfLifeFunc(lifetimes, now),
		"end_of_life_date":      endOfLifeDateFunc(lifetimes),
		"has_secret":            hasSecretFunc(),
		"is_public_cidr":        isPublicCIDRFunc(),
		"open_to_world":         openToWorldFunc(),
		"policy_grants_public":  policyGrantsPublicFunc(),
		"policy_public_actions": policyPublicActionsFunc(),
		"ports_except":          portsExceptFunc(),
		"ports_overlap":         portsOverlapFunc(),
		"secret_kind":           secretKindFunc(),
		"ssh_key_kind":          sshKeyKindFunc(),
		"ssh_key_strength":      sshKeyStrengthFunc(),
		"surely":                surelyFunc(),
		"user_data_text":        userDataTextFunc(),
		"world_ranges":          worldRangesFunc(),
		"world_reaches":         worldReachesFunc(),
	}
}

// truth is an answer that may be open.
type truth int

const (
	no truth = iota
	maybe
	yes
)

func (t truth) value() cty.Value {
	switch t {
	case yes:
		return cty.True
	case no:
		return cty.False
	}
	return cty.UnknownVal(cty.Bool)
}

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

// surelyFunc: a `for` that filters by an unknown condition is unknown as a
// whole, so a gap that lists what is at fault filters by surely(condition).
func surelyFunc() function.Function {
	return function.New(&function.Spec{
		Description: "True only where the condition is known to be true. For the texts of gaps: a condition that decides a verdict must stay unknown where it is.",
		Params:      []function.Parameter{{Name: "condition", Type: cty.Bool, AllowUnknown: true, AllowNull: true}},
		Type:        function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			v := args[0]
			return cty.BoolVal(v.IsKnown() && !v.IsNull() && v.True()), nil
		},
	})
}

// effectiveFunc: an attribute that the provider fills in is unknown before
// apply whether or not the configuration sets it.
func effectiveFunc() function.Function {
	return function.New(&function.Spec{
		Description: "The value where it is known; else what it will be where the configuration does not set it; else unknown. For attributes that the provider fills in: effective(configured.ha, self.ha, false).",
		Params: []function.Parameter{
			{Name: "configured", Type: cty.Bool, AllowUnknown: true},
			{Name: "value", Type: cty.DynamicPseudoType, AllowUnknown: true, AllowNull: true, AllowDynamicType: true},
			{Name: "otherwise", Type: cty.DynamicPseudoType, AllowUnknown: true, AllowNull: true},
		},
		Type: func([]cty.Value) (cty.Type, error) { return cty.DynamicPseudoType, nil },
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			set, value, otherwise := args[0], args[1], args[2]
			switch {
			case value.IsKnown() && !value.IsNull():
				return value, nil
			case value.IsKnown(), set.IsKnown() && set.False():
				return otherwise, nil
			}
			return value, nil
		},
	})
}

// elementsFunc: attributes that are lists are null where they are unset.
func elementsFunc() function.Function {
	return function.New(&function.Spec{
		Description: "The list itself, or an empty list where it is null.",
		Params:      []function.Parameter{{Name: "list", Type: cty.DynamicPseudoType, AllowNull: true}},
		Type: func(args []cty.Value) (cty.Type, error) {
			if t := args[0].Type(); t != cty.DynamicPseudoType {
				return t, nil
			}
			return cty.EmptyTuple, nil // a null of no type
		},
		Impl: func(args []cty.Value, t cty.Type) (cty.Value, error) {
			switch {
			case !args[0].IsNull():
				return args[0], nil
			case t.IsListType():
				return cty.ListValEmpty(t.ElementType()), nil
			case t.IsSetType():
				return cty.SetValEmpty(t.ElementType()), nil
			case t.IsMapType():
				return cty.MapValEmpty(t.ElementType()), nil
			}
			return cty.EmptyTupleVal, nil
		},
	})
}

// stringList reads a known list of strings; all is false where some element is
// unknown. Null elements are left out.
func stringList(v cty.Value) (list []string, all bool) {
	if v.IsNull() {
		return nil, true
	}
	if !v.IsKnown() {
		return nil, false
	}
	all = true
	for it := v.ElementIterator(); it.Next(); {
		_, e := it.Element()
		switch {
		case !e.IsKnown():
			all = false
		case !e.IsNull():
			list = append(list, e.AsString())
		}
	}
	return list, all
}

func listOfStrings(list []string) cty.Value {
	if len(list) == 0 {
		return cty.ListValEmpty(cty.String)
	}
	values := make([]cty.Value, len(list))
	for i, s := range list {
		values[i] = cty.StringVal(s)
	}
	return cty.ListVal(values)
}
