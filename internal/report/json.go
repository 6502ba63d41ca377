package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"github.com/srmlint/srmlint/internal/terminal"
)

// writeJSON writes the report as docs/report.schema.json describes it. Groups
// are written one by one, for there may be many.
func writeJSON(w io.Writer, r *Report, _ View) error {
	shell := *r
	shell.Resources = []Group{}
	whole, err := encodeJSON(&shell)
	if err != nil {
		return err
	}
	const list = "\n  \"resources\": ["
	before, after, _ := bytes.Cut(whole, []byte(list))
	out := bufio.NewWriterSize(w, 64<<10)
	out.Write(before) //nolint:errcheck // Flush tells
	out.WriteString(list)
	for i := range r.Resources {
		group, err := encodeWithin(&r.Resources[i], "    ")
		if err != nil {
			return err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ")
		out.Write(bytes.TrimSuffix(group, []byte("\n")))
	}
	if len(r.Resources) > 0 {
		out.WriteString("\n  ")
	}
	out.Write(after)
	return out.Flush()
}

// encodeJSON makes JSON that is indented, for reviews and diffs, and safe to
// show on a terminal.
func encodeJSON(value any) ([]byte, error) { return encodeWithin(value, "") }

// encodeWithin begins every line but the first with the prefix.
func encodeWithin(value any, prefix string) ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent(prefix, "  ")
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return terminal.CleanJSON(buffer.Bytes()), nil
}
