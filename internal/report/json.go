package report

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/srmlint/srmlint/internal/terminal"
)

// writeJSON writes the report as docs/report.schema.json describes it.
func writeJSON(w io.Writer, r *Report, _ View) error {
	data, err := encodeJSON(r)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// encodeJSON makes JSON that is indented, for reviews and diffs, and safe to
// show on a terminal.
func encodeJSON(value any) ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return terminal.CleanJSON(buffer.Bytes()), nil
}
