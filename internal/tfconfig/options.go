package tfconfig

import (
	"math"

	"github.com/hashicorp/hcl/v2"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/zclconf/go-cty/cty"
)

// Options say how a root module is evaluated. The zero value of each field is its default.
type Options struct {
	Schema    *provider.Schema // nil: the embedded one
	Vars      []string         // name=value, as --var gives them
	VarFiles  []string         // in the order given; they follow after what Terraform loads by itself
	Env       []string         // NAME=value; TF_VAR_name and TF_WORKSPACE are looked at
	Workspace string           // "": TF_WORKSPACE, .terraform/environment, "default"
	Limits    Limits
	Planned   *Planned // nil: without a plan
	// Keep tells whether anything will ask for an attribute or block of a
	// resource type. Values then have no others but those that are configured
	// and what identities are made of; references find them all. Nil keeps all.
	Keep func(resourceType, attribute string) bool
}

// Planned is what a plan of the configuration knows: with it, variables,
// instances and values are the plan's.
type Planned struct {
	// Variables has the values of root module variables.
	Variables map[string]cty.Value
	// Values returns the planned values of a managed instance or data source by its full address.
	Values func(address string) (cty.Value, bool)
	// Keys returns the instance keys (strings or numbers) of a resource block or module call,
	// by its address with the keys of the modules around it. It is asked where count or for_each is unknown.
	Keys func(blockAddress string) ([]cty.Value, bool)
}

// Limits bound what one root module may ask for. Zero means the default.
type Limits struct {
	FileBytes  int // of one file; 4 MiB
	TotalBytes int // of all files; 128 MiB
	Instances  int // of resources and modules; 100,000
	Modules    int // calls, before count and for_each; 10,000
	Depth      int // of modules within modules; 32
	Work       int // elements that expressions go through; 20,000,000
}

// Times are the defaults n times over, for configuration that is large and
// trusted. Depth stays: no configuration is that deep.
func Times(n int) Limits {
	l := Limits{}.withDefaults()
	for _, p := range []*int{&l.FileBytes, &l.TotalBytes, &l.Instances, &l.Modules, &l.Work} {
		*p = min(*p, math.MaxInt/n) * n
	}
	return l
}

func (l Limits) withDefaults() Limits {
	set := func(p *int, def int) {
		if *p == 0 {
			*p = def
		}
	}
	set(&l.FileBytes, 4<<20)
	set(&l.TotalBytes, 128<<20)
	set(&l.Instances, 100_000)
	set(&l.Modules, 10_000)
	set(&l.Depth, 32)
	set(&l.Work, 20_000_000)
	return l
}

// Module is an evaluated root module.
type Module struct {
	Instances []*inventory.Instance // in the order of their addresses
	Input     inventory.Input
	// Sources has every file that was parsed, for diagnostics with the lines shown.
	Sources    map[string]*hcl.File
	Blocks     []Block // every resource and data block of all modules
	Statements []Statement
	Unread     []string // addresses, without keys, of module calls of which the module could not be read

	moves []move
}

// Block is a resource or data block as it is declared.
type Block struct {
	Address  string // without any keys: module.app.digitalocean_droplet.web
	Type     string
	Name     string
	Data     bool
	Position inventory.Position
	// Constants has the top-level arguments that are written as literals.
	Constants map[string]cty.Value
}

// Statement is a comment that begins with "srmlint:".
type Statement struct {
	Text     string // from "srmlint:" to the end of the line
	Position inventory.Position
	Range    hcl.Range
	// BlockAddress is the block that the comment stands in or directly above, without
	// keys: module.app.digitalocean_droplet.web; "" if there is none.
	BlockAddress string
	// Attribute is the argument that the comment stands beside or directly above.
	Attribute string
}
