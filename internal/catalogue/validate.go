package catalogue

import (
	"regexp"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/provider"
)

// validate checks the rules against the provider's schema and each other. What
// has errors is still in the catalogue: the caller stops on errors.
func (c *Catalogue) validate(options Options) hcl.Diagnostics {
	c.functions = ruleFunctions(c.Images, options.Now)
	diags := c.index()
	for _, p := range c.Products {
		if !p.checked {
			diags = append(diags, validateProduct(p, options.Schema)...)
		}
	}
	for _, r := range c.Relations {
		if !r.checked {
			diags = append(diags, c.validateRelation(r, options.Schema)...)
		}
	}
	for _, o := range c.Obligations {
		if !o.checked {
			diags = append(diags, c.validateObligation(o, options.Schema)...)
		}
	}
	return diags
}

func validateProduct(p *Product, schema *provider.Schema) (diags hcl.Diagnostics) {
	diags = append(diags, knownTypes(p.Range, p.Resources, schema)...)
	for layer, owner := range p.Layers {
		if _, ok := p.Halves[layer]; (owner == Shared) != ok {
			diags = append(diags, problem(p.Range, "Halves of a shared layer",
				"Layer %q of product %q must be %q and have a block `shared %q` that says which half is whose, or neither.",
				layer, p.ID, Shared, layer))
		}
	}
	return diags
}

func knownTypes(at hcl.Range, types []string, schema *provider.Schema) (diags hcl.Diagnostics) {
	if len(types) == 0 {
		diags = append(diags, problem(at, "No resource types", "Name at least one resource type."))
	}
	for _, t := range types {
		if schema.Type(t) == nil {
			diags = append(diags, problem(at, "Unknown resource type",
				"The digitalocean provider has no %q.%s", t, suggestion(t, schema.Types())))
		}
	}
	return diags
}

func (c *Catalogue) validateRelation(r *Relation, schema *provider.Schema) hcl.Diagnostics {
	diags := append(knownTypes(r.Range, r.From, schema), knownTypes(r.Range, r.To, schema)...)
	if diags.HasErrors() {
		return diags
	}
	for _, j := range r.Joins {
		diags = append(diags, knownPath(r, j.From, r.From, schema)...)
		diags = append(diags, knownPath(r, j.To, r.To, schema)...)
	}
	if r.Where == nil {
		return diags
	}
	for _, from := range r.From {
		for _, to := range r.To {
			ctx := c.RelationContext(probeSelf(schema.Type(from)), probeSelf(schema.Type(to)))
			_, more := r.Where.Value(ctx)
			diags = append(diags, more...)
		}
	}
	return diags
}

// knownPath checks that each type on one side of a join has the attribute.
func knownPath(r *Relation, path []string, types []string, schema *provider.Schema) (diags hcl.Diagnostics) {
	for _, name := range types {
		t := schema.Type(name).Shape()
		for _, step := range path {
			for t.IsListType() || t.IsMapType() {
				t = t.ElementType()
			}
			if !t.IsObjectType() || !t.HasAttribute(step) {
				diags = append(diags, problem(r.Range, "Unknown attribute",
					"%s has no %q (in %q).%s", name, step, strings.Join(path, "."), suggestion(step, attributeNames(t))))
				break
			}
			t = t.AttributeType(step)
		}
	}
	return diags
}

func attributeNames(t cty.Type) []string {
	if !t.IsObjectType() {
		return nil
	}
	return sortedKeys(t.AttributeTypes())
}

func (c *Catalogue) validateObligation(o *Obligation, schema *provider.Schema) hcl.Diagnostics {
	diags := knownTypes(o.Range, o.Resources, schema)
	diags = append(diags, validateTexts(o)...)
	diags = append(diags, validateControls(o)...)
	if diags.HasErrors() {
		return diags
	}
	if p := o.Product; p == nil {
		diags = append(diags, problem(o.Range, "No product", "No product lists %s.", o.Resources[0]))
	} else if _, ok := p.Halves[o.Layer]; o.Owner == Shared && !ok {
		diags = append(diags, problem(o.Range, "Shared by whom",
			"%q is shared, but product %q has no block `shared %q` that says which half is whose.", o.ID, p.ID, o.Layer))
	}
	for _, t := range o.Resources {
		if more := c.validateExpressions(o, t, schema); more.HasErrors() {
			return append(diags, more...) // once is enough: other types repeat it
		}
	}
	return diags
}

