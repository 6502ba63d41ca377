package catalogue

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestOpenToWorld(t *testing.T) {
	list := func(s ...string) []cty.Value { return []cty.Value{texts(s...)} }
	testCalls(t, "open_to_world", []callTest{
		{"IPv4", list("0.0.0.0/0"), cty.True},
		{"IPv6", list("::/0"), cty.True},
		{"IPv6 that is given out", list("2000::/3"), cty.True},
		{"IPv4 as IPv6", list("::ffff:0.0.0.0/96"), cty.True},
		{"with host bits", list("203.0.113.7/0"), cty.True},
		{"with space", list(" 0.0.0.0/0 "), cty.True},
		{"no length", list("0.0.0.0"), cty.True},
		{"a load balancer's rule", list("cidr:0.0.0.0/0"), cty.True},
		{"two halves", list("0.0.0.0/1", "128.0.0.0/1"), cty.True},
		{"four quarters", list("0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2"), cty.True},
		{"all but private", list("0.0.0.0/5", "8.0.0.0/7", "11.0.0.0/8", "12.0.0.0/6", "16.0.0.0/4", "32.0.0.0/3", "64.0.0.0/2", "128.0.0.0/2"), cty.True},
		{"twice the same quarter", list("0.0.0.0/2", "0.0.0.0/2", "0.0.0.0/2"), cty.False},
		{"an office", list("203.0.113.0/24", "2001:db8::/32"), cty.False},
		{"an ip rule", list("ip:203.0.113.7"), cty.False},
		{"a private range", list("10.0.0.0/8"), cty.False},
		{"IPv6 that nobody has", list("8000::/1"), cty.False},
		{"a single IPv6 address", list("2001:db8::1"), cty.False},
		{"none", list(), cty.False},
		{"null", []cty.Value{cty.NullVal(cty.List(cty.String))}, cty.False},
		{"a null element", []cty.Value{listWith(nullText)}, cty.False},
		{"no address", list("office"), open},
		{"a zone", list("fe80::1%eth0"), open},
		{"unknown", []cty.Value{cty.UnknownVal(cty.List(cty.String))}, open},
		{"an unknown element", []cty.Value{listWith(unknownText, cty.StringVal("10.0.0.0/8"))}, open},
		{"an unknown element beside the world", []cty.Value{listWith(unknownText, cty.StringVal("0.0.0.0/0"))}, cty.True},
	})
}

func TestIsPublicCIDR(t *testing.T) {
	var tests []callTest
	for cidr, want := range map[string]cty.Value{
		"0.0.0.0/0": cty.True, "203.0.113.0/24": cty.True, "8.8.8.8": cty.True, "2001:db8::/32": cty.True,
		"10.0.0.0/7": cty.True, "10.0.0.0/8": cty.False, "10.1.2.3": cty.False, "172.16.0.0/12": cty.False, "172.0.0.0/8": cty.True,
		"192.168.1.0/24": cty.False, "127.0.0.1": cty.False, "fd00::/8": cty.False, "fe80::1": cty.False, "::1": cty.False,
		"100.64.0.0/10": cty.False, "office": open,
	} {
		tests = append(tests, callTest{cidr, []cty.Value{cty.StringVal(cidr)}, want})
	}
	tests = append(tests, callTest{"null", []cty.Value{nullText}, cty.False}, callTest{"unknown", []cty.Value{unknownText}, open})
	testCalls(t, "is_public_cidr", tests)
}

func TestPortsOverlap(t *testing.T) {
	asked := texts("22", "3389", "5900-5903")
	var tests []callTest
	for written, want := range map[string]cty.Value{
		"22": cty.True, " 22 ": cty.True, "20-25": cty.True, "1-65535": cty.True, "0-65535": cty.True, "all": cty.True, "ALL": cty.True,
		"0": cty.True, "": cty.True, "5903-6000": cty.True, "443": cty.False, "23-3388": cty.False,
		"ssh": open, "22-": open, "25-20": open, "70000": open, "-1": open,
	} {
		tests = append(tests, callTest{written, []cty.Value{cty.StringVal(written), asked}, want})
	}
	tests = append(tests,
		callTest{"null is all", []cty.Value{nullText, asked}, cty.True},
		callTest{"unknown", []cty.Value{unknownText, asked}, open},
		callTest{"an unknown port asked for", []cty.Value{cty.StringVal("22"), listWith(unknownText)}, open},
	)
	testCalls(t, "ports_overlap", tests)
}

func TestPortsExcept(t *testing.T) {
	testCalls(t, "ports_except", []callTest{
		{"the web", []cty.Value{texts("443", "80")}, texts("1-79", "81-442", "444-65535")},
		{"neighbours", []cty.Value{texts("1", "2-3")}, texts("4-65535")},
		{"overlap", []cty.Value{texts("1-100", "50-200")}, texts("201-65535")},
		{"all", []cty.Value{texts("all")}, cty.ListValEmpty(cty.String)},
		{"none", []cty.Value{texts()}, texts("1-65535")},
		{"unknown", []cty.Value{listWith(unknownText)}, cty.UnknownVal(cty.List(cty.String))},
	})
}

func TestAskingForNoPortIsAMistakeOfTheRule(t *testing.T) {
	f := securityFunctions(nil, noon())["ports_except"]
	if _, err := f.Call([]cty.Value{texts("ssh")}); err == nil {
		t.Error("want an error for a port called ssh")
	}
}
