package input

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfconfig"
	"github.com/srmlint/srmlint/internal/tfplan"
)

// compare tells how many blocks of DigitalOcean types a plan and a
// configuration have in common, and what differs first, "" if nothing does.
// Blocks of modules that were not to be read do not count as missing.
func compare(planned []tfplan.ConfigBlock, declared []tfconfig.Block) (common int, difference string) {
	onDisk := map[string]tfconfig.Block{}
	modules := map[string]bool{}
	for _, b := range declared {
		modules[moduleOf(b.Address)] = true
		if provider.IsType(b.Type) {
			onDisk[b.Address] = b
		}
	}
	note := func(format string, args ...any) {
		if difference == "" {
			difference = fmt.Sprintf(format, args...)
		}
	}
	for _, b := range planned {
		if !provider.IsType(b.Type) {
			continue
		}
		d, ok := onDisk[b.Address]
		delete(onDisk, b.Address)
		if !ok {
			if modules[moduleOf(b.Address)] {
				note("it does not declare %s", b.Address)
			}
			continue
		}
		common++
		if name := differingConstant(b.Constants, d.Constants); name != "" {
			note("%s has another %s", b.Address, name)
		}
	}
	for _, address := range slices.Sorted(maps.Keys(onDisk)) {
		note("it declares %s, which the plan does not have", address)
	}
	return common, difference
}

// moduleOf is the module part of a block's address, "" for the root module.
func moduleOf(address string) string {
	parts := strings.Split(address, ".")
	n := 0
	for n+1 < len(parts) && parts[n] == "module" {
		n += 2
	}
	return strings.Join(parts[:n], ".")
}

// differingConstant names an argument that is a constant on both sides, and not the same.
func differingConstant(a, b map[string]cty.Value) string {
	for _, name := range slices.Sorted(maps.Keys(a)) {
		other, ok := b[name]
		if ok && !sameConstant(a[name], other) {
			return name
		}
	}
	return ""
}

// sameConstant compares scalars as text: what type a constant has depends on
// who read it. Of collections it only tells those apart that it understands.
func sameConstant(a, b cty.Value) bool {
	a, _ = a.UnmarkDeep()
	b, _ = b.UnmarkDeep()
	if !a.IsWhollyKnown() || !b.IsWhollyKnown() || a.IsNull() || b.IsNull() {
		return true
	}
	ta, errA := convert.Convert(a, cty.String)
	tb, errB := convert.Convert(b, cty.String)
	if errA == nil && errB == nil {
		return ta.RawEquals(tb)
	}
	if !a.CanIterateElements() || !b.CanIterateElements() || a.Type().IsObjectType() || b.Type().IsObjectType() {
		return true
	}
	if a.LengthInt() != b.LengthInt() {
		return false
	}
	as, bs := a.AsValueSlice(), b.AsValueSlice()
	for i := range as {
		if !sameConstant(as[i], bs[i]) {
			return false
		}
	}
	return true
}
