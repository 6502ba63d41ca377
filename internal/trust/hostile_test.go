package trust

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/srmlint/srmlint/internal/cli"
	"github.com/srmlint/srmlint/internal/matrix"
	"github.com/srmlint/srmlint/internal/report"
	"github.com/srmlint/srmlint/internal/report/formattest"
)

// hostileNames are keys of instances, and values beside them, that a stranger
// may write into a pull request.
var hostileNames = []string{
	"::error file=x::pwned", "a ::set-output name=x::y", strings.Repeat("a", 70) + " ::stop-commands::z",
	"##[add-mask]a", "##vso[task.setvariable variable=x]y", "x\n::warning::two lines\r\n::add-mask::b",
	"<script>alert(1)</script>", "</td></table><img src=x onerror=alert(1)>", "--><!-- a --><b>",
	"=HYPERLINK(\"http://evil.example\")", "+1+1", "@SUM(1)", "-2", "\t=1",
	"](https://evil.example) ![i](https://evil.example/x.png)", "@octocat closes #1", "| a |\n| --- |", "`code` ```x",
	"\x1b[31mred\x1b[2J\x1b]8;;https://evil.example\x07", "\u202eright to left", "\u2028line\u0085next\u009b31m", "\x00\x7f",
	"]]> <![CDATA[ &lt;b&gt; ${{ github.token }} ${jsonencode(1)} %{ if true }x%{ endif }",
	"\"}]}\n# srmlint:waive droplet-backups until=2027-01-31 reason=\"x\" by=\"y\"",
	"../../../etc/passwd", "file:///etc/passwd", "javascript:alert(1)", strings.Repeat("long", 2000),
}

// TestHostileNames runs every command in every format on names that try to be
// something else than names.
func TestHostileNames(t *testing.T) {
	for n, name := range hostileNames {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			dir := t.TempDir()
			hostilePlan(t, dir, name)
			t.Chdir(dir)
			for _, args := range hostileCommands() {
				code, out, complaints := run(nil, []string{"GITHUB_STEP_SUMMARY=summary.out.json"}, args...)
				if code == cli.ExitUsage {
					t.Errorf("%v: %s", args, complaints)
				}
				harmless(t, fmt.Sprint(args, " standard error"), "text", complaints)
				harmless(t, fmt.Sprint(args, " standard output"), formatOf(args), out)
			}
			files, err := filepath.Glob("*.out.*")
			if err != nil || len(files) < 20 {
				t.Fatal(files, err)
			}
			for _, file := range files {
				text, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				harmless(t, file, strings.TrimPrefix(filepath.Ext(file), "."), string(text))
			}
		})
	}
}

func hostileCommands() (all [][]string) {
	var formats, charts []string
	for _, f := range report.Formats() {
		formats = append(formats, f.Name)
	}
	for _, f := range matrix.Formats() {
		charts = append(charts, f.Name)
	}
	every := func(prefix string) (flags []string) {
		for _, format := range append(formats, "html") {
			flags = append(flags, "--format", format+"="+prefix+".out."+format)
		}
		return flags
	}
	all = append(all,
		[]string{"plan.json", "--all"}, []string{"plan.json", "--color", "always"}, []string{"plan.json", "--format", "github"},
		append([]string{"plan.json", "--all"}, every("check")...), append([]string{"plan.json", "root", "--all"}, every("both")...),
		append([]string{"diff", "plan.json", "--all"}, every("diff")...),
		[]string{"init", "plan.json", "--output", "init.out.hcl"}, []string{"baseline", "plan.json", "--output", "baseline.out.json"},
		[]string{"plan.json", "--baseline", "old.json"}, []string{"root"},
		append([]string{"merge", "check.out.json", "both.out.json", "--all"}, every("merge")...),
	)
	for _, format := range append(charts, "html") {
		all = append(all, []string{"matrix", "plan.json", "--format", format, "--output", "matrix.out." + format})
	}
	return all
}

func formatOf(args []string) string {
	if slices.Contains(args, "github") {
		return "github"
	}
	return "text"
}

