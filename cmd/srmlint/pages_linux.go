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
//
// It is allocated in pieces. One that begins in memory which was used before would
// be cleared as a whole, and so be taken; those behind it are not.
func inLargePages(bytes int64) {
	var pieces [][]byte
	for bytes = min(bytes, promised()); bytes >= piece; bytes -= piece {
		pieces = append(pieces, make([]byte, piece))
		_ = unix.Madvise(pieces[len(pieces)-1], unix.MADV_HUGEPAGE) // a kernel without them is as slow as before
	}
	runtime.KeepAlive(pieces)
	runtime.GC()
}

// piece is a size in bytes: little enough to be taken in vain, and no more than
// some dozens of them to ask for.
const piece = 16 << 20

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
