package provider

import "testing"

func TestForms(t *testing.T) {
	tests := []struct {
		form      Form
		fit, wont []string
	}{
		{number, []string{"1", "300000041"}, []string{"", "web", "1.5", "-1", "0x1f"}},
		{uuid, []string{"506f78a4-e098-11e5-ad9f-000f53306ae1", "506F78A4-E098-11E5-AD9F-000F53306AE1"},
			[]string{"", "506f78a4", "506f78a4e09811e5ad9f000f53306ae1", "x506f78a4-e098-11e5-ad9f-000f53306ae1"}},
		{ipv4, []string{"192.0.2.1"}, []string{"", "192.0.2.0/24", "192.0.2", "::ffff:192.0.2.1", "2001:db8::1", "www"}},
		{ipv6, []string{"2001:db8::1", "2001:0DB8:0:0:0:0:0:1"}, []string{"", "192.0.2.1", "2001:db8::/32", "www"}},
		{fingerprint, []string{"3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa"}, []string{"", "3b", "512189", "web:key"}},
		{urn, []string{"do:droplet:1", "do:domain:example.com"}, []string{"", "droplet:1", "1"}},
		{AnyForm, []string{"", "web", "1"}, nil},
	}
	for _, test := range tests {
		for _, text := range test.fit {
			if !test.form.Fits(text) {
				t.Errorf("%q is no %s", text, test.form)
			}
		}
		for _, text := range test.wont {
			if test.form.Fits(text) {
				t.Errorf("%q is a %s", text, test.form)
			}
		}
	}
}

func TestFormOf(t *testing.T) {
	if f := FormOf("digitalocean_droplet", "ipv4_address"); f != ipv4 {
		t.Errorf("a Droplet's address is %q", f)
	}
	if f := FormOf("digitalocean_droplet", "name"); f != AnyForm {
		t.Errorf("a Droplet's name is %q", f)
	}
}
