package nesting

import (
	"strings"
	"testing"
)

func TestCheck(t *testing.T) {
	repeat := strings.Repeat
	tests := []struct {
		name, text string
		deep       bool
	}{
		{"flat", repeat("a = [1]\n", 5000), false},
		{"brackets", "a = " + repeat("[", 3000), true},
		{"blocks", repeat("a {\n", 3000), true},
		{"templates", "a = " + repeat("\"${", 3000), true},
		{"not", "a = " + repeat("!", 3000) + "true", true},
		{"minus", "a = " + repeat("-", 3000) + "1", true},
		{"conditionals", "a = " + repeat("x ? 1 : ", 3000) + "1", true},
		{"conditionals of many arguments", repeat("a = x ? 1 : 2\n", 3000), false},
		{"directives", "a = \"" + repeat("%{ if x }", 3000) + "\"", true},
		{"directives side by side", "a = \"" + repeat("%{ if x }%{ endif }", 3000) + "\"", false},
		{"heredocs", "a = <<EOT\n" + repeat("[[[", 1000) + "\nEOT\n", false},
	}
	for _, test := range tests {
		d := Check([]byte(test.text), "f")
		if (d != nil) != test.deep {
			t.Errorf("%s: %v", test.name, d)
		}
	}
	if CheckTemplate([]byte(repeat("${[", 3000)), "f") == nil {
		t.Error("template")
	}
}
