package terminal

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// Width bounds for text that is read, not scanned: longer lines tire the eye.
const (
	DefaultWidth = 80
	minWidth     = 40
	maxWidth     = 100
)

// FitWidth is the width to write for on a terminal of that many columns; 0
// means that it is not known.
func FitWidth(columns int) int {
	if columns <= 0 {
		return DefaultWidth
	}
	return min(max(columns, minWidth), maxWidth)
}

// Columns is how many columns text takes. What some locales show two columns
// wide (→, ·) counts as one: output must not depend on the environment.
func Columns(text string) int {
	c := runewidth.Condition{StrictEmojiNeutral: true}
	return c.StringWidth(text)
}

// Wrap breaks text at spaces into lines of at most width columns. A word that
// is longer stands on a line of its own, whole, so that it can be copied.
func Wrap(text string, width int) []string {
	var lines []string
	line, columns := "", 0
	for _, word := range strings.Fields(text) {
		w := Columns(word)
		if line != "" && columns+1+w > width {
			lines, line, columns = append(lines, line), "", 0
		}
		if line != "" {
			line, columns = line+" ", columns+1
		}
		line, columns = line+word, columns+w
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// Spread puts one text at the left and one at the right of a line; false if
// the line has no room for both with two columns between them.
func Spread(left, right string, width int) (gap string, ok bool) {
	space := width - Columns(left) - Columns(right)
	if space < 2 {
		return "", false
	}
	return strings.Repeat(" ", space), true
}

// Pad fills text with spaces up to a number of columns.
func Pad(text string, columns int) string {
	return text + strings.Repeat(" ", max(0, columns-Columns(text)))
}
