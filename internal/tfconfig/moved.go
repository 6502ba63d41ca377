package tfconfig

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// move is a moved block: what its addresses are, within the module instance
// that prefix names.
type move struct{ prefix, from, to string }

// takeMoved reads a moved block. One that Terraform would refuse is passed over.
func (c *config) takeMoved(b *hclsyntax.Block) {
	from, ok := writtenAddress(b.Body.Attributes["from"])
	to, ok2 := writtenAddress(b.Body.Attributes["to"])
	if ok && ok2 {
		c.moves = append(c.moves, move{from: from, to: to})
	}
}

// writtenAddress is module.app["x"].digitalocean_droplet.web[0] as a text.
func writtenAddress(a *hclsyntax.Attribute) (string, bool) {
	if a == nil {
		return "", false
	}
	traversal, diags := hcl.AbsTraversalForExpr(a.Expr)
	if diags.HasErrors() {
		return "", false
	}
	var text strings.Builder
	text.WriteString(traversal.RootName())
	for _, step := range traversal[1:] {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			text.WriteString("." + step.Name)
		case hcl.TraverseIndex:
			text.WriteString("[" + writtenKey(step.Key) + "]")
		}
	}
	return text.String(), true
}

// writtenKey is a key as an address has it: nothing for one that cannot be read.
func writtenKey(key cty.Value) string {
	text, err := convert.Convert(key, cty.String)
	if err != nil || text.IsNull() || !text.IsKnown() {
		return ""
	}
	if key.Type() == cty.String {
		return string(hclwrite.TokensForValue(key).Bytes())
	}
	return text.AsString()
}

// maxMoves bounds how long a chain of moves is followed.
const maxMoves = 100

// follow gives every instance the address that it had before all moves. Moves
// within a module are undone before those of the module itself.
func follow(moves []move, instances []*inventory.Instance) {
	slices.SortStableFunc(moves, func(a, b move) int { return len(b.prefix) - len(a.prefix) })
	for _, i := range instances {
		address := i.Address
		for range maxMoves {
			before, ok := previous(moves, address)
			if !ok || before == i.Address {
				break
			}
			address = before
		}
		if address != i.Address {
			i.PreviousAddress = address
		}
	}
}

// previous undoes the move that led to an address.
func previous(moves []move, address string) (string, bool) {
	for _, m := range moves {
		rest, ok := strings.CutPrefix(address, m.prefix+m.to)
		if !ok || rest != "" && rest[0] != '[' && rest[0] != '.' {
			continue
		}
		if strings.HasPrefix(rest, "[") && strings.HasSuffix(m.from, "]") {
			continue // one instance moved, and this is another
		}
		return m.prefix + m.from + rest, true
	}
	return "", false
}
