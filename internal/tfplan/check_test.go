package tfplan

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/go-json-experiment/json/jsontext"
)

// texts that are JSON or nearly so.
var nearlyJSON = []string{
	`{}`, `[]`, `null`, `true`, `{"a":[1,-2.5e+7,"x",{"b":null}],"c":false}`, " { \"a\" : [ ] , \"b\" : { } } ", `[[[[]]]]`,
	`"\u00e9\n\"\\\/é漢😀"`, `"\ud83d\ude00"`, `"\ud83d"`, `"\ude00\ud83d"`, `"\ud83d\u0041"`, `"\x"`, `"\u12g4"`, "\"\xff\"", "\"\xe6\xbc\"", "\"a\tb\"", `"1234567\"90123456"`,
	`{"a"}`, `{"a":}`, `{"a":1,}`, `{,}`, `{1:2}`, `[1,]`, `[1 2]`, `[1}`, `{"a":1]`, `{"a" 1}`, `[`, `{"a":`, `"abc`, `"abc\`, `tru`, `truth`, `nul `,
	`01`, `-`, `1.`, `.5`, `1e`, `1e+`, `-0`, `0.10`, `1E5`, `+1`, `NaN`, `'a'`, "[1,\x01]", "\v[]", `[true false]`, `{"a":1 "b":2}`, `{"a":1,"a":2}`,
}

// TestChecker: what is JSON and what is not, as a library has it, however the
// text comes.
func TestChecker(t *testing.T) {
	for _, text := range nearlyJSON {
		agrees(t, []byte(text))
	}
}

func FuzzChecker(f *testing.F) {
	for _, text := range nearlyJSON {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) { agrees(t, text) })
}

func agrees(t *testing.T, text []byte) {
	t.Helper()
	text = slices.Concat([]byte("["), text, []byte("]")) // at the top, 01 would be 0 with text behind it
	d := jsontext.NewDecoder(bytes.NewReader(text), jsontext.AllowDuplicateNames(true))
	want := d.SkipValue()
	end := d.InputOffset()
	for name, l := range map[string]*lexer{
		"at once":      {window: &window{r: bytes.NewReader(text), limit: 1 << 20}},
		"byte by byte": {window: &window{r: iotest.OneByteReader(bytes.NewReader(text)), limit: 1 << 20}},
	} {
		_, got := l.value()
		if (got == nil) != (want == nil) {
			t.Errorf("%s: %q: got %v, want %v", name, text, got, want)
		}
		if at := l.base + int64(l.at); got == nil && at != end {
			t.Errorf("%s: %q: ends at %d, want %d", name, text, at, end)
		}
	}
}

// TestDepth: nesting is bounded, and a long string or list is not nesting.
func TestDepth(t *testing.T) {
	for text, ok := range map[string]bool{
		strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth):     true,
		strings.Repeat("[", maxDepth+1) + strings.Repeat("]", maxDepth+1): false,
		"[" + strings.Repeat("[],", 3*maxDepth) + "0]":                    true,
	} {
		l := &lexer{window: &window{r: strings.NewReader(text), limit: 1 << 20}}
		if err := l.skip(); (err == nil) != ok {
			t.Errorf("%.20s… of %d: %v", text, len(text), err)
		}
	}
}

// TestValueLimit: a value may be as large as the limit, and skipping has none.
func TestValueLimit(t *testing.T) {
	text := `{"a":"` + strings.Repeat("x", 3*chunk) + `"}`
	for limit, ok := range map[int]bool{chunk: false, 4 * chunk: true} {
		l := &lexer{window: &window{r: strings.NewReader(text), limit: limit}}
		if _, err := l.value(); (err == nil) != ok {
			t.Errorf("limit %d: %v", limit, err)
		}
	}
	l := &lexer{window: &window{r: strings.NewReader("[" + strings.Repeat(`"x",`, chunk) + "0]"), limit: chunk}}
	if err := l.skip(); err != nil {
		t.Error(err)
	}
	if cap(l.buf) > 4*chunk {
		t.Errorf("holds %d bytes to skip over short values", cap(l.buf))
	}
}
