package tfconfig

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// config is a module as it is written, shared by all its calls.
type config struct {
	dir     string // in the file system
	display string // as a reader would write it

	variables map[string]*variable
	locals    map[string]*hclsyntax.Attribute
	outputs   map[string]*hclsyntax.Block
	resources map[string]*resource // by "type.name", data sources by "data.type.name"
	calls     map[string]*hclsyntax.Block
	providers []*hclsyntax.Block
	settings  []*hclsyntax.Block // terraform blocks
	moves     []move

	order []*resource // as written
	files []*parsedFile
}

// resource is a resource or data block.
type resource struct {
	data bool
	kind string // digitalocean_droplet
	name string
	body *hclsyntax.Body
	rng  hcl.Range // of the block's header
}

func (r *resource) key() string {
	if r.data {
		return "data." + r.kind + "." + r.name
	}
	return r.kind + "." + r.name
}

// variable is a variable block.
type variable struct {
	name      string
	typ       cty.Type
	defaults  *typeexpr.Defaults
	def       *hclsyntax.Attribute // nil: required
	sensitive bool
	nullable  bool
	literal   bool // a value from the command line is taken as it is
	rng       hcl.Range
}

// newConfig sorts the blocks of a module's files.
func newConfig(dir, display string, files []*parsedFile) (*config, hcl.Diagnostics) {
	c := &config{
		dir: dir, display: display, files: files,
		variables: map[string]*variable{}, locals: map[string]*hclsyntax.Attribute{},
		outputs: map[string]*hclsyntax.Block{}, resources: map[string]*resource{}, calls: map[string]*hclsyntax.Block{},
	}
	var diags hcl.Diagnostics
	for _, f := range files {
		for _, b := range f.body.Blocks {
			diags = append(diags, c.take(b, f.override)...)
		}
	}
	return c, diags
}

func (c *config) take(b *hclsyntax.Block, override bool) hcl.Diagnostics {
	if want, ok := labelCount(b.Type); ok && len(b.Labels) != want {
		return hcl.Diagnostics{{
			Severity: hcl.DiagError, Summary: "Wrong number of labels",
			Detail:  fmt.Sprintf("A %s block has %d labels, not %d.", b.Type, want, len(b.Labels)),
			Subject: b.DefRange().Ptr(),
		}}
	}
	switch b.Type {
	case "variable":
		return c.takeVariable(b, override)
	case "locals":
		return c.takeLocals(b, override)
	case "output":
		return takeBlock(c.outputs, b, override)
	case "module":
		return takeBlock(c.calls, b, override)
	case "resource", "data":
		return c.takeResource(b, override)
	case "provider":
		c.providers = append(c.providers, b)
	case "terraform":
		c.settings = append(c.settings, b)
	case "moved":
		c.takeMoved(b)
	}
	return nil // import, removed, check, ephemeral: they make no instances
}

func labelCount(kind string) (int, bool) {
	switch kind {
	case "resource", "data":
		return 2, true
	case "variable", "output", "module", "provider":
		return 1, true
	case "locals", "terraform":
		return 0, true
	}
	return 0, false
}

func (c *config) takeLocals(b *hclsyntax.Block, override bool) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for name, a := range b.Body.Attributes {
		if old, ok := c.locals[name]; ok && !override {
			diags = append(diags, duplicate("local value", name, a.NameRange, old.NameRange))
			continue
		}
		c.locals[name] = a
	}
	return diags
}

func takeBlock(into map[string]*hclsyntax.Block, b *hclsyntax.Block, override bool) hcl.Diagnostics {
	old, ok := into[b.Labels[0]]
	switch {
	case !ok:
		into[b.Labels[0]] = b
	case override:
		into[b.Labels[0]] = overridden(old, b)
	default:
		return hcl.Diagnostics{duplicate(b.Type, b.Labels[0], b.DefRange(), old.DefRange())}
	}
	return nil
}

func (c *config) takeResource(b *hclsyntax.Block, override bool) hcl.Diagnostics {
	r := &resource{data: b.Type == "data", kind: b.Labels[0], name: b.Labels[1], body: b.Body, rng: b.DefRange()}
	old, ok := c.resources[r.key()]
	switch {
	case ok && override:
		old.body = overriddenBody(old.body, b.Body)
	case ok:
		return hcl.Diagnostics{duplicate("block", r.key(), r.rng, old.rng)}
	default:
		c.resources[r.key()] = r
		c.order = append(c.order, r)
	}
	return nil
}

func duplicate(what, name string, rng, first hcl.Range) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: "Duplicate " + what,
		Detail:  fmt.Sprintf("%s was declared already at %s:%d.", name, first.Filename, first.Start.Line),
		Subject: rng.Ptr(),
	}
}
