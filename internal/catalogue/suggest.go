package catalogue

import (
	"fmt"

	"github.com/agext/levenshtein"
)

// Nearest returns the candidate that a mistyped word most likely means, or "".
func Nearest(word string, candidates []string) string {
	best, distance := "", 4
	for _, c := range candidates {
		if d := levenshtein.Distance(word, c, nil); d < distance && d < len(word) {
			best, distance = c, d
		}
	}
	return best
}

func suggestion(word string, candidates []string) string {
	if near := Nearest(word, candidates); near != "" {
		return fmt.Sprintf(" Did you mean %q?", near)
	}
	return ""
}
