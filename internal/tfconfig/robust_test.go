package tfconfig

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2"
)

// files writes a directory; names may have directories in them.
func files(t testing.TB, content map[string]string) string {
	dir := t.TempDir()
	for name, text := range content {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const oneTag = "resource \"digitalocean_tag\" \"fine\" {\n  name = \"fine\"\n}\n"

// tagOf is a Tag of which the name is an expression.
func tagOf(expression string) string {
	return "resource \"digitalocean_tag\" \"t\" {\n  name = " + expression + "\n}\n"
}

// TestRobust: whatever is asked for, the answer is a clear error within
// seconds and bounded memory, and what stands beside it is still read. The
// bounds leave room for a machine that is busy with other things.
func TestRobust(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	repeat := strings.Repeat
	module := func(source string) string { return "module \"m\" {\n  source = \"" + source + "\"\n}\n" }
	doubled := func(first, next string) string {
		var b strings.Builder
		fmt.Fprintf(&b, "locals {\n  x0 = %s\n", first)
		for i := 1; i < 30; i++ {
			fmt.Fprintf(&b, "  x%d = %s\n", i, strings.ReplaceAll(next, "X", fmt.Sprintf("local.x%d", i-1)))
		}
		return b.String() + "}\n" + tagOf("jsonencode(local.x29)")
	}
	chain := func(n int) string {
		var b strings.Builder
		b.WriteString("locals {\n  x0 = \"a\"\n")
		for i := 1; i < n; i++ {
			fmt.Fprintf(&b, "  x%d = local.x%d\n", i, i-1)
		}
		return b.String() + "}\n" + tagOf(fmt.Sprintf("local.x%d", n-1))
	}
	tests := []struct {
		name  string
		files map[string]string
		want  string // in an error; "" for none
		fine  bool   // digitalocean_tag.fine is read
	}{
		{"does not parse", map[string]string{"bad.tf": "resource \"x\" {", "good.tf": oneTag}, "Unclosed configuration block", true},
		{"module calls itself", map[string]string{"main.tf": module("./") + oneTag}, "no end to it", true},
		{"modules call each other", map[string]string{"main.tf": module("./a") + oneTag, "a/main.tf": module("../b"), "b/main.tf": module("../a")}, "no end to it", true},
		{"module not there", map[string]string{"main.tf": module("./nowhere") + oneTag}, "There is no configuration in", true},
		{"reference cycle", map[string]string{"main.tf": "locals {\n  a = local.b\n  b = local.c\n  c = local.a\n}\n" + tagOf("local.a") + oneTag}, "local.a depends on itself: local.a (", true},
		{"resource cycle", map[string]string{"main.tf": "resource \"digitalocean_tag\" \"a\" {\n  name = digitalocean_tag.b.name\n}\nresource \"digitalocean_tag\" \"b\" {\n  name = digitalocean_tag.a.name\n}\n" + oneTag}, "depends on itself", true},
		{"count cycle", map[string]string{"main.tf": "resource \"digitalocean_tag\" \"a\" {\n  count = length(digitalocean_tag.a)\n  name = \"x\"\n}\n" + oneTag}, "depends on itself", true},
		{"count of a million", map[string]string{"main.tf": "resource \"digitalocean_tag\" \"a\" {\n  count = 1000000\n  name = \"x\"\n}\n" + oneTag}, "digitalocean_tag.a would make 1000000 instances", true},
		{"count beyond all", map[string]string{"main.tf": "resource \"digitalocean_tag\" \"a\" {\n  count = 1e18\n  name = \"x\"\n}\n" + oneTag}, "whole number", true},
		{"for_each over a million keys", map[string]string{"main.tf": "locals {\n  k = [for i in range(1000) : format(\"%d\", i)]\n}\nresource \"digitalocean_tag\" \"a\" {\n  for_each = toset([for p in setproduct(local.k, local.k) : join(\"-\", p)])\n  name = each.key\n}\n" + oneTag}, "more than 1000000 elements", true},
		{"for_each over many keys", map[string]string{"main.tf": "locals {\n  k = [for i in range(320) : format(\"%d\", i)]\n}\nresource \"digitalocean_tag\" \"a\" {\n  for_each = toset([for p in setproduct(local.k, local.k) : join(\"-\", p)])\n  name = each.key\n}\n" + oneTag}, "would make 102400 instances", true},
		{"modules of modules", map[string]string{"main.tf": "module \"a\" {\n  source = \"./a\"\n  count = 1000\n}\n" + oneTag, "a/main.tf": "module \"b\" {\n  source = \"../b\"\n  count = 1000\n}\n", "b/main.tf": oneTag}, "Too many instances", true},
		{"50 MB of variables", map[string]string{"main.tf": "variable \"v\" {\n}\n" + tagOf("var.v") + oneTag, "terraform.tfvars": "v = \"" + repeat("x", 50<<20) + "\"\n"}, "too large", true},
		{"50 MB of JSON variables", map[string]string{"main.tf": "variable \"v\" {\n}\n" + tagOf("var.v") + oneTag, "a.auto.tfvars.json": "{\"v\":\"" + repeat("x", 50<<20) + "\"}"}, "too large", true},
		{"50 MB of configuration", map[string]string{"main.tf": oneTag, "big.tf": "# " + repeat("x", 50<<20)}, "too large", true},
		{"deep brackets", map[string]string{"main.tf": oneTag, "deep.tf": tagOf(repeat("[", 400_000) + repeat("]", 400_000))}, "Nested too deeply", true},
		{"deep parentheses", map[string]string{"main.tf": oneTag, "deep.tf": tagOf(repeat("(", 400_000))}, "Nested too deeply", true},
		{"deep blocks", map[string]string{"main.tf": oneTag, "deep.tf": repeat("a {\n", 300_000)}, "Nested too deeply", true},
		{"deep templates", map[string]string{"main.tf": oneTag, "deep.tf": tagOf(repeat("\"${", 300_000) + "1" + repeat("}\"", 300_000))}, "Nested too deeply", true},
		{"deep directives", map[string]string{"main.tf": oneTag, "deep.tf": tagOf("\"" + repeat("%{if true}", 150_000) + repeat("%{endif}", 150_000) + "\"")}, "Nested too deeply", true},
		{"deep negation", map[string]string{"main.tf": oneTag, "deep.tf": tagOf(repeat("!", 600_000) + "true")}, "Nested too deeply", true},
		{"deep minus", map[string]string{"main.tf": oneTag, "deep.tf": tagOf(repeat("-", 600_000) + "1")}, "Nested too deeply", true},
		{"deep conditionals", map[string]string{"main.tf": oneTag, "deep.tf": tagOf(repeat("f(1,1)?1:", 300_000) + "1")}, "Nested too deeply", true},
		{"deep JSON", map[string]string{"main.tf": oneTag, "deep.tf.json": repeat("[", 600_000)}, "Nested too deeply", true},
		{"deep template in JSON", map[string]string{"main.tf": oneTag, "deep.tf.json": "{\"locals\":{\"a\":\"${" + repeat("(", 400_000) + "}\"}}"}, "Nested too deeply", true},
		{"long sum", map[string]string{"main.tf": oneTag + tagOf("1"+repeat("+1", 400_000))}, "nested too deeply", true},
		{"long index chain", map[string]string{"main.tf": oneTag + tagOf("{}"+repeat("[0]", 500_000))}, "", true},
		{"long splat chain", map[string]string{"main.tf": oneTag + tagOf("[1]"+repeat("[*]", 100_000))}, "nested too deeply", true},
		{"chain of locals", map[string]string{"main.tf": oneTag + chain(100_000)}, "References too deep", true},
		{"doubling lists", map[string]string{"main.tf": oneTag + doubled("[\"x\"]", "[X, X]")}, "too large", true},
		{"doubling objects", map[string]string{"main.tf": oneTag + doubled("{ a = 1 }", "{ a = X, b = X }")}, "too large", true},
		{"doubling texts", map[string]string{"main.tf": oneTag + doubled("\"xxxxxxxx\"", "\"${X}${X}\"")}, "too large", true},
		{"doubling by format", map[string]string{"main.tf": oneTag + doubled("\"xxxxxxxx\"", "format(\"%s%s\", X, X)")}, "too large", true},
		{"doubling by concat", map[string]string{"main.tf": oneTag + doubled("[\"x\"]", "concat(X, X)")}, "too large", true},
		{"doubling unknown lists", map[string]string{"main.tf": "resource \"digitalocean_vpc\" \"v\" {\n}\n" + oneTag + doubled("[digitalocean_vpc.v.id]", "[X, X]")}, "too large", true},
		{"squaring numbers", map[string]string{"main.tf": oneTag + doubled("1e1000", "X * X")}, "too large", true},
		{"huge number", map[string]string{"main.tf": oneTag + tagOf("\"${1e999999999}\"")}, "", true},
		{"huge number of JSON", map[string]string{"main.tf": oneTag + tagOf("\"${jsondecode(\"[1e99999999]\")[0]}\"")}, "", true},
		{"huge width", map[string]string{"main.tf": oneTag + tagOf("format(\"%999999999d\", 1)")}, "five digits", true},
		{"huge indent", map[string]string{"main.tf": oneTag + tagOf("indent(999999999, \"a\\nb\\n\")")}, "longer than", true},
		{"multiplying replace", map[string]string{"main.tf": oneTag + "locals {\n  s = format(\"%50000s\", \"\")\n}\n" + tagOf("replace(local.s, \" \", local.s)")}, "longer than", true},
		{"multiplying regexp", map[string]string{"main.tf": oneTag + "locals {\n  s = format(\"%50000s\", \"\")\n}\n" + tagOf("replace(local.s, \"/ /\", local.s)")}, "longer than", true},
		{"product of sets", map[string]string{"main.tf": oneTag + tagOf("length(setproduct(range(1000), range(1000), range(1000)))")}, "more than 1000000 elements", true},
		{"large values for many", map[string]string{"main.tf": oneTag + "locals {\n  l = [for p in setproduct(range(500), range(500)) : p]\n}\nresource \"digitalocean_tag\" \"a\" {\n  count = 20000\n  name = length(true ? local.l : [])\n}\n"}, "Too much to evaluate", true},
		{"loops in loops", map[string]string{"main.tf": oneTag + tagOf("length([for a in range(1000) : [for b in range(1000) : [for c in range(1000) : 1]]])")}, "more than 1000000 elements", true},
		{"deep jsondecode", map[string]string{"main.tf": oneTag + tagOf("jsondecode(\""+repeat("[", 400_000)+"\")")}, "nested more than", true},
		{"deep yamldecode", map[string]string{"main.tf": oneTag + tagOf("yamldecode(\""+repeat("- ", 400_000)+"\")")}, "nested more than", true},
		{"aliases of YAML", map[string]string{"main.tf": oneTag + tagOf("jsonencode(yamldecode(file(\"${path.module}/bomb.yaml\")))"), "bomb.yaml": yamlBomb()}, "aliases stand for more", true},
		{"empty names", map[string]string{"main.tf": "resource \"digitalocean_tag\" \"\" {\n}\n" + oneTag + tagOf("[local, var, module, data.x, digitalocean_tag, resource.digitalocean_tag]"), "a.tf.json": `{"locals":{"":1},"variable":{"":{}},"module":{"":{"source":"./m"}},"data":{"x":{"":{}}}}`}, `"data" stands alone`, true},
		{"key without an end", map[string]string{"main.tf": oneTag, "b.tf": "moved {\n  from = digitalocean_tag["}, "b.tf", true},
		{"braces of fileset", map[string]string{"main.tf": oneTag + tagOf("join(\",\", fileset(\".\", \""+repeat("{a,a}", 40)+"b\"))"), repeat("a", 60): ""}, "1000 alternatives at most", true},
		{"stars of fileset", map[string]string{"main.tf": oneTag + tagOf("join(\",\", fileset(\".\", \""+repeat("**/a/", 30)+"b\"))"), repeat("a/", 40) + "c": ""}, "more than 50000 times", true},
		{"template renders itself", map[string]string{"main.tf": oneTag + tagOf("templatefile(\"a.tmpl\", {})"), "a.tmpl": "${templatefile(\"a.tmpl\", {})}"}, "nested too deeply", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := files(t, test.files)
			before := memory()
			start := time.Now()
			m, diags := Load(dir, Options{})
			if took := time.Since(start); took > time.Minute {
				t.Errorf("took %s", took)
			}
			if used := memory() - before; used > 4<<30 {
				t.Errorf("allocated %d MB in all", used>>20)
			}
			if test.want != "" && !strings.Contains(errorText(diags), test.want) {
				t.Errorf("errors do not say %q:\n%.600s", test.want, errorText(diags))
			}
			found := false
			for _, i := range m.Instances {
				found = found || i.Address == "digitalocean_tag.fine"
			}
			if found != test.fine {
				t.Errorf("digitalocean_tag.fine read: %t", found)
			}
			for _, d := range diags {
				if len(d.Detail) > 2000 {
					t.Errorf("a diagnostic of %d bytes", len(d.Detail))
				}
			}
		})
	}
}

func yamlBomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x]\n")
	for i := 1; i < 60; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [*a%d, *a%d]\n", i, i, i-1, i-1)
	}
	return b.String()
}

