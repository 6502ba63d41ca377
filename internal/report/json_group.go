package report

import (
	"bufio"
	"bytes"
	"errors"
	"strings"

	"github.com/go-json-experiment/json"

	"github.com/srmlint/srmlint/internal/terminal"
)

// groupText is a group without its instances, of which there may be very many.
type groupText struct {
	shell  bytes.Buffer // kept for the next group, as is the text after
	before []byte
	after  []byte
	err    error
}

func (t *groupText) encode(g *Group, entries *entryTexts) {
	shell := *g
	shell.Instances, shell.Obligations = []string{}, []Entry{}
	t.shell.Reset()
	if t.err = json.MarshalWrite(&t.shell, &shell, indented("    ")); t.err != nil {
		return
	}
	const instances, obligations = "\n      \"instances\": [", "\n      \"obligations\": ["
	text := terminal.CleanJSON(t.shell.Bytes())
	first := bytes.Index(text, []byte(instances)) + len(instances)
	second := bytes.Index(text, []byte(obligations)) + len(obligations)
	t.before, t.after = text[:first], append(t.after[:0], text[first:second]...)
	for n := range g.Obligations {
		if n > 0 {
			t.after = append(t.after, ',')
		}
		var err error
		t.after, err = entries.append(append(t.after, "\n        "...), &g.Obligations[n])
		t.err = errors.Join(t.err, err)
	}
	if len(g.Obligations) > 0 {
		t.after = append(t.after, "\n      "...)
	}
	t.after = append(t.after, text[second:]...)
}

// write puts the instances in, one by one.
func (t *groupText) write(out *bufio.Writer, instances []string) error {
	out.Write(t.before) //nolint:errcheck // the last write tells
	for n, address := range instances {
		if n > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n        ")
		out.Write(appendQuoted(out.AvailableBuffer(), address))
	}
	if len(instances) > 0 {
		out.WriteString("\n      ")
	}
	_, err := out.Write(t.after)
	return err
}

// appendQuoted adds a text as JSON, safe to show on a terminal.
func appendQuoted(b []byte, text string) []byte {
	if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) {
		encoded, _ := encodeLine(text) // there is no text that cannot be encoded
		return append(b, encoded...)
	}
	b = append(b, '"')
	for n := strings.IndexAny(text, `"\`); n >= 0; n = strings.IndexAny(text, `"\`) {
		b = append(append(append(b, text[:n]...), '\\'), text[n])
		text = text[n+1:]
	}
	return append(append(b, text...), '"')
}
