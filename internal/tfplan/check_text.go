package tfplan

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// str takes a string. Eight bytes are looked at together: most have nothing
// special among them.
func (c *checker) str(text []byte, start int) (int, outcome) {
	for i := start + 1; ; {
		for i+8 <= len(text) {
			found := special(binary.LittleEndian.Uint64(text[i:]))
			if found != 0 {
				i += bits.TrailingZeros64(found) / 8
				break
			}
			i += 8
		}
		if i >= len(text) {
			return start, short
		}
		switch b := text[i]; {
		case b == '"':
			return i + 1, whole
		case b == '\\' || b >= utf8.RuneSelf:
			n, out := c.char(text, i)
			if out == invalid {
				return i, invalid
			}
			if out == short {
				return start, short
			}
			i += n
		case b < ' ':
			c.why = "a control character within a string"
			return i, invalid
		default:
			i++
		}
	}
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// special has the highest bit of a byte set where it is a quote, a backslash, a
// control character or not ASCII. Bits above the lowest one may be wrong.
func special(x uint64) uint64 {
	quote, slash := x^ones*'"', x^ones*'\\'
	return ((quote-ones)&^quote | (slash-ones)&^slash | (x-ones*' ')&^x | x) & highs
}

// char takes an escape or a character that is not ASCII, and tells how long it is.
func (c *checker) char(text []byte, i int) (int, outcome) {
	if text[i] != '\\' {
		return c.rune(text, i)
	}
	if i+1 >= len(text) {
		return 0, short
	}
	switch text[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2, whole
	case 'u':
		return c.unicode(text, i)
	}
	c.why = "an unknown escape within a string"
	return 0, invalid
}

func (c *checker) rune(text []byte, i int) (int, outcome) {
	r, n := utf8.DecodeRune(text[i:])
	if r == utf8.RuneError && n == 1 {
		if !utf8.FullRune(text[i:]) {
			return 0, short
		}
		c.why = "invalid UTF-8 within a string"
		return 0, invalid
	}
	return n, whole
}

// unicode takes \u00e9, or the pair of them that stands for one character.
func (c *checker) unicode(text []byte, i int) (int, outcome) {
	first, out := c.hex(text, i)
	if out != whole || first < 0xD800 || first > 0xDFFF {
		return 6, out
	}
	if i+12 > len(text) {
		return 0, short
	}
	if first < 0xDC00 && text[i+6] == '\\' && text[i+7] == 'u' {
		if second, out := c.hex(text, i+6); out == whole && second >= 0xDC00 && second <= 0xDFFF {
			return 12, whole
		}
	}
	c.why = "half of a surrogate pair within a string"
	return 0, invalid
}

func (c *checker) hex(text []byte, i int) (r rune, out outcome) {
	if i+6 > len(text) {
		return 0, short
	}
	for _, b := range text[i+2 : i+6] {
		switch {
		case '0' <= b && b <= '9':
			b -= '0'
		case 'a' <= b|0x20 && b|0x20 <= 'f':
			b = b | 0x20 - 'a' + 10
		default:
			c.why = "an unknown escape within a string"
			return 0, invalid
		}
		r = r<<4 | rune(b)
	}
	return r, whole
}

// literal takes a number, true, false or null. One that reaches to the end of
// the text may go on.
func (c *checker) literal(text []byte, start int) (int, outcome) {
	end := start
	for end < len(text) && !isDelimiter(text[end]) {
		end++
	}
	if end == len(text) {
		return start, short
	}
	switch word := string(text[start:end]); {
	case word == "true", word == "false", word == "null":
		return end, whole
	case isNumber(text[start:end]):
		return end, whole
	}
	return c.unexpected(text, start)
}

// isNumber tells whether text is a number as JSON has them.
func isNumber(b []byte) bool {
	if len(b) > 0 && b[0] == '-' {
		b = b[1:]
	}
	n := digits(b)
	if n == 0 || n > 1 && b[0] == '0' {
		return false
	}
	if b = b[n:]; len(b) > 0 && b[0] == '.' {
		if n = digits(b[1:]); n == 0 {
			return false
		}
		b = b[1+n:]
	}
	if len(b) > 0 && b[0]|0x20 == 'e' {
		if b = b[1:]; len(b) > 0 && (b[0] == '+' || b[0] == '-') {
			b = b[1:]
		}
		if n = digits(b); n == 0 {
			return false
		}
		b = b[n:]
	}
	return len(b) == 0
}

func digits(b []byte) int {
	for i, d := range b {
		if d < '0' || d > '9' {
			return i
		}
	}
	return len(b)
}
