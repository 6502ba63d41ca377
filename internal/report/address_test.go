package report

import "testing"

func TestWithoutKeys(t *testing.T) {
	tests := map[string]string{
		"":                           "",
		"backups = false":            "backups = false",
		"inbound_rule[0].port is 22": "inbound_rule[0].port is 22",
		"it is behind digitalocean_loadbalancer.a[3], digitalocean_loadbalancer.b":            "it is behind digitalocean_loadbalancer.a, digitalocean_loadbalancer.b",
		`whether module.a["x.y[\"]"].module.b[0].digitalocean_droplet.web[1] (id) reaches it`: "whether module.a.module.b.digitalocean_droplet.web (id) reaches it",
		"data.digitalocean_droplet.d[0]. Then":                                                "data.digitalocean_droplet.d. Then",
		"mydigitalocean_droplet.d[0] is no address":                                           "mydigitalocean_droplet.d[0] is no address",
		"digitalocean_droplet.d[":                                                             "digitalocean_droplet.d",
	}
	for text, want := range tests {
		if got := withoutKeys(text); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}
