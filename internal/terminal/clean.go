// Package terminal writes text for people: columns that fit, lines that wrap,
// colour where it is wanted, and nothing from the input that could steer the
// terminal that shows it.
package terminal

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes text of unknown origin harmless on a terminal: control
// characters, text-direction marks and bytes that are no UTF-8 become visible
// escapes such as \x1b or \u202e, so that a resource cannot be named so that
// it hides or forges a line of a report.
//
// Nor does it hold a command for a runner of GitHub or Azure: those read the log
// of a step, and a long line may be broken just before the command.
func Clean(s string) string {
	s = withoutCommands(s)
	if isClean(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case !steers(r):
			b.WriteRune(r)
		case r < utf8.RuneSelf:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
		i += size
	}
	return b.String()
}

// GitHub's commands are ::name …:: at the start of a line, older ones ##[name],
// and Azure's ##vso[…], which may stand anywhere. Addresses such as ::/0 and
// fd00::a are none.
var (
	atStart  = regexp.MustCompile(`(^|[^0-9A-Za-z])::([A-Za-z])`)
	anywhere = regexp.MustCompile(`##((?:vso)?\[)`)
)

func withoutCommands(s string) string {
	if strings.Contains(s, "::") {
		s = atStart.ReplaceAllString(s, `${1}\x3a:${2}`)
	}
	if strings.Contains(s, "##") {
		s = anywhere.ReplaceAllString(s, `\x23#${1}`)
	}
	return s
}

func isClean(s string) bool {
	return utf8.ValidString(s) && strings.IndexFunc(s, steers) < 0
}

// steers tells whether a character acts on a terminal instead of standing in it.
func steers(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// CleanJSON does the same for encoded JSON: there such characters stand only
// within strings, where \u escapes mean the same.
func CleanJSON(data []byte) []byte {
	if plain(data) == len(data) {
		return data
	}
	out := make([]byte, 0, len(data)+64)
	for i := 0; i < len(data); {
		if n := plain(data[i:]); n > 0 {
			out = append(out, data[i:i+n]...)
			i += n
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if steers(r) && r <= 0xFFFF {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, data[i:i+size]...)
		}
		i += size
	}
	return out
}

// plain returns how many bytes of encoded JSON stay as they are for certain.
func plain(data []byte) int {
	for n, c := range data {
		if c >= 0x7f {
			return n
		}
	}
	return len(data)
}
