package tfexpr

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// goldenPath has expressions with the results of real Terraform.
const goldenPath = "../tfconfig/testdata/console/terraform.golden"

// TestOwnFunctions: where all is known, the evaluator's own functions have the
// results of Terraform's. They are used only where something is unknown, so
// that nothing else would hold them against it.
func TestOwnFunctions(t *testing.T) {
	f, err := os.Open(goldenPath)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	scope := newTestScope()
	scope.names = map[string]cty.Value{"local": preludeLocals(t)}
	n := 0
	for decoder := json.NewDecoder(f); decoder.More(); {
		var pair [2]string
		if err := decoder.Decode(&pair); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(pair[0], "(") || pair[1] == "ERROR" || pair[1] == "" || strings.Contains(pair[0], "\n") || otherwise(pair[0]) {
			continue
		}
		x, diags := hclsyntax.ParseExpression([]byte("jsonencode("+pair[0]+")"), "test.tf", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		n++
		e := &evaluation{scope: scope, own: true}
		got := e.value(x)
		if e.diags.HasErrors() {
			t.Errorf("%s: %s", pair[0], e.diags)
		} else if inner, _ := got.UnmarkDeep(); !inner.RawEquals(cty.StringVal(pair[1])) {
			t.Errorf("%s\n  is        %#v\n  Terraform %s", pair[0], got, pair[1])
		}
	}
	if n < 200 {
		t.Errorf("only %d expressions were tried", n)
	}
}

// otherwise tells of expressions that need a module, or whose own result has
// another type: tuples are not converted to lists of one type.
func otherwise(expression string) bool {
	for _, part := range []string{"path.", "terraform.", "sort(", "1, \"a\"", "[1], [\"a\"]", "[1, 1.0, \"1\"]", "toset([1, \"1\"])", "setintersection(", "== tolist(", "b = \"x\" })", "[true, \"a\"]", "tomap({ a = 1, b"} {
		if strings.Contains(expression, part) {
			return true
		}
	}
	return false
}

func preludeLocals(t *testing.T) cty.Value {
	source, err := os.ReadFile("../tfconfig/testdata/console/prelude.tf")
	if err != nil {
		t.Fatal(err)
	}
	file, diags := hclsyntax.ParseConfig(source, "prelude.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	out := map[string]cty.Value{}
	for name, a := range file.Body.(*hclsyntax.Body).Blocks[0].Body.Attributes {
		v, diags := Evaluate(a.Expr, newTestScope())
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		out[name] = v
	}
	return cty.ObjectVal(out)
}
