package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/report/formattest"
	"github.com/srmlint/srmlint/internal/statement"
)

// hostileTexts are what somebody may write into a key of for_each, a value
// that a message names, a statement or the name of a file.
var hostileTexts = []string{
	"</code></summary></details><script>alert(1)</script>",
	"</td></tr></table><img src=x onerror=alert(1)>",
	"--><!-- srmlint other --><b>",
	"::error file=x::pwned",
	"x\n::add-mask::a\r\n::set-env name=PATH::/evil",
	"##[add-mask]a ##vso[task.setvariable]x",
	"%0A::error::pwned",
	`=HYPERLINK("http://evil.example","x")`,
	"a;=1+1;@SUM(1)", "-2+3", "\t=1", "＝1",
	"](https://evil.example) [click](https://evil.example) ![i](https://evil.example/x.png)",
	"https://evil.example www.evil.example mailto:a@evil.example",
	"@octocat closes #1 !2 :tada: $x$ ~label",
	"| a | b \\| c\n| --- |",
	"`code` ``more`` \\` *bold* __bold__ ~~gone~~ <https://evil.example>",
	"# heading", "- item", "1. item", "> quote", "===", "    indented", "[x]: https://evil.example", "[^1]",
	"\x1b[31mred\x1b]8;;https://evil.example\x07link\x1b]8;;\x07", "\u202eright to left", "\x00\x7f\u2028\ufffe\xff",
	"{0} {{1}} ${{ github.token }}", "&lt;b&gt; &#60;b&#62; ]]> <![CDATA[",
	strings.Repeat("long ", 600),
}

func hostile(t *testing.T, text string) *Report {
	f := newFixture(t)
	f.input(inventory.Input{Path: "plan" + text, Kind: "plan", Source: "dir" + text, TerraformVersion: text, Resources: 3})
	i := f.instance(`digitalocean_droplet.web["`+text+`"]`, 3, "create")
	i.Position.File = text
	failing := f.annotate(i, "droplet-firewall", assess.Unaddressed, text, 0)
	failing.Evidence = []assess.Evidence{{Address: text, Attribute: text, Value: text, Note: text, Position: i.Position}}
	f.annotate(i, "droplet-backups", assess.Undetermined, text, 0)
	f.annotate(i, "droplet-os-updates", assess.Unaddressed, text, 0)
	j := f.instance(`module.a["`+text+`"].digitalocean_droplet.two`, 3)
	f.annotate(j, "droplet-backups", assess.Waived, text, 0).Statement = &statement.Statement{
		Kind: statement.Waiver, By: text, Text: text, Until: day("2027-01-31"),
	}
	f.annotate(j, "droplet-os-updates", assess.Attested, text, 0).Statement = &statement.Statement{
		Kind: statement.Attestation, By: text, Text: text,
	}
	return Build(f.assessment(), Options{Faults: hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: text, Detail: text,
		Subject: &hcl.Range{Filename: text, Start: hcl.Pos{Line: 1, Column: 1}},
	}}})
}

func TestNoNameIsAnInstruction(t *testing.T) {
	for _, text := range hostileTexts {
		r := hostile(t, text)
		for format := range goldenFormats {
			got := write(t, format, r, View{All: true})
			formattest.Check(t, format, got)
			if n := strings.IndexFunc(got, func(r rune) bool { return r != '\n' && steersOutput(r) }); n >= 0 {
				t.Errorf("%s: %q lets %q through", format, shorten(text, 60), got[n:n+4])
			}
			if t.Failed() {
				t.Fatalf("%s: %q", format, shorten(text, 100))
			}
		}
	}
}

func steersOutput(r rune) bool {
	return r < ' ' || r == 0x7f || r == 0x9b || r == 0x202e || r == 0x2028
}

// The commands of the format github are as many with a hostile name as with an
// innocent one, and hold it as it is.
func TestNoNameIsACommand(t *testing.T) {
	innocent := formattest.Commands(t, write(t, "github", hostile(t, "x"), View{}))
	for _, text := range hostileTexts {
		got := formattest.Commands(t, write(t, "github", hostile(t, text), View{}))
		if len(got) != len(innocent) {
			t.Errorf("%q: %d commands instead of %d", shorten(text, 60), len(got), len(innocent))
		}
		for n, c := range got {
			if !slices.Contains([]string{"error", "warning", "notice"}, c.Name) || c.Name != innocent[n].Name || len(c.Properties) != len(innocent[n].Properties) {
				t.Errorf("%q: command %+v", shorten(text, 60), c)
			}
		}
	}
}

// Nobody is notified and nothing is closed by what a resource is called.
func TestMarkdownNotifiesNobody(t *testing.T) {
	for _, format := range []string{"markdown", "rdjson"} {
		got := write(t, format, hostile(t, "@octocat #1 closes #2"), View{All: true})
		got = withoutPaths(codeSpans(got))
		for _, bad := range []string{"@octocat", "#1", "#2", "&#64;octocat", "&#35;1"} {
			if strings.Contains(got, bad) {
				t.Errorf("%s: %s in %s", format, bad, got)
			}
		}
	}
}

// withoutPaths leaves out members that name files: they are no Markdown.
func withoutPaths(text string) string {
	var kept []string
	for line := range strings.Lines(text) {
		if !strings.Contains(line, `"path":`) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

// codeSpans takes out what platforms look for no names in.
func codeSpans(text string) string {
	for _, pair := range [][2]string{{"<code>", "</code>"}, {"`", "`"}} {
		for {
			before, rest, ok := strings.Cut(text, pair[0])
			_, after, closed := strings.Cut(rest, pair[1])
			if !ok || !closed {
				break
			}
			text = before + after
		}
	}
	return text
}

func FuzzMarkdownText(f *testing.F) {
	for _, text := range hostileTexts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, frame := range []string{"%s\n", "| a |\n| --- |\n| %s |\n", "<details><summary>%s</summary>\n\n</details>\n", "- %s\n"} {
			for _, escaped := range []string{markdownText(text), markdownCode(text)} {
				out := formattest.Rendered(t, fmt.Sprintf(frame, escaped))
				if foreign := formattest.Foreign(out); len(foreign) > 0 || strings.Contains(out, "<a ") {
					t.Fatalf("%q gives %s", text, out)
				}
			}
		}
	})
}

func FuzzGitHub(f *testing.F) {
	for _, text := range hostileTexts {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, title, message string) {
		g := &github{shown: map[string]int{}, cut: map[string]int{}}
		g.annotate("error", inventory.Position{File: title, Line: 1, Column: 1}, title, message)
		list := formattest.Commands(t, g.out.String())
		if len(list) != 1 || list[0].Name != "error" || len(list[0].Properties) != 4 || strings.Count(g.out.String(), "\n") != 1 {
			t.Fatalf("%q", g.out.String())
		}
	})
}

func FuzzCSV(f *testing.F) {
	for _, text := range hostileTexts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		cell := csvCell(text)
		formattest.CSV(t, `"`+strings.ReplaceAll(cell, `"`, `""`)+"\"\n")
	})
}
