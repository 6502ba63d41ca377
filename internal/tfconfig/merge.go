package tfconfig

import (
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/zclconf/go-cty/cty"
)

// Merge completes the instances of a plan with what the configuration tells:
// positions, what is configured, lifecycle, and values where the plan does not
// know them. What the plan knows wins, but for texts of which it holds only
// the hash. config should have been loaded with the plan as Options.Planned.
func Merge(plan, config []*inventory.Instance) {
	byAddress := make(map[string]*inventory.Instance, len(config))
	for _, c := range config {
		byAddress[c.Address] = c
	}
	for _, p := range plan {
		if p.Ended {
			continue
		}
		if c := byAddress[p.Address]; c != nil {
			p.Own()
			mergeInstance(p, c)
		} else if c := byAddress[p.Block]; c != nil && c.StandIn {
			p.Own()
			mergePlaces(p, c, c.Attributes)
		}
	}
}

func mergeInstance(p, c *inventory.Instance) {
	if p.Type == provider.Terraform {
		p.Values = c.Values // a plan holds next to nothing of it, and an unset backend is not the provider's to fill in
		mergePlaces(p, c, c.Attributes)
		return
	}
	m := &merger{from: c.Attributes}
	if p.Values != cty.NilVal && c.Values != cty.NilVal {
		p.Values = m.value(p.Values, c.Values, "", "")
	}
	positions := c.Attributes
	if m.moved {
		positions = m.to
	}
	mergePlaces(p, c, positions)
}

func mergePlaces(p, c *inventory.Instance, positions map[string]inventory.Position) {
	p.Position, p.Attributes = c.Position, positions
	if c.Configured != nil {
		p.Configured = c.Configured
	}
	p.Lifecycle = mergeLifecycle(p.Lifecycle, c.Lifecycle)
}

// mergeLifecycle: the plan knows the actions, the configuration the rest.
func mergeLifecycle(plan, config cty.Value) cty.Value {
	if plan == cty.NilVal || config == cty.NilVal || !plan.Type().IsObjectType() || !plan.Type().HasAttribute("actions") {
		return config
	}
	attributes := config.AsValueMap()
	attributes["actions"] = plan.GetAttr("actions")
	return cty.ObjectVal(attributes)
}

// merged is what a reference sees of a planned instance.
func merged(planned, configured cty.Value) cty.Value {
	return (&merger{}).value(planned, configured, "", "")
}

// merger merges the values of one instance. The elements of a set of blocks
// have another order in the plan, so that positions move with them.
type merger struct {
	from, to map[string]inventory.Position
	moved    bool
}

func (m *merger) value(p, c cty.Value, planPath, configPath string) cty.Value {
	bareP, marksP := p.Unmark()
	bareC, marksC := c.Unmark()
	_, sensitiveP := marksP[inventory.Sensitive]
	_, sensitiveC := marksC[inventory.Sensitive]
	var out cty.Value
	switch {
	case !p.IsKnown():
		out = preferred(p, c)
	case p.IsNull():
		out = bareP
	case !c.IsKnown() || c.IsNull():
		out = p
	default:
		out = m.known(bareP, bareC, planPath, configPath)
	}
	if sensitiveP || sensitiveC {
		out = out.Mark(inventory.Sensitive)
	}
	return out
}

// preferred chooses what to hold of a value that the plan does not know.
func preferred(p, c cty.Value) cty.Value {
	if c.IsKnown() {
		bare, _ := c.Unmark()
		if bare.IsNull() || bare.CanIterateElements() && bare.LengthInt() == 0 || !bare.Type().Equals(p.Type()) {
			return p // the provider fills in what is not configured
		}
		return c
	}
	originsP, anythingP, _ := inventory.Origins(p)
	originsC, anythingC, _ := inventory.Origins(c)
	if anythingC && (!anythingP || len(originsC) == 0 && len(originsP) > 0) || !c.Type().Equals(p.Type()) {
		return p
	}
	return c
}

// known merges two values that are known at their outermost level.
func (m *merger) known(p, c cty.Value, planPath, configPath string) cty.Value {
	switch t := p.Type(); {
	case t == cty.String:
		return original(p, c)
	case t.IsObjectType() && c.Type().IsObjectType():
		return m.object(p, c, planPath, configPath)
	case t.IsMapType() && c.Type().IsMapType():
		return m.mapping(p, c)
	case t.IsListType() && c.Type().IsListType():
		return m.list(p, c, planPath, configPath)
	}
	return p
}

func (m *merger) object(p, c cty.Value, planPath, configPath string) cty.Value {
	attributes := p.AsValueMap()
	for name, v := range attributes {
		if !c.Type().HasAttribute(name) {
			continue
		}
		to, from := dotted(planPath, name), dotted(configPath, name)
		m.place(to, from)
		attributes[name] = m.value(v, c.GetAttr(name), to, from)
	}
	return cty.ObjectVal(attributes)
}

func dotted(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// place copies the position of one path.
func (m *merger) place(to, from string) {
	if p, ok := m.from[from]; ok {
		if m.to == nil {
			m.to = make(map[string]inventory.Position, len(m.from))
		}
		m.to[to] = p
	}
}

func (m *merger) mapping(p, c cty.Value) cty.Value {
	out := p.AsValueMap()
	configured := c.AsValueMap()
	for key, v := range out {
		if other, ok := configured[key]; ok {
			out[key] = m.value(v, other, "", "")
		}
	}
	if len(out) == 0 {
		return p
	}
	return cty.MapVal(out)
}
