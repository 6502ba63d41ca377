package main

import (
	"math"
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
	collectLate()
	if limit := debug.SetMemoryLimit(-1); limit != firstCollection {
		t.Fatalf("the limit is %d", limit)
	}
	for range 1000 {
		runtime.GC()
		if debug.SetMemoryLimit(-1) == math.MaxInt64 {
			if percent := debug.SetGCPercent(100); percent != laterPercent {
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
	collectLate()
	if debug.SetMemoryLimit(-1) != before {
		t.Error("GOGC is set, and yet the limit changed")
	}
}
