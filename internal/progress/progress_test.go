package progress

import (
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// screen is what was written to a terminal.
type screen struct {
	mu   sync.Mutex
	text strings.Builder
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (s *screen) last() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	lines := strings.Split(s.text.String(), erase)
	return lines[len(lines)-1]
}

func TestShortWorkShowsNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var s screen
		m := Start(&s, 80, "Reading")
		time.Sleep(patience - 1)
		m.Done()
		if s.text.Len() > 0 {
			t.Errorf("%q", s.text.String())
		}
	})
}

func TestLongWorkShowsHowFarItIs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var s screen
		m := Start(&s, 80, "Reading")
		r := m.Reader("plan.json", 4_000_000, strings.NewReader(strings.Repeat("x", 4_000_000)))
		if _, err := io.CopyN(io.Discard, r, 1_000_000); err != nil {
			t.Fatal(err)
		}
		time.Sleep(patience + interval/2)
		if got := s.last(); got != "Reading plan.json: 25 % of 4.0 MB" {
			t.Errorf("got %q", got)
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			t.Fatal(err)
		}
		time.Sleep(interval)
		if got := s.last(); got != "Reading plan.json: 100 % of 4.0 MB" {
			t.Errorf("got %q", got)
		}
		m.Done()
		if !strings.HasSuffix(s.text.String(), erase) {
			t.Error("the line stays")
		}
	})
}

// Off a terminal there is no line, and readers are the ones that were given.
func TestNoTerminal(t *testing.T) {
	var s screen
	m := Start(&s, 0, "Reading")
	r := strings.NewReader("x")
	if m != nil || m.Reader("plan.json", 1, r) != io.Reader(r) {
		t.Error("a meter off the terminal")
	}
	m.Done()
}

func TestLine(t *testing.T) {
	tests := []struct {
		name    string
		columns int
		read    int64
		size    int64
		want    string
	}{
		{"plan.json", 80, 0, 10, "Reading plan.json …"},
		{"-", 80, 2_500_000, 0, "Reading -: 2.5 MB"},
		{"a\x1b[2J\nb", 80, 5000, 10_000, `Reading a\x1b[2J\x0ab: 50 % of 10 kB`},
		{strings.Repeat("long", 50), 30, 5000, 10_000, "Reading longlo: 50 % of 10 kB"},
		{"grew", 80, 20_000, 10_000, "Reading grew: 100 % of 10 kB"},
		{"x", 5, 5000, 10_000, "...."},
	}
	for _, test := range tests {
		m := &Meter{columns: test.columns}
		m.Reader(test.name, test.size, nil)
		m.task.Load().read.Store(test.read)
		if got := m.line(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