var idPattern = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

func validateTexts(o *Obligation) (diags hcl.Diagnostics) {
	complain := func(format string, args ...any) {
		diags = append(diags, problem(o.Range, "Incomplete obligation", o.ID+": "+format, args...))
	}
	if !idPattern.MatchString(o.ID) {
		complain("an id is written in lower case with hyphens, such as droplet-firewall.")
	}
	if o.Title == "" || strings.HasSuffix(o.Title, ".") {
		complain("the title must be given, without a full stop.")
	}
	for name, text := range map[string]string{"why": o.Why, "remedy": o.Remedy} {
		if !strings.HasSuffix(text, ".") {
			complain("%s must be a sentence that ends in a full stop.", name)
		}
	}
	if (o.Addressed == nil) != (o.Gap == nil) {
		complain("`addressed` and `gap` go together: the condition, and what to say where it does not hold.")
	}
	if o.Addressed == nil && !strings.HasSuffix(o.Question, "?") {
		complain("without `addressed` only a person can answer: give the `question` to ask.")
	}
	return diags
}

// validateExpressions evaluates the obligation on an instance of which nothing
// but the types is known: that reaches every reference and every call.
func (c *Catalogue) validateExpressions(o *Obligation, resourceType string, schema *provider.Schema) hcl.Diagnostics {
	related := map[string]cty.Value{}
	for name, r := range c.relations[resourceType] {
		related[name] = probeRelated(r, schema)
	}
	for _, name := range o.RelationsUsed() {
		if _, ok := related[name]; !ok {
			return hcl.Diagnostics{problem(o.Range, "Unknown relation",
				"%s has no relation %q.%s", resourceType, name, suggestion(name, sortedKeys(related)))}
		}
	}
	block := schema.Type(resourceType)
	diags := c.knownReferences(o, block)
	if diags.HasErrors() {
		return diags
	}
	ctx, more := c.Context(o, Scope{
		Self:       probeSelf(block),
		Related:    related,
		Configured: probeConfigured(block),
		Lifecycle:  cty.UnknownVal(LifecycleType()),
	})
	diags = append(diags, more...)
	for _, e := range []hcl.Expression{o.Arises, o.Addressed, o.Gap} {
		if e == nil {
			continue
		}
		value, more := e.Value(ctx)
		diags = append(diags, more...)
		if want := expressionType(o, e); !more.HasErrors() && value.Type() != want && value.Type() != cty.DynamicPseudoType {
			diags = append(diags, problem(e.Range(), "Wrong type",
				"%s: this must give a %s, not a %s.", o.ID, want.FriendlyName(), value.Type().FriendlyName()))
		}
	}
	return diags
}

func expressionType(o *Obligation, e hcl.Expression) cty.Type {
	if e == o.Gap {
		return cty.String
	}
	return cty.Bool
}

// knownReferences checks self.x and configured.x by name, to suggest the nearest.
func (c *Catalogue) knownReferences(o *Obligation, block *provider.Block) (diags hcl.Diagnostics) {
	names := append(attributeNames(block.Shape()), "address")
	for _, t := range o.traversals() {
		root := t.RootName()
		if root != "self" && root != "configured" || len(t) < 2 {
			continue
		}
		attr, ok := t[1].(hcl.TraverseAttr)
		if ok && !contains(names, attr.Name) {
			diags = append(diags, problem(t.SourceRange(), "Unknown attribute",
				"%s: there is no %s.%s.%s", o.ID, root, attr.Name, suggestion(attr.Name, names)))
		}
	}
	return diags
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func validateControls(o *Obligation) (diags hcl.Diagnostics) {
	for _, framework := range sortedKeys(o.Controls) {
		for _, id := range o.Controls[framework] {
			if err := checkControl(framework, id); err != nil {
				diags = append(diags, problem(o.Range, "Unknown control", "%s: %s.", o.ID, err))
			}
		}
	}
	return diags
}
