package cli

import (
	"os"
	"time"

	"golang.org/x/term"
)

// System is the process's own streams, environment and clock.
func System() Streams {
	return Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Environ: os.Environ(), Now: time.Now,
		OutColumns: columns(os.Stdout), ErrColumns: columns(os.Stderr),
	}
}

func columns(f *os.File) int {
	if !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width == 0 {
		return 80
	}
	return width
}
