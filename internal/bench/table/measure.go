package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"
	"time"

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
	return fmt.Sprintf("| %.1f MB | %d | %.4f s | %.3f s | %.3f s | %.3f s | %d MB | %.1f | %.1f |",
		float64(r.bytes)/1e6, r.instances, r.scan.Seconds(), r.tfjson.Seconds(), r.wall.Seconds(), r.cpu.Seconds(),
		r.kilobytesPeak/1000, r.wall.Seconds()/r.scan.Seconds(), r.tfjson.Seconds()/r.wall.Seconds())
}

// measurer runs one binary on plans that it makes, the best of some runs of each.
type measurer struct {
	binary, file string
	runs         int
	real         [][]byte
}

// ofSize makes a plan of about a size: as many instances of each real plan's
// module as that takes.
func (m *measurer) ofSize(mb int) (row, error) {
	var one countingWriter
	if err := bench.WritePlan(&one, m.real, bench.Shape{Modules: len(m.real), Instances: 1}); err != nil {
		return row{}, err
	}
	instances := max(1, int(int64(mb)*1e6/int64(one)))
	var more countingWriter
	if err := bench.WritePlan(&more, m.real, bench.Shape{Modules: len(m.real), Instances: instances + 1}); err != nil {
		return row{}, err
	}
	// What stands once, such as the configuration, is no part of each further instance.
	instances = max(1, instances+1+int((int64(mb)*1e6-int64(more))*int64(instances)/max(1, int64(more-one))))
	r, err := m.measure(func(w io.Writer) error {
		return bench.WritePlan(w, m.real, bench.Shape{Modules: len(m.real), Instances: instances})
	}, true)
	r.instances = instances * changes(m.real)
	return r, err
}

// changes is how many resource changes all real plans have together.
func changes(real [][]byte) (n int) {
	for _, text := range real {
		n += bytes.Count(text, []byte(`"actions":`))
	}
	return n
}

// measure makes a plan and runs each contender on it, in turn, so that what
// else the machine does falls on all. Without floors only srmlint runs.
func (m *measurer) measure(write func(io.Writer) error, floors bool) (r row, err error) {
	if r.bytes, err = create(m.file, write); err != nil {
		return r, err
	}
	for n := range m.runs {
		var scan, unmarshal time.Duration
		if floors {
			if scan, err = floor("scan", m.file); err != nil {
				return r, err
			}
			if unmarshal, err = floor("unmarshal", m.file); err != nil {
				return r, err
			}
		}
		one, err := process(m.binary, m.file)
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

// create writes a file and tells its size.
func create(name string, write func(io.Writer) error) (int64, error) {
	f, err := os.Create(name)
	if err != nil {
		return 0, err
	}
	err = write(f)
	info, statErr := f.Stat()
	if err = errors.Join(err, statErr, f.Close()); err != nil {
		return 0, err
	}
	return info.Size(), nil
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
