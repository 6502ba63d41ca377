package cli

import (
	"regexp"
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

// mayShow tells whether a line of source may be shown with a diagnostic about
// it: not where it may have a secret in clear in it.
func mayShow(file *hcl.File, at *hcl.Range, line string) bool {
	if catalogue.HoldsCredential(line) {
		return false
	}
	if strings.HasSuffix(at.Filename, ".hcl") {
		return true // rules and statements: there is no secret to name in them
	}
	if !strings.ContainsAny(line, `"`) && !inHeredoc(file, at) {
		return true // names and numbers only
	}
	for _, found := range assignment.FindAllStringSubmatch(line, -1) {
		if secretArguments.MatchString(found[1]) {
			return false
		}
	}
	name, inside := argumentAt(file, at.Start)
	return (!inside || !secretArguments.MatchString(name)) && !inHeredoc(file, at)
}

// argumentAt is the innermost argument that a place belongs to.
func argumentAt(file *hcl.File, at hcl.Pos) (name string, ok bool) {
	body, native := file.Body.(*hclsyntax.Body)
	if !native {
		return "", false
	}
	for body != nil {
		for _, a := range body.Attributes {
			if r := a.Range(); r.Start.Line <= at.Line && at.Line <= r.End.Line {
				return a.Name, true
			}
		}
		body = blockAt(body, at)
	}
	return "", false
}

func blockAt(body *hclsyntax.Body, at hcl.Pos) *hclsyntax.Body {
	for _, b := range body.Blocks {
		if r := b.Range(); r.Start.Line <= at.Line && at.Line <= b.CloseBraceRange.End.Line {
			return b.Body
		}
	}
	return nil
}

// inHeredoc tells whether a line is one of a heredoc, which may hold anything.
func inHeredoc(file *hcl.File, at *hcl.Range) bool {
	depth := 0
	tokens, _ := hclsyntax.LexConfig(file.Bytes, at.Filename, hcl.InitialPos)
	for _, t := range tokens {
		if t.Range.Start.Line > at.Start.Line {
			break
		}
		switch t.Type {
		case hclsyntax.TokenOHeredoc:
			depth++
		case hclsyntax.TokenCHeredoc:
			depth--
		}
	}
	return depth > 0
}
