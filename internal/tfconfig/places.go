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

// finish returns the positions, and keeps them for the next instance if they are the same there.
func (p *places) finish(r *resource) map[string]inventory.Position {
	if !p.varies && !p.fixed {
		p.fixed = true
		r.positions = p
	}
	return p.byPath
}

func position(rng hcl.Range) inventory.Position {
	return inventory.Position{File: rng.Filename, Line: rng.Start.Line, Column: rng.Start.Column}
}
