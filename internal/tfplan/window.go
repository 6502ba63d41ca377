package tfplan

import (
	"bytes"
	"fmt"
	"io"

	"github.com/hashicorp/hcl/v2"
)

const chunk = 256 << 10

// window is the part of the input that is held: it moves on over the bytes, and
// grows only where one value is larger.
type window struct {
	r     io.Reader
	limit int
	buf   []byte
	at    int   // what stands before it in buf is done with
	base  int64 // offset of buf in the input
	lines int   // newlines before buf
	start int64 // offset of the first byte of the line that buf begins in
	end   error // what the reader said last
}

// errTooLarge is returned where a single value would exceed Limits.Value.
type errTooLarge struct{ limit int }

func (e errTooLarge) Error() string {
	return fmt.Sprintf("a single value is larger than the limit of %d bytes", e.limit)
}

// rest is what is held and not yet done with. It is valid until more is called.
func (w *window) rest() []byte { return w.buf[w.at:] }

// more makes rest longer. At the end of the input it returns io.ErrUnexpectedEOF.
func (w *window) more() error {
	if w.end != nil {
		return w.ended()
	}
	if err := w.makeRoom(); err != nil {
		return err
	}
	for {
		n, err := w.r.Read(w.buf[len(w.buf):cap(w.buf)])
		w.buf, w.end = w.buf[:len(w.buf)+n], err
		if n > 0 {
			return nil
		}
		if err != nil {
			return w.ended()
		}
	}
}

func (w *window) ended() error {
	if w.end == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return w.end
}

// makeRoom moves the rest to the beginning, of a larger buffer if it fills half of this one.
func (w *window) makeRoom() error {
	rest := w.rest()
	if len(rest) >= w.limit {
		return errTooLarge{w.limit}
	}
	w.leave(w.buf[:w.at])
	to := w.buf[:0]
	if 2*len(rest) > cap(w.buf) || cap(w.buf) == 0 {
		to = make([]byte, 0, max(chunk, 2*cap(w.buf)))
	}
	w.buf, w.at = append(to, rest...), 0
	return nil
}

// leave counts what is done with, for the positions of what follows.
func (w *window) leave(text []byte) {
	if n := bytes.Count(text, []byte{'\n'}); n > 0 {
		w.lines += n
		w.start = w.base + int64(bytes.LastIndexByte(text, '\n')) + 1
	}
	w.base += int64(len(text))
}

// position is that of an index in rest.
func (w *window) position(i int) hcl.Pos {
	before := *w
	before.leave(w.buf[:w.at+i])
	return hcl.Pos{Line: before.lines + 1, Column: int(before.base-before.start) + 1, Byte: int(before.base)}
}
