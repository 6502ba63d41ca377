package input

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// fail says why a path cannot be read at all.
func (r *reader) fail(path string, err error) {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.fault("No such file or directory", "%s does not exist. Give srmlint the output of `terraform show -json tfplan`, or the directory of a root module.", path)
	case errors.Is(err, fs.ErrPermission):
		r.fault("Cannot read the input", "%s may not be read by this user.", path)
	default:
		r.fault("Cannot read the input", "%s.", err)
	}
}

func (r *reader) fault(summary, detail string, args ...any) {
	r.note(hcl.Diagnostics{{Severity: hcl.DiagError, Summary: summary, Detail: fmt.Sprintf(detail, args...)}})
}

func isConfigurationFile(path string) bool {
	name := filepath.Base(path)
	for _, suffix := range []string{".tf", ".tf.json", ".tofu", ".tofu.json", ".tfvars", ".tfvars.json"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return false
}
