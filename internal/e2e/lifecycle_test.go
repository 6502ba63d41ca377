//go:build e2e

package e2e

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	tfjson "github.com/hashicorp/terraform-json"
)

// change is what a plan does to an object, apart from values that an API makes up.
type change struct {
	Actions      tfjson.Actions
	ReplacePaths []any
	AfterUnknown any
}

func changes(t *testing.T, plan []byte, except ...string) map[string]change {
	t.Helper()
	var p tfjson.Plan
	if err := json.Unmarshal(plan, &p); err != nil {
		t.Fatal(err)
	}
	out := map[string]change{}
	for _, r := range p.ResourceChanges {
		out[r.Address] = change{r.Change.Actions, r.Change.ReplacePaths, r.Change.AfterUnknown}
	}
	for _, address := range except {
		delete(out, address)
	}
	return out
}

// TestUpdateAsTheRealProvider follows one configuration through its life: an
// apply, a plan that creates, updates, replaces, moves, forgets, imports and
// destroys, and a plan that destroys the rest.
func TestUpdateAsTheRealProvider(t *testing.T) {
	e, ctx := first(t), context.Background()
	before := configuration{"before", filepath.Join(root(t), "testdata/plans/13-lifecycle-before")}
	after := configuration{"after", filepath.Join(root(t), "testdata/plans/13-lifecycle")}

	m := open(t, e, before)
	if err := m.Apply(ctx); err != nil {
		t.Fatal(err)
	}
	applied, err := m.JSON(ctx)
	if err != nil {
		t.Fatal(err)
	}
	same(t, filepath.Join(before.dir, "plan.after-apply.json"), applied)
	destroyed, err := m.JSON(ctx, "-destroy")
	if err != nil {
		t.Fatal(err)
	}
	same(t, filepath.Join(before.dir, "plan.destroy.json"), destroyed, "digitalocean_droplet.vanished")

	updated := open(t, e, after)
	if err := os.Rename(filepath.Join(m.Dir, "terraform.tfstate"), filepath.Join(updated.Dir, "terraform.tfstate")); err != nil {
		t.Fatal(err)
	}
	got, err := updated.JSON(ctx)
	if err != nil {
		t.Fatal(err)
	}
	// These two were changed and deleted behind the real provider's back, and the firewall
	// was imported with what the API knew of it.
	same(t, filepath.Join(after.dir, "plan.json"), got,
		"digitalocean_droplet.drifty", "digitalocean_droplet.vanished", "digitalocean_firewall.imported")
}

func same(t *testing.T, real string, got []byte, except ...string) {
	t.Helper()
	want, err := os.ReadFile(real)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(changes(t, want, except...), changes(t, got, except...)); diff != "" {
		t.Errorf("%s (-real +ours):\n%s", filepath.Base(real), diff)
	}
}
