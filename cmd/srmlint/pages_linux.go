package main

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// inLargePages has the next bytes of the heap in pages of 2 MB, where the kernel
// gives such to who asks: it hands out memory in pieces of 4 KB else, and a run
// that evaluates much configuration spent a quarter of its time on that. Nothing
// is taken that is not used: what is allocated here is never written to, and free again.
func inLargePages(bytes int64) {
	var space unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_AS, &space); err != nil || space.Cur != unix.RLIM_INFINITY {
		return // there may not be that many addresses to have
	}
	_ = unix.Madvise(make([]byte, bytes), unix.MADV_HUGEPAGE) // a kernel without them is as slow as before
	runtime.GC()
}
