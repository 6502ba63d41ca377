package catalogue

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/gohcl"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/srmlint/srmlint/internal/nesting"
)

// document is a rule file as it is written.
type document struct {
	Products    []productBlock    `hcl:"product,block"`
	Relations   []relationBlock   `hcl:"relation,block"`
	Obligations []obligationBlock `hcl:"obligation,block"`
	Lifetimes   []lifetimesBlock  `hcl:"end_of_life,block"`
}

type productBlock struct {
	ID           string            `hcl:"id,label"`
	Title        string            `hcl:"title"`
	ServiceModel string            `hcl:"service_model"`
	Resources    []string          `hcl:"resources"`
	Guide        string            `hcl:"guide,optional"`
	Basis        string            `hcl:"basis"`
	Layers       map[string]string `hcl:"layers"`
	Shared       []sharedBlock     `hcl:"shared,block"`
	Inherited    []string          `hcl:"inherited,optional"`
	Range        hcl.Range         `hcl:",def_range"`
}

type sharedBlock struct {
	Layer        string `hcl:"layer,label"`
	Customer     string `hcl:"customer"`
	DigitalOcean string `hcl:"digitalocean"`
}

type relationBlock struct {
	Name  string         `hcl:"name,label"`
	From  []string       `hcl:"from"`
	To    []string       `hcl:"to"`
	Joins []joinBlock    `hcl:"join,block"`
	Where hcl.Expression `hcl:"where,optional"`
	Range hcl.Range      `hcl:",def_range"`
}

type joinBlock struct {
	From  hcl.Expression `hcl:"from"`
	To    hcl.Expression `hcl:"to"`
	Match string         `hcl:"match,optional"`
}

type obligationBlock struct {
	ID        string              `hcl:"id,label"`
	Title     string              `hcl:"title"`
	Resources []string            `hcl:"resources"`
	Layer     string              `hcl:"layer"`
	Owner     string              `hcl:"owner"`
	Severity  string              `hcl:"severity"`
	Controls  map[string][]string `hcl:"controls,optional"`
	Aliases   []string            `hcl:"aliases,optional"`
	Source    string              `hcl:"source,optional"`
	Basis     string              `hcl:"basis"`
	Why       string              `hcl:"why"`
	Remedy    string              `hcl:"remedy"`
	Question  string              `hcl:"question,optional"`
	Waivable  *bool               `hcl:"waivable,optional"`
	Arises    hcl.Expression      `hcl:"arises,optional"`
	Addressed hcl.Expression      `hcl:"addressed,optional"`
	Gap       hcl.Expression      `hcl:"gap,optional"`
	Locals    []localsBlock       `hcl:"locals,block"`
	Range     hcl.Range           `hcl:",def_range"`
}

type localsBlock struct {
	Body hcl.Body `hcl:",remain"`
}

// parse reads one rule file. What decodes is returned beside the diagnostics on the rest.
func parse(src []byte, name string) (*document, *hcl.File, hcl.Diagnostics) {
	if d := nesting.CheckRules(src, name); d != nil {
		return &document{}, &hcl.File{Bytes: src}, hcl.Diagnostics{d}
	}
	file, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	if diags.HasErrors() {
		return &document{}, file, diags
	}
	doc, more := decode(file.Body)
	return doc, file, append(diags, more...)
}

// parseBlocks reads blocks of one file; their positions are those in the file.
func parseBlocks(blocks []outlined, name string) (*document, hcl.Diagnostics) {
	all := &document{}
	var diags hcl.Diagnostics
	for _, b := range blocks {
		doc, ok := readPlain(b, name)
		if !ok {
			var more hcl.Diagnostics
			doc, more = parseBlock(b, name)
			diags = append(diags, more...)
		}
		all.Products = append(all.Products, doc.Products...)
		all.Relations = append(all.Relations, doc.Relations...)
		all.Obligations = append(all.Obligations, doc.Obligations...)
		all.Lifetimes = append(all.Lifetimes, doc.Lifetimes...)
	}
	return all, diags
}

// parseBlock reads one block of a file with HCL's parser.
func parseBlock(b outlined, name string) (*document, hcl.Diagnostics) {
	file, diags := hclsyntax.ParseConfig(b.text, name, b.start)
	if diags.HasErrors() {
		return &document{}, diags
	}
	doc, more := decode(file.Body)
	return doc, append(diags, more...)
}

func decode(body hcl.Body) (*document, hcl.Diagnostics) {
	var doc document
	diags := gohcl.DecodeBody(body, nil, &doc)
	return &doc, diags
}

// given returns nil for an expression that the file leaves out: gohcl puts a
// literal null in its place.
func given(e hcl.Expression) hcl.Expression {
	if e == nil || e.Range().Empty() {
		return nil
	}
	return e
}
