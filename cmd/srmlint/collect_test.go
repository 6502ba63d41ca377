package main

import (
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// The delay ends with the first collection, else a large heap would be
// collected without end.
func TestCollectingIsDelayedOnce(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	ofPlan.late()
	if limit := debug.SetMemoryLimit(-1); limit != ofPlan.first {
		t.Fatalf("the limit is %d", limit)
	}
	for range 1000 {
		runtime.GC()
		if debug.SetMemoryLimit(-1) == math.MaxInt64 {
			if percent := debug.SetGCPercent(100); percent != ofPlan.later {
				t.Fatalf("GC percent is %d", percent)
			}
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Error("the limit of the start is still in force")
}

func TestCollectingIsTheUsersToSet(t *testing.T) {
	t.Setenv("GOGC", "50")
	before := debug.SetMemoryLimit(-1)
	ofPlan.late()
	if debug.SetMemoryLimit(-1) != before {
		t.Error("GOGC is set, and yet the limit changed")
	}
}

func TestCollectingByInput(t *testing.T) {
	dir := t.TempDir()
	plan := filepath.Join(dir, "plan.json")
	if err := os.WriteFile(plan, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		args []string
		want collecting
	}{
		{nil, ofPlan},
		{[]string{"-"}, ofPlan},
		{[]string{plan}, ofPlan},
		{[]string{plan, "--source", dir}, ofPlan},
		{[]string{dir, "--format", "json"}, ofConfiguration},
	} {
		if got := collectingFor(test.args); got != test.want {
			t.Errorf("%q: got %+v", test.args, got)
		}
	}
}
