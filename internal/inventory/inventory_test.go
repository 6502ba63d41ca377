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
