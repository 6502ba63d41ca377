package main

import (
	"os"
	"os/exec"
	"runtime/metrics"
	"strings"
	"testing"
)

// Large pages are asked for, and not taken: the memory is there for what comes.
// That is so at the start of a process, of which a test is none.
func TestLargePagesAreFree(t *testing.T) {
	const fresh = "SRMLINT_TEST_FRESH"
	switch {
	case promised() < 64<<20:
		t.Skip("the system counts what programs ask for")
	case os.Getenv(fresh) == "":
		c := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$")
		c.Env = append(os.Environ(), fresh+"=1")
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	before, _ := os.ReadFile("/proc/self/smaps_rollup")
	inLargePages(64 << 20)
	sample := []metrics.Sample{{Name: "/memory/classes/heap/free:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(sample)
	if free := sample[0].Value.Uint64() + sample[1].Value.Uint64(); free < 60<<20 {
		t.Errorf("%d bytes of the heap are free", free)
	}
	after, _ := os.ReadFile("/proc/self/smaps_rollup")
	if a, b := resident(string(before)), resident(string(after)); b > a+(piece+4<<20)>>10 {
		t.Errorf("%d kB resident, and %d before", b, a)
	}
}

// resident is in kB.
func resident(rollup string) (kilobytes int) {
	for line := range strings.Lines(rollup) {
		if rest, ok := strings.CutPrefix(line, "Rss:"); ok {
			for _, c := range strings.TrimSpace(rest) {
				if c < '0' || c > '9' {
					break
				}
				kilobytes = kilobytes*10 + int(c-'0')
			}
		}
	}
	return kilobytes
}
