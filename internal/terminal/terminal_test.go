package terminal

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"digitalocean_droplet.web", "digitalocean_droplet.web"},
		{"größe → 漢字", "größe → 漢字"},
		{"\x1b[2Jgone", `\x1b[2Jgone`},
		{"a\r\nb", `a\x0d\x0ab`},
		{"\u202egpj.exe", `\u202egpj.exe`},
		{"\u009b31m", `\u009b31m`},
		{"\x7f", `\x7f`},
		{"bad\xffutf8", `bad\xffutf8`},
		{"\uFFFD", "\uFFFD"},
		{"a\u2028b", `a\u2028b`},
		{"::error file=x::y", `\x3a:error file=x::y`},
		{"\xef", `\xef`},
		{"a ::stop-commands::b ##[add-mask]c ##vso[task.x]", `a \x3a:stop-commands::b \x23#[add-mask]c \x23#vso[task.x]`},
		{"::/0 and ::1, fd00::1, std::string, ## heading", "::/0 and ::1, fd00::1, std::string, ## heading"},
	}
	for _, test := range tests {
		if got := Clean(test.in); got != test.want {
			t.Errorf("Clean(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestCleanJSONKeepsTheMeaning(t *testing.T) {
	value := "\x1b[31m \u009b \u202e \x7f ü 漢 😀 \u2028"
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var got string
	if err := json.Unmarshal(CleanJSON(data), &got); err != nil || got != value {
		t.Errorf("got %q, %v", got, err)
	}
	if i := strings.IndexFunc(string(CleanJSON(data)), steers); i >= 0 {
		t.Errorf("a character that steers is left at %d", i)
	}
}

func FuzzClean(f *testing.F) {
	f.Add("plain")
	f.Add("\x1b]0;title\a\u202e\xff")
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) || strings.IndexFunc(got, unicode.IsControl) >= 0 {
			t.Errorf("%q became %q", s, got)
		}
		if Clean(got) != got {
			t.Errorf("cleaning twice differs: %q", got)
		}
	})
}

func TestWrap(t *testing.T) {
	tests := []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, nil},
		{"one two three", 7, []string{"one two", "three"}},
		{"a-very-long-word b", 5, []string{"a-very-long-word", "b"}},
		{"漢字 漢字", 6, []string{"漢字", "漢字"}},
	}
	for _, test := range tests {
		if got := Wrap(test.text, test.width); !reflect.DeepEqual(got, test.want) {
			t.Errorf("Wrap(%q, %d) = %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func TestStyle(t *testing.T) {
	if got := (Style{}).Paint(Red, "x"); got != "x" {
		t.Errorf("without colour: %q", got)
	}
	if got := (Style{Color: true}).Paint(Red, "x"); got != "\x1b[31mx\x1b[0m" {
		t.Errorf("with colour: %q", got)
	}
}

func TestFitWidth(t *testing.T) {
	for columns, want := range map[int]int{0: 80, 20: 40, 80: 80, 95: 95, 300: 100} {
		if got := FitWidth(columns); got != want {
			t.Errorf("FitWidth(%d) = %d, want %d", columns, got, want)
		}
	}
}
