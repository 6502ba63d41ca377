package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/srmlint/srmlint/internal/bench"
)

// row is what one size took.
type row struct {
	bytes        int64
	instances    int
	scan, tfjson time.Duration
	usage
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

// measure makes a plan and runs each contender on it. Without floors only srmlint runs.
func (m *measurer) measure(write func(io.Writer) error, floors bool) (r row, err error) {
	if r.bytes, err = create(m.file, write); err != nil {
		return r, err
	}
	contenders := []contender{process(m.binary, m.file)}
	if floors {
		contenders = append(contenders, floor("scan", m.file), floor("unmarshal", m.file))
	}
	best, err := race(m.runs, contenders)
	if err != nil {
		return r, err
	}
	r.usage = best[0]
	if floors {
		r.scan, r.tfjson = best[1].wall, best[2].wall
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
