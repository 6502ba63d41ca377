package catalogue

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

func openToWorldFunc() function.Function {
	return function.New(&function.Spec{
		Description: "Whether addresses and CIDRs together let in practically the whole of IPv4 or IPv6, in whatever pieces it is written.",
		Params:      []function.Parameter{{Name: "addresses", Type: cty.List(cty.String), AllowNull: true}},
		Type:        function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return openToWorld(args[0]).value(), nil
		},
	})
}

func openToWorld(addresses cty.Value) truth {
	set, all := readAddresses(addresses)
	switch {
	case set.world():
		return yes
	case !all:
		return maybe
	}
	return no
}

// readAddresses reads a list of addresses; all is false where some are unknown or unreadable.
func readAddresses(v cty.Value) (set addressSet, all bool) {
	list, all := stringList(v)
	for _, s := range list {
		p, ok := parseAddress(s)
		if !ok {
			all = false
			continue
		}
		set.add(p)
	}
	return set, all
}

func isPublicCIDRFunc() function.Function {
	return function.New(&function.Spec{
		Description: "Whether an address or CIDR has any public address: false for private, shared, loopback and link-local ranges.",
		Params:      []function.Parameter{{Name: "cidr", Type: cty.String, AllowNull: true}},
		Type:        function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if args[0].IsNull() {
				return cty.False, nil
			}
			p, ok := parseAddress(args[0].AsString())
			if !ok {
				return cty.UnknownVal(cty.Bool), nil
			}
			return cty.BoolVal(isPublic(p)), nil
		},
	})
}

func portsOverlapFunc() function.Function {
	return function.New(&function.Spec{
		Description: `Whether a port range ("22", "1-65535", "all", "0", "") has any of the ports or ranges of a list.`,
		Params: []function.Parameter{
			{Name: "range", Type: cty.String, AllowNull: true},
			{Name: "ports", Type: cty.List(cty.String)},
		},
		Type: function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			asked, err := askedPorts(args[1])
			if err != nil || asked == nil {
				return cty.UnknownVal(cty.Bool), err
			}
			written, _ := text(args[0])
			ports, ok := parsePorts(written)
			if !ok {
				return cty.UnknownVal(cty.Bool), nil
			}
			for _, a := range asked {
				if a.overlaps(ports) {
					return cty.True, nil
				}
			}
			return cty.False, nil
		},
	})
}

func portsExceptFunc() function.Function {
	return function.New(&function.Spec{
		Description: "All ranges of ports but those of a list.",
		Params:      []function.Parameter{{Name: "ports", Type: cty.List(cty.String)}},
		Type:        function.StaticReturnType(cty.List(cty.String)),
		Impl: func(args []cty.Value, t cty.Type) (cty.Value, error) {
			asked, err := askedPorts(args[0])
			if err != nil || asked == nil {
				return cty.UnknownVal(t), err
			}
			var names []string
			for _, s := range except(asked) {
				names = append(names, s.String())
			}
			return listOfStrings(names), nil
		},
	})
}

func worldReachesFunc() function.Function {
	return function.New(&function.Spec{
		Description: "Whether a firewall's inbound or outbound rules together let through the whole world at any of the ports, for tcp or udp.",
		Params:      exposureParams(),
		Type:        function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			asked, err := askedPorts(args[2])
			if err != nil || asked == nil {
				return cty.UnknownVal(cty.Bool), err
			}
			e := readExposure(args[0])
			return e.reaches(args[1].AsString(), asked).value(), nil
		},
	})
}

func worldRangesFunc() function.Function {
	return function.New(&function.Spec{
		Description: `The rules that surely open any of the ports to the whole world, such as "tcp 22". For the texts of gaps.`,
		Params:      exposureParams(),
		Type:        function.StaticReturnType(cty.List(cty.String)),
		Impl: func(args []cty.Value, t cty.Type) (cty.Value, error) {
			asked, err := askedPorts(args[2])
			if err != nil || asked == nil {
				return cty.UnknownVal(t), err
			}
			e := readExposure(args[0])
			return listOfStrings(e.ranges(args[1].AsString(), asked)), nil
		},
	})
}

func exposureParams() []function.Parameter {
	return []function.Parameter{
		{Name: "rules", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true},
		{Name: "protocol", Type: cty.String},
		{Name: "ports", Type: cty.List(cty.String)},
	}
}

// askedPorts reads the ports that a rule of the catalogue asks for: nil where
// some are unknown. What is no port there is a mistake of the rule.
func askedPorts(v cty.Value) ([]span, error) {
	list, all := stringList(v)
	if !all {
		return nil, nil
	}
	spans := []span{}
	for _, s := range list {
		ports, ok := parsePorts(s)
		if !ok {
			return nil, function.NewArgErrorf(0, "%q is no port or range of ports", s)
		}
		spans = append(spans, ports)
	}
	return spans, nil
}
