package catalogue

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// TestLinear: functions say of tuples what they say of lists, whatever is in them.
func TestLinear(t *testing.T) {
	call := func(f function.Function, text string) (cty.Value, error) {
		e, diags := hclsyntax.ParseExpression([]byte(text), "rule.hcl", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		v, diags := e.Value(&hcl.EvalContext{
			Functions: map[string]function.Function{"f": f},
			Variables: map[string]cty.Value{"unknown": cty.UnknownVal(cty.Bool), "any": cty.DynamicVal, "secret": cty.True.Mark("secret")},
		})
		if diags.HasErrors() {
			return cty.NilVal, diags
		}
		return v, nil
	}
	for _, text := range []string{
		"f([])", "f([true, false])", "f([false, unknown])", "f([true, unknown])", "f([false, any])", "f(any)", "f(unknown)",
		"f([secret, false])", "f([null, true])", "f([null, false])", "f(null)", `f(["true"])`, `f(["x"])`, "f([1])", "f({})", "f(true)",
		"f([for x in [1, 2, 3] : x > 2])",
	} {
		for _, plain := range []function.Function{anyTrue(), allTrue()} {
			want, wantErr := call(plain, text)
			got, gotErr := call(linear(plain), text)
			if (gotErr == nil) != (wantErr == nil) || wantErr == nil && !got.RawEquals(want) {
				t.Errorf("%s: got %#v (%v), want %#v (%v)", text, got, gotErr, want, wantErr)
			}
		}
	}
}
