package catalogue

import "bytes"

// values reads the texts, lists and maps of plain blocks.
type values struct {
	text []byte
	ok   bool
}

// whole reads a value that is all there is.
func whole[T any](text []byte, read func(*values) T) (T, bool) {
	v := &values{text: text, ok: true}
	out := read(v)
	v.space()
	return out, v.ok && len(v.text) == 0
}

// space skips what may stand between values, comments too.
func (v *values) space() {
	for len(v.text) > 0 {
		switch v.text[0] {
		case ' ', '\n', ',':
			v.text = v.text[1:]
		case '#':
			v.text = v.text[lineLength(v.text):]
		default:
			return
		}
	}
}

// take skips a character if it comes next.
func (v *values) take(c byte) bool {
	v.space()
	if len(v.text) == 0 || v.text[0] != c {
		return false
	}
	v.text = v.text[1:]
	return true
}

func (v *values) string() string {
	v.space()
	s, end, ok := plainString(v.text)
	if !ok {
		v.fail()
		return ""
	}
	v.text = v.text[end:]
	return s
}

func (v *values) list() (list []string) {
	if !v.take('[') {
		v.fail()
	}
	list = []string{}
	for v.ok && !v.take(']') {
		list = append(list, v.string())
	}
	return list
}

// mapping reads a map with any keys.
func mapping[T any](element func(*values) T) func(*values) map[string]T {
	return func(v *values) map[string]T {
		out := map[string]T{}
		if !v.take('{') {
			v.fail()
		}
		for v.ok && !v.take('}') {
			key := v.key()
			if !v.take('=') {
				v.fail()
			}
			out[key] = element(v)
		}
		return out
	}
}

func (v *values) key() string {
	v.space()
	if len(v.text) > 0 && v.text[0] == '"' {
		return v.string()
	}
	n := 0
	for n < len(v.text) && (v.text[n] >= 'a' && v.text[n] <= 'z' || v.text[n] == '_') {
		n++
	}
	if n == 0 {
		v.fail()
	}
	key := string(v.text[:n])
	v.text = v.text[n:]
	return key
}

func (v *values) bool() bool {
	v.space()
	for word, value := range map[string]bool{"true": true, "false": false} {
		if rest, ok := bytes.CutPrefix(v.text, []byte(word)); ok {
			v.text = rest
			return value
		}
	}
	v.fail()
	return false
}

func (v *values) fail() { v.ok, v.text = false, nil }

// plainString reads a quoted text that has neither escapes nor templates in it.
func plainString(text []byte) (s string, end int, ok bool) {
	if len(text) == 0 || text[0] != '"' {
		return "", 0, false
	}
	n := bytes.IndexByte(text[1:], '"')
	if n < 0 {
		return "", 0, false
	}
	inside := text[1 : 1+n]
	if bytes.ContainsAny(inside, "\\\n") || bytes.Contains(inside, []byte("${")) || bytes.Contains(inside, []byte("%{")) {
		return "", 0, false
	}
	return string(inside), n + 2, true
}
