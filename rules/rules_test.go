package rules_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/rules"
)

func load(t *testing.T) (*catalogue.Catalogue, *provider.Schema) {
	t.Helper()
	schema := provider.Load()
	c, _, diags := catalogue.Load(
		catalogue.Options{Schema: schema, Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)},
		catalogue.Source{Name: "rules", FS: rules.FS},
	)
	for _, d := range diags {
		t.Error(d)
	}
	return c, schema
}

// withoutDuty are the resource types that create no duty of their own, and why.
func withoutDuty() map[string]string {
	return map[string]string{
		"digitalocean_volume_attachment":              "evidence for volume-attached",
		"digitalocean_reserved_ip_assignment":         "evidence for reserved-ip-assigned",
		"digitalocean_reserved_ipv6_assignment":       "evidence for reserved-ip-assigned",
		"digitalocean_floating_ip_assignment":         "evidence for reserved-ip-assigned",
		"digitalocean_project_resources":              "says which project a resource is in, no more",
		"digitalocean_database_kafka_schema_registry": "a schema is data of the application",
		"digitalocean_gradientai_indexing_job_cancel": "one action, over once it is applied",
	}
}

func TestEveryTypeHasItsProductAndDuties(t *testing.T) {
	c, schema := load(t)
	types := append(schema.Types(), provider.Terraform, provider.Account)
	if want := 81; len(types) != want {
		t.Errorf("%d types, want %d: say in this test what a new one asks of its owner", len(types), want)
	}
	without := withoutDuty()
	for _, name := range types {
		if c.ProductOf(name) == nil {
			t.Errorf("%s belongs to no product", name)
		}
		reason, listed := without[name]
		duties := len(c.ForType(name))
		switch {
		case duties == 0 && !listed:
			t.Errorf("%s has no obligation; write one, or say in this test why it creates no duty", name)
		case duties > 0 && listed:
			t.Errorf("%s has obligations, though this test says that it creates none (%s)", name, reason)
		}
	}
}

// A duty in a layer that is not the customer's, or that the chart does not
// have, would draw a chart that contradicts the report.
func TestObligationsFitTheChart(t *testing.T) {
	c, _ := load(t)
	for _, o := range c.Obligations {
		for _, name := range o.Resources {
			p := c.ProductOf(name)
			if p == nil {
				continue // told by the test above
			}
			switch owner, ok := p.Layers[o.Layer]; {
			case !ok:
				t.Errorf("%s: product %s has no layer %q", o.ID, p.ID, o.Layer)
			case owner == catalogue.DigitalOcean:
				t.Errorf("%s: layer %q of product %s is DigitalOcean's", o.ID, o.Layer, p.ID)
			case o.Owner == catalogue.DigitalOcean:
				t.Errorf("%s: an obligation is the customer's, at least in part", o.ID)
			}
		}
	}
}

func TestTextsOfObligations(t *testing.T) {
	c, _ := load(t)
	for _, o := range c.Obligations {
		if len(o.Title) > 60 {
			t.Errorf("%s: the title has %d characters, more than 60", o.ID, len(o.Title))
		}
		if len(o.Controls[catalogue.CSF2]) == 0 {
			t.Errorf("%s: no control of the NIST CSF 2.0", o.ID)
		}
		if o.Source != "" && !strings.HasPrefix(o.Source, "https://") {
			t.Errorf("%s: source %q is no https address", o.ID, o.Source)
		}
		if o.Basis == catalogue.Stated && o.Source == "" {
			t.Errorf("%s: basis is stated, but source does not say where", o.ID)
		}
	}
}

// Who comes from another scanner finds each of its checks, and docs/peers.md
// says what became of it.
func TestChecksOfOtherScanners(t *testing.T) {
	c, _ := load(t)
	doc, err := os.ReadFile("../docs/peers.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, alias := range []string{
		"DIG-0001", "DIG-0002", "DIG-0003", "DIG-0004", "DIG-0005", "DIG-0006", "DIG-0007", "DIG-0008", "DIG-0009",
		"CKV_DIO_1", "CKV_DIO_2", "CKV_DIO_3", "CKV_DIO_4",
	} {
		o := c.Obligation(strings.ToLower(alias))
		if o == nil {
			t.Errorf("no obligation has the alias %s", alias)
			continue
		}
		if row := "| " + alias + " |"; !strings.Contains(string(doc), row) || !strings.Contains(string(doc), "`"+o.ID+"`") {
			t.Errorf("docs/peers.md does not say that %s is %s", alias, o.ID)
		}
	}
	for _, line := range strings.Split(string(doc), "\n") {
		for i, word := range strings.Split(line, "`") {
			if i%2 == 1 && strings.HasPrefix(line, "| ") && c.Obligation(word) == nil {
				t.Errorf("docs/peers.md names %q, which is no obligation", word)
			}
		}
	}
}
