package main

import (
	"os"
	"runtime"

	"golang.org/x/sys/unix"
)

// inLargePages has the next bytes of the heap in pages of 2 MB, where the kernel
// gives such to who asks: it hands out memory in pieces of 4 KB else, and a run
// that evaluates much configuration spent a quarter of its time on that. Nothing
// is taken that is not used: what is allocated here is never written to, and free again.
func inLargePages(bytes int64) {
	if bytes = min(bytes, promised()); bytes <= 0 {
		return
	}
	_ = unix.Madvise(make([]byte, bytes), unix.MADV_HUGEPAGE) // a kernel without them is as slow as before
	runtime.GC()
}

// promised is how many bytes the system lets a program ask for, whether or not
// it comes to use them, with much to spare; 0 where that is counted strictly.
func promised() int64 {
	var space unix.Rlimit
	var system unix.Sysinfo_t
	strict, err := os.ReadFile("/proc/sys/vm/overcommit_memory")
	switch {
	case err != nil || len(strict) == 0 || strict[0] == '2':
	case unix.Getrlimit(unix.RLIMIT_AS, &space) != nil || space.Cur != unix.RLIM_INFINITY:
	case unix.Sysinfo(&system) == nil:
		return int64(uint64(system.Totalram) * uint64(system.Unit) / 4)
	}
	return 0
}