// memory is what was allocated so far.
func memory() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

func errorText(diags hcl.Diagnostics) string {
	var b strings.Builder
	for _, d := range diags {
		fmt.Fprintf(&b, "%s: %s: %s\n", d.Subject, d.Summary, d.Detail)
	}
	return b.String()
}

// TestLinks: symbolic links, pipes and directories in the place of files.
func TestLinks(t *testing.T) {
	outside := files(t, map[string]string{"secret.txt": "hunter2", "extra.tf": oneTag})
	dir := files(t, map[string]string{
		"main.tf":   tagOf("file(\"leak.txt\")") + "locals {\n  a = file(\"loop.txt\")\n  b = file(\"/etc/passwd\")\n  c = file(\"../../etc/passwd\")\n  d = file(\"pipe\")\n  e = file(\"sub\")\n}\n",
		"use.tf":    "resource \"digitalocean_tag\" \"u\" {\n  name = join(\"\", [local.a, local.b, local.c, local.d, local.e])\n}\n",
		"sub/x.txt": "",
	})
	links := map[string]string{"leak.txt": filepath.Join(outside, "secret.txt"), "loop.txt": "loop.txt", "loop.tf": "loop.tf", "linked.tf": filepath.Join(outside, "extra.tf")}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	for _, name := range []string{"pipe", "pipe.tf"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o600); err != nil {
			t.Skip(err)
		}
	}
	m, diags := Load(dir, Options{})
	text := errorText(diags)
	for _, want := range []string{"leak.txt: it lies outside", "loop.txt", "/etc/passwd: it lies outside", "../../etc/passwd: it lies outside", "pipe is not a regular file", "sub is not a regular file", "loop.tf", "pipe.tf is not a regular file"} {
		if !strings.Contains(text, want) {
			t.Errorf("diagnostics do not say %q:\n%s", want, text)
		}
	}
	for _, i := range m.Instances {
		if i.Name == "t" && i.Values.GetAttr("name").IsKnown() {
			t.Errorf("a link out of the module was read")
		}
	}
	if strings.Contains(text, "hunter2") {
		t.Error("the content of a file is shown")
	}
}