// hostilePlan writes a plan, and a root module, in which everything that
// can be named has the name.
func hostilePlan(t *testing.T, dir, name string) {
	t.Helper()
	key, err := json.Marshal(name)
	if err != nil {
		t.Fatal(err)
	}
	var changes []any
	for typeName, values := range map[string]map[string]any{
		"digitalocean_droplet":          {"name": name, "image": name, "region": name, "size": name, "tags": []string{name}},
		"digitalocean_firewall":         {"name": name, "inbound_rule": []any{map[string]any{"protocol": name, "port_range": name, "source_addresses": []string{"0.0.0.0/0", name}}}},
		"digitalocean_database_cluster": {"name": name, "engine": name, "version": name},
		"digitalocean_record":           {"domain": name, "name": name, "value": name, "type": "A"},
		"digitalocean_" + "unknown":     {"name": name},
	} {
		changes = append(changes, map[string]any{
			"address": "module.m[" + string(key) + "]." + typeName + ".x[" + string(key) + "]", "module_address": "module.m[" + string(key) + "]",
			"mode": "managed", "type": typeName, "name": "x", "index": name, "provider_name": "registry.terraform.io/digitalocean/digitalocean",
			"change": map[string]any{"actions": []string{"create"}, "before": nil, "after": values, "after_unknown": map[string]any{}, "after_sensitive": map[string]any{}},
		})
	}
	put(t, dir, "plan.json", map[string]any{
		"format_version": "1.2", "terraform_version": name, "resource_changes": changes,
		"configuration": map[string]any{"root_module": map[string]any{}},
	})
	put(t, dir, "old.json", map[string]any{"version": 1, "findings": []any{map[string]any{"address": name, "obligation": name}}})
	quoted := strings.NewReplacer("${", "$${", "%{", "%%{", "\\u0000", "").Replace(string(key))
	config := "resource \"digitalocean_droplet\" \"x\" {\n  for_each = { " + quoted + " = 1 }\n  name = each.key\n  nothing = " + quoted + "\n  region = upper(" + quoted + ", 1)\n}\n"
	config += "module \"m\" {\n  source = " + quoted + "\n}\n"
	write(t, dir, map[string]string{"root/main.tf": config})
}

// commandLine is what GitHub's and Azure's runners take for a command, wherever
// a step writes it: at the start of a line, spaces aside, or anywhere.
var commandLine = regexp.MustCompile(`(?m)^\s*::[A-Za-z][A-Za-z-]*(?:\s|::|$)|##\[|##vso\[`)

// escapes are all but those for colours.
var escapes = regexp.MustCompile("\x1b(?:[^\\[]|\\[[0-9;]*[^0-9;m])")

// harmless checks what somebody's terminal, browser, CI or spreadsheet will read.
func harmless(t *testing.T, what, format, text string) {
	t.Helper()
	if escape := escapes.FindString(text); escape != "" || strings.Contains(text, "\x1b") && !strings.Contains(what, "--color") {
		t.Errorf("%s: escape %q", what, escape)
	}
	if n := strings.IndexFunc(text, steers); n >= 0 {
		t.Errorf("%s: %q", what, text[max(0, n-60):min(len(text), n+20)])
	}
	if format != "github" {
		if found := commandLine.FindStringIndex(text); found != nil && !isEncoded(format) {
			t.Errorf("%s: a command for a runner: %q", what, text[max(0, found[0]-60):min(len(text), found[1]+40)])
		}
	}
	switch format {
	case "text", "json", "hcl":
	case "html":
		for _, bad := range []string{"<script>alert", "<img src=x", "href=\"javascript:"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s: %s", what, bad)
			}
		}
	default:
		if strings.HasPrefix(what, "matrix") || strings.HasPrefix(what, "diff") || text == "" {
			return
		}
		formattest.Check(t, format, text)
	}
	if format == "hcl" {
		onlyOpenStatements(t, what, text)
	}
}

// isEncoded tells of formats in which a line is within quotation marks or tags.
func isEncoded(format string) bool {
	return slices.Contains([]string{"json", "sarif", "code-scanning", "gitlab", "rdjson", "oscal", "oscal-components", "html", "junit", "markdown", "csv", "hcl"}, format)
}

func steers(r rune) bool {
	return r != '\n' && r != '\x1b' && (unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp))
}

// onlyOpenStatements: what init writes says nothing until somebody fills it in.
func onlyOpenStatements(t *testing.T, what, text string) {
	t.Helper()
	file, diags := hclsyntax.ParseConfig([]byte(text), "init", hcl.InitialPos)
	if diags.HasErrors() {
		t.Errorf("%s: %s", what, diags)
		return
	}
	for _, b := range file.Body.(*hclsyntax.Body).Blocks {
		if b.Type != "attest" {
			t.Errorf("%s: a block %s", what, b.Type)
		}
		for _, name := range slices.Sorted(maps.Keys(b.Body.Attributes)) {
			v, _ := b.Body.Attributes[name].Expr.Value(nil)
			if (name == "by" || name == "how") && v.AsString() != "" {
				t.Errorf("%s: %s is filled in", what, name)
			}
		}
	}
}
