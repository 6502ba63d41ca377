package catalogue

import (
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"
)

// readAs is what the loader makes of a document.
func readAs(doc *document) (all []any) {
	l := &loader{}
	for _, b := range doc.Products {
		all = append(all, l.product(b))
	}
	for _, b := range doc.Relations {
		all = append(all, l.relation(b))
	}
	for _, b := range doc.Obligations {
		all = append(all, l.obligation(b))
	}
	for _, b := range doc.Lifetimes {
		all = append(all, b)
	}
	return all
}

// Blocks of the built-in rules are read without HCL's parser, to the same end:
// with all places in the file. Few are left to it.
func TestPlainBlocksAreWhatTheParserReads(t *testing.T) {
	dir := os.DirFS("../../rules")
	names, err := fs.Glob(dir, "*.hcl")
	if err != nil {
		t.Fatal(err)
	}
	read, left := 0, 0
	for _, name := range names {
		text, err := fs.ReadFile(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range outline(text) {
			want, diags := parseBlock(b, name)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			got, ok := readPlain(b, name)
			if !ok {
				left++
				continue
			}
			read++
			if !reflect.DeepEqual(readAs(got), readAs(want)) {
				t.Errorf("%s: %s %q differs", name, b.kind, b.id)
			}
		}
	}
	t.Logf("%d blocks are read plainly, and %d left to the parser", read, left)
	if read < 20*left {
		t.Errorf("%d blocks are read plainly, and %d left to the parser", read, left)
	}
}

// What has another format is left to the parser.
func TestPlainGivesUp(t *testing.T) {
	const good = "obligation \"a\" {\n  title = \"x\"\n  locals {\n    a = 1\n  }\n}\n"
	read := func(text string) bool {
		blocks := outline([]byte(text))
		if len(blocks) == 0 {
			return false
		}
		_, ok := readPlain(blocks[0], "x.hcl")
		return ok
	}
	if !read(good) {
		t.Fatal("what is well formatted is read")
	}
	for _, change := range [][2]string{
		{`"x"`, `"${self.x}"`}, {`"x"`, `1`}, {`"x"`, `null`}, {`"x"`, `upper("x")`}, {`"x"`, `<<EOT`}, {`"x"`, `"x`},
		{"title", "titel"}, {"  title", "title"}, {"  title", "   title"}, {"title =", "title \"b\" = "},
		{"locals {", "locals \"a\" {"}, {"locals {", "local {"}, {"a = 1", "a = (1"}, {"a = 1", "a = 1 1"}, {"  }\n}", "  }}"},
		{"{\n  title", "{ # why\n  title"}, {"}\n}\n", "}\n"}, {"  }\n}\n", ""},
	} {
		if text := strings.Replace(good, change[0], change[1], 1); text == good || read(text) {
			t.Errorf("read:\n%s", text)
		}
	}
}

// Whatever a block looks like, it is read or left, and nothing breaks.
func FuzzPlain(f *testing.F) {
	f.Add("obligation \"a\" {\n  title = \"x\"\n  controls = {\n    \"b\" = [\"c\", \"d\"]\n  }\n  gap = \"${self.x}\"\n  locals {\n    a = [\n      1,\n    ]\n  }\n}\n")
	f.Add("relation \"a\" {\n  from = [\"b\"]\n  join {\n    from = id\n    to = x.y\n    match = \"contains\"\n  }\n  where = true\n}\n")
	f.Fuzz(func(_ *testing.T, text string) {
		for _, b := range outline([]byte(text)) {
			readPlain(b, "x.hcl")
		}
	})
}
