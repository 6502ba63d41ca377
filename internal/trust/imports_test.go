package trust

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// listed is what `go list -json` says of a package.
type listed struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Module     *struct{ Path, Version, Dir string }
}

// packages are those that a command of go lists.
func packages(t *testing.T, args ...string) (all []listed) {
	t.Helper()
	command := exec.Command("go", append([]string{"list", "-json=ImportPath,Standard,Imports,Module"}, args...)...)
	command.Dir = "../.."
	out, err := command.Output()
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			t.Fatalf("%s: %s", err, failed.Stderr)
		}
		t.Fatal(err)
	}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		err := d.Decode(&p)
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// TestNoNetworkNoProcess: the binary is built of no package that opens
// connections, and only one may start a process: terraform or tofu, for a
// binary plan.
func TestNoNetworkNoProcess(t *testing.T) {
	// net itself is imported for its types of addresses; what dials is looked for by name below.
	allowed := map[string][]string{
		"os/exec":     {"github.com/srmlint/srmlint/internal/terraform", "github.com/hashicorp/terraform-exec/tfexec"},
		"net":         {"github.com/apparentlymart/go-cidr/cidr", "github.com/hashicorp/go-cty-funcs/cidr", "github.com/google/uuid", "github.com/spf13/pflag"},
		"net/http":    nil,
		"net/rpc":     nil,
		"net/smtp":    nil,
		"crypto/tls":  nil,
		"plugin":      nil,
		"log/syslog":  nil,
		"C":           nil,
		"runtime/cgo": nil,
	}
	all := packages(t, "-deps", "./cmd/srmlint")
	if len(all) < 100 {
		t.Fatalf("only %d packages", len(all))
	}
	for _, p := range all {
		if p.Standard {
			continue
		}
		for _, name := range p.Imports {
			users, watched := allowed[name]
			if watched && !slices.Contains(users, p.ImportPath) {
				t.Errorf("%s imports %s", p.ImportPath, name)
			}
		}
	}
}
