package catalogue

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/provider"
)

// TestHostileRules: rules from a stranger end in an error or a verdict within
// seconds, whatever they ask for.
func TestHostileRules(t *testing.T) {
	repeat := strings.Repeat
	doubled := func(first, next string) string {
		var b strings.Builder
		fmt.Fprintf(&b, "locals {\n  x0 = %s\n", first)
		for i := 1; i < 60; i++ {
			fmt.Fprintf(&b, "  x%d = %s\n", i, strings.ReplaceAll(next, "X", fmt.Sprintf("local.x%d", i-1)))
		}
		return b.String() + "}\naddressed = jsonencode(local.x59) == \"\"\n"
	}
	const thousand = "range(1000)"
	tests := []struct{ name, text, want string }{
		{"loops in loops", "addressed = length([for a in range(1000) : [for b in range(1000) : [for c in range(1000) : 1]]]) == 1", "too much work"},
		{"loops over a local", "locals {\n  l = " + thousand + "\n}\naddressed = length([for a in local.l : [for b in local.l : [for c in local.l : 1]]]) == 1", "too much work"},
		{"a condition in loops", "addressed = length([for a in range(1000) : a if length([for b in range(1000) : b if length(range(1000)) > 0]) > 0]) == 1", "too much work"},
		{"splats in splats", "locals {\n  l = [for a in range(1000) : range(1000)]\n}\naddressed = length([for x in range(1000) : local.l[*][*]]) == 1", "too much work"},
		{"a billion", "addressed = length(range(1000000000)) == 1", "more than 1024 values"},
		{"doubling texts", doubled("\"xxxxxxxx\"", "\"${X}${X}\""), "too much work"},
		{"doubling lists", doubled("[\"x\"]", "[X, X]"), "too much work"},
		{"doubling by concat", doubled("[\"x\"]", "concat(X, X)"), "too much work"},
		{"doubling objects", doubled("{ a = 1 }", "{ a = X, b = X }"), "too much work"},
		{"one text many times", "locals {\n  x = format(\"%50000s\", \"\")\n}\naddressed = \"" + repeat("${local.x}", 4_000) + "\" == \"\"", "too much work"},
		{"huge width", "addressed = format(\"%999999999d\", 1) == \"\"", "five digits"},
		{"multiplying replace", "locals {\n  s = format(\"%50000s\", \"\")\n}\naddressed = replace(local.s, \" \", local.s) == \"\"", "longer than"},
		{"hashing much often", "locals {\n  s = format(\"%90000s\", \"\")\n}\naddressed = length([for a in range(1000) : [for b in range(1000) : sha256(local.s)]]) == 1", "too much work"},
		{"deep jsondecode", "addressed = jsondecode(\"" + repeat("[", 300_000) + "\") == 1", "nested more than"},
		{"deep yamldecode", "addressed = yamldecode(\"" + repeat("- ", 300_000) + "\") == 1", "nested more than"},
		{"deep brackets", "addressed = " + repeat("(", 200_000), "Nested too deeply"},
		{"deep templates", "addressed = " + repeat("\"${", 200_000), "Nested too deeply"},
		{"long sum", "addressed = 1" + repeat("+1", 500_000), "too long"},
		{"long sum in brackets", "addressed = (1" + repeat("\n+1", 500_000) + ")", "too long"},
		{"long index", "addressed = {}" + repeat("[0]", 200_000), "too long"},
		{"long traversal", "addressed = self" + repeat(".a", 500_000), "too long"},
		{"bomb for a regular expression", "addressed = can(regex(\"" + repeat("(a*)*", 50) + "$\", \"" + repeat("a", 5000) + "b\"))", ""},
		{"repeated regular expression", "addressed = can(regex(\"((a{1000}){1000}){1000}\", \"a\"))", ""},
		{"comparing the same", "locals {\n  l = [for a in range(1000) : range(1000)]\n}\naddressed = anytrue([for x in range(1000) : local.l == local.l])", "too much work"},
		{"one number to the other", "addressed = 1e999999999 * 1e999999999 > 1", ""},
		{"itself", "locals {\n  a = local.a\n}\naddressed = local.a", "refers to itself"},
		{"large", "# " + repeat("x", 5<<20), "too large"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(wellFormed, "addressed = local.count > 0 && configured.vpc_uuid", test.text, 1)
			text = strings.Replace(text, "  locals {\n    count = local.zero + length(related.firewall)\n    zero  = 0\n  }\n", "", 1)
			start := time.Now()
			options := Options{Schema: provider.Load(), Now: noon()}
			c, _, diags := Load(options, Source{Name: "rules", FS: fstest.MapFS{"a.hcl": &fstest.MapFile{Data: []byte(text)}}})
			told := diags.Error()
			if o := c.Obligation("droplet-firewall"); o != nil && o.Addressed != nil && !diags.HasErrors() {
				ctx, diags := c.Context(o, Scope{
					Self: cty.EmptyObjectVal, Related: map[string]cty.Value{}, Configured: cty.EmptyObjectVal, Lifecycle: cty.DynamicVal,
				})
				told += diags.Error()
				_, diags = o.Addressed.Value(ctx)
				told += diags.Error()
			}
			if test.want != "" && !strings.Contains(told, test.want) {
				t.Errorf("no %q in %.400s", test.want, told)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %s", took)
			}
		})
	}
}

// TestOwnRulesAreShownAsTheyAreWritten: measuring changes nothing that anybody sees.
func TestOwnRulesAreShownAsTheyAreWritten(t *testing.T) {
	c, problems := load(t, map[string]string{"a.hcl": wellFormed})
	if problems != "" {
		t.Fatal(problems)
	}
	o := c.Obligation("droplet-firewall")
	at := o.Addressed.Range()
	if got := string(at.SliceBytes([]byte(wellFormed))); got != "local.count > 0 && configured.vpc_uuid" {
		t.Errorf("%s: %s", at, got)
	}
	if used := o.RelationsUsed(); len(used) != 1 {
		t.Errorf("%q", used)
	}
}

// TestHeredocsAndCommentsAreMeasured: an expression is parsed again from its own text.
func TestHeredocsAndCommentsAreMeasured(t *testing.T) {
	for _, text := range []string{
		"self.name != \"\" # why\n", "(\n  self.name != \"\" # why\n  && true\n)\n", "self.name == <<EOT\nx\nEOT\n", "self.name == <<-EOT\n  x\n  EOT\n",
		"anytrue([\n  true, // one\n  /* two */ false,\n])\n", "self.name != \"\" /* x */\n",
	} {
		rules := strings.Replace(wellFormed, "local.count > 0 && configured.vpc_uuid\n", text, 1)
		if _, problems := load(t, map[string]string{"a.hcl": rules}); problems != "" {
			t.Errorf("%q: %s", text, problems)
		}
	}
}
