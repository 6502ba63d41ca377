//go:build e2e

package e2e

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// oldVersion is a version of the real provider that can be built from source
// without its registry: see e2e.mk.
const oldVersion = "1.23.0"

// TestOldRealProvider reads plans that the real provider itself made, of
// arguments that it had then and has now, and plans of the provider for tests beside them.
func TestOldRealProvider(t *testing.T) {
	e := first(t)
	binary := filepath.Join(tools(), "provider-"+oldVersion, "terraform-provider-digitalocean")
	if _, err := os.Stat(binary); err != nil {
		t.Skip("skipped: " + binary + " is not there; `make e2e-tools` builds it")
	}
	if err := e.Provide(oldVersion, binary); err != nil {
		t.Fatal(err)
	}
	s := &story{T: t, ctx: context.Background()}
	for _, version := range []string{oldVersion, ">= 2"} {
		dir, of := t.TempDir(), "provider "+version
		put(t, dir, "main.tf", []byte(strings.ReplaceAll(droplets, "VERSION", version)))
		m, err := e.Open(s.ctx, dir, "")
		if err != nil {
			t.Fatal(err)
		}
		s.module = m
		path := s.plan(of)
		s.tell(of+", plan and configuration", path, "--source", m.Dir)
		for address, want := range map[string]string{
			"digitalocean_droplet.web[0]": "addressed",
			"digitalocean_droplet.web[1]": "addressed",
			"digitalocean_droplet.naked":  "unaddressed",
		} {
			if got := s.told[len(s.told)-1].verdicts[address+" droplet-firewall"]; got != want {
				t.Errorf("%s: droplet-firewall of %s is %q, want %s", of, address, got, want)
			}
		}
	}
}

const droplets = `
terraform {
  required_providers {
    digitalocean = {
      source  = "digitalocean/digitalocean"
      version = "VERSION"
    }
  }
}

provider "digitalocean" {
  token = "none"
}

resource "digitalocean_droplet" "web" {
  count  = 2
  name   = "web-${count.index}"
  image  = "ubuntu-24-04-x64"
  size   = "s-1vcpu-1gb"
  region = "nyc3"
}

resource "digitalocean_droplet" "naked" {
  name   = "naked"
  image  = "ubuntu-24-04-x64"
  size   = "s-1vcpu-1gb"
  region = "nyc3"
}

resource "digitalocean_firewall" "web" {
  name        = "web"
  droplet_ids = digitalocean_droplet.web[*].id

  inbound_rule {
    protocol         = "tcp"
    port_range       = "22"
    source_addresses = ["203.0.113.0/24"]
  }
}
`
