package tfconfig

import (
	"bytes"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// statementMarker begins a comment that is meant for srmlint.
const statementMarker = "srmlint:"

// statements finds the comments of a module that are statements.
func (n *node) statements() []Statement {
	var out []Statement
	for _, f := range n.files {
		if f.file == nil || f.json || !bytes.Contains(f.file.Bytes, []byte(statementMarker)) {
			continue
		}
		tokens, _ := hclsyntax.LexConfig(f.file.Bytes, f.name, hcl.InitialPos)
		for i, t := range tokens {
			if text, ok := statementText(t); ok {
				s := Statement{Text: text, Position: position(t.Range), Range: t.Range}
				s.place(n, f.body, f.file.Bytes, tokens[i+1:])
				out = append(out, s)
			}
		}
	}
	return out
}

// statementText returns the statement in a comment, from its marker to the end of the line.
func statementText(t hclsyntax.Token) (string, bool) {
	if t.Type != hclsyntax.TokenComment {
		return "", false
	}
	text := strings.TrimSpace(string(t.Bytes))
	for _, opener := range []string{"#", "//", "/*"} {
		if rest, ok := strings.CutPrefix(text, opener); ok {
			text = strings.TrimSpace(strings.TrimSuffix(strings.TrimLeft(rest, "#/*"), "*/"))
			break
		}
	}
	text, _, _ = strings.Cut(text, "\n")
	return strings.TrimSpace(text), strings.HasPrefix(text, statementMarker)
}

// place finds the block that a comment stands in or above, and the argument.
func (s *Statement) place(n *node, body *hclsyntax.Body, source []byte, after hclsyntax.Tokens) {
	at := s.Range.Start.Byte
	next := nextCode(after, s.Range)
	for _, b := range body.Blocks {
		address := blockAddress(n, b)
		if address == "" {
			continue
		}
		whole := hcl.RangeBetween(b.TypeRange, b.CloseBraceRange)
		switch {
		case whole.Start.Byte <= at && at < whole.End.Byte:
			s.BlockAddress, s.Attribute = address, attributeAt(b.Body, s.Range, next)
			return
		case s.Range.Start.Line == whole.End.Line && at >= whole.End.Byte, next == whole.Start.Byte:
			s.BlockAddress = address
			return
		}
	}
}

// nextCode is the byte at which code goes on after a comment, if nothing but
// other comments stand between: an empty line parts them. -1 if it does not.
func nextCode(after hclsyntax.Tokens, comment hcl.Range) int {
	line := comment.End.Line
	if comment.End.Column == 1 && comment.End.Line > comment.Start.Line {
		line--
	}
	for _, t := range after {
		switch {
		case t.Type == hclsyntax.TokenNewline, t.Type == hclsyntax.TokenEOF:
			continue
		case t.Range.Start.Line > line+1:
			return -1
		case t.Type == hclsyntax.TokenComment:
			line = t.Range.Start.Line
			continue
		}
		return t.Range.Start.Byte
	}
	return -1
}

// blockAddress is the address of a block that statements can be about.
func blockAddress(n *node, b *hclsyntax.Block) string {
	switch {
	case b.Type == "resource" && len(b.Labels) == 2:
		return n.address() + b.Labels[0] + "." + b.Labels[1]
	case b.Type == "data" && len(b.Labels) == 2:
		return n.address() + "data." + b.Labels[0] + "." + b.Labels[1]
	case b.Type == "module" && len(b.Labels) == 1:
		return n.address() + "module." + b.Labels[0]
	}
	return ""
}

// attributeAt is the argument that a comment stands beside, or directly above.
func attributeAt(body *hclsyntax.Body, comment hcl.Range, next int) string {
	for name, a := range body.Attributes {
		if a.NameRange.Start.Byte == next || a.SrcRange.End.Line == comment.Start.Line && a.SrcRange.End.Byte <= comment.Start.Byte {
			return name
		}
	}
	for _, b := range body.Blocks {
		whole := hcl.RangeBetween(b.TypeRange, b.CloseBraceRange)
		if b.TypeRange.Start.Byte == next || whole.Start.Byte <= comment.Start.Byte && comment.Start.Byte < whole.End.Byte {
			return produces(b)
		}
	}
	return ""
}
