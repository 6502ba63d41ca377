package report

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/srmlint/srmlint/internal/terminal"
)

// writeJSON writes the report as docs/report.schema.json describes it. It is
// indented, for reviews and diffs, and safe to show on a terminal.
func writeJSON(w io.Writer, r *Report, _ View) error {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(r); err != nil {
		return err
	}
	_, err := w.Write(terminal.CleanJSON(buffer.Bytes()))
	return err
}
