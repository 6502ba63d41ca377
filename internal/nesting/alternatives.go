package nesting

import "fmt"

// maxAlternatives bounds what a pattern with braces stands for. What matches it
// tries one alternative after the other, and each pair of braces multiplies them.
const maxAlternatives = 1000

// CheckPattern refuses a pattern such as {a,b}{a,b}{a,b}… that would keep its
// matcher busy for ever.
func CheckPattern(pattern string) error {
	total, open := 1, []int(nil)
	for i := 0; i < len(pattern); i++ {
		last := len(open) - 1
		switch c := pattern[i]; {
		case c == '\\':
			i++
		case c == '{':
			open = append(open, 1)
		case c == ',' && last >= 0:
			open[last]++
		case c == '}' && last >= 0:
			total *= open[last]
			open = open[:last]
		}
		if total > maxAlternatives {
			return fmt.Errorf("a pattern may stand for %d alternatives at most, and its braces make more", maxAlternatives)
		}
	}
	return nil
}
