package report

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/srmlint/srmlint/internal/terminal"
)

// markdownText makes text literal in Markdown and in HTML, on one line. It uses
// character references only, which mean the same in a paragraph, a table and a
// <summary>. GitHub and GitLab look for @people and #issues after Markdown is
// parsed: an empty space of no width behind the sign keeps these apart.
func markdownText(text string) string {
	return escapeMarkdown(text, true)
}

// markdownCode is text in a code element, which the platforms leave alone; a
// code span would not do, since a table cuts it at every |.
func markdownCode(text string) string {
	return "<code>" + escapeMarkdown(text, false) + "</code>"
}

// markdownSpan is text as code outside of tables, where readers of the raw
// text are spared the references.
func markdownSpan(text string) string {
	text = terminal.Clean(oneLine(text))
	if text == "" || strings.Contains(text, "`") {
		return markdownCode(text)
	}
	return "`" + text + "`"
}

func escapeMarkdown(text string, apart bool) string {
	var b strings.Builder
	runes := []rune(terminal.Clean(oneLine(text)))
	for n, r := range runes {
		if isMarkup(runes, n) {
			b.WriteString(reference(r))
		} else {
			b.WriteRune(r)
		}
		if apart && beginsReference(runes, n) {
			b.WriteString("&#8203;")
		}
	}
	return b.String()
}

// isMarkup tells whether a character may mean something in Markdown or HTML.
func isMarkup(runes []rune, n int) bool {
	switch r := runes[n]; r {
	case '_':
		return !between(runes, n) // inside a word it is none
	case ':':
		return n+1 < len(runes) && (runes[n+1] == '/' || unicode.IsLetter(runes[n+1])) // https://, :emoji:
	case '.':
		return beginsList(runes, n) || n >= 3 && strings.EqualFold(string(runes[n-3:n]), "www")
	case '+', '-', '=':
		return n == 0
	case ')':
		return beginsList(runes, n)
	default:
		return strings.ContainsRune("&<>`*[]{}|~\\$@#", r)
	}
}

// beginsReference tells whether what follows could be the name or number of a
// person, an issue, a label … of the platform.
func beginsReference(runes []rune, n int) bool {
	switch runes[n] {
	case '@', '#':
		return true
	case '!', '~', '$', '%', '&', '^':
		return n+1 < len(runes) && (alphanumeric(runes[n+1]) || runes[n+1] == '"')
	}
	return false
}

func between(runes []rune, n int) bool {
	return n > 0 && n+1 < len(runes) && alphanumeric(runes[n-1]) && alphanumeric(runes[n+1])
}

func alphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// beginsList tells whether only digits stand before n, as in 1) at the start of a line.
func beginsList(runes []rune, n int) bool {
	for _, r := range runes[:n] {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return n > 0
}

func reference(r rune) string {
	switch r {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	}
	return fmt.Sprintf("&#%d;", r)
}

// oneLine joins the lines of a text.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
