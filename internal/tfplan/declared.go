package tfplan

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// blocks lists every resource and data block of the configuration.
func (rd *reader) blocks(root *moduleConfig) Configuration {
	var out Configuration
	root.walk(func(m *moduleConfig, r *resourceConfig) {
		b := ConfigBlock{Address: m.within(r.address), Type: r.typ}
		if provider.IsType(r.typ) {
			b.Constants = rd.constants(r)
		}
		out.Blocks = append(out.Blocks, b)
	})
	return out
}

// constants are the top-level arguments that are written as constants.
func (rd *reader) constants(r *resourceConfig) map[string]cty.Value {
	out := map[string]cty.Value{}
	block := rd.opts.Schema.Type(r.typ)
	for name := range r.body.fields {
		if block != nil && block.Blocks[name] != nil {
			continue
		}
		e := r.body.expression(name)
		if e.constant == nil || deeper(e.constant, rd.opts.Limits.Depth) {
			continue
		}
		v := decodeImplied(e.constant)
		if v == cty.NilVal {
			continue
		}
		if block != nil && block.Attributes[name] != nil && block.Attributes[name].Sensitive {
			v = v.Mark(inventory.Sensitive)
		}
		out[name] = v
	}
	return out
}

// countBlocks counts managed resource blocks of any provider; a state has no
// configuration, so that only those read are counted.
func (rd *reader) countBlocks(root *moduleConfig) int {
	if rd.configuration == nil {
		return len(rd.managed)
	}
	n := 0
	root.walk(func(_ *moduleConfig, r *resourceConfig) {
		if !r.data {
			n++
		}
	})
	return n
}
