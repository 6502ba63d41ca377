package catalogue

import (
	"bytes"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// Wanted says which rules of checked sources a run has use for, so that the
// rest need not be parsed.
type Wanted struct {
	Types []string // resource types of the input
	Names []string // obligations that something names, by id or alias
}

// outlined is a top-level block of a formatted rule file, found without parsing.
type outlined struct {
	kind, id string
	types    []string // of `resources` or `from`
	aliases  []string
	text     []byte
	start    hcl.Pos
}

// outline cuts a rule file into its top-level blocks. It relies on the format
// that built-in rules have: a block begins at the start of a line, and the
// first line that is nothing but a brace ends it. A test holds it against the parser.
func outline(src []byte) (blocks []outlined) {
	line, offset := 1, 0
	for offset < len(src) {
		rest := src[offset:]
		size := lineLength(rest)
		if kind, id, ok := blockStart(rest[:size]); ok {
			if end := bytes.Index(rest, []byte("\n}\n")); end >= 0 {
				size = end + len("\n}\n")
			} else {
				size = len(rest)
			}
			b := outlined{kind: kind, id: id, text: rest[:size]}
			b.start = hcl.Pos{Line: line, Column: 1, Byte: offset}
			b.types = quoted(b.text, "\n  resources ")
			if kind == "relation" {
				b.types = quoted(b.text, "\n  from ")
			}
			b.aliases = quoted(b.text, "\n  aliases ")
			blocks = append(blocks, b)
		}
		line += bytes.Count(rest[:size], []byte("\n"))
		offset += size
	}
	return blocks
}

// blockStart reads the first line of a block: its type and first label.
func blockStart(line []byte) (kind, id string, ok bool) {
	space := bytes.IndexByte(line, ' ')
	if space <= 0 || line[0] == '#' {
		return "", "", false
	}
	id, _, ok = plainString(line[space+1:])
	return string(line[:space]), id, ok
}

// quoted lists the texts of a block's list attribute, given with the line break
// and the spaces around it.
func quoted(block []byte, attribute string) (list []string) {
	at := bytes.Index(block, []byte(attribute))
	if at < 0 {
		return nil
	}
	v := &values{text: block[at+len(attribute):], ok: true}
	if !v.take('=') {
		return nil
	}
	return v.list()
}

// choose keeps the blocks of all files that a run has use for.
func (w *Wanted) choose(files [][]outlined) [][]outlined {
	types := map[string]bool{}
	for _, t := range w.Types {
		types[t] = true
	}
	products := map[string]bool{}
	lifetimes := false
	for _, blocks := range files {
		for _, b := range blocks {
			if w.obligation(b, types) {
				products[b.types[0]] = true
				lifetimes = lifetimes || bytes.Contains(b.text, []byte("end_of_life"))
			}
		}
	}
	chosen := make([][]outlined, len(files))
	for n, blocks := range files {
		for _, b := range blocks {
			keep := false
			switch b.kind {
			case "obligation":
				keep = w.obligation(b, types)
			case "product":
				keep = anyOf(b.types, types) || anyOf(b.types, products)
			case "relation":
				keep = anyOf(b.types, types)
			default:
				keep = lifetimes
			}
			if keep {
				chosen[n] = append(chosen[n], b)
			}
		}
	}
	return chosen
}

func (w *Wanted) obligation(b outlined, types map[string]bool) bool {
	return b.kind == "obligation" && len(b.types) > 0 && (anyOf(b.types, types) || w.named(b))
}

func (w *Wanted) named(b outlined) bool {
	return slices.ContainsFunc(w.Names, func(name string) bool {
		return strings.EqualFold(name, b.id) ||
			slices.ContainsFunc(b.aliases, func(a string) bool { return strings.EqualFold(a, name) })
	})
}

func anyOf(list []string, set map[string]bool) bool {
	return slices.ContainsFunc(list, func(s string) bool { return set[s] })
}
