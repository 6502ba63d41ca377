package tfexpr

import (
	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/nesting"
)

// CheckNesting returns an error if configuration nests so deeply that to parse it is dangerous.
func CheckNesting(source []byte, filename string) *hcl.Diagnostic {
	return nesting.Check(source, filename)
}

// CheckTemplate is CheckNesting for a template.
func CheckTemplate(source []byte, filename string) *hcl.Diagnostic {
	return nesting.CheckTemplate(source, filename)
}
