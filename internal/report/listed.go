package report

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"sort"
	"strconv"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/terminal"
)

// listed is one entry with what it belongs to, for formats that list entries
// instead of resources.
type listed struct {
	input *Input
	group *Group
	entry *Entry
	// at is never zero: where the input has no position it is its first line.
	at inventory.Position
	// id is the same in every run, wherever in its file the block stands.
	id string
}

// list gives the entries that keep chooses, the worst first.
func (r *Report) list(v View, keep func(*Entry) bool) []listed {
	var list []listed
	seen := map[string]int{}
	for i := range r.Resources {
		g := &r.Resources[i]
		for j := range g.Obligations {
			e := &g.Obligations[j]
			it := listed{input: &r.Inputs[g.Input], group: g, entry: e, at: r.locate(g, e)}
			key := it.key(v)
			seen[key]++
			it.id = digest(key, strconv.Itoa(seen[key]))
			if keep(e) {
				list = append(list, it)
			}
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].worse(list[j]) })
	return list
}

// key holds nothing that an edit elsewhere changes: no line, no message. The
// groups of a block that differ are told apart by their order.
func (i listed) key(v View) string {
	origin := i.input.Source
	if origin == "" {
		origin = i.input.Path
	}
	return strings.Join([]string{i.input.Report, v.Root.path(origin), i.group.Address, i.entry.ID}, "\x00")
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// worse orders by status, then severity; what Terraform could show goes before
// what only a person can answer.
func (i listed) worse(j listed) bool {
	a, b := i.entry, j.entry
	if x, y := i.weight(), j.weight(); x != y {
		return x < y
	}
	if a.severity != b.severity {
		return a.severity > b.severity
	}
	return !a.Attestable && b.Attestable
}

func (i listed) weight() int {
	w := 2 * rank(i.entry.Status)
	if i.entry.Known {
		w++
	}
	return w
}

// open chooses what a platform is told of: findings that are new, and what
// apply will decide; with all also those that the baseline holds.
func (v View) open(e *Entry) bool { return e.Open() && (v.All || !e.Known) }

// locate finds a place for every entry: platforms refuse what has none, and
// some refuse the whole report for it.
func (r *Report) locate(g *Group, e *Entry) inventory.Position {
	switch {
	case !e.Position.IsZero():
		return valid(e.Position)
	case !g.Position.IsZero():
		return valid(g.Position)
	}
	return inventory.Position{File: r.file(g.Input), Line: 1, Column: 1}
}

func valid(p inventory.Position) inventory.Position {
	p.Line, p.Column = max(p.Line, 1), max(p.Column, 1)
	return p
}

// file is one that stands for an input as a whole.
func (r *Report) file(input int) string {
	in := &r.Inputs[input]
	switch {
	case in.Path == "-":
		return "stdin"
	case in.Kind != "configuration":
		return in.Path
	}
	for i := range r.Resources {
		if g := &r.Resources[i]; g.Input == input && !g.Position.IsZero() {
			return g.Position.File
		}
	}
	return path.Join(in.Path, "main.tf")
}

// faultAt is a place for a fault; one that has none belongs to the first input.
func (r *Report) faultAt(f Fault) inventory.Position {
	switch {
	case !f.Position.IsZero() && f.Position.File != "":
		return valid(f.Position)
	case len(r.Inputs) > 0:
		return inventory.Position{File: r.file(0), Line: 1, Column: 1}
	}
	return inventory.Position{File: "srmlint", Line: 1, Column: 1}
}

// who names the instances of a group, short and safe to show.
func (g *Group) who() string {
	block, keys := label(g)
	return shorten(terminal.Clean(block+keys), 200)
}

// what is the verdict in one sentence, safe to show.
func (e *Entry) what() string {
	switch {
	case e.Statement != nil:
		return shorten(terminal.Clean(string(e.Status)+" by "+said(e.Statement)), 1000)
	case e.Status == assess.Addressed:
		return "addressed"
	case e.Message == "":
		return shorten(terminal.Clean(e.Title), 1000)
	}
	return shorten(terminal.Clean(e.Told()), 1000)
}

// Told is the message as people read it: it is of the first instance, and where
// it names what others have of their own that is said.
func (e *Entry) Told() string {
	if e.Varies {
		return e.Message + " (likewise for the others)"
	}
	return e.Message
}

// shorten cuts text to a number of characters.
func shorten(text string, most int) string {
	if len(text) <= most {
		return text
	}
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most-1]) + "…"
}

// expiry says that a statement once answered for the entry, or nothing.
func (e *Entry) expiry() string {
	if e.Expired == nil {
		return ""
	}
	return terminal.Clean("The " + string(e.Expired.Kind) + " of " + e.Expired.By + " ended on " + e.Expired.Until + ".")
}

// root is the directory of the root module that the report is about, as the
// platform sees it; empty where it is the repository's, not known or not one.
func (r *Report) root(v View) string {
	if len(r.Inputs) != 1 {
		return ""
	}
	in := r.Inputs[0]
	dir := in.Source
	if dir == "" && in.Kind == "configuration" {
		dir = in.Path
	}
	if dir = v.Root.clean(dir); dir == "." || strings.HasPrefix(dir, "/") {
		return ""
	}
	return dir
}
