package report

import (
	"errors"
	"strconv"
	"strings"
	"sync"

	"github.com/go-json-experiment/json"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/terminal"
)

// entryTexts writes entries as JSON. Most of an entry is the same for all of its
// obligation, and is made into text once. It is safe for concurrent use.
type entryTexts struct{ known sync.Map } // *catalogue.Obligation: *entryText

// entryText is what stands around the parts that differ: the status with the
// message, and the position with the evidence.
type entryText struct {
	head, middle, tail string
	err                error
}

// indent is that of an entry's fields.
const indent = "\n          "

func (t *entryTexts) append(b []byte, e *Entry) ([]byte, error) {
	if e.obligation == nil || e.Statement != nil || e.Expired != nil {
		text, err := encodeEntry(e)
		return append(b, text...), err
	}
	of, ok := t.known.Load(e.obligation)
	if !ok {
		of, _ = t.known.LoadOrStore(e.obligation, newEntryText(e))
	}
	text := of.(*entryText)
	return text.append(b, e), text.err
}

func encodeEntry(e *Entry) ([]byte, error) {
	text, err := json.Marshal(e, indented("        "))
	return terminal.CleanJSON(text), err
}

func newEntryText(e *Entry) *entryText {
	shell := *e
	shell.Status, shell.Message, shell.Varies, shell.Known = "", "", false, false
	shell.Position, shell.Evidence = inventory.Position{}, []assess.Evidence{}
	text, err := encodeEntry(&shell)
	head, rest, ok := strings.Cut(string(text), indent+`"status": "",`+indent+`"message": ""`)
	middle, tail, ok2 := strings.Cut(rest, ","+indent+`"evidence": []`)
	if err == nil && !(ok && ok2) {
		err = errors.New("an entry is not written as expected")
	}
	return &entryText{head, middle, tail, err}
}

func (t *entryText) append(b []byte, e *Entry) []byte {
	b = append(append(append(b, t.head...), indent+`"status": "`...), e.Status...)
	b = appendQuoted(append(b, `",`+indent+`"message": `...), e.Message)
	if e.Varies {
		b = append(b, ","+indent+`"varies": true`...)
	}
	b = appendPosition(append(b, t.middle...), indent, e.Position)
	b = appendEvidence(append(b, ","+indent+`"evidence": [`...), e.Evidence)
	if e.Known {
		b = append(b, ","+indent+`"known": true`...)
	}
	return append(b, t.tail...)
}

func appendEvidence(b []byte, list []assess.Evidence) []byte {
	const at = indent + "    "
	for n, e := range list {
		if n > 0 {
			b = append(b, ',')
		}
		b = appendQuoted(append(b, indent+"  {"+at+`"address": `...), e.Address)
		for _, field := range [...]struct{ name, text string }{{`"attribute": `, e.Attribute}, {`"value": `, e.Value}, {`"note": `, e.Note}} {
			if field.text != "" {
				b = appendQuoted(append(append(b, ","+at...), field.name...), field.text)
			}
		}
		b = append(appendPosition(b, at, e.Position), indent+"  }"...)
	}
	if len(list) > 0 {
		b = append(b, indent...)
	}
	return append(b, ']')
}

func appendPosition(b []byte, at string, p inventory.Position) []byte {
	if p.IsZero() {
		return b
	}
	b = append(append(append(b, ','), at...), `"position": {`...)
	b = appendQuoted(append(append(append(b, at...), "  "...), `"file": `...), p.File)
	b = strconv.AppendInt(append(append(append(b, ','), at...), `  "line": `...), int64(p.Line), 10)
	b = strconv.AppendInt(append(append(append(b, ','), at...), `  "column": `...), int64(p.Column), 10)
	return append(append(b, at...), '}')
}
