package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

// collecting is how much memory a run may take for the sake of speed.
type collecting struct {
	// first is how large the heap grows, in bytes, before it is collected at all:
	// a run on a small plan ends before that, and pays nothing for collecting.
	first int64
	// large is how much of the heap is to be in large pages, in bytes: more than
	// first, for it grows beyond that while it is collected.
	large int64
	// later is by how many percent it may grow from then on between two collections.
	later int
}

// A large plan is to take little more memory than it needs: there is no end to
// how large they are. Configuration was written by people, and evaluating it
// leaves much more behind than what it comes to.
var (
	ofPlan          = collecting{first: 96 << 20, large: 112 << 20, later: 50}
	ofConfiguration = collecting{first: 256 << 20, large: 1 << 30, later: 500}
)

// collectingFor tells what the command line names: configuration is a directory,
// and the working directory is looked at where nothing is named.
func collectingFor(args []string) collecting {
	found := ofPlan
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		found = ofConfiguration
	}
	for _, arg := range args {
		switch info, err := os.Stat(arg); {
		case arg == "-":
			return ofPlan
		case err != nil:
		case info.IsDir():
			found = ofConfiguration
		default:
			return ofPlan
		}
	}
	return found
}

// late puts the first garbage collection off. From then on the runtime
// decides, as it does from the start where the environment says how.
func (c collecting) late() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	inLargePages(c.large)
	debug.SetGCPercent(int(c.first * 100 / smallestHeap))
	// Nothing holds this: the first collection finds it and ends the delay.
	runtime.AddCleanup(&struct{ bytes [64]byte }{}, func(int) { debug.SetGCPercent(c.later) }, 0)
}

// smallestHeap is how large, in bytes, the runtime lets a heap grow in any case at 100 percent.
const smallestHeap = 4 << 20
