package tffunc

import (
	"fmt"
	stdstrings "strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// Limits of what one call may make, so that a call that asks for a terabyte is an error.
const (
	maxBytes    = 16 << 20
	maxElements = 1_000_000
	maxNesting  = 500
)

// guarded makes a function that refuses arguments before it starts on them.
func guarded(f function.Function, check func(args []cty.Value) error) function.Function {
	return function.New(&function.Spec{
		Params: f.Params(), VarParam: f.VarParam(),
		Type: func(args []cty.Value) (cty.Type, error) {
			if err := check(args); err != nil {
				return cty.NilType, err
			}
			return f.ReturnTypeForValues(args)
		},
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return f.Call(args) },
	})
}

// known returns an argument that is a known string.
func known(args []cty.Value, i int) (string, bool) {
	if i >= len(args) {
		return "", false
	}
	v, _ := args[i].Unmark()
	if v.Type() != cty.String || !v.IsKnown() || v.IsNull() {
		return "", false
	}
	return v.AsString(), true
}

func knownNumber(args []cty.Value, i int) (float64, bool) {
	if i >= len(args) {
		return 0, false
	}
	v, _ := args[i].Unmark()
	if v.Type() != cty.Number || !v.IsKnown() || v.IsNull() {
		return 0, false
	}
	f, _ := v.AsBigFloat().Float64()
	return f, true
}

func bytesWithin(n float64) error {
	if n > maxBytes {
		return fmt.Errorf("the result would be longer than %d bytes, which is the limit", maxBytes)
	}
	return nil
}

func elementsWithin(n float64) error {
	if n > maxElements {
		return fmt.Errorf("the result would have more than %d elements, which is the limit", maxElements)
	}
	return nil
}

// checkFormat refuses widths and precisions that no text needs.
func checkFormat(args []cty.Value) error {
	text, _ := known(args, 0)
	digits := 0
	for _, c := range text {
		if c < '0' || c > '9' {
			digits = 0
			continue
		}
		if digits++; digits > 5 && stdstrings.Contains(text, "%") {
			return fmt.Errorf("a width or precision of more than five digits is not worked with")
		}
	}
	return nil
}

func checkIndent(args []cty.Value) error {
	n, _ := knownNumber(args, 0)
	text, _ := known(args, 1)
	return bytesWithin(float64(len(text)) + n*float64(stdstrings.Count(text, "\n")))
}

func checkJoin(args []cty.Value) error {
	separator, _ := known(args, 0)
	n := 0
	for _, list := range args[min(1, len(args)):] {
		if list.IsKnown() && !list.IsNull() && list.CanIterateElements() {
			n += list.LengthInt()
		}
	}
	return bytesWithin(float64(len(separator)) * float64(n))
}

func checkReplace(args []cty.Value) error {
	text, _ := known(args, 0)
	with, _ := known(args, 2)
	substring, _ := known(args, 1)
	n := utf8.RuneCountInString(text) + 1
	if !isPattern(substring) && substring != "" {
		n = stdstrings.Count(text, substring)
	}
	return bytesWithin(float64(n) * float64(len(with)))
}

func checkSplit(args []cty.Value) error {
	separator, _ := known(args, 0)
	text, _ := known(args, 1)
	return elementsWithin(float64(stdstrings.Count(text, separator)))
}

func checkRegexAll(args []cty.Value) error {
	text, _ := known(args, 1)
	return elementsWithin(float64(len(text)))
}

func checkProduct(args []cty.Value) error {
	n := 1.0
	for _, set := range args {
		v, _ := set.Unmark()
		if v.IsKnown() && !v.IsNull() && v.CanIterateElements() {
			n *= float64(v.LengthInt())
		}
	}
	return elementsWithin(n)
}

// checkNesting refuses encoded data of which the decoder would overflow the stack.
func checkNesting(args []cty.Value) error {
	text, _ := known(args, 0)
	depth := 0
	for _, c := range text {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
		if depth > maxNesting {
			return fmt.Errorf("data nested more than %d levels deep is not decoded", maxNesting)
		}
	}
	return nil
}
