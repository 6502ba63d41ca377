package catalogue

import (
	"strconv"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// aRule is a firewall rule as the provider's schema has it.
func aRule(protocol, ports, sources cty.Value) cty.Value {
	return cty.ObjectVal(map[string]cty.Value{"protocol": protocol, "port_range": ports, "source_addresses": sources})
}

func inbound(protocol, ports string, sources ...string) cty.Value {
	return aRule(cty.StringVal(protocol), cty.StringVal(ports), texts(sources...))
}

func TestWorldReaches(t *testing.T) {
	tcp, ports := cty.StringVal("tcp"), texts("22", "3389")
	const all = "0.0.0.0/0"
	world := texts(all)
	ruleType := inbound("tcp", "22").Type()
	rules := func(list ...cty.Value) []cty.Value { return []cty.Value{cty.TupleVal(list), tcp, ports} }
	testCalls(t, "world_reaches", []callTest{
		{"22", rules(inbound("tcp", "22", all)), cty.True},
		{"a range", rules(inbound("tcp", "20-25", all)), cty.True},
		{"all", rules(inbound("tcp", "all", all)), cty.True},
		{"in capitals", rules(inbound("TCP", "22", all)), cty.True},
		{"no range", rules(aRule(tcp, nullText, world)), cty.True},
		{"second rule", rules(inbound("tcp", "443", all), inbound("tcp", "3389", "::/0")), cty.True},
		{"halves in two rules", rules(inbound("tcp", "22", "0.0.0.0/1"), inbound("tcp", "1-100", "128.0.0.0/1")), cty.True},
		{"quarters of different ports", rules(inbound("tcp", "22", "0.0.0.0/2"), inbound("tcp", "3389", "128.0.0.0/2")), cty.False},
		{"443", rules(inbound("tcp", "443", all)), cty.False},
		{"udp", rules(inbound("udp", "22", all)), cty.False},
		{"icmp has no ports", rules(aRule(cty.StringVal("icmp"), nullText, world)), cty.False},
		{"an office", rules(inbound("tcp", "22", "203.0.113.0/24")), cty.False},
		{"no addresses", rules(aRule(tcp, cty.StringVal("22"), cty.NullVal(cty.List(cty.String)))), cty.False},
		{"no rules", rules(), cty.False},
		{"null", []cty.Value{cty.NullVal(cty.List(ruleType)), tcp, ports}, cty.False},
		{"unknown source", rules(aRule(tcp, cty.StringVal("22"), listWith(unknownText))), open},
		{"unknown sources", rules(aRule(tcp, cty.StringVal("22"), cty.UnknownVal(cty.List(cty.String)))), open},
		{"unknown source of another port", rules(aRule(tcp, cty.StringVal("443"), listWith(unknownText))), cty.False},
		{"unknown source beside the world", rules(aRule(tcp, cty.StringVal("22"), listWith(unknownText, cty.StringVal(all)))), cty.True},
		{"unknown ports to the world", rules(aRule(tcp, unknownText, world)), open},
		{"unknown ports to an office", rules(aRule(tcp, unknownText, texts("203.0.113.7"))), cty.False},
		{"unknown protocol", rules(aRule(unknownText, cty.StringVal("22"), world)), open},
		{"a protocol that is none", rules(inbound("any", "22", all)), open},
		{"unreadable ports", rules(inbound("tcp", "ssh", all)), open},
		{"an unknown rule", rules(cty.UnknownVal(ruleType)), open},
		{"an unknown rule beside the world", rules(cty.UnknownVal(ruleType), inbound("tcp", "22", all)), cty.True},
		{"unknown rules", []cty.Value{cty.UnknownVal(cty.List(ruleType)), tcp, ports}, open},
		{"nothing is asked", []cty.Value{cty.TupleVal([]cty.Value{inbound("tcp", "22", all)}), tcp, texts()}, cty.False},
		{"unknown ports are asked", []cty.Value{cty.TupleVal([]cty.Value{inbound("tcp", "22", all)}), tcp, listWith(unknownText)}, open},
	})
}

func TestWorldReachesOutbound(t *testing.T) {
	out := cty.ObjectVal(map[string]cty.Value{
		"protocol": cty.StringVal("tcp"), "port_range": cty.StringVal("1-65535"), "destination_addresses": texts("0.0.0.0/0"),
	})
	testCalls(t, "world_reaches", []callTest{
		{"destination", []cty.Value{cty.TupleVal([]cty.Value{out}), cty.StringVal("tcp"), texts("25")}, cty.True},
	})
}

func TestWorldRanges(t *testing.T) {
	const all = "0.0.0.0/0"
	ask := func(list ...cty.Value) []cty.Value {
		return []cty.Value{cty.TupleVal(list), cty.StringVal("tcp"), texts("22", "3389")}
	}
	testCalls(t, "world_ranges", []callTest{
		{"as written", ask(inbound("tcp", "20-25", all), inbound("tcp", "443", all)), texts("tcp 20-25")},
		{"all in one word", ask(inbound("tcp", "0", all), inbound("tcp", "", all)), texts("tcp all")},
		{"both halves", ask(inbound("tcp", "22", "0.0.0.0/2"), inbound("tcp", "20-30", "64.0.0.0/2"), inbound("tcp", "22", "203.0.113.7")), texts("tcp 22", "tcp 20-30")},
		{"not what is only possible", ask(aRule(cty.StringVal("tcp"), cty.StringVal("22"), listWith(unknownText))), texts()},
		{"none", ask(), texts()},
	})
}

// However a firewall is written, no argument makes the reader panic, and a rule
// that surely opens a port is never lost among others.
func FuzzWorldReaches(f *testing.F) {
	f.Add("tcp", "22", "0.0.0.0/0")
	f.Add("udp", "1-65535", "128.0.0.0/1")
	f.Add("", "-", "::ffff:0.0.0.0/96")
	f.Fuzz(func(t *testing.T, protocol, ports, source string) {
		other := readExposure(cty.TupleVal([]cty.Value{inbound(protocol, ports, source)}))
		other.reaches("tcp", []span{{22, 22}})
		e := readExposure(cty.TupleVal([]cty.Value{inbound(protocol, ports, source), inbound("tcp", "22", "0.0.0.0/0")}))
		if e.reaches("tcp", []span{{22, 22}}) != yes {
			t.Errorf("%q %q %q hides an open port", protocol, ports, source)
		}
	})
}

func BenchmarkWorldReaches(b *testing.B) {
	var list []cty.Value
	for range 50 {
		list = append(list, inbound("tcp", "1000-2000", "203.0.113.0/24", "198.51.100.0/24"))
	}
	rules := cty.ListVal(list)
	asked := []span{{1, 79}, {81, 442}, {444, 65535}}
	for b.Loop() {
		e := readExposure(rules)
		e.reaches("tcp", asked)
	}
}

// TestTooManyRules: what nobody can have made by hand is not gone through, and
// hides no rule that opens a port by itself.
func TestTooManyRules(t *testing.T) {
	var list []cty.Value
	for port := range 4000 {
		list = append(list, inbound("tcp", strconv.Itoa(10_000+port), "203.0.113.7"))
	}
	call := func(rules ...cty.Value) []cty.Value {
		return []cty.Value{cty.TupleVal(append(rules, list...)), cty.StringVal("tcp"), texts("1-65535")}
	}
	testCalls(t, "world_reaches", []callTest{
		{"none opens", call(), open},
		{"one opens", call(inbound("tcp", "22", "0.0.0.0/0")), cty.True},
	})
}
