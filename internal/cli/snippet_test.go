package cli

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func TestMayShow(t *testing.T) {
	tests := []struct {
		name, text string
		line       int
		want       bool
	}{
		{"main.tf", "resource \"x\" \"y\" {\n  size = \"a\" + 1\n}\n", 2, true},
		{"main.tf", "resource \"x\" \"y\" {\n  size = \"a\" + 1\n}\n", 1, true},
		{"main.tf", "resource \"x\" \"y\" {\n  count = var.password_count\n}\n", 2, true},
		{"main.tf", "resource \"x\" \"y\" {\n  password = \"hunter2\" + 1\n}\n", 2, false},
		{"main.tf", "resource \"x\" \"y\" {\n  source {\n    password = \"hunter2\" + 1\n  }\n}\n", 3, false},
		{"main.tf", "variable \"v\" {\n  default = \"hunter2\"\n}\n", 2, false},
		{"main.tf", "locals {\n  secrets = {\n    a = \"hunter2\"\n  }\n}\n", 3, false},
		{"main.tf", "locals {\n  a = { token : \"hunter2\" }\n}\n", 2, false},
		{"main.tf", "locals {\n  a = <<EOT\nhunter2 ${x}\nEOT\n}\n", 3, false},
		{"main.tf", "locals {\n  a = \"postgres://app:hunter2@db/app\"\n}\n", 2, false},
		{"main.tf", "locals {\n  a = <<EOT\nx\nEOT\n  b = \"x\"\n}\n", 5, true},
		{"main.tf", "locals {\n  a = <<EOT\n${<<X\ny\nX\n}\nhunter2\nEOT\n}\n", 7, false},
		{"main.tf", "locals {\n  a = <<EOT\nhunter2\n", 3, false},
		{"main.tf.json", "{\"resource\": {\n\"password\": \"hunter2\"\n}}", 2, false},
		{".srmlint.hcl", "waive \"app-env-secrets\" {\n  value = \"x\"\n}\n", 2, true},
	}
	for _, test := range tests {
		file, _ := hclsyntax.ParseConfig([]byte(test.text), test.name, hcl.InitialPos)
		at := &hcl.Range{Filename: test.name, Start: hcl.Pos{Line: test.line, Column: 1}}
		line := strings.Split(test.text, "\n")[test.line-1]
		if got := newSourceText(test.name, file).mayShow(at, line); got != test.want {
			t.Errorf("%q line %d: %t", test.text, test.line, got)
		}
	}
}
