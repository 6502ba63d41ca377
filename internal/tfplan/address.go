package tfplan

import (
	"strconv"
	"strings"

	"github.com/srmlint/srmlint/internal/inventory"
)

// step is one part of an address or reference: a name, or the key of an instance.
type step struct {
	name string // empty for a key
	key  string // canonical: [0] or ["prod"]
	end  int    // index in the text after this step
}

// steps takes an address or reference apart. Text that is neither ends the list.
func steps(text string) []step {
	var out []step
	for i := 0; i < len(text); {
		if text[i] == '[' {
			end := inventory.KeyEnd(text, i)
			out = append(out, step{key: canonicalKey(text[i:end]), end: end})
			i = end
		} else {
			end := i
			for end < len(text) && text[end] != '.' && text[end] != '[' {
				end++
			}
			out = append(out, step{name: text[i:end], end: end})
			i = end
		}
		if i < len(text) && text[i] == '.' {
			i++
		}
	}
	return out
}

// canonicalKey writes a key in one way, whatever Terraform or OpenTofu escaped in it.
func canonicalKey(text string) string {
	if len(text) < 4 || text[1] != '"' || !strings.HasSuffix(text, `"]`) {
		return text
	}
	inner := text[2 : len(text)-2]
	if plain(inner) {
		return text
	}
	if unquoted, err := strconv.Unquote(`"` + inner + `"`); err == nil {
		inner = unquoted
	}
	inner = strings.NewReplacer("$${", "${", "%%{", "%{").Replace(inner)
	return stringKey(inner)
}

// plain tells whether text is the same quoted or not.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '\\' || c == '$' || c == '%' || c == '"' {
			return false
		}
	}
	return true
}

func stringKey(s string) string { return "[" + strconv.Quote(s) + "]" }

// indexKey is the canonical key of an "index" in JSON, empty if there is none.
func indexKey(index raw) string {
	if s, ok := index.str(); ok {
		return stringKey(s)
	}
	if index.isNull() {
		return ""
	}
	return "[" + string(index) + "]"
}

// canonical is an address with its keys in one form.
func canonical(address string) string {
	if !strings.Contains(address, "[\"") || !unusual(address) {
		return address
	}
	return join(steps(address))
}

// unusual tells whether a key may have another form.
func unusual(address string) bool {
	for i := range len(address) {
		if c := address[i]; c < ' ' || c > '~' || c == '\\' || c == '$' || c == '%' {
			return true
		}
	}
	return false
}

// join writes steps as an address again.
func join(parts []step) string {
	var b strings.Builder
	for i, s := range parts {
		if s.key == "" && i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(s.name + s.key)
	}
	return b.String()
}
