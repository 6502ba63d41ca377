package provider

import "testing"

func TestWithin(t *testing.T) {
	for text, want := range map[string]Form{
		"192.0.2.7":                       ipv4,
		"https://192.0.2.7/health":        ipv4,
		"http://192.0.2.7:8080":           ipv4,
		"https://192.0.2.7.nip.io/":       ipv4,
		"https://[2001:db8::7]:443/":      ipv6,
		"https://[2001:db8::7]/health":    ipv6,
		"2001:db8::7":                     ipv6,
		"https://example.com/health":      "",
		"https://example.com:8443/a:b":    "",
		"https://1192.0.2.7/":             "",
		"https://192.0.2.700/":            "",
		"https://v192.0.2.7/":             "",
		"https://192.0.2.7-x/":            "",
		"https://example.com/release/1.2": "",
		"":                                "",
	} {
		for _, form := range []Form{ipv4, ipv6, uuid, number, AnyForm} {
			if got := form.Within(text); got != (form == want && want != "") {
				t.Errorf("%q as %q: %t", text, form, got)
			}
		}
	}
}
