package tfconfig

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/srmlint/srmlint/internal/confine"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// constantScope has no names and no functions: values of variables are constants.
type constantScope struct{ *world }

// Resolve refuses every reference.
func (constantScope) Resolve(t hcl.Traversal) (cty.Value, int, hcl.Diagnostics) {
	return unresolved(t.SourceRange(), fmt.Sprintf("The value of a variable is a constant: it may not refer to %s.", t.RootName()))
}

// Function knows none.
func (constantScope) Function(string) (function.Function, bool) { return function.Function{}, false }

// File reads none.
func (constantScope) File(string) ([]byte, error) { return nil, errOutside }

// Files lists none.
func (constantScope) Files(string, string) ([]string, error) { return nil, errOutside }

// Spend takes from the budget of work.
func (s constantScope) Spend(n int) bool { return s.spend(n) }

// workspace is the selected workspace: as given, of the environment, or as `terraform workspace select` wrote it.
func workspace(dir string, opts Options) string {
	if opts.Workspace != "" {
		return opts.Workspace
	}
	for _, entry := range opts.Env {
		if name, value, _ := strings.Cut(entry, "="); name == "TF_WORKSPACE" && value != "" {
			return value
		}
	}
	file := filepath.Join(dir, ".terraform", "environment")
	if source, err := readLimited(file, 256); err == nil && confine.Around(dir).Check(file) == nil {
		if name := strings.TrimSpace(string(source)); name != "" {
			return name
		}
	}
	return "default"
}

func convertTo(v cty.Value, t cty.Type) (cty.Value, error) { return convert.Convert(v, t) }
