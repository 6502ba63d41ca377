package statement

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// marker begins a statement in a comment of the configuration.
const marker = "srmlint:"

// Comment is a comment that begins with the marker, as the configuration has it.
type Comment struct {
	Text  string // from "srmlint:" to the end of the line
	Range hcl.Range
	Block string // address of the block that it stands in or above, without instance keys
}

// ReadComment parses
//
//	srmlint:waive droplet-backups until=2027-01-31 reason="stateless"
//	srmlint:attest droplet-os-updates on=2026-11-01 by="ops" how="unattended-upgrades"
//
// days is how long an attestation without `until` counts.
func ReadComment(c Comment, days int) (*Statement, hcl.Diagnostics) {
	rest, ok := strings.CutPrefix(c.Text, marker)
	verb, rest, _ := strings.Cut(strings.TrimSpace(rest), " ")
	kind := map[string]Kind{"waive": Waiver, "attest": Attestation}[verb]
	if !ok || kind == "" {
		return nil, hcl.Diagnostics{problem(c.Range, "Unknown srmlint comment",
			"%q: write srmlint:waive ID until=DATE reason=\"…\" or srmlint:attest ID on=DATE how=\"…\".", marker+verb)}
	}
	id, rest, _ := strings.Cut(strings.TrimSpace(rest), " ")
	arguments, diags := readArguments(rest, c.Range)
	if diags.HasErrors() {
		return nil, diags
	}
	b := block{
		Obligation: id, Range: c.Range,
		By: arguments["by"], How: arguments["how"], Reason: arguments["reason"],
		On: arguments["on"], Until: arguments["until"],
	}
	s, diags := b.comment(kind, days)
	if diags.HasErrors() {
		return nil, diags
	}
	s.scope.block, s.Comment = c.Block, true
	return s, diags
}

// comment is a statement where `by` may be left out: the history of the file
// says who wrote it. A reason may not.
func (b block) comment(kind Kind, days int) (*Statement, hcl.Diagnostics) {
	if b.How == "" && b.Reason == "" {
		return nil, hcl.Diagnostics{problem(b.Range, "Statement without a reason",
			"Say why: reason=\"…\" for a waiver, how=\"…\" for an attestation.")}
	}
	by := b.By
	if by == "" {
		b.By = "comment"
	}
	s, diags := b.statement(kind, days)
	s.By = by
	return s, diags
}

// readArguments reads `name=word name="quoted text"`.
func readArguments(text string, at hcl.Range) (map[string]string, hcl.Diagnostics) {
	known := []string{"by", "how", "reason", "on", "until"}
	arguments := map[string]string{}
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		name, rest, found := strings.Cut(text, "=")
		name = strings.TrimSpace(name)
		if !found || !shareAny(known, []string{name}) {
			return nil, hcl.Diagnostics{problem(at, "Unknown argument",
				"%q: a statement in a comment takes %s, each as name=value or name=\"some text\".",
				firstWord(text), strings.Join(known, ", "))}
		}
		value, rest, err := readValue(strings.TrimSpace(rest), at)
		if err != nil {
			return nil, hcl.Diagnostics{err}
		}
		arguments[name], text = value, rest
	}
	return arguments, nil
}

func firstWord(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

// readValue takes one word or one quoted text off the front.
func readValue(text string, at hcl.Range) (value, rest string, _ *hcl.Diagnostic) {
	if !strings.HasPrefix(text, `"`) {
		value, rest, _ = strings.Cut(text, " ")
		return value, rest, nil
	}
	for end := 1; end < len(text); end++ {
		switch text[end] {
		case '\\':
			end++
		case '"':
			e, diags := hclsyntax.ParseExpression([]byte(text[:end+1]), "", hcl.InitialPos)
			if diags.HasErrors() {
				return "", "", problem(at, "Unreadable text", "%s.", diags[0].Summary)
			}
			v, diags := e.Value(nil)
			if diags.HasErrors() {
				return "", "", problem(at, "Unreadable text", "A statement's text holds no ${…}.")
			}
			return v.AsString(), text[end+1:], nil
		}
	}
	return "", "", problem(at, "Unclosed text", "The text that begins with %s has no closing quote.", firstWord(text))
}
