package inventory

import "testing"

func TestAddressLess(t *testing.T) {
	ordered := []string{
		"digitalocean_droplet.a", "digitalocean_droplet.web2", "digitalocean_droplet.web10",
		"digitalocean_droplet.web[0]", "digitalocean_droplet.web[2]", "digitalocean_droplet.web[10]",
	}
	for i, a := range ordered {
		for j, b := range ordered {
			if got := AddressLess(a, b); got != (i < j) {
				t.Errorf("%s < %s: got %v", a, b, got)
			}
		}
	}
}

func TestBlockOf(t *testing.T) {
	tests := map[string]string{
		"":                            "",
		"digitalocean_droplet.web":    "digitalocean_droplet.web",
		"digitalocean_droplet.web[0]": "digitalocean_droplet.web",
		`module.a["x"].digitalocean_droplet.web["y"]`:          `module.a["x"].digitalocean_droplet.web`,
		`module.a["x"].digitalocean_droplet.web`:               `module.a["x"].digitalocean_droplet.web`,
		`digitalocean_droplet.web["a[0].b\"]"]`:                "digitalocean_droplet.web",
		`module.a["x[\"y"].data.digitalocean_droplet.web["]"]`: `module.a["x[\"y"].data.digitalocean_droplet.web`,
	}
	for address, want := range tests {
		if got := BlockOf(address); got != want {
			t.Errorf("%s: got %s, want %s", address, got, want)
		}
	}
}

func TestUnkeyed(t *testing.T) {
	for address, want := range map[string]string{
		"":                         "",
		"digitalocean_droplet.web": "digitalocean_droplet.web",
		`module.a["x.y"].digitalocean_droplet.web[0]`: "module.a.digitalocean_droplet.web",
		`digitalocean_droplet.web["a]\"[b"]`:          "digitalocean_droplet.web",
		`digitalocean_droplet.web["open`:              "digitalocean_droplet.web",
	} {
		if got := Unkeyed(address); got != want {
			t.Errorf("%s: got %s, want %s", address, got, want)
		}
	}
}

func TestWithoutKeys(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "",
		"nothing [0] of the kind":     "nothing [0] of the kind",
		"digitalocean_droplet.web[0]": "digitalocean_droplet.web",
		`module.a["x"].module.b[1].digitalocean_droplet.web["y"].tags[0] is`: `module.a.module.b.digitalocean_droplet.web.tags[0] is`,
		"data.digitalocean_vpc.main[2], and (module.a[0])":                   "data.digitalocean_vpc.main, and (module.a)",
		`inbound_rule[0] of digitalocean_firewall.fw["a]"]`:                  `inbound_rule[0] of digitalocean_firewall.fw`,
		"mydigitalocean_droplet.web[0]":                                      "mydigitalocean_droplet.web[0]",
		"xmodule.a[0]":                                                       "xmodule.a[0]",
		"self.module.a[0]":                                                   "self.module.a",
		"digitalocean_droplet.web[0":                                         "digitalocean_droplet.web[0",
		"digitalocean_droplet [0]":                                           "digitalocean_droplet [0]",
		"digitalocean_droplet.":                                              "digitalocean_droplet.",
		"module.]":                                                           "module.]",
		`größe digitalocean_droplet.ü["ö"]`:                                  `größe digitalocean_droplet.ü`,
	} {
		if got := WithoutKeys(text); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func FuzzWithoutKeys(f *testing.F) {
	f.Add(`module.a["x"].digitalocean_droplet.web[0]`)
	f.Fuzz(func(t *testing.T, text string) {
		if once := WithoutKeys(text); len(once) > len(text) {
			t.Errorf("%q became %q", text, once)
		}
	})
}

// FuzzAddressLess: the order is one of its own, whatever the texts begin with.
func FuzzAddressLess(f *testing.F) {
	f.Add("web[10]", "web[9]", "web[1]")
	f.Add("a01", "a1", "a001b")
	f.Fuzz(func(t *testing.T, a, b, prefix string) {
		if AddressLess(a, b) && AddressLess(b, a) {
			t.Errorf("%q and %q", a, b)
		}
		if AddressLess(prefix+"x"+a, prefix+"x"+b) != AddressLess("x"+a, "x"+b) {
			t.Errorf("%q and %q after %q", a, b, prefix)
		}
	})
}
