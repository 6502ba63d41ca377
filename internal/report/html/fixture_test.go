package html

import (
	"os"
	"os/exec"
	"testing"
)

// TestFixture writes the report that the tests and pictures show, with -update:
// of the root module beside it, as srmlint itself judges it.
func TestFixture(t *testing.T) {
	if !*update {
		t.Skip("the report of testdata/shop is only written with -update")
	}
	cmd := exec.Command("go", "run", "../../../../cmd/srmlint", "shop",
		"--format", "json=shop.json", "--now", "2026-11-23T00:00:00Z")
	cmd.Dir = "testdata"
	out, _ := cmd.CombinedOutput() // there are findings, so it fails
	if _, err := os.Stat("testdata/shop.json"); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
