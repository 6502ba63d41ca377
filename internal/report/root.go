package report

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/srmlint/srmlint/internal/terminal"
)

// Root relates paths, which count from the working directory, to the
// repository that platforms such as GitHub and GitLab count from. A job that
// works in envs/prod has its main.tf shown as envs/prod/main.tf.
type Root struct {
	Repository string // absolute; empty if unknown: paths stay as they are
	Working    string // absolute
}

// path is a slash-separated path as the platform wants it, without ./; what
// lies outside of the repository stays absolute or begins with ../.
func (r Root) path(file string) string {
	file = filepath.ToSlash(file)
	if r.Repository != "" && r.Working != "" {
		absolute := file
		if !path.IsAbs(file) && !filepath.IsAbs(file) {
			absolute = path.Join(filepath.ToSlash(r.Working), file)
		}
		if within, ok := strings.CutPrefix(absolute, strings.TrimSuffix(filepath.ToSlash(r.Repository), "/")+"/"); ok {
			return within
		}
	}
	return path.Clean(file)
}

// clean is path for a format that shows it to people.
func (r Root) clean(file string) string { return terminal.Clean(r.path(file)) }
