package tfplan

import (
	"bytes"
	"io"

	"github.com/hashicorp/hcl/v2"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// open looks at the first bytes: it decodes UTF-16 (what `>` of older
// PowerShells writes), drops a byte order mark and refuses what is no JSON object.
func open(r io.Reader, name string, limits Limits) (*window, hcl.Diagnostics) {
	w, err := fill(r, limits)
	if err != nil {
		return nil, unreadable(name, err)
	}
	switch head := w.buf; {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}), bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
		w, err = fill(transform.NewReader(io.MultiReader(bytes.NewReader(head), r), utf16.NewDecoder()), limits)
		if err != nil {
			return nil, unreadable(name, err)
		}
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		w.buf = head[3:]
	}
	return w, refuse(w.buf, name)
}

// fill begins a window with the first chunk, as far as there is one.
func fill(r io.Reader, limits Limits) (*window, error) {
	buf := make([]byte, chunk)
	n, err := io.ReadFull(r, buf)
	w := &window{r: r, limit: limits.Value, buf: buf[:n]}
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		w.end = io.EOF
		return w, nil
	}
	return w, err
}
