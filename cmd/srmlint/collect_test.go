package main

import (
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

// The delay ends with the first collection, else a large heap would be
// collected too late without end.
func TestCollectingIsDelayedOnce(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	before := percent()
	defer debug.SetGCPercent(before)
	ofPlan.late()
	if got, want := percent(), int(ofPlan.first/smallestHeap)*100; got != want {
		t.Fatalf("GC percent is %d, want %d", got, want)
	}
	for range 1000 {
		runtime.GC()
		if percent() == ofPlan.later {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("GC percent is still %d", percent())
}

func TestCollectingIsTheUsersToSet(t *testing.T) {
	t.Setenv("GOGC", "50")
	before := percent()
	ofPlan.late()
	if got := percent(); got != before {
		t.Errorf("GOGC is set, and yet the percent changed to %d", got)
	}
}

// percent is how far the heap may grow between two collections.
func percent() int {
	sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(sample)
	return int(sample[0].Value.Uint64())
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
		{nil, ofConfiguration},
		{[]string{"--format", "json"}, ofConfiguration},
		{[]string{"--format", "json", "-"}, ofPlan},
		{[]string{"--format", "json", plan}, ofPlan},
		{[]string{"version"}, ofPlan},
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
