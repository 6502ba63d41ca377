package assess

import (
	"strings"

	"github.com/srmlint/srmlint/internal/inventory"
)

// Annotation is one obligation of one instance, with its verdict.
type Annotation struct {
	Instance *inventory.Instance
	*Verdict
	index  int     // of the instance in the inventory that was assessed
	source *source // nil: the verdict holds all there is to say
}

// Told is the message in the words for the annotation's own instance.
func (a *Annotation) Told() string {
	if a.source == nil || !a.names || a.index == a.first {
		return a.Message
	}
	return a.source.message(a.index, a.Verdict) + a.ending
}

// Varies tells whether the message is another for those that are like the
// instance in all but their address.
func (a *Annotation) Varies() bool {
	return a.source != nil && a.names && a.source.graph.Alike(a.index) && strings.Contains(a.Told(), a.source.graph.Unit(a.index))
}

// Seen is the evidence of the annotation's own instance.
func (a *Annotation) Seen() []Evidence {
	if a.source == nil || a.index == a.first && a.Evidence != nil {
		return a.Evidence
	}
	return a.source.evidence(a.index)
}

// More is what the instance shows beyond its own attributes: what it is linked
// to. Alike says that one like it has been asked, which has the same links but
// for those that each alone has.
func (a *Annotation) More(alike bool) []Evidence {
	switch {
	case a.source == nil:
		return a.Evidence
	case len(a.source.duty.names) == 0 || alike && !a.links:
		return nil
	}
	return a.source.links(a.index, alike)
}
