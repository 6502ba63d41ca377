package main

import (
	"errors"
	"fmt"
	"os/exec"
	"syscall"
	"time"
)

// usage is what a run took.
type usage struct {
	wall, cpu     time.Duration
	kilobytesPeak int64
}

// contender runs once.
type contender func() (usage, error)

// race takes the best of some runs of each contender, in turn, so that what
// else the machine does falls on all.
func race(runs int, contenders []contender) ([]usage, error) {
	best := make([]usage, len(contenders))
	for n := range runs {
		for i, run := range contenders {
			one, err := run()
			if err != nil {
				return nil, err
			}
			if n == 0 || one.wall < best[i].wall {
				best[i] = one
			}
		}
	}
	return best, nil
}

func timed(f func() error) (time.Duration, error) {
	start := time.Now()
	err := f()
	return time.Since(start), err
}

// process runs srmlint on a plan or directory, and its report goes nowhere. Exit status 1 says that it found something.
func process(binary, path string) contender {
	return func() (u usage, err error) {
		c := exec.Command(binary, "--source", "none", "--format", "json", path)
		u.wall, err = timed(c.Run)
		var status *exec.ExitError
		if errors.As(err, &status) && status.ExitCode() == 1 {
			err = nil
		}
		if err != nil {
			return u, fmt.Errorf("%s %s: %w", binary, path, err)
		}
		u.cpu = c.ProcessState.UserTime() + c.ProcessState.SystemTime()
		if used, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
			u.kilobytesPeak = int64(used.Maxrss)
		}
		return u, nil
	}
}
