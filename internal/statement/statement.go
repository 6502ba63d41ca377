// Package statement holds what the customer declares: attestations (it is done,
// outside Terraform) and waivers (the risk is accepted, until a date). They are
// read from .srmlint.hcl and from comments in configuration.
//
// It decides which statement covers an obligation of an instance, never whether
// the obligation is addressed.
package statement

import (
	"slices"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// Kind is what a statement claims.
type Kind string

// Kinds.
const (
	Attestation Kind = "attestation"
	Waiver      Kind = "waiver"
)

// Verb is the word that makes a statement of the kind: "attest" or "waive".
func (k Kind) Verb() string {
	if k == Waiver {
		return "waive"
	}
	return "attest"
}

// Statement is one declaration about one obligation.
type Statement struct {
	Kind       Kind
	Obligation string    // id as written, or an alias of it
	By         string    // who declares it; empty only in comments
	Text       string    // how it is done, or why the risk is accepted
	On         time.Time // the day of the declaration; zero if not said
	Until      time.Time // the last day on which it counts
	Position   inventory.Position
	// Open is true for one that nobody has filled in yet: it counts for nothing.
	Open bool
	// Comment is true where it was written beside the resource.
	Comment bool

	scope scope
	at    hcl.Range
}

// scope is what a statement covers; every part that is given must hold.
type scope struct {
	addresses []pattern
	tags      []string
	products  []string
	block     string // of a comment: the block's address without instance keys
}

// Covers tells whether the statement is about an obligation of an instance.
func (s *Statement) Covers(i *inventory.Instance, o *catalogue.Obligation) bool {
	return s.names(o) && s.scope.covers(&place{instance: i, obligation: o})
}

func (s *Statement) names(o *catalogue.Obligation) bool {
	if s.Obligation == o.ID {
		return true
	}
	for _, alias := range o.Aliases {
		if equalFold(s.Obligation, alias) {
			return true
		}
	}
	return false
}

// place is where an obligation stands, as scopes see it. What statements
// compare is made once for all of them, and only where one asks for it.
type place struct {
	instance   *inventory.Instance
	obligation *catalogue.Obligation
	address    []step
	tags       []string
	hasTags    bool
}

func (p *place) steps() []step {
	if p.address == nil {
		p.address = steps(p.instance.Address)
	}
	return p.address
}

func (p *place) tagged(tags []string) bool {
	if !p.hasTags {
		p.tags, p.hasTags = tagsOf(p.instance), true
	}
	return shareAny(tags, p.tags)
}

func (s *scope) covers(p *place) bool {
	if s.block != "" && s.block != inventory.Unkeyed(p.instance.Block) {
		return false
	}
	if len(s.addresses) > 0 && !matchAny(s.addresses, p.steps()) {
		return false
	}
	if len(s.tags) > 0 && !p.tagged(s.tags) {
		return false
	}
	return len(s.products) == 0 || p.obligation.Product != nil && slices.Contains(s.products, p.obligation.Product.ID)
}

// namesKeys tells whether the scope may tell instances apart by their keys.
func (s *scope) namesKeys() bool {
	for _, p := range s.addresses {
		for _, step := range p {
			if step.key != "" {
				return true
			}
		}
	}
	return false
}

// ExpiredOn tells whether the statement no longer counts on a day.
func (s *Statement) ExpiredOn(now time.Time) bool {
	return !s.Until.IsZero() && now.After(s.Until.AddDate(0, 0, 1).Add(-time.Nanosecond))
}
