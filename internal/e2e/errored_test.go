//go:build e2e

package e2e

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/srmlint/srmlint/internal/cli"
)

const broken = required + `
resource "digitalocean_droplet" "fine" {
  name   = "fine"
  image  = "ubuntu-24-04-x64"
  size   = "s-1vcpu-1gb"
  region = "nyc3"
}

resource "digitalocean_droplet" "broken" {
  name   = "broken"
  image  = "ubuntu-24-04-x64"
  size   = "s-1vcpu-1gb"
  region = "nyc3"

  lifecycle {
    precondition {
      condition     = digitalocean_droplet.fine.name == "other"
      error_message = "It never holds."
    }
  }
}
`

// TestErroredPlan: a plan that failed half-way is saved all the same and looks
// whole. srmlint says that it is not, and ends with the status for that.
func TestErroredPlan(t *testing.T) {
	e, ctx, dir := first(t), context.Background(), t.TempDir()
	put(t, dir, "main.tf", []byte(broken))
	m, err := e.Open(ctx, dir, "")
	if err != nil {
		t.Fatal(err)
	}
	saved, err := m.Plan(ctx, "tfplan")
	if err == nil {
		t.Fatal("the plan did not fail")
	}
	text, err := m.Show(ctx, saved)
	if err != nil {
		t.Skip("skipped: this engine saves no failed plans")
	}
	plan := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(plan, text, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, complaints bytes.Buffer
	code := cli.Run(ctx, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &complaints, Now: time.Now}, []string{plan, "--source", "none"})
	if code != cli.ExitInput {
		t.Errorf("exit status %d, want %d", code, cli.ExitInput)
	}
	if said := out.String() + complaints.String(); !strings.Contains(said, "fail") && !strings.Contains(said, "error") {
		t.Errorf("nothing is said of the failure:\n%s", said)
	}
}
