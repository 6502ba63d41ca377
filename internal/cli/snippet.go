package cli

import (
	"bytes"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/srmlint/srmlint/internal/catalogue"
)

// secretArguments are parts of the names of arguments that hold secrets, or
// may: of the provider's own, and of variables and locals as people name them.
var secretArguments = regexp.MustCompile(`(?i)pass|secret|token|key|credential|webhook|user_data|content|ur[il]|auth|cert|dsn|pat$|instruction|value$|default|cloud_?init|script|endpoint`)

// assignment finds names before = and : in a line.
var assignment = regexp.MustCompile(`"?([\p{L}_][\p{L}\p{N}_-]*)"?\s*[=:]`)

// sourceText is a file in parts: its lines, what arguments they belong to, and
// which are of heredocs.
type sourceText struct {
	lines     [][]byte
	arguments map[int][]string // by line
	heredocs  [][2]int         // first and last line
}

func newSourceText(name string, file *hcl.File) *sourceText {
	t := &sourceText{lines: bytes.Split(file.Bytes, []byte("\n")), arguments: map[int][]string{}}
	if body, native := file.Body.(*hclsyntax.Body); native {
		t.addArguments(body)
	}
	t.addHeredocs(name, file.Bytes)
	return t
}

func (t *sourceText) addArguments(body *hclsyntax.Body) {
	for _, a := range body.Attributes {
		for line := a.SrcRange.Start.Line; line <= a.SrcRange.End.Line; line++ {
			t.arguments[line] = append(t.arguments[line], a.Name)
		}
	}
	for _, b := range body.Blocks {
		t.addArguments(b.Body)
	}
}

func (t *sourceText) addHeredocs(name string, text []byte) {
	tokens, _ := hclsyntax.LexConfig(text, name, hcl.InitialPos)
	var open []int
	for _, token := range tokens {
		switch token.Type {
		case hclsyntax.TokenOHeredoc:
			open = append(open, token.Range.Start.Line)
		case hclsyntax.TokenCHeredoc:
			if len(open) == 1 {
				t.heredocs = append(t.heredocs, [2]int{open[0], token.Range.Start.Line - 1})
			}
			open = open[:max(len(open)-1, 0)]
		}
	}
	if len(open) > 0 {
		t.heredocs = append(t.heredocs, [2]int{open[0], len(t.lines)})
	}
}

// mayShow tells whether a line of source may be shown with a diagnostic about
// it: not where it may have a secret in clear in it.
func (t *sourceText) mayShow(at *hcl.Range, line string) bool {
	if catalogue.HoldsCredential(line) {
		return false
	}
	if strings.HasSuffix(at.Filename, ".hcl") {
		return true // rules and statements: there is no secret to name in them
	}
	if t.inHeredoc(at.Start.Line) {
		return false
	}
	if !strings.ContainsAny(line, `"`) {
		return true // names and numbers only
	}
	for _, found := range assignment.FindAllStringSubmatch(line, -1) {
		if secretArguments.MatchString(found[1]) {
			return false
		}
	}
	return !slices.ContainsFunc(t.arguments[at.Start.Line], secretArguments.MatchString)
}

// inHeredoc tells whether a line is one of a heredoc, which may hold anything.
func (t *sourceText) inHeredoc(line int) bool {
	after := sort.Search(len(t.heredocs), func(i int) bool { return t.heredocs[i][0] > line })
	return after > 0 && line <= t.heredocs[after-1][1]
}
