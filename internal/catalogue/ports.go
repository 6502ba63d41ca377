package catalogue

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

const lastPort = 65535

// allPorts is what the range "1-65535" means.
var allPorts = span{1, lastPort}

// parsePorts reads a firewall's port range: "22", "8000-9000", and for all
// ports "1-65535", "0", "all" or nothing.
func parsePorts(s string) (span, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "" || s == "0" || s == "all" {
		return allPorts, true
	}
	first, last, isRange := strings.Cut(s, "-")
	lo, ok := parsePort(first)
	if !ok {
		return span{}, false
	}
	if !isRange {
		return span{lo, lo}, true
	}
	hi, ok := parsePort(last)
	if !ok || hi < lo {
		return span{}, false
	}
	return span{max(lo, 1), hi}, true
}

func parsePort(s string) (uint64, bool) {
	n, err := strconv.ParseUint(strings.TrimSpace(s), 10, 32)
	return n, err == nil && n <= lastPort
}

// except returns the ports of 1-65535 outside the spans.
func except(spans []span) (rest []span) {
	sort.Slice(spans, func(i, j int) bool { return spans[i].lo < spans[j].lo })
	next := allPorts.lo
	for _, s := range spans {
		if s.lo > next {
			rest = append(rest, span{next, s.lo - 1})
		}
		next = max(next, s.hi+1)
	}
	if next <= allPorts.hi {
		rest = append(rest, span{next, allPorts.hi})
	}
	return rest
}

func (s span) overlaps(t span) bool { return s.lo <= t.hi && t.lo <= s.hi }

func (s span) String() string {
	if s.lo == s.hi {
		return fmt.Sprint(s.lo)
	}
	return fmt.Sprintf("%d-%d", s.lo, s.hi)
}

// segments cuts the asked spans at every edge of the others, so that each piece
// lies wholly inside or wholly outside any of them.
func segments(asked, others []span) (pieces []span) {
	edges := map[uint64]bool{}
	for _, s := range append(append([]span(nil), asked...), others...) {
		edges[s.lo], edges[s.hi+1] = true, true
	}
	sorted := make([]uint64, 0, len(edges))
	for e := range edges {
		sorted = append(sorted, e)
	}
	sort.Slice(sorted, func(i, j int) bool { return sorted[i] < sorted[j] })
	for i := 0; i+1 < len(sorted); i++ {
		piece := span{sorted[i], sorted[i+1] - 1}
		for _, a := range asked {
			if a.overlaps(piece) {
				pieces = append(pieces, piece)
				break
			}
		}
	}
	return pieces
}
