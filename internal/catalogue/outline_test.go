package catalogue_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/rules"
)

func builtIn(t testing.TB, checked bool, wanted *catalogue.Wanted) *catalogue.Catalogue {
	t.Helper()
	c, _, diags := catalogue.Load(
		catalogue.Options{Schema: provider.Load(), Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), Wanted: wanted},
		catalogue.Source{Name: "rules", FS: rules.FS, Checked: checked},
	)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	return c
}

// What is parsed block by block for some types is what the whole has for them.
func TestWantedPartsAreThoseOfTheWhole(t *testing.T) {
	whole := builtIn(t, false, nil)
	for _, p := range whole.Products {
		for _, resourceType := range p.Resources {
			part := builtIn(t, true, &catalogue.Wanted{Types: []string{resourceType}})
			if diff := cmp.Diff(describe(whole, resourceType), describe(part, resourceType)); diff != "" {
				t.Errorf("%s: whole against part:\n%s", resourceType, diff)
			}
		}
	}
}

// described is what a catalogue has for one type, with the places in the files.
type described struct {
	Product     string
	Obligations map[string]string
	Relations   map[string]string
}

func describe(c *catalogue.Catalogue, resourceType string) described {
	d := described{Obligations: map[string]string{}, Relations: map[string]string{}}
	if p := c.ProductOf(resourceType); p != nil {
		d.Product = p.ID + p.Range.String()
	}
	for _, o := range c.ForType(resourceType) {
		d.Obligations[o.ID] = o.Product.ID + o.Range.String()
		if o.Gap != nil {
			d.Obligations[o.ID] += o.Gap.Range().String()
		}
	}
	for name, r := range c.RelationsFrom(resourceType) {
		d.Relations[name] = r.Range.String()
	}
	return d
}

func TestNamedObligationsAreWanted(t *testing.T) {
	part := builtIn(t, true, &catalogue.Wanted{Names: []string{"CKV_DIO_1", "Droplet-Firewall"}})
	for _, id := range []string{"spaces-versioning", "droplet-firewall", "CKV_DIO_1"} {
		if part.Obligation(id) == nil {
			t.Errorf("%s is not there", id)
		}
	}
	if part.Obligation("droplet-backups") != nil {
		t.Error("what nobody wants is not parsed")
	}
}

// BenchmarkLoad is what a run pays that looks at everything, and one that looks at a few types.
func BenchmarkLoad(b *testing.B) {
	b.Run("everything", func(b *testing.B) {
		for b.Loop() {
			builtIn(b, true, nil)
		}
	})
	b.Run("six types", func(b *testing.B) {
		wanted := &catalogue.Wanted{Types: []string{
			"digitalocean_droplet", "digitalocean_firewall", "digitalocean_vpc",
			"digitalocean_loadbalancer", provider.Account, provider.Terraform,
		}}
		for b.Loop() {
			builtIn(b, true, wanted)
		}
	})
}

// A run pays for the rules on its own types, and for their expressions only:
// allocations say how much is parsed, on every machine.
func TestLoadingIsCheap(t *testing.T) {
	schema := provider.Load()
	load := func(wanted *catalogue.Wanted) float64 {
		return testing.AllocsPerRun(3, func() {
			catalogue.Load(catalogue.Options{Schema: schema, Wanted: wanted}, catalogue.Source{Name: "rules", FS: rules.FS, Checked: true})
		})
	}
	small := &catalogue.Wanted{Types: []string{
		"digitalocean_droplet", "digitalocean_firewall", "digitalocean_vpc", "digitalocean_tag", "digitalocean_ssh_key",
		"digitalocean_loadbalancer", "digitalocean_certificate", provider.Account, provider.Terraform,
	}}
	for _, test := range []struct {
		name   string
		wanted *catalogue.Wanted
		most   float64
	}{
		{"nothing", &catalogue.Wanted{}, 5_000},
		{"nine types", small, 35_000},
		{"every type", &catalogue.Wanted{Types: append(schema.Types(), provider.Account, provider.Terraform)}, 95_000},
	} {
		if got := load(test.wanted); got > test.most {
			t.Errorf("%s: %.0f allocations, more than %.0f", test.name, got, test.most)
		}
	}
}
