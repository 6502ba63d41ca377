package tfplan

import (
	"bytes"
	"fmt"
	"io"

	"github.com/hashicorp/hcl/v2"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

const chunk = 256 << 10

// source hands bytes on to the JSON decoder in large chunks, and remembers
// enough of them to say where an error stands.
type source struct {
	r     io.Reader
	limit int
	now   window // the chunk that is being handed out
	last  window // the one before: an error may stand in it
	read  int    // bytes of now that have been handed out
	end   error
}

// window is a chunk with the position of its first byte.
type window struct {
	data   []byte
	offset int64
	lines  int   // newlines before it
	start  int64 // offset of the first byte of the line that it begins in
}

// errTooLarge is returned where a single value would exceed Limits.Value.
type errTooLarge struct{ limit int }

func (e errTooLarge) Error() string {
	return fmt.Sprintf("a single value is larger than the limit of %d bytes", e.limit)
}

// open looks at the first bytes: it decodes UTF-16 (what `>` of older
// PowerShells writes), drops a byte order mark and refuses what is no JSON object.
func open(r io.Reader, name string, limits Limits) (*source, hcl.Diagnostics) {
	s := &source{r: r, limit: limits.Value}
	head := make([]byte, chunk)
	n, err := io.ReadFull(r, head)
	head = head[:n]
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, unreadable(name, err)
	}
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}), bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
		s.r = transform.NewReader(io.MultiReader(bytes.NewReader(head), r), utf16.NewDecoder())
		head = make([]byte, chunk)
		n, err = io.ReadFull(s.r, head)
		head = head[:n]
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		head = head[3:]
	}
	if diags := refuse(head, name); diags.HasErrors() {
		return nil, diags
	}
	s.now.data = head
	if err != nil && err != io.ErrUnexpectedEOF {
		s.end = err
	}
	return s, nil
}

// Read implements io.Reader.
func (s *source) Read(p []byte) (int, error) {
	// The decoder asks for as much as its buffer has room; the buffer grows
	// only to hold one token or value whole.
	if len(p) > s.limit {
		return 0, errTooLarge{s.limit}
	}
	if s.read == len(s.now.data) {
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
	n := copy(p, s.now.data[s.read:])
	s.read += n
	return n, nil
}

func (s *source) fill() error {
	if s.end != nil {
		return s.end
	}
	next := s.now.next()
	buf := s.last.data[:cap(s.last.data)]
	if len(buf) < chunk {
		buf = make([]byte, chunk)
	}
	s.last, s.now, s.read = s.now, next, 0
	n, err := s.r.Read(buf)
	for n == 0 && err == nil {
		n, err = s.r.Read(buf)
	}
	s.now.data, s.end = buf[:n], err
	if n == 0 {
		return err
	}
	return nil
}

// next is the empty window after this one.
func (w *window) next() window {
	n := window{offset: w.offset + int64(len(w.data)), lines: w.lines, start: w.start}
	if count := bytes.Count(w.data, []byte{'\n'}); count > 0 {
		n.lines += count
		n.start = w.offset + int64(bytes.LastIndexByte(w.data, '\n')) + 1
	}
	return n
}

// position finds the line and column of an offset, for one of the last two
// chunks; an older offset has no line.
func (s *source) position(offset int64) hcl.Pos {
	pos := hcl.Pos{Byte: int(offset)}
	for _, w := range []*window{&s.now, &s.last} {
		if offset < w.offset || offset > w.offset+int64(len(w.data)) {
			continue
		}
		before := window{data: w.data[:offset-w.offset], offset: w.offset, lines: w.lines, start: w.start}
		at := before.next()
		pos.Line, pos.Column = at.lines+1, int(offset-at.start)+1
		break
	}
	return pos
}
