// Package nesting tells, before a file in HCL is parsed, whether it nests so
// deeply that the parser would overflow its stack, which ends the process.
package nesting

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// maxNesting bounds brackets within brackets. HCL's parser calls itself for
// each, and a stack that overflows ends the process.
const maxNesting = 500

// maxChain bounds operators, indexes and attributes in a row: expressions of
// that many levels, which hcl's evaluator goes down.
const maxChain = 20_000

// CheckRules is Check for files of which hcl itself evaluates the expressions:
// it also bounds how many tokens stand in one expression without a comma.
func CheckRules(source []byte, filename string) *hcl.Diagnostic {
	if len(source) < maxChain {
		return Check(source, filename)
	}
	if d := Check(source, filename); d != nil {
		return d
	}
	tokens, _ := hclsyntax.LexConfig(source, filename, hcl.InitialPos)
	return checkChains(tokens)
}

// checkChains counts tokens since the last one that ends an expression, for
// each open bracket.
func checkChains(tokens hclsyntax.Tokens) *hcl.Diagnostic {
	d := &depth{questions: []int{0}}
	run := []int{0}
	for _, t := range tokens {
		d.bracket(t.Type)
		for len(run) > len(d.questions) {
			run = run[:len(run)-1]
		}
		for len(run) < len(d.questions) {
			run = append(run, 0)
		}
		last := len(run) - 1
		switch t.Type {
		case hclsyntax.TokenComma, hclsyntax.TokenEqual, hclsyntax.TokenFatArrow, hclsyntax.TokenCBrace:
			run[last] = 0
		default:
			run[last]++
		}
		if run[last] > maxChain {
			return tooLong(t.Range)
		}
	}
	return nil
}

func tooLong(rng hcl.Range) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: "Expression too long",
		Detail:  fmt.Sprintf("More than %d parts stand in one expression without a comma, which is the limit.", maxChain),
		Subject: rng.Ptr(),
	}
}

// worthLooking is the number of brackets from which a source is scanned before it is parsed.
const worthLooking = 2000

// Check returns an error if configuration nests so deeply that to parse it is dangerous.
func Check(source []byte, filename string) *hcl.Diagnostic {
	if openers(source) < worthLooking {
		return nil
	}
	tokens, _ := hclsyntax.LexConfig(source, filename, hcl.InitialPos)
	return (&depth{}).check(tokens)
}

// CheckTemplate is Check for a template.
func CheckTemplate(source []byte, filename string) *hcl.Diagnostic {
	if openers(source) < worthLooking {
		return nil
	}
	tokens, _ := hclsyntax.LexTemplate(source, filename, hcl.InitialPos)
	return (&depth{}).check(tokens)
}

// openers counts the bytes that can make the parser call itself.
func openers(source []byte) int {
	n := 0
	for _, c := range source {
		switch c {
		case '(', '[', '{', '!', '?', '-':
			n++
		}
	}
	return n
}

// depth follows the depth of the parser's recursion over the tokens.
type depth struct {
	questions  []int // "?" in a chain, per open bracket
	unary      int   // run of "!" and "-"
	directives int   // open %{ if } and %{ for }
}

func (n *depth) check(tokens hclsyntax.Tokens) *hcl.Diagnostic {
	n.questions = []int{0}
	for i, t := range tokens {
		n.bracket(t.Type)
		n.operator(t.Type)
		if i > 0 && tokens[i-1].Type == hclsyntax.TokenTemplateControl {
			n.directive(string(t.Bytes))
		}
		last := n.questions[len(n.questions)-1]
		if max(len(n.questions), last, n.unary, n.directives) > maxNesting {
			return tooDeep(t.Range)
		}
	}
	return nil
}

func (n *depth) bracket(t hclsyntax.TokenType) {
	switch t {
	case hclsyntax.TokenOParen, hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenTemplateInterp,
		hclsyntax.TokenTemplateControl, hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc:
		n.questions = append(n.questions, 0)
	case hclsyntax.TokenCParen, hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenTemplateSeqEnd,
		hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc:
		if len(n.questions) > 1 {
			n.questions = n.questions[:len(n.questions)-1]
		}
	}
}

func (n *depth) operator(t hclsyntax.TokenType) {
	last := len(n.questions) - 1
	switch t {
	case hclsyntax.TokenQuestion:
		n.questions[last]++
	case hclsyntax.TokenComma, hclsyntax.TokenEqual:
		n.questions[last] = 0
	}
	if t == hclsyntax.TokenBang || t == hclsyntax.TokenMinus {
		n.unary++
	} else {
		n.unary = 0
	}
}

func (n *depth) directive(keyword string) {
	switch keyword {
	case "if", "for":
		n.directives++
	case "endif", "endfor":
		n.directives = max(n.directives-1, 0)
	}
}

func tooDeep(rng hcl.Range) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: "Nested too deeply",
		Detail:  fmt.Sprintf("Brackets and templates nested more than %d levels deep are not read.", maxNesting),
		Subject: rng.Ptr(),
	}
}
