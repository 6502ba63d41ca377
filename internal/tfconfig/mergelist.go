package tfconfig

import (
	"crypto/sha1"
	"encoding/hex"
	"fmt"

	"github.com/zclconf/go-cty/cty"
)

// original returns the text that was configured where the plan has its hash:
// the provider keeps SHA-1 sums of user_data and of private keys.
func original(p, c cty.Value) cty.Value {
	const length = 2 * sha1.Size
	if text := p.AsString(); c.Type() != cty.String || len(text) != length {
		return p
	}
	sum := sha1.Sum([]byte(c.AsString()))
	if hex.EncodeToString(sum[:]) == p.AsString() {
		return c
	}
	return p
}

// list merges blocks, or the elements of an attribute. Those of a set stand in
// another order in the plan: each takes the configured one that it fits best.
func (m *merger) list(p, c cty.Value, planPath, configPath string) cty.Value {
	planned, configured := p.AsValueSlice(), c.AsValueSlice()
	if len(planned) == 0 || len(configured) == 0 || p.IsWhollyKnown() && p.Type().ElementType().IsPrimitiveType() {
		return p
	}
	partners := assign(planned, configured)
	for i, partner := range partners {
		if partner < 0 {
			m.moved = true
			continue
		}
		to, from := fmt.Sprintf("%s[%d]", planPath, i), fmt.Sprintf("%s[%d]", configPath, partner)
		m.moved = m.moved || to != from
		m.place(to, from)
		planned[i] = m.value(planned[i], configured[partner], to, from)
	}
	return cty.ListVal(planned)
}

// maxAssigned bounds the work of finding partners, which grows with the square.
const maxAssigned = 500

// assign finds for each planned element the configured one that it came from; -1 if none fits.
func assign(planned, configured []cty.Value) []int {
	out := make([]int, len(planned))
	inPlace := len(planned) == len(configured)
	for i := range out {
		out[i] = i
		inPlace = inPlace && agreement(planned[i], configured[i]) >= 0
	}
	if inPlace {
		return out
	}
	taken := make([]bool, len(configured))
	for i, p := range planned {
		best := -1
		out[i] = -1
		for j, c := range configured {
			if taken[j] || len(planned) > maxAssigned {
				continue
			}
			if a := agreement(p, c); a > best {
				best, out[i] = a, j
			}
		}
		if out[i] >= 0 {
			taken[out[i]] = true
		}
	}
	return out
}

// agreement counts what two values are known to have in common; -1 if they
// contradict each other.
func agreement(p, c cty.Value) int {
	p, _ = p.Unmark()
	c, _ = c.Unmark()
	switch {
	case !p.IsKnown() || !c.IsKnown():
		return 0
	case blank(p) || blank(c):
		if blank(p) && blank(c) {
			return 1
		}
		return -1
	case p.Type().IsObjectType() && c.Type().IsObjectType():
		return agreeObject(p, c)
	case p.Type().IsListType() && c.Type().IsListType():
		return agreeList(p.AsValueSlice(), c.AsValueSlice())
	case p.Type().Equals(c.Type()) && p.Equals(c).True():
		return 1
	case p.Type() == cty.String && c.Type() == cty.String && original(p, c) == c:
		return 1
	}
	return -1
}

// blank tells of null and of what SDK providers make of it in sets.
func blank(v cty.Value) bool {
	switch t := v.Type(); {
	case v.IsNull():
		return true
	case t == cty.String:
		return v.AsString() == ""
	case t == cty.Number:
		return v.RawEquals(cty.Zero)
	case t == cty.Bool:
		return v.False()
	case t.IsListType() || t.IsMapType():
		return v.LengthInt() == 0
	}
	return false
}

func agreeObject(p, c cty.Value) int {
	sum := 0
	for name, v := range p.AsValueMap() {
		if !c.Type().HasAttribute(name) {
			continue
		}
		a := agreement(v, c.GetAttr(name))
		if a < 0 {
			return -1
		}
		sum += a
	}
	return sum
}

// agreeList compares lists of which the order may differ.
func agreeList(p, c []cty.Value) int {
	if len(p) != len(c) || len(p) > maxAssigned {
		return min(0, len(c)-len(p))
	}
	sum := 0
	taken := make([]bool, len(c))
	for _, v := range p {
		best, at := -1, -1
		for j, other := range c {
			if a := agreement(v, other); !taken[j] && a > best {
				best, at = a, j
			}
		}
		if at < 0 {
			return -1
		}
		taken[at] = true
		sum += best
	}
	return sum
}
