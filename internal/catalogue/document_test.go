package catalogue

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

var updateDocs = flag.Bool("update", false, "rewrite what docs hold of this package")

// TestDocumentedFunctions keeps the table of functions in the guide equal to
// what the functions say of themselves.
func TestDocumentedFunctions(t *testing.T) {
	const file = "../../docs/rule-language.md"
	const begin, end = "<!-- functions: rewritten by `make update` -->\n", "<!-- end -->"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(data), begin)
	table, after, ok := strings.Cut(rest, end)
	if !ok {
		t.Fatal("the guide has no place for the functions")
	}
	if *updateDocs {
		table = functionTable()
		if err := os.WriteFile(file, []byte(before+begin+table+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if table != functionTable() {
		t.Error("docs/rule-language.md lists other functions than there are; rewrite it with make update")
	}
}

func functionTable() string {
	var b strings.Builder
	b.WriteString("| function | gives |\n|---|---|\n")
	all := ruleFunctions(nil, time.Time{})
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !ours(name) {
			continue
		}
		f := all[name]
		var params []string
		for _, p := range f.Params() {
			params = append(params, p.Name)
		}
		fmt.Fprintf(&b, "| `%s(%s)` | %s |\n", name, strings.Join(params, ", "), strings.ReplaceAll(f.Description(), "|", `\|`))
	}
	return b.String()
}

// ours tells srmlint's functions from Terraform's.
func ours(name string) bool {
	_, security := securityFunctions(nil, time.Time{})[name]
	_, value := valueFunctions()[name]
	return security || value && name != "flatten" && name != "issensitive"
}
