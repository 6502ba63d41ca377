package tfplan

import "fmt"

// maxDepth bounds nesting; no plan has a hundredth of it.
const maxDepth = 10_000

// checker goes through JSON text, value by value, and finds what is not JSON.
// It can stop at the end of a window and go on in the next. Names that are
// there twice in an object are not its business.
type checker struct {
	open []byte // the brackets that are open, outermost first
	want want
	why  string // what is wrong, after invalid
}

// want is what has to come next.
type want uint8

const (
	wantValue   want = iota
	wantElement      // or the end of the array
	wantMember       // or the end of the object
	wantName
	wantColon
	wantComma // or the end of the array or object
)

// outcome is how a step of the checker ended.
type outcome uint8

const (
	whole   outcome = iota // the value ends before the index
	short                  // the text ends within the value
	invalid                // at the index is what may not be there
)

// begin makes ready for another value.
func (c *checker) begin() { c.open, c.want = c.open[:0], wantValue }

// run goes on at an index of the text, until the value that it began with
// ends. Where the text ends first, the index is where the next run has to begin.
func (c *checker) run(text []byte, i int) (int, outcome) {
	for i < len(text) {
		b := text[i]
		if b <= ' ' {
			if !isSpace(b) {
				return c.unexpected(text, i)
			}
			i++
			continue
		}
		end, out := c.step(text, i, b)
		if out != whole {
			return end, out
		}
		if i = end; c.want == wantComma && len(c.open) == 0 {
			return i, whole
		}
	}
	return i, short
}

// step takes one token.
func (c *checker) step(text []byte, i int, b byte) (int, outcome) {
	switch c.want {
	case wantComma:
		return c.separator(text, i, b)
	case wantColon:
		if b == ':' {
			c.want = wantValue
			return i + 1, whole
		}
	case wantMember, wantName:
		if b == '"' {
			return c.name(text, i)
		}
		if b == '}' && c.want == wantMember {
			return c.close(i)
		}
	default:
		if b == ']' && c.want == wantElement {
			return c.close(i)
		}
		return c.value(text, i, b)
	}
	return c.unexpected(text, i)
}

func (c *checker) value(text []byte, i int, b byte) (int, outcome) {
	switch b {
	case '"':
		end, out := c.str(text, i)
		if out == whole {
			c.want = wantComma
		}
		return end, out
	case '{':
		return c.enter(i, b, wantMember)
	case '[':
		return c.enter(i, b, wantElement)
	}
	end, out := c.literal(text, i)
	if out == whole {
		c.want = wantComma
	}
	return end, out
}

// name takes the name of a member, and mostly the colon with it.
func (c *checker) name(text []byte, i int) (int, outcome) {
	end, out := c.str(text, i)
	if out != whole {
		return end, out
	}
	if end < len(text) && text[end] == ':' {
		c.want = wantValue
		return end + 1, whole
	}
	c.want = wantColon
	return end, whole
}

func (c *checker) separator(text []byte, i int, b byte) (int, outcome) {
	inObject := c.open[len(c.open)-1] == '{'
	switch {
	case b == ',' && inObject:
		c.want = wantName
		return i + 1, whole
	case b == ',':
		c.want = wantValue
		return i + 1, whole
	case b == '}' && inObject, b == ']' && !inObject:
		return c.close(i)
	}
	return c.unexpected(text, i)
}

func (c *checker) enter(i int, bracket byte, next want) (int, outcome) {
	if len(c.open) == maxDepth {
		c.why = "exceeded the largest depth of nesting"
		return i, invalid
	}
	c.open, c.want = append(c.open, bracket), next
	return i + 1, whole
}

func (c *checker) close(i int) (int, outcome) {
	c.open, c.want = c.open[:len(c.open)-1], wantComma
	return i + 1, whole
}

func (c *checker) unexpected(text []byte, i int) (int, outcome) {
	c.why = fmt.Sprintf("%q where %s is expected", rune(text[i]), c.expected())
	return i, invalid
}

func (c *checker) expected() string {
	switch c.want {
	case wantMember, wantName:
		return "the name of a member in quotes"
	case wantColon:
		return "a colon"
	case wantComma:
		return "a comma or a closing bracket"
	}
	return "a value"
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\r' || b == '\t' }
