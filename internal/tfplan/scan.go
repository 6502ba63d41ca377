package tfplan

import (
	"bytes"
	"iter"

	"github.com/go-json-experiment/json/jsontext"
)

// raw is a JSON value that the decoder has already found to be well formed.
// Walking it again costs little: strings are skipped by searching for quotes,
// nothing is checked. On bytes that are not well formed the functions here
// stop early; they never panic.
type raw []byte

func (r raw) kind() byte {
	if len(r) == 0 {
		return 0
	}
	return r[0]
}

func (r raw) isNull() bool { return len(r) == 0 || r[0] == 'n' }
func (r raw) isTrue() bool { return len(r) > 0 && r[0] == 't' }

// isScalar tells of a text or a whole number, which has one form only.
func (r raw) isScalar() bool { return r.kind() == '"' || len(r) > 0 && digits(r) == len(r) }

// clone takes the value out of the decoder's buffer.
func (r raw) clone() raw {
	if r == nil {
		return nil
	}
	return bytes.Clone(r)
}

// str is the text of a JSON string, and whether it is one.
func (r raw) str() (string, bool) {
	if len(r) < 2 || r[0] != '"' {
		return "", false
	}
	if bytes.IndexByte(r, '\\') < 0 {
		return string(r[1 : len(r)-1]), true
	}
	text, err := jsontext.AppendUnquote(nil, []byte(r))
	return string(text), err == nil
}

func (r raw) text() string {
	s, _ := r.str()
	return s
}

// fields walks an object. The name is valid until the next step; other values have none.
func (r raw) fields() iter.Seq2[[]byte, raw] {
	return func(yield func([]byte, raw) bool) {
		if r.kind() != '{' {
			return
		}
		for i := skipSpace(r, 1); i < len(r) && r[i] == '"'; {
			end := skipString(r, i)
			name := r[i:end]
			i = skipSpace(r, end) // ':'
			i = skipSpace(r, i+1)
			if i >= len(r) {
				return
			}
			end = skipValue(r, i)
			if !yield(unquoteName(name), r[i:end]) {
				return
			}
			i = skipSpace(r, end) // ',' or '}'
			i = skipSpace(r, i+1)
		}
	}
}

// elements walks an array; other values have none.
func (r raw) elements() iter.Seq2[int, raw] {
	return func(yield func(int, raw) bool) {
		if r.kind() != '[' {
			return
		}
		n := 0
		for i := skipSpace(r, 1); i < len(r) && r[i] != ']'; n++ {
			end := skipValue(r, i)
			if end == i || !yield(n, r[i:end]) {
				return
			}
			i = skipSpace(r, end) // ',' or ']'
			i = skipSpace(r, i+1)
		}
	}
}

// list is the elements as a slice.
func (r raw) list() []raw {
	var out []raw
	for _, e := range r.elements() {
		out = append(out, e)
	}
	return out
}

// get is the field of that name, nil if there is none.
func (r raw) get(name string) raw {
	for k, v := range r.fields() {
		if string(k) == name {
			return v
		}
	}
	return nil
}

func unquoteName(quoted raw) []byte {
	if len(quoted) < 2 {
		return nil
	}
	if bytes.IndexByte(quoted, '\\') < 0 {
		return quoted[1 : len(quoted)-1]
	}
	text, _ := jsontext.AppendUnquote(nil, []byte(quoted))
	return text
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\r' || b[i] == '\t') {
		i++
	}
	return i
}

// skipString returns the index after the string that begins at i.
func skipString(b []byte, i int) int {
	i++
	for i < len(b) {
		n := bytes.IndexByte(b[i:], '"')
		if n < 0 {
			return len(b)
		}
		i += n + 1
		slashes := 0
		for j := i - 2; j >= 0 && b[j] == '\\'; j-- {
			slashes++
		}
		if slashes%2 == 0 {
			return i
		}
	}
	return len(b)
}

// skipValue returns the index after the value that begins at i.
func skipValue(b []byte, i int) int {
	depth := 0
	for i < len(b) {
		switch b[i] {
		case '"':
			i = skipString(b, i)
		case '{', '[':
			depth++
			i++
			continue
		case '}', ']':
			depth--
			i++
		case ',', ':', ' ', '\n', '\r', '\t':
			i++
			continue
		default:
			for i < len(b) && !isDelimiter(b[i]) {
				i++
			}
		}
		if depth <= 0 {
			return i
		}
	}
	return len(b)
}

func isDelimiter(c byte) bool {
	switch c {
	case ',', '}', ']', ' ', '\n', '\r', '\t', ':', '"', '{', '[':
		return true
	}
	return false
}
