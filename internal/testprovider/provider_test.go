package testprovider

import (
	"context"
	"testing"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"

	"github.com/srmlint/srmlint/internal/provider"
)

func TestProviderIsValid(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.InternalValidate(); err != nil {
		t.Fatal(err)
	}
}

// TestSchemaIsTheRealOne holds what terraform sees of each type against the embedded schema.
func TestSchemaIsTheRealOne(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	embedded := provider.Load()
	for _, name := range embedded.Types() {
		want, got := embedded.Type(name), p.ResourcesMap[name].CoreConfigSchema()
		for attribute, a := range want.Attributes {
			g, ok := got.Attributes[attribute]
			if !ok {
				t.Errorf("%s.%s is missing", name, attribute)
				continue
			}
			if g.Required != a.Required || g.Optional != a.Optional || g.Computed != a.Computed || g.Sensitive != a.Sensitive {
				t.Errorf("%s.%s: got required, optional, computed, sensitive = %v, %v, %v, %v; want %v, %v, %v, %v", name, attribute,
					g.Required, g.Optional, g.Computed, g.Sensitive, a.Required, a.Optional, a.Computed, a.Sensitive)
			}
			if g.Type.GoString() != a.Type.GoString() {
				t.Errorf("%s.%s is %#v, want %#v", name, attribute, g.Type, a.Type)
			}
		}
		for block, n := range want.Blocks {
			g, ok := got.BlockTypes[block]
			if !ok {
				t.Errorf("%s.%s is missing", name, block)
			} else if g.MinItems != n.Min || g.MaxItems != n.Max {
				t.Errorf("%s.%s: %d to %d blocks, want %d to %d", name, block, g.MinItems, g.MaxItems, n.Min, n.Max)
			}
		}
		if len(got.Attributes) != len(want.Attributes) || len(got.BlockTypes) != len(want.Blocks) {
			t.Errorf("%s: %d attributes and %d blocks, want %d and %d", name,
				len(got.Attributes), len(got.BlockTypes), len(want.Attributes), len(want.Blocks))
		}
	}
}

func TestIdentifiers(t *testing.T) {
	tests := []struct {
		typeName string
		config   map[string]any
		want     string
	}{
		{"digitalocean_tag", map[string]any{"name": "web"}, "web"},
		{"digitalocean_domain", map[string]any{"name": "example.com"}, "example.com"},
		{"digitalocean_certificate", map[string]any{"name": "le"}, "le"},
		{"digitalocean_spaces_bucket", map[string]any{"name": "assets"}, "assets"},
	}
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		d := create(t, p, test.typeName, test.config)
		if d.Id() != test.want {
			t.Errorf("%s: id %q, want %q", test.typeName, d.Id(), test.want)
		}
	}
}

func TestDropletIsNumberedAndAddressed(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	d := create(t, p, "digitalocean_droplet", map[string]any{"name": "web", "image": "debian", "size": "s"})
	if id := d.Id(); len(id) != 9 || id[0] != '3' {
		t.Errorf("id %q is no Droplet's", id)
	}
	if urn := d.Get("urn"); urn != "do:droplet:"+d.Id() {
		t.Errorf("urn %q", urn)
	}
	if d.Get("ipv4_address") == "" || d.Get("ipv4_address_private") == "" {
		t.Error("the Droplet has no addresses")
	}
}

func TestSecretsAreHashed(t *testing.T) {
	if got, want := hash("#!/bin/sh"), "8ba27a5c52aadda081f0346f31b2e3044f15894c"; got != want {
		t.Errorf("hash is %q, want %q", got, want)
	}
}

func create(t *testing.T, p *schema.Provider, typeName string, config map[string]any) *schema.ResourceData {
	t.Helper()
	r := p.ResourcesMap[typeName]
	d := schema.TestResourceDataRaw(t, r.Schema, config)
	if diagnostics := r.CreateContext(context.Background(), d, nil); diagnostics.HasError() {
		t.Fatal(diagnostics)
	}
	return d
}
