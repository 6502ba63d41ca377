package main

import (
	"flag"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script")

// TestMain lets the scripts run srmlint as a process of its own: this binary
// is srmlint when a script calls it by that name.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"srmlint": main})
}

// TestScripts runs testdata/script/*.txtar: what a user types, and what srmlint
// answers. The clock is set through --now in scripts where it matters.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join(root, "testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exit": exitStatus,
		},
		Setup: func(e *testscript.Env) error {
			e.Setenv("ROOT", root)
			program, err := exec.LookPath("srmlint") // testscript has put it on PATH
			if err != nil {
				return err
			}
			e.Setenv("SRMLINT", program)
			e.Setenv("PLANS", filepath.Join(root, "testdata", "plans"))
			return nil
		},
	})
}

// exitStatus runs a command that must end with a status: exit 3 srmlint plan.json.
func exitStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit STATUS COMMAND [ARGUMENT]...")
	}
	err := ts.Exec(args[1], args[2:]...)
	if got := statusOf(err); got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}
