package tffunc

import (
	"fmt"
	stdstrings "strings"

	"github.com/zclconf/go-cty/cty"
)

// checkYAML refuses blocks within blocks on one line, of which the decoder
// would overflow the stack, and aliases that multiply.
func checkYAML(args []cty.Value) error {
	text, _ := known(args, 0)
	w := weigher{weights: map[string]int{}}
	for _, line := range stdstrings.Split(text, "\n") {
		if indent := len(line) - len(stdstrings.TrimLeft(line, " -?:")); indent > maxNesting {
			return fmt.Errorf("data nested more than %d levels deep is not decoded", maxNesting)
		}
		if w.line(line); w.total > maxExpanded {
			return fmt.Errorf("the aliases stand for more than %d nodes, which is the limit", maxExpanded)
		}
	}
	return checkNesting(args)
}

// maxExpanded bounds the nodes of a document with its aliases expanded.
const maxExpanded = 200_000

// weigher estimates how large a document is with its aliases expanded. It goes
// by lines and their indents, and counts rather too much than too little.
type weigher struct {
	total   int
	open    []anchor
	weights map[string]int // of anchors that are complete
}

type anchor struct {
	name   string
	indent int
	weight int
}

func (w *weigher) line(line string) {
	trimmed := stdstrings.TrimLeft(line, " ")
	if trimmed == "" || trimmed[0] == '#' {
		return
	}
	w.close(len(line) - len(trimmed))
	own := 1 + stdstrings.Count(line, ",")
	w.add(own)
	for i := 0; i < len(line) && w.total <= maxExpanded; i++ {
		if c := line[i]; (c != '&' && c != '*') || i > 0 && !stdstrings.ContainsRune(" \t:-[{,", rune(line[i-1])) {
			continue
		}
		name := anchorName(line[i+1:])
		switch {
		case name == "":
		case line[i] == '&':
			w.open = append(w.open, anchor{name: name, indent: len(line) - len(trimmed), weight: own})
		default:
			w.add(w.weight(name))
		}
		i += len(name)
	}
}

// close completes anchors of which the content has ended.
func (w *weigher) close(indent int) {
	for n := len(w.open); n > 0 && w.open[n-1].indent >= indent; n-- {
		w.weights[w.open[n-1].name] = w.open[n-1].weight
		w.open = w.open[:n-1]
	}
}

func (w *weigher) weight(name string) int {
	for i := len(w.open) - 1; i >= 0; i-- {
		if w.open[i].name == name {
			return w.open[i].weight + 1
		}
	}
	return w.weights[name] + 1
}

func (w *weigher) add(n int) {
	w.total += n
	for i := range w.open {
		w.open[i].weight += n
	}
}

func anchorName(s string) string {
	end := stdstrings.IndexAny(s, " \t,]}\r")
	if end < 0 {
		end = len(s)
	}
	return s[:end]
}
