package provider

import (
	"net/netip"
	"regexp"
	"strings"
)

// Form is what the texts look like that DigitalOcean assigns to an attribute:
// a mail server's name is never the address of a Droplet, nor the slug of an
// image the id of a snapshot.
type Form string

// AnyForm is that of an attribute of which nothing is known.
const AnyForm Form = ""

// FormOf returns the form of an attribute that the provider fills in.
func FormOf(resourceType, attribute string) Form {
	return forms[resourceType+"."+attribute]
}

// Forms that are told apart.
const (
	number      Form = "number"
	uuid        Form = "UUID"
	ipv4        Form = "IPv4 address"
	ipv6        Form = "IPv6 address"
	fingerprint Form = "fingerprint"
	urn         Form = "URN"
)

// From the provider's source (what resources call d.SetId with) and from
// DigitalOcean's API reference.
var forms = map[string]Form{
	"digitalocean_app.id":                 uuid,
	"digitalocean_app.urn":                urn,
	"digitalocean_custom_image.id":        number,
	"digitalocean_database_cluster.id":    uuid,
	"digitalocean_database_cluster.urn":   urn,
	"digitalocean_database_replica.uuid":  uuid,
	"digitalocean_domain.urn":             urn,
	"digitalocean_droplet.id":             number,
	"digitalocean_droplet.ipv4_address":   ipv4,
	"digitalocean_droplet.ipv6_address":   ipv6,
	"digitalocean_droplet.urn":            urn,
	"digitalocean_droplet_snapshot.id":    number,
	"digitalocean_floating_ip.id":         ipv4,
	"digitalocean_floating_ip.ip_address": ipv4,
	"digitalocean_floating_ip.urn":        urn,
	"digitalocean_kubernetes_cluster.id":  uuid,
	"digitalocean_kubernetes_cluster.urn": urn,
	"digitalocean_loadbalancer.id":        uuid,
	"digitalocean_loadbalancer.ip":        ipv4,
	"digitalocean_loadbalancer.ipv6":      ipv6,
	"digitalocean_loadbalancer.urn":       urn,
	"digitalocean_nfs.id":                 uuid,
	"digitalocean_reserved_ip.id":         ipv4,
	"digitalocean_reserved_ip.ip_address": ipv4,
	"digitalocean_reserved_ip.urn":        urn,
	"digitalocean_reserved_ipv6.id":       ipv6,
	"digitalocean_reserved_ipv6.ip":       ipv6,
	"digitalocean_reserved_ipv6.urn":      urn,
	"digitalocean_spaces_bucket.urn":      urn,
	"digitalocean_ssh_key.fingerprint":    fingerprint,
	"digitalocean_ssh_key.id":             number,
	"digitalocean_uptime_check.id":        uuid,
	"digitalocean_volume.id":              uuid,
	"digitalocean_volume.urn":             urn,
	"digitalocean_vpc.id":                 uuid,
	"digitalocean_vpc.urn":                urn,
}

var (
	isUUID        = regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)
	isFingerprint = regexp.MustCompile(`^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2})+$`)
)

// Fits tells whether a value of the form may be this text.
func (f Form) Fits(text string) bool {
	switch f {
	case number:
		return text != "" && strings.Trim(text, "0123456789") == ""
	case uuid:
		return isUUID.MatchString(text)
	case ipv4, ipv6:
		ip, err := netip.ParseAddr(text)
		return err == nil && ip.Is4() == (f == ipv4)
	case fingerprint:
		return isFingerprint.MatchString(text)
	case urn:
		return strings.HasPrefix(text, "do:")
	}
	return true
}
