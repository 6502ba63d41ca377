package catalogue

import "github.com/hashicorp/hcl/v2"

// Lifetimes is a placeholder until the end-of-life data lands.
type Lifetimes struct{}

type lifetimesBlock struct {
	Kind string   `hcl:"kind,label"`
	Body hcl.Body `hcl:",remain"`
}

func (l *Lifetimes) add(lifetimesBlock) hcl.Diagnostics { return nil }
