package provider

import (
	"regexp"
	"strings"
	"sync"
)

var dotted = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[0-9]{1,3}(\.[0-9]{1,3}){3}`) })

// IsAddress tells of the forms that stand for hosts in longer texts, such as URLs.
func (f Form) IsAddress() bool { return f == ipv4 || f == ipv6 }

// Within tells whether a text has an address of the form in it that stands by
// itself. It is false for forms that are no addresses.
func (f Form) Within(text string) bool {
	switch f {
	case ipv4:
		for _, at := range dotted().FindAllStringIndex(text, -1) {
			alone := (at[0] == 0 || !ofLabel(rune(text[at[0]-1]))) && (at[1] == len(text) || !ofLabel(rune(text[at[1]])))
			if alone && f.Fits(text[at[0]:at[1]]) {
				return true
			}
		}
	case ipv6:
		for _, part := range strings.FieldsFunc(text, func(c rune) bool { return !ofLabel(c) && c != ':' && c != '.' }) {
			if f.Fits(part) {
				return true
			}
		}
	}
	return false
}

// ofLabel tells whether a character may be inside a label of a host name.
func ofLabel(c rune) bool {
	return c == '-' || c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
