package catalogue

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// firewallRule is an inbound or outbound rule of a Cloud Firewall as far as the
// world is concerned: Droplets, tags, load balancers and clusters are none of it.
type firewallRule struct {
	protocol   string
	protocolOK bool // known
	ports      span
	portsOK    bool // known and readable
	text       string
	world      addressSet // the other side
	worldOK    bool       // known and readable, all of it
}

// exposure is what a set of rules lets through.
type exposure struct {
	rules []firewallRule
	whole bool // false where there may be more rules
}

func readExposure(rules cty.Value) exposure {
	if rules.IsNull() {
		return exposure{whole: true}
	}
	if !rules.IsKnown() || !rules.CanIterateElements() {
		return exposure{}
	}
	e := exposure{whole: true}
	for it := rules.ElementIterator(); it.Next(); {
		_, v := it.Element()
		if !v.IsKnown() || !v.Type().IsObjectType() {
			e.whole = false
			continue
		}
		if !v.IsNull() {
			e.rules = append(e.rules, readRule(v))
		}
	}
	return e
}

func readRule(v cty.Value) firewallRule {
	r := firewallRule{worldOK: true}
	r.protocol, r.protocolOK = text(attribute(v, "protocol"))
	r.protocol = strings.ToLower(r.protocol)
	ports, known := text(attribute(v, "port_range"))
	r.ports, r.portsOK = parsePorts(ports)
	r.portsOK = r.portsOK && known
	r.text = ports
	if r.portsOK && r.ports == allPorts && ports != "1-65535" {
		r.text = "all"
	}
	for _, name := range []string{"source_addresses", "destination_addresses"} {
		set, ok := readAddresses(attribute(v, name))
		r.world.join(set)
		r.worldOK = r.worldOK && ok
	}
	return r
}

// attribute returns null where an object lacks the attribute.
func attribute(v cty.Value, name string) cty.Value {
	if v.Type().IsObjectType() && v.Type().HasAttribute(name) {
		return v.GetAttr(name)
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// text reads a string; null is empty.
func text(v cty.Value) (s string, known bool) {
	switch {
	case v.IsNull():
		return "", true
	case !v.IsKnown():
		return "", false
	case v.Type() == cty.String:
		return v.AsString(), true
	}
	return "", false
}

// speaks tells whether the rule is about a protocol. ICMP has no ports: it is
// never about tcp or udp. A protocol that the provider does not know may be any.
func (r *firewallRule) speaks(protocol string) truth {
	if !r.protocolOK {
		return maybe
	}
	switch r.protocol {
	case protocol:
		return yes
	case "tcp", "udp", "icmp":
		return no
	}
	return maybe
}

// applies tells whether the rule lets the protocol through at the ports of a segment.
func (r *firewallRule) applies(protocol string, segment span) truth {
	t := r.speaks(protocol)
	switch {
	case t == no || r.portsOK && !r.ports.overlaps(segment):
		return no
	case t == maybe || !r.portsOK:
		return maybe
	}
	return yes
}

// reaches tells whether the whole world is let through at some of the asked
// ports. The addresses of all rules for a port count together: two rules for port 22 with
// half of the world each open it to all of it.
func (e *exposure) reaches(protocol string, asked []span) truth {
	answer := no
	asking := segments(asked, e.spans())
	if e.tooMany(asking) {
		return max(maybe, e.alone(protocol, asked))
	}
	for _, segment := range asking {
		switch e.open(protocol, segment) {
		case yes:
			return yes
		case maybe:
			answer = maybe
		}
	}
	if !e.whole && len(asked) > 0 {
		answer = maybe
	}
	return answer
}

// maxCompared bounds how often a rule is held against a segment of ports. A
// firewall of DigitalOcean has a hundred rules at most.
const maxCompared = 10_000_000

// alone tells whether some rule opens some of the asked ports by itself.
func (e *exposure) alone(protocol string, asked []span) truth {
	for i := range e.rules {
		r := &e.rules[i]
		for _, ports := range asked {
			if r.applies(protocol, ports) == yes && r.world.world() {
				return yes
			}
		}
	}
	return no
}

// tooMany tells of rules that nobody can have made by hand, which are not held
// against each other: what they let through together is left open.
func (e *exposure) tooMany(asked []span) bool { return len(asked)*len(e.rules) > maxCompared }

func (e *exposure) spans() (all []span) {
	for i := range e.rules {
		if e.rules[i].portsOK {
			all = append(all, e.rules[i].ports)
		}
	}
	return all
}

func (e *exposure) open(protocol string, segment span) truth {
	var surely, possibly addressSet
	anything := false
	for i := range e.rules {
		r := &e.rules[i]
		switch r.applies(protocol, segment) {
		case no:
			continue
		case yes:
			surely.join(r.world)
		}
		possibly.join(r.world)
		anything = anything || !r.worldOK
	}
	switch {
	case surely.world():
		return yes
	case anything || possibly.world():
		return maybe
	}
	return no
}

// ranges names the rules that open some of the asked ports to the world, such as "tcp 22".
func (e *exposure) ranges(protocol string, asked []span) (names []string) {
	open := segments(asked, e.spans())
	if e.tooMany(open) {
		return nil
	}
	open = slices.DeleteFunc(open, func(segment span) bool { return e.open(protocol, segment) != yes })
	for i := range e.rules {
		r := &e.rules[i]
		if len(r.world.v4)+len(r.world.v6) == 0 {
			continue
		}
		for _, segment := range open {
			if r.applies(protocol, segment) == yes {
				names = appendNew(names, protocol+" "+r.text)
				break
			}
		}
	}
	return names
}

func appendNew(list []string, s string) []string {
	if contains(list, s) {
		return list
	}
	return append(list, s)
}
