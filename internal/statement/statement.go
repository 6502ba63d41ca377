// Package statement holds what the customer declares: attestations (it is done,
// outside Terraform) and waivers (the risk is accepted, until a date). They are
// read from .srmlint.hcl and from comments in configuration.
//
// It decides which statement covers an obligation of an instance, never whether
// the obligation is addressed.
package statement

import (
	"time"

	"github.com/srmlint/srmlint/internal/inventory"
)

// Kind is what a statement claims.
type Kind string

// Kinds.
const (
	Attestation Kind = "attestation"
	Waiver      Kind = "waiver"
)

// Statement is one declaration about one obligation.
type Statement struct {
	Kind       Kind
	Obligation string // id as written, or an alias of it
	By         string
	Text       string    // how it is done, or why the risk is accepted
	On         time.Time // zero if not said
	Until      time.Time // the last day on which it counts
	Position   inventory.Position
}
