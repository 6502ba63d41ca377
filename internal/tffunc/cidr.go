package tffunc

import (
	"net/netip"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// cidrcontains (OpenTofu) tells whether a range holds an address or another range.
func cidrcontains() function.Function {
	return ofTexts(cty.Bool, func(args []string) (cty.Value, error) {
		outer, err := netip.ParsePrefix(args[0])
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(0, "not a CIDR range")
		}
		inner, err := netip.ParsePrefix(args[1])
		if err != nil {
			address, err := netip.ParseAddr(args[1])
			if err != nil {
				return cty.NilVal, function.NewArgErrorf(1, "neither a CIDR range nor an address")
			}
			inner = netip.PrefixFrom(address, address.BitLen())
		}
		return cty.BoolVal(outer.Bits() <= inner.Bits() && outer.Contains(inner.Addr())), nil
	}, "containing_prefix", "contained_ip_or_prefix")
}

// checkIPv4 refuses ranges that have no netmask.
func checkIPv4(args []cty.Value) error {
	text, _ := known(args, 0)
	if prefix, err := netip.ParsePrefix(text); err == nil && !prefix.Addr().Is4() {
		return function.NewArgErrorf(0, "IPv6 addresses cannot have a netmask")
	}
	return nil
}
