// Package tfplan reads the JSON of a Terraform or OpenTofu plan, or of a state,
// into an inventory: one pass over the bytes, keeping DigitalOcean objects only.
//
// What is unknown before apply carries the origins that the plan's
// configuration gives away; a link is called sure only where nothing else fits
// what Terraform wrote. It neither judges what it reads nor opens a file.
package tfplan

import (
	"io"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// Options says how to read. The zero value with a Schema is the default.
type Options struct {
	Schema *provider.Schema
	Limits Limits
	// Keep tells whether anything will ask for an attribute or block of a
	// resource type; Values then have no others (but "id" and what stands for
	// it). Nil keeps all.
	Keep func(resourceType, attribute string) bool
	// Beside tells of an attribute that is kept, but that nothing asks for
	// except to find out what belongs together: see inventory.Instance.Beside.
	// Nil: none is.
	Beside func(resourceType, attribute string) bool
	// NoBefore leaves Instance.Before unset for whoever does not compare.
	NoBefore bool
}

// Limits bounds what hostile input may cost; zero fields take the default.
type Limits struct {
	Value   int // bytes of one JSON string or resource change; 256 MiB
	Depth   int // nesting of a variable's value; 100
	Origins int // origins of one unknown value, beyond which it may be anything; 20,000
}

func (l Limits) withDefaults() Limits {
	if l.Value == 0 {
		l.Value = 256 << 20
	}
	if l.Depth == 0 {
		l.Depth = 100
	}
	if l.Origins == 0 {
		l.Origins = 20_000
	}
	return l
}

// Plan is what one file holds.
type Plan struct {
	// Instances in the order of the file, data sources after resources, then
	// the pseudo instances of provider.Terraform and provider.Account.
	Instances []*inventory.Instance
	// Input is complete but for Path and Source.
	Input inventory.Input
	// Variables are the root module's, with the plan's values; marked
	// inventory.Sensitive where the configuration declares them so.
	Variables     map[string]cty.Value
	Configuration Configuration
	// Notes tell what was read but not understood, or is incomplete. An error
	// among them means that something is missing.
	Notes hcl.Diagnostics
}

// Configuration is what tells whether a source tree is the one that was planned.
type Configuration struct {
	Blocks []ConfigBlock // every resource and data block of every provider, in the order of the file
}

// ConfigBlock is a resource or data block of the configuration.
type ConfigBlock struct {
	Address string // without any key: module.app.module.node.digitalocean_droplet.this
	Type    string
	// Constants are the top-level arguments that are written as constants, of
	// DigitalOcean types only; sensitive ones are marked.
	Constants map[string]cty.Value
}

// Read reads one document. With errors in the diagnostics the plan is nil.
// name is what the messages call the file.
func Read(r io.Reader, name string, opts Options) (*Plan, hcl.Diagnostics) {
	opts.Limits = opts.Limits.withDefaults()
	src, diags := open(r, name, opts.Limits)
	if diags.HasErrors() {
		return nil, diags
	}
	rd := newReader(src, name, opts)
	if diags := rd.document(); diags.HasErrors() {
		return nil, diags
	}
	return rd.finish(), nil
}
