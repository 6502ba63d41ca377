package report

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	jsonv1 "github.com/go-json-experiment/json/v1"

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
	if err := writeGroups(out, r.Resources); err != nil {
		return err
	}
	if len(r.Resources) > 0 {
		out.WriteString("\n  ")
	}
	out.Write(after)
	return out.Flush()
}

// together is how many groups are made into text before they are written.
const together = 64

// writeGroups makes some groups into text on all processors, and writes them in order.
func writeGroups(out *bufio.Writer, groups []Group) error {
	texts, entries := make([]groupText, min(together, len(groups))), &entryTexts{}
	for start := 0; start < len(groups); start += together {
		some := groups[start:min(start+together, len(groups))]
		encodeGroups(texts, some, entries)
		for n := range some {
			if start+n > 0 {
				out.WriteByte(',') //nolint:errcheck // Flush tells
			}
			out.WriteString("\n    ")
			if err := errors.Join(texts[n].err, texts[n].write(out, some[n].Instances)); err != nil {
				return err
			}
		}
	}
	return nil
}

func encodeGroups(into []groupText, groups []Group, entries *entryTexts) {
	var next atomic.Int64
	var work sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(groups)) {
		work.Go(func() {
			for n := int(next.Add(1)) - 1; n < len(groups); n = int(next.Add(1)) - 1 {
				into[n].encode(&groups[n], entries)
			}
		})
	}
	work.Wait()
}

// encodeJSON makes JSON that is indented, for reviews and diffs, and safe to
// show on a terminal.
func encodeJSON(value any) ([]byte, error) {
	text, err := encodeLine(value)
	return append(text, '\n'), err
}

func encodeLine(value any) ([]byte, error) {
	text, err := json.Marshal(value, indented(""))
	return terminal.CleanJSON(text), err
}

// indented makes every line but the first begin with the prefix. Tags mean what
// they do to the standard library.
func indented(prefix string) json.Options {
	return json.JoinOptions(jsonv1.DefaultOptionsV1(), jsontext.EscapeForHTML(false),
		jsontext.WithIndentPrefix(prefix), jsontext.WithIndent("  "))
}
