package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
)

// firstCollection is how large the heap grows before it is collected at all: a
// run on a small plan ends before that, and pays nothing for collecting.
const firstCollection = 64 << 20

// laterPercent is by how much the heap may grow from then on between two
// collections: a large plan is to take little more memory than it needs.
const laterPercent = 50

// collectLate puts the first garbage collection off. From then on the runtime
// decides, as it does from the start where the environment says how.
func collectLate() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	usual := debug.SetGCPercent(-1)
	debug.SetMemoryLimit(firstCollection)
	// Nothing holds this: the first collection finds it and ends the delay.
	runtime.AddCleanup(&struct{ bytes [64]byte }{}, func(int) {
		debug.SetGCPercent(min(usual, laterPercent))
		debug.SetMemoryLimit(math.MaxInt64)
	}, 0)
}
