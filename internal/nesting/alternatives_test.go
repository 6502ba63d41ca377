package nesting

import (
	"strings"
	"testing"
)

func TestCheckPattern(t *testing.T) {
	for pattern, fine := range map[string]bool{
		"":                                                  true,
		"**/*.{json,y{a,}ml,tf}":                            true,
		"{" + strings.Repeat("a,", 999) + "a}":              true,
		strings.Repeat("{a,b}", 9):                          true,
		strings.Repeat(`\{a,b\}`, 40):                       true,
		"}}}" + strings.Repeat("a,", 2000):                  true,
		strings.Repeat("{a}", 4000):                         true,
		"{" + strings.Repeat("a,", 1000) + "a}":             false,
		strings.Repeat("{a,b}", 10):                         false,
		strings.Repeat("{a,", 30) + strings.Repeat("}", 30): false,
	} {
		if err := CheckPattern(pattern); (err == nil) != fine {
			t.Errorf("%.40s: %v", pattern, err)
		}
	}
}
