package trust

import (
	"strings"
	"testing"

	"github.com/srmlint/srmlint/internal/cli"
)

// TestLimitsCanBeRaised: whoever trusts a large file may have it read.
func TestLimitsCanBeRaised(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"main.tf": ownCase + strings.Repeat("# "+strings.Repeat("x", 98)+"\n", 50_000)})
	t.Chdir(dir)
	for _, test := range []struct {
		args []string
		code int
		want string
	}{
		{nil, cli.ExitInput, "main.tf is too large: the limit is 4194304 bytes per file"},
		{[]string{"--limits", "2"}, cli.ExitFindings, ""},
		{[]string{"--limits", "0"}, cli.ExitUsage, "a whole number from 1 to 1000"},
	} {
		code, _, complaints := run(nil, nil, append([]string{"."}, test.args...)...)
		if code != test.code || !strings.Contains(complaints, test.want) {
			t.Errorf("%v: exit status %d, want %d: %s", test.args, code, test.code, complaints)
		}
	}
}
