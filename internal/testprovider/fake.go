package testprovider

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	sdkcty "github.com/hashicorp/go-cty/cty" // the SDK's own copy of go-cty
	"github.com/hashicorp/go-cty/cty/convert"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/provider"
)

// seed is a number that the configuration of an object decides, so that the
// same configuration is given the same id in every run.
func seed(typeName string, d *schema.ResourceData) uint64 {
	return textSeed(fmt.Sprintf("%s %#v", typeName, d.GetRawConfig()))
}

func textSeed(text string) uint64 {
	sum := sha256.Sum256([]byte(text))
	return binary.BigEndian.Uint64(sum[:8])
}

// identifier is the id of an object: the one that a data source asks for, the
// value that the provider copies it from, a number for the types that the API
// numbers, else a UUID.
func identifier(typeName string, d *schema.ResourceData) string {
	if asked := configuredID(d); asked != "" {
		return asked
	}
	if from := provider.Identity(typeName, "id"); from != "" {
		if v, ok := d.Get(from).(string); ok && v != "" {
			return v
		}
	}
	n := seed(typeName, d)
	if numbered[typeName] {
		return strconv.FormatUint(300000000+n%100000000, 10)
	}
	return uuid(n)
}

func configuredID(d *schema.ResourceData) string {
	raw := d.GetRawConfig()
	if raw.IsNull() || !raw.IsKnown() || !raw.Type().HasAttribute("id") {
		return ""
	}
	id, err := convert.Convert(raw.GetAttr("id"), sdkcty.String)
	if err != nil || id.IsNull() || !id.IsKnown() {
		return ""
	}
	return id.AsString()
}

// numbered types have ids that the API counts up.
var numbered = map[string]bool{
	"digitalocean_droplet":          true,
	"digitalocean_droplet_snapshot": true,
	"digitalocean_image":            true,
	"digitalocean_custom_image":     true,
	"digitalocean_record":           true,
	"digitalocean_ssh_key":          true,
}

func uuid(n uint64) string {
	return fmt.Sprintf("%08x-%04x-4%03x-8%03x-%012x", n>>32, n>>16&0xffff, n&0xfff, n>>20&0xfff, n&0xffffffffffff)
}

// fill gives every computed attribute that has no value one that suits its name and type.
func fill(typeName string, b *provider.Block, d *schema.ResourceData) error {
	n := seed(typeName, d)
	for name, a := range b.Attributes {
		// The API knows no description but an empty one.
		if (!a.Computed && name != "description") || name == "id" {
			continue
		}
		if _, set := d.GetOk(name); set {
			continue
		}
		v, ok := setting(typeName, name, d)
		if !ok {
			v = fake(typeName, name, a.Type, d.Id(), n)
		}
		if err := d.Set(name, v); err != nil {
			return fmt.Errorf("%s.%s: %w", typeName, name, err)
		}
	}
	return nil
}

func fillRequired(b *provider.Block, d *schema.ResourceData) error {
	for name, a := range b.Attributes {
		if !a.Required {
			continue
		}
		if err := d.Set(name, fake("", name, a.Type, d.Id(), 1)); err != nil {
			return err
		}
	}
	return nil
}

// fake is a value for one attribute: n decides what is left open.
func fake(typeName, name string, t cty.Type, id string, n uint64) any {
	switch {
	case t == cty.Number:
		return fakeNumber(name)
	case t == cty.Bool:
		return false
	case t.IsMapType():
		return map[string]any{}
	case t.IsCollectionType() && t.ElementType().IsObjectType():
		return []any{fakeObject(typeName, t.ElementType(), id, n)}
	case t.IsCollectionType():
		return []any{}
	}
	return fakeText(typeName, name, id, n)
}

func fakeObject(typeName string, t cty.Type, id string, n uint64) map[string]any {
	fields := map[string]any{}
	for name, ft := range t.AttributeTypes() {
		fields[name] = fake(typeName, name, ft, id, n)
	}
	return fields
}

// fakeNumber is that of the smallest Droplet, where it has such a number.
func fakeNumber(name string) float64 {
	switch name {
	case "disk", "size_gigabytes", "min_disk_size":
		return 25
	case "memory":
		return 1024
	case "price_hourly":
		return 0.00893
	case "price_monthly":
		return 6
	case "port":
		return 25060
	}
	return 1
}

func fakeText(typeName, name, id string, n uint64) string {
	private, public := fmt.Sprintf("10.116.%d.%d", n>>8&0xff, n&0xff), fmt.Sprintf("203.0.113.%d", n%254+1)
	switch name {
	case "description":
		return ""
	case "urn":
		return "do:" + urnName(typeName) + ":" + id
	case "created_at", "updated_at", "not_after":
		return "2026-01-02T03:04:05Z"
	case "ipv4_address_private":
		return private
	case "ip", "ip_address", "ipv4_address":
		return public
	case "ipv6_address":
		return fmt.Sprintf("2001:db8::%x", n&0xffff)
	case "ip_range":
		return fmt.Sprintf("10.%d.0.0/20", n%200+10)
	case "fingerprint":
		return fingerprint(n)
	case "status":
		return "active"
	case "region":
		return "nyc3"
	case "vpc_uuid", "project_id", "private_network_uuid":
		return uuid(textSeed(name)) // the account's default one
	}
	return fmt.Sprintf("%s-%s", name, strconv.FormatUint(n%100000, 10))
}

// urnName is the API's word for a type.
func urnName(typeName string) string {
	switch typeName {
	case "digitalocean_database_cluster":
		return "dbaas"
	case "digitalocean_kubernetes_cluster":
		return "kubernetes"
	case "digitalocean_spaces_bucket":
		return "space"
	case "digitalocean_reserved_ip":
		return "reservedip"
	}
	return strings.TrimPrefix(typeName, "digitalocean_")
}

func fingerprint(n uint64) string {
	out := ""
	for i := range 16 {
		out += fmt.Sprintf(":%02x", n>>(4*i)&0xff)
	}
	return out[1:]
}
