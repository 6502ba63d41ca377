// Package progress shows on a terminal what work goes on and how far it is, in
// one line that is gone when the work is done. Work that takes less than a
// second shows nothing.
//
// It writes for people only: who calls it gives it a terminal or nothing.
package progress

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/srmlint/srmlint/internal/terminal"
)

const (
	patience = time.Second
	interval = 100 * time.Millisecond

	// erase goes to the start of the line and clears it.
	erase = "\r\x1b[K"
)

// Meter is one piece of work. A nil Meter shows nothing.
type Meter struct {
	out     io.Writer
	columns int
	task    atomic.Pointer[task]
	stop    chan struct{}
	stopped sync.WaitGroup
}

// task is what the line tells.
type task struct {
	text string
	size int64 // bytes; 0 if unknown
	read atomic.Int64
}

// Start begins work. columns is the width of the terminal that out goes to; it
// returns nil if that is 0. Done must be called at the end.
func Start(out io.Writer, columns int, text string) *Meter {
	if columns <= 0 {
		return nil
	}
	m := &Meter{out: out, columns: columns, stop: make(chan struct{})}
	m.task.Store(&task{text: text})
	m.stopped.Go(m.run)
	return m
}

// Reader counts what is read of something that has a size in bytes, 0 if that
// is not known, and shows it as the work that goes on.
func (m *Meter) Reader(name string, size int64, r io.Reader) io.Reader {
	if m == nil {
		return r
	}
	t := &task{text: "Reading " + name, size: size}
	m.task.Store(t)
	return &counter{r, t}
}

// Done ends the work and takes the line away.
func (m *Meter) Done() {
	if m == nil {
		return
	}
	close(m.stop)
	m.stopped.Wait()
}

func (m *Meter) run() {
	wait := time.NewTimer(patience)
	defer wait.Stop()
	shown := false
	for {
		select {
		case <-m.stop:
			if shown {
				// Where the terminal is gone there is nobody to tell.
				_, _ = io.WriteString(m.out, erase)
			}
			return
		case <-wait.C:
			shown = true
			_, _ = io.WriteString(m.out, erase+m.line())
			wait.Reset(interval)
		}
	}
}

// line fits the terminal: one that wraps could not be erased.
func (m *Meter) line() string {
	t := m.task.Load()
	text, state := terminal.Clean(t.text), t.state()
	for text != "" && terminal.Columns(text+state) >= m.columns {
		runes := []rune(text)
		text = string(runes[:len(runes)-1])
	}
	if terminal.Columns(text+state) >= m.columns {
		return strings.Repeat(".", max(0, m.columns-1))
	}
	return text + state
}

func (t *task) state() string {
	read := t.read.Load()
	switch {
	case read == 0:
		return " …"
	case t.size > 0:
		return fmt.Sprintf(": %d %% of %s", min(100, read*100/t.size), bytes(t.size))
	}
	return ": " + bytes(read)
}

// bytes is a size as people say it.
func bytes(n int64) string {
	if n < 1_000_000 {
		return fmt.Sprintf("%d kB", n/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}

type counter struct {
	io.Reader
	task *task
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.task.read.Add(int64(n))
	return n, err
}
