package tfconfig

import (
	"fmt"
	"sort"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Mismatch says how the blocks of a plan's configuration differ from those of
// this module: a plan of other source is not to be read with it. Blocks of
// modules that could not be read are not missed. Values are not shown.
func (out *Module) Mismatch(planned []Block) []string {
	here := make(map[string]Block, len(out.Blocks))
	for _, b := range out.Blocks {
		here[b.Address] = b
	}
	var found []string
	for _, p := range planned {
		b, ok := here[p.Address]
		delete(here, p.Address)
		switch {
		case !ok && !out.unread(p.Address):
			found = append(found, fmt.Sprintf("%s is in the plan, and not in the configuration", p.Address))
		case ok:
			found = append(found, differingConstants(p, b)...)
		}
	}
	for address, b := range here {
		found = append(found, fmt.Sprintf("%s (%s) is in the configuration, and not in the plan", address, b.Position))
	}
	sort.Strings(found)
	return found
}

func (out *Module) unread(address string) bool {
	for _, module := range out.Unread {
		if strings.HasPrefix(address, module+".") {
			return true
		}
	}
	return false
}

// differingConstants compares arguments that both have as literals.
func differingConstants(p, b Block) []string {
	var found []string
	for name, planned := range p.Constants {
		v, ok := b.Constants[name]
		if !ok {
			continue
		}
		planned, _ = planned.UnmarkDeep()
		if !alike(planned, v) {
			found = append(found, fmt.Sprintf("%s of %s (%s) has another value in the plan", name, b.Address, b.Position))
		}
	}
	return found
}

// alike compares literals, of which one comes from JSON.
func alike(a, b cty.Value) bool {
	switch {
	case !a.IsKnown() || !b.IsKnown():
		return true
	case a.IsNull() || b.IsNull():
		return a.IsNull() && b.IsNull()
	case a.Type().IsPrimitiveType() && b.Type().IsPrimitiveType():
		x, errX := convertTo(a, cty.String)
		y, errY := convertTo(b, cty.String)
		return errX == nil && errY == nil && x.RawEquals(y)
	case !a.CanIterateElements() || !b.CanIterateElements() || a.LengthInt() != b.LengthInt():
		return false
	case a.Type().IsObjectType() || a.Type().IsMapType():
		return true // literals of this package are scalars and lists
	}
	as, bs := a.AsValueSlice(), b.AsValueSlice()
	for i := range as {
		if !alike(as[i], bs[i]) {
			return false
		}
	}
	return true
}
