package tfplan

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// finish resolves what waited for the configuration, and makes the plan.
func (rd *reader) finish() *Plan {
	rd.lateState()
	root := parseModule(rd.configuration.get("root_module"), "", nil, 0)
	r := rd.resolver(root)
	p := &Plan{
		Input:     inventory.Input{Kind: "state", TerraformVersion: rd.terraformVersion, Errored: rd.errored},
		Variables: rd.rootVariables(root.variables),
	}
	if rd.isPlan() {
		p.Input.Kind = "plan"
	}
	rd.describe()
	for _, k := range rd.kinds {
		rd.completeKind(k)
	}
	p.Instances = make([]*inventory.Instance, 0, len(rd.entries)+2)
	for _, e := range rd.entries {
		rd.complete(r, e)
		p.Instances = append(p.Instances, e.instance)
	}
	p.Configuration = rd.blocks(root)
	p.Input.Resources = rd.countBlocks(root)
	p.Instances = append(p.Instances, rd.pseudo(root)...)
	rd.notes.plan(rd.errored, rd.incomplete)
	p.Notes = rd.notes.all()
	return p
}

func (rd *reader) resolver(root *moduleConfig) *resolver {
	r := &resolver{
		schema: rd.opts.Schema, root: root, modules: rd.modules, limits: rd.opts.Limits,
		relevant: newRelevance(rd.relevant), deferred: rd.deferred, entries: rd.entries,
		instances: rd.instances, values: map[valueKey]reachedValue{},
		memo: map[memoKey]remembered{}, running: map[memoKey]bool{},
	}
	for _, e := range rd.entries {
		if e.kind.module == nil {
			e.kind.module = r.moduleConfig(e.path)
			if e.kind.module != nil {
				e.kind.config = e.kind.module.resources[e.local]
			}
		}
	}
	return r
}

// moduleConfig finds the configuration of a module instance.
func (r *resolver) moduleConfig(path *modulePath) *moduleConfig {
	if path == nil {
		return r.root
	}
	parent := r.moduleConfig(path.parent)
	if parent == nil || parent.calls[path.call] == nil {
		return nil
	}
	return parent.calls[path.call].module
}

// completeKind makes what all instances of the kind share.
func (rd *reader) completeKind(k *kind) {
	o := &k.object
	o.Lifecycle = rd.lifecycle(o.Actions)
	if o.Ended {
		o.Values = cty.NullVal(k.plan.fields.shape)
		return
	}
	if k.config != nil {
		o.Configured = k.configured()
	}
	if o.Values == cty.NilVal && len(k.waiting) == 0 {
		o.Values = cty.ObjectVal(k.attrs)
	}
}

// resolve makes the values of an instance that has something unknown in it.
func (rd *reader) resolve(r *resolver, e *entry) map[string]cty.Value {
	top := &site{resolver: r, entry: e, missing: e.config == nil}
	if e.config != nil {
		top.from = []*blockSource{e.config.body}
	}
	values := make(map[string]cty.Value, len(e.plan.fields.fields))
	for name, v := range e.attrs {
		values[name] = v
	}
	for _, w := range e.waiting {
		values[w.field.name] = rd.wait(top, e, w)
	}
	return values
}

// wait decodes what has something unknown in it.
func (rd *reader) wait(top *site, e *entry, w waiting) cty.Value {
	if same := provider.Identity(e.plan.name, w.field.name); same != "" && w.unknown.isTrue() {
		if v, known := e.value(same); known {
			return v
		}
	}
	if w.unknown.kind() == '[' && w.field.block == nil {
		if v, ok := top.zip(w); ok {
			return v
		}
	}
	v, ok := decodeField(w.field, w.value, w.unknown, w.sensitive, top)
	if !ok {
		rd.notes.misfit(e.instance.Type+"."+w.field.name, e.instance.Address)
	}
	return v
}

// configured tells what the configuration sets. Dynamic blocks are not in the
// plan's configuration, only what they made. Instances of a block mostly share the answer.
func (k *kind) configured() map[string]bool {
	var dynamic []string
	for _, f := range k.plan.fields.fields {
		if f.block != nil && !f.computed && !k.config.body.has(f.name) && k.filled(f) {
			dynamic = append(dynamic, f.name)
		}
	}
	key := strings.Join(dynamic, " ")
	if out, ok := k.config.configured[key]; ok {
		return out
	}
	out := make(map[string]bool, len(k.plan.fields.fields))
	for _, f := range k.plan.fields.fields {
		out[f.name] = k.config.body.has(f.name)
	}
	for _, name := range dynamic {
		out[name] = true
	}
	if k.object.Data { // these are asked for whether or not they are kept
		for _, name := range provider.Lookup(k.object.Type) {
			out[name] = k.config.body.has(name)
		}
	}
	k.config.configured[key] = out
	return out
}

func (k *kind) filled(f *field) bool {
	v, known := k.attrs[f.name]
	if !known {
		return true // waiting: something in it is unknown, so it is there
	}
	bare, _ := v.Unmark()
	if bare.IsNull() || !bare.IsKnown() {
		return false
	}
	return !bare.CanIterateElements() || bare.Type().IsObjectType() || bare.LengthInt() > 0
}

// lifecycle returns the same value for all instances with the same actions.
func (rd *reader) lifecycle(actions []string) cty.Value {
	key := strings.Join(actions, " ")
	v, ok := rd.lifecycles[key]
	if !ok {
		v = lifecycle(actions)
		rd.lifecycles[key] = v
	}
	return v
}

// lifecycle: a plan shows what is done, and nothing of the meta-arguments.
func lifecycle(actions []string) cty.Value {
	list := cty.ListValEmpty(cty.String)
	if len(actions) > 0 {
		var values []cty.Value
		for _, a := range actions {
			values = append(values, cty.StringVal(a))
		}
		list = cty.ListVal(values)
	}
	return cty.ObjectVal(map[string]cty.Value{
		"actions":               list,
		"prevent_destroy":       inventory.Unknown(cty.Bool, inventory.Anything),
		"create_before_destroy": inventory.Unknown(cty.Bool, inventory.Anything),
		"ignore_changes":        inventory.Unknown(cty.List(cty.String), inventory.Anything),
	})
}

// valueText is a scalar as text, empty if it is none.
func valueText(v cty.Value) string {
	s, err := convert.Convert(v, cty.String)
	if err != nil || s.IsNull() || !s.IsKnown() {
		return ""
	}
	return s.AsString()
}
