package inventory

import "github.com/zclconf/go-cty/cty"

// Secret is the mark of a value that must never be printed though Terraform
// does not treat it as sensitive: the provider does not say that it is.
//
// It is put on values where they are about to be printed, and nowhere else, so
// that rules can still ask whether Terraform hides a value (Sensitive).
const Secret = secret("secret")

type secret string

// Hidden tells whether a value, or a part of it, must never be printed.
func Hidden(v cty.Value) bool {
	found := false
	_ = cty.Walk(v, func(_ cty.Path, v cty.Value) (bool, error) { // the walk makes no error of its own
		found = found || v.HasMark(Sensitive) || v.HasMark(Secret)
		return !found, nil
	})
	return found
}
