package report

import (
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSchema holds the JSON report against the schema that is published. The
// schema allows no other keys, so that neither can change without the other.
func TestSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	reports := map[string]*Report{
		"website":  Build(website(t), Options{Version: "test"}),
		"filtered": Build(website(t), Options{Version: "test", MinSeverity: 3, Changed: true}),
		"empty":    Build(&newFixture(t).a, Options{}),
	}
	for name, r := range reports {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(write(t, "json", r, View{})))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
