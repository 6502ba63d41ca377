package tfconfig

import (
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/zclconf/go-cty/cty"
)

// PlannedFrom makes Options.Planned of the instances that a plan has and of its variables.
func PlannedFrom(instances []*inventory.Instance, variables map[string]cty.Value) *Planned {
	values := make(map[string]cty.Value, len(instances))
	keys := map[string][]cty.Value{}
	seen := map[string]bool{}
	for _, i := range instances {
		if i.Ended || i.Type == provider.Terraform || i.Type == provider.Account {
			continue
		}
		values[i.Address] = i.Values
		for block, key := range keysIn(i.Address) {
			if whole := block + keyText(key); !seen[whole] {
				seen[whole] = true
				keys[block] = append(keys[block], key)
			}
		}
	}
	return &Planned{
		Variables: variables,
		Values:    func(address string) (cty.Value, bool) { v, ok := values[address]; return v, ok },
		Keys: func(block string) ([]cty.Value, bool) {
			found, ok := keys[block]
			return found, ok || isManaged(block)
		},
	}
}

// isManaged tells of a block that makes DigitalOcean resources: a plan has all
// of those, so that it makes none if the plan has none.
func isManaged(block string) bool {
	last := block
	if i := strings.LastIndex(block, "]."); i >= 0 {
		last = block[i+2:]
	}
	parts := strings.Split(last, ".")
	for len(parts) > 2 && parts[0] == "module" {
		parts = parts[2:]
	}
	return len(parts) == 2 && provider.IsType(parts[0])
}

// keysIn takes the keys off an address: for each part that has one, the address up to it.
func keysIn(address string) map[string]cty.Value {
	if !strings.Contains(address, "[") {
		return nil
	}
	out := map[string]cty.Value{}
	for i := 0; i < len(address); i++ {
		if address[i] != '[' {
			continue
		}
		end := closing(address, i)
		if key, ok := parseKey(address[i+1 : end]); ok {
			out[address[:i]] = key
		}
		i = end
	}
	return out
}

// closing finds the bracket that closes the one at i, past quotes.
func closing(address string, i int) int {
	quoted := false
	for ; i < len(address); i++ {
		switch c := address[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case c == ']' && !quoted:
			return i
		}
	}
	return len(address) - 1
}

func parseKey(text string) (cty.Value, bool) {
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return cty.NumberIntVal(n), true
	}
	x, diags := hclsyntax.ParseExpression([]byte(text), "", hcl.InitialPos)
	if diags.HasErrors() {
		return cty.NilVal, false
	}
	v, ok := constant(x)
	return v, ok && v.Type() == cty.String
}
