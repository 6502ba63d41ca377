package tfplan

import (
	"fmt"
	"sort"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// dump writes a plan as text, for golden files and to compare plans. Null and
// empty values are left out; sensitive ones are written as such.
func dump(p *Plan) string {
	var b strings.Builder
	fmt.Fprintf(&b, "input %s resources=%d errored=%t\n", p.Input.Kind, p.Input.Resources, p.Input.Errored)
	for _, name := range sortedKeys(p.Variables) {
		fmt.Fprintf(&b, "var.%s = %s\n", name, show(p.Variables[name]))
	}
	for _, block := range p.Configuration.Blocks {
		fmt.Fprintf(&b, "block %s", block.Address)
		for _, name := range sortedKeys(block.Constants) {
			fmt.Fprintf(&b, " %s=%s", name, show(block.Constants[name]))
		}
		b.WriteString("\n")
	}
	for _, i := range p.Instances {
		dumpInstance(&b, i)
	}
	for _, d := range p.Notes {
		fmt.Fprintf(&b, "note %s: %s\n", d.Summary, d.Detail)
	}
	return b.String()
}

func dumpInstance(b *strings.Builder, i *inventory.Instance) {
	fmt.Fprintf(b, "\n%s %v", i.Address, i.Actions)
	if i.Ended {
		b.WriteString(" ended")
	}
	if i.PreviousAddress != "" {
		fmt.Fprintf(b, " was %s", i.PreviousAddress)
	}
	b.WriteString("\n")
	var configured []string
	for _, name := range sortedKeys(i.Configured) {
		if i.Configured[name] {
			configured = append(configured, name)
		}
	}
	fmt.Fprintf(b, "  configured %v\n", configured)
	dumpObject(b, "  ", i.Absolute(i.Values))
	if i.Before != cty.NilVal && !i.Before.RawEquals(i.Values) {
		dumpObject(b, "  before.", i.Before)
	}
}

func dumpObject(b *strings.Builder, prefix string, v cty.Value) {
	if v == cty.NilVal || v.IsNull() {
		return
	}
	for _, name := range sortedKeys(v.Type().AttributeTypes()) {
		if text := show(v.GetAttr(name)); text != "null" && text != "[]" && text != "{}" {
			fmt.Fprintf(b, "%s%s = %s\n", prefix, name, text)
		}
	}
}

// show writes a value with its marks.
func show(v cty.Value) string {
	v, marks := v.Unmark()
	var notes []string
	for m := range marks {
		switch m := m.(type) {
		case inventory.Origin:
			notes = append(notes, showOrigin(m))
		default:
			return "(sensitive)"
		}
	}
	sort.Strings(notes)
	if !v.IsKnown() {
		return "?" + strings.Join(notes, " ")
	}
	return showKnown(v) + strings.Join(notes, " ")
}

func showOrigin(o inventory.Origin) string {
	switch o {
	case inventory.Anything:
		return "<anything>"
	case inventory.Literals:
		return "<literals>"
	}
	return fmt.Sprintf("<%s %s.%s>", []string{"sure", "assumed", "maybe", "derived"}[o.Certainty], o.Address, o.Attribute)
}

func showKnown(v cty.Value) string {
	t := v.Type()
	switch {
	case v.IsNull():
		return "null"
	case t == cty.String:
		return fmt.Sprintf("%q", v.AsString())
	case t.IsPrimitiveType():
		return valueText(v)
	case t.IsObjectType() || t.IsMapType():
		var parts []string
		for it := v.ElementIterator(); it.Next(); {
			k, e := it.Element()
			if text := show(e); text != "null" && text != "[]" {
				parts = append(parts, k.AsString()+"="+text)
			}
		}
		return "{" + strings.Join(parts, " ") + "}"
	}
	var parts []string
	for it := v.ElementIterator(); it.Next(); {
		_, e := it.Element()
		parts = append(parts, show(e))
	}
	return "[" + strings.Join(parts, " ") + "]"
}
