package rules_test

import (
	"flag"
	"os"
	"testing"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/rules"
)

var update = flag.Bool("update", false, "rewrite columns.txt")

const columnsHead = `# What the rules read of each resource type: in expressions, and after the bar in
# joins only. Made from the rules by "make generate".
`

// The reader of plans leaves out what columns.txt does not name.
func TestColumnsAreFresh(t *testing.T) {
	schema := provider.Load()
	c, _, diags := catalogue.Load(catalogue.Options{Schema: schema}, catalogue.Source{Name: "rules", FS: rules.FS})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	want := columnsHead + c.Columns(schema).String()
	if *update {
		if err := os.WriteFile("columns.txt", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if rules.Columns != want {
		t.Error("rules/columns.txt is stale; `make generate` rewrites it")
	}
	read, err := catalogue.ParseColumns(rules.Columns)
	if err != nil {
		t.Fatal(err)
	}
	if got := columnsHead + read.String(); got != rules.Columns {
		t.Errorf("columns.txt reads as\n%s", got)
	}
}
