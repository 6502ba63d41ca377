package tfconfig

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/inventory"
)

// places gathers the positions of the attributes of a block. Where no dynamic
// block is in it they are the same for all instances, and are gathered once.
type places struct {
	byPath map[string]inventory.Position
	fixed  bool // complete: shared by instances
	varies bool
}

func newPlaces(body *hclsyntax.Body) *places {
	return &places{byPath: make(map[string]inventory.Position, len(body.Attributes)+len(body.Blocks))}
}

func (p *places) note(path string, rng hcl.Range) {
	if !p.fixed {
		p.byPath[path] = position(rng)
	}
}

func (p *places) dynamic() { p.varies = true }

// placesOf are those of a block, or new ones to gather them.
func (w *world) placesOf(r *resource) *places {
	if p := w.positions[r]; p != nil {
		return p
	}
	return newPlaces(r.body)
}

// gathered keeps the positions for the next instance if they are the same there.
func (w *world) gathered(r *resource, p *places) {
	if !p.varies && !p.fixed {
		p.fixed = true
		w.positions[r] = p
	}
}

func position(rng hcl.Range) inventory.Position {
	return inventory.Position{File: rng.Filename, Line: rng.Start.Line, Column: rng.Start.Column}
}
