package catalogue

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// plain reads a block of a built-in rule file without HCL's parser, to which
// only expressions go: most of a rule is texts, and lists of texts. It relies on
// the format that those files have, and gives up on anything else, which is then
// left to the parser. A test holds it against that.
type plain struct {
	text []byte
	name string  // of the file
	from hcl.Pos // where text begins
	at   int     // the start of a line
	line int     // its number
}

// member is an attribute, or the first line of a block.
type member struct {
	name       string
	block      bool
	label      string // of a block
	start, end int    // of an attribute's value
	line       int    // of the start
	column     int
}

// members goes through a body whose lines are indented by so many spaces, up to
// the line that closes it; false if something is not as expected.
func (p *plain) members(indent int, f func(member) bool) bool {
	for p.at < len(p.text) {
		line := p.text[p.at : p.at+lineLength(p.text[p.at:])]
		bare := bytes.TrimSpace(line)
		depth := len(line) - len(bytes.TrimLeft(line, " "))
		switch {
		case len(bare) == 0, depth == indent && bare[0] == '#':
			p.skip(len(line))
			continue
		case depth == indent-2 && string(bare) == "}":
			p.skip(len(line))
			return true
		case depth != indent:
			return false
		}
		m, ok := p.member(indent, line)
		if !ok || !f(m) {
			return false
		}
	}
	return false
}

// member reads a line that begins an attribute or a block, and skips the lines
// of the attribute's value.
func (p *plain) member(indent int, line []byte) (m member, ok bool) {
	n := indent
	for n < len(line) && (line[n] >= 'a' && line[n] <= 'z' || line[n] == '_') {
		n++
	}
	m.name = string(line[indent:n])
	for n < len(line) && line[n] == ' ' {
		n++
	}
	if n+1 >= len(line) || m.name == "" {
		return m, false
	}
	if line[n] != '=' || line[n+1] != ' ' {
		m.block = true
		m.label, ok = blockLabel(line[n:])
		p.skip(len(line))
		return m, ok
	}
	m.start, m.line, m.column = p.at+n+2, p.line, n+3
	p.skip(len(line))
	for p.at < len(p.text) {
		next := p.text[p.at : p.at+lineLength(p.text[p.at:])]
		if !continues(next, indent) {
			break
		}
		p.skip(len(next))
	}
	m.end = m.start + len(bytes.TrimRight(p.text[m.start:p.at], " \n"))
	return m, true
}

// blockLabel reads what follows the type of a block: nothing or one label, and
// the brace at the end of the line.
func blockLabel(rest []byte) (label string, ok bool) {
	rest, ok = bytes.CutSuffix(rest, []byte("{\n"))
	rest = bytes.TrimSpace(rest)
	if len(rest) == 0 {
		return "", ok
	}
	label, end, quoted := plainString(rest)
	return label, ok && quoted && end == len(rest)
}

// continues tells whether a line belongs to the value that began before it.
func continues(line []byte, indent int) bool {
	for i, c := range line {
		switch {
		case i < indent && c == ' ':
		case i < indent:
			return false
		default:
			return c == ' ' || c == ')' || c == ']' || c == '}'
		}
	}
	return false
}

func (p *plain) skip(n int) {
	p.at += n
	p.line++
}

func lineLength(text []byte) int {
	if end := bytes.IndexByte(text, '\n'); end >= 0 {
		return end + 1
	}
	return len(text)
}

// expression parses the value of an attribute, with its place in the file.
func (p *plain) expression(m member) (hclsyntax.Expression, bool) {
	pos := hcl.Pos{Line: m.line, Column: m.column, Byte: p.from.Byte + m.start}
	e, diags := hclsyntax.ParseExpression(p.text[m.start:m.end], p.name, pos)
	return e, len(diags) == 0
}

// string is the text that an attribute holds. One with escapes is an expression.
func (p *plain) string(m member) (string, bool) {
	if s, ok := whole(p.text[m.start:m.end], (*values).string); ok {
		return s, true
	}
	e, ok := p.expression(m)
	if !ok {
		return "", false
	}
	v, diags := e.Value(nil)
	if len(diags) > 0 || v.Type() != cty.String || v.IsNull() || !v.IsKnown() {
		return "", false
	}
	return v.AsString(), true
}
