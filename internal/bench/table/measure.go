package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	tfjson "github.com/hashicorp/terraform-json"

	"github.com/srmlint/srmlint/internal/bench"
)

// row is what one size took.
type row struct {
	bytes         int64
	instances     int
	scan, tfjson  time.Duration
	wall, cpu     time.Duration
	kilobytesPeak int64
}

func (r row) String() string {
	return fmt.Sprintf("| %.1f MB | %d | %.3f s | %.2f s | %.2f s | %.2f s | %d MB | %.1f | %.1f |",
		float64(r.bytes)/1e6, r.instances, r.scan.Seconds(), r.tfjson.Seconds(), r.wall.Seconds(), r.cpu.Seconds(),
		r.kilobytesPeak/1000, r.wall.Seconds()/r.scan.Seconds(), r.tfjson.Seconds()/r.wall.Seconds())
}

// measure makes a plan of about a size and takes the best of some runs of each
// contender, in turn, so that what else the machine does falls on all.
func measure(binary, file string, real [][]byte, mb, runs int) (r row, err error) {
	if r.bytes, r.instances, err = write(file, real, mb); err != nil {
		return r, err
	}
	for n := range runs {
		scan, err := timed(func() error { return scanTokens(file) })
		if err != nil {
			return r, err
		}
		unmarshal, err := timed(func() error { return unmarshalPlan(file) })
		if err != nil {
			return r, err
		}
		one, err := process(binary, file)
		if err != nil {
			return r, err
		}
		if n == 0 || scan < r.scan {
			r.scan = scan
		}
		if n == 0 || unmarshal < r.tfjson {
			r.tfjson = unmarshal
		}
		if n == 0 || one.wall < r.wall {
			r.wall, r.cpu, r.kilobytesPeak = one.wall, one.cpu, one.kilobytesPeak
		}
	}
	return r, nil
}

// write makes the plan: as many instances of each real plan's module as the size takes.
func write(file string, real [][]byte, mb int) (size int64, instances int, err error) {
	var counter countingWriter
	if err := bench.WritePlan(&counter, real, bench.Shape{Modules: len(real), Instances: 1}); err != nil {
		return 0, 0, err
	}
	instances = max(1, int(int64(mb)*1e6/int64(counter)))
	f, err := os.Create(file)
	if err != nil {
		return 0, 0, err
	}
	if err := bench.WritePlan(f, real, bench.Shape{Modules: len(real), Instances: instances}); err != nil {
		return 0, 0, errors.Join(err, f.Close())
	}
	info, err := f.Stat()
	if err != nil {
		return 0, 0, errors.Join(err, f.Close())
	}
	return info.Size(), instances, f.Close()
}

type countingWriter int64

func (c *countingWriter) Write(p []byte) (int, error) {
	*c += countingWriter(len(p))
	return len(p), nil
}

func timed(f func() error) (time.Duration, error) {
	start := time.Now()
	err := f()
	return time.Since(start), err
}

// scanTokens is floor a: every token of the file, and nothing done with it.
func scanTokens(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	for d := jsontext.NewDecoder(f); ; {
		if _, err := d.ReadToken(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// unmarshalPlan is floor b: what most tools begin with.
func unmarshalPlan(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var p tfjson.Plan
	return p.UnmarshalJSON(text)
}

// process runs srmlint on the file. Exit status 1 says that it found something.
func process(binary, file string) (r row, err error) {
	c := exec.Command(binary, "--source", "none", "--format", "json", file)
	c.Stdout, c.Stderr = io.Discard, io.Discard
	r.wall, err = timed(c.Run)
	var status *exec.ExitError
	if errors.As(err, &status) && status.ExitCode() == 1 {
		err = nil
	}
	if err != nil {
		return r, fmt.Errorf("%s %s: %w", binary, file, err)
	}
	r.cpu = c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.kilobytesPeak = int64(usage.Maxrss)
	}
	return r, nil
}
