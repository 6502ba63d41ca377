// Package cli is the command line: flags, commands, and which stream and exit
// code an outcome gets. It takes its streams, clock and environment from the
// caller, and never ends the process.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/srmlint/srmlint/internal/terminal"
)

// Exit codes. A pipeline tells by them what it has to do.
const (
	ExitClean    = 0 // nothing unaddressed at or above the threshold
	ExitFindings = 1
	ExitUsage    = 2 // usage, bad rules or bad statements
	ExitInput    = 3 // an input could not be read, or is incomplete
)

// Streams is the world around a run. Out and Err are required.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	// Environ is the environment as NAME=VALUE.
	Environ []string
	// Now is the clock; the flag --now goes before it.
	Now func() time.Time
	// OutColumns and ErrColumns are the widths of the terminals that Out and
	// Err go to; 0 where they are no terminals.
	OutColumns, ErrColumns int
}

// Getenv returns the value of an environment variable, or "".
func (s *Streams) Getenv(name string) string {
	for i := len(s.Environ) - 1; i >= 0; i-- {
		if len(s.Environ[i]) > len(name) && s.Environ[i][:len(name)] == name && s.Environ[i][len(name)] == '=' {
			return s.Environ[i][len(name)+1:]
		}
	}
	return ""
}

// exit is an error that only carries a code: what there is to say has been said.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// usageError is a mistake on the command line.
type usageError struct{ message string }

func (e usageError) Error() string { return e.message }

func usagef(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// Run runs one command and returns its exit code.
func Run(ctx context.Context, s Streams, args []string) int {
	root := newRoot(&s)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var code exit
	switch {
	case err == nil:
		return ExitClean
	case errors.As(err, &code):
		return int(code)
	}
	fmt.Fprintf(s.Err, "srmlint: %s\n", terminal.Clean(err.Error()))
	return ExitUsage
}
