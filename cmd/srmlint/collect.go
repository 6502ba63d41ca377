package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
)

// firstCollection is how large the heap grows before it is collected at all: a
// run on a small plan ends before that, and pays nothing for collecting.
const firstCollection = 48 << 20

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
		debug.SetGCPercent(usual)
		debug.SetMemoryLimit(math.MaxInt64)
	}, 0)
}
