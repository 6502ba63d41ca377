package tfconfig

import (
	"fmt"
	"math/big"
	"slices"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/zclconf/go-cty/cty"
)

// repetition says which instances a block makes.
type repetition struct {
	single bool // neither count nor for_each
	list   bool // count: the instances are a list
	// standIn: which instances there will be is unknown; the one that is there
	// stands for them all.
	standIn bool
	keys    []cty.Value // NilVal for the one of a single block or a stand-in
	names   []names     // each or count
	failed  bool
	index   map[string]int // keys by their text, made when first asked for
}

// repeat evaluates count and for_each of a block.
func (m *module) repeat(body *hclsyntax.Body, address string) *repetition {
	count, each := body.Attributes["count"], body.Attributes["for_each"]
	switch {
	case count != nil:
		return m.counted(count, address)
	case each != nil:
		return m.forEach(each, address)
	}
	if !m.instance(1, address, body.SrcRange) {
		return &repetition{failed: true}
	}
	return &repetition{single: true, keys: []cty.Value{cty.NilVal}, names: []names{nil}}
}

func (m *module) counted(a *hclsyntax.Attribute, address string) *repetition {
	r := &repetition{list: true}
	v, _ := m.evaluate(a.Expr).Unmark()
	if !v.IsKnown() {
		if keys, ok := m.plannedKeys(address); ok {
			return m.limited(r.of(keys, countName), address, a)
		}
		r.standIn = true
		return m.limited(r.of([]cty.Value{cty.NilVal}, countName), address, a)
	}
	n, ok := wholeNumber(v)
	if !ok {
		m.diags.error(a.Expr.Range(), "Invalid count argument", fmt.Sprintf("The count of %s must be a whole number, zero or more.", address))
		return &repetition{failed: true}
	}
	if !m.instance(n, address, a.Expr.Range()) {
		return &repetition{failed: true}
	}
	keys := make([]cty.Value, n)
	for i := range keys {
		keys[i] = cty.NumberIntVal(int64(i))
	}
	return r.of(keys, countName)
}

func (m *module) limited(r *repetition, address string, a *hclsyntax.Attribute) *repetition {
	if !m.instance(len(r.keys), address, a.Expr.Range()) {
		return &repetition{failed: true}
	}
	return r
}

func (r *repetition) of(keys []cty.Value, name func(cty.Value) names) *repetition {
	r.keys = keys
	for _, key := range keys {
		r.names = append(r.names, name(key))
	}
	return r
}

func countName(key cty.Value) names {
	if key == cty.NilVal {
		key = inventory.Unknown(cty.Number, inventory.Anything)
	}
	return names{"count": cty.ObjectVal(map[string]cty.Value{"index": key})}
}

func eachName(key, value cty.Value) names {
	return names{"each": cty.ObjectVal(map[string]cty.Value{"key": key, "value": value})}
}

func wholeNumber(v cty.Value) (int, bool) {
	if v.IsNull() {
		return 0, false
	}
	v, err := convertTo(v, cty.Number)
	if err != nil || v.IsNull() {
		return 0, false
	}
	n, accuracy := v.AsBigFloat().Int64()
	return int(n), accuracy == big.Exact && n >= 0 && n < 1<<40
}

func (m *module) forEach(a *hclsyntax.Attribute, address string) *repetition {
	v := m.evaluate(a.Expr)
	keys, elements, known := tfexpr.ForEach(v)
	if v.IsKnown() && secretKeys(v, keys) {
		return m.forEachSecret(a, address)
	}
	if v.IsKnown() && (v.IsNull() || keys == nil && known) {
		m.diags.error(a.Expr.Range(), "Invalid for_each argument", fmt.Sprintf("The for_each of %s must be a map, or a set of strings.", address))
		return &repetition{failed: true}
	}
	if !known {
		return m.forEachUnknown(a, v, address)
	}
	if !m.instance(len(keys), address, a.Expr.Range()) {
		return &repetition{failed: true}
	}
	r := &repetition{}
	for i, key := range keys {
		r.keys = append(r.keys, key)
		r.names = append(r.names, eachName(key, elements[i]))
	}
	return r
}

// secretKeys tells of keys that may not become part of addresses, which every
// report names. Terraform refuses them too.
func secretKeys(v cty.Value, keys []cty.Value) bool {
	return v.HasMark(inventory.Sensitive) || slices.ContainsFunc(keys, tfexpr.IsSensitive)
}

func (m *module) forEachSecret(a *hclsyntax.Attribute, address string) *repetition {
	if _, planned := m.plannedKeys(address); !planned {
		m.diags.error(a.Expr.Range(), "Invalid for_each argument", fmt.Sprintf("The for_each of %s is sensitive: its keys would be shown in addresses. Use nonsensitive() if they are no secret.", address))
	}
	return m.forEachUnknown(a, tfexpr.Sensitive(tfexpr.Anything()), address)
}

// forEachUnknown: the plan may know the keys; else one instance stands for all.
func (m *module) forEachUnknown(a *hclsyntax.Attribute, v cty.Value, address string) *repetition {
	r := &repetition{}
	element := tfexpr.ElementOf(v)
	if keys, ok := m.plannedKeys(address); ok {
		return m.limited(r.of(keys, func(key cty.Value) names { return eachName(key, tfexpr.Weaken(element)) }), address, a)
	}
	r.standIn = true
	return m.limited(r.of([]cty.Value{cty.NilVal}, func(cty.Value) names {
		return eachName(inventory.Unknown(cty.String, inventory.Anything), element)
	}), address, a)
}

func (m *module) plannedKeys(address string) ([]cty.Value, bool) {
	if m.opts.Planned == nil || m.opts.Planned.Keys == nil {
		return nil, false
	}
	keys, ok := m.opts.Planned.Keys(address)
	sort.SliceStable(keys, func(i, j int) bool { return inventory.AddressLess(keyText(keys[i]), keyText(keys[j])) })
	return keys, ok
}

// keyText writes an instance key as it stands in an address; empty for none.
func keyText(key cty.Value) string {
	switch {
	case key == cty.NilVal || key.IsNull() || !key.IsKnown():
		return ""
	case key.Type() == cty.Number:
		return "[" + key.AsBigFloat().Text('f', -1) + "]"
	}
	return "[" + quoted(key.AsString()) + "]"
}

// quoted writes a string as HCL does.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, r := range s {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case (r == '$' || r == '%') && strings.HasPrefix(s[i+1:], "{"):
			b.WriteRune(r)
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
