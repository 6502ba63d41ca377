package tfplan

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// exact tells whether an attribute takes identifiers as they are. The plan
// shows the same references for digitalocean_vpc.main.id and
// "x-${digitalocean_vpc.main.id}"; only where a text around an identifier would
// make no sense is a reference the value itself.
func (c consumer) exact(attribute string) bool {
	return c.named() || isIdentifier(attribute) && !c.freeText()
}

// named tells whether the attribute's name says that it takes identifiers.
func (c consumer) named() bool {
	switch c.attribute {
	case "tags", "tag", "ssh_keys", "resources", "entities", "domain", "domains", "bucket",
		"ip_address", "cluster", "project", "vpc", "certificate_name", "origin", "droplet_tag", "fingerprint":
		return true
	}
	return hasSuffix(c.attribute, "_id", "_ids", "_uuid", "_uuids", "_uid", "_uids", "_urn", "_urns", "_tags", "_tag", "_bucket")
}

// freeText tells of attributes that people build texts for.
func (c consumer) freeText() bool {
	switch c.attribute {
	case "name", "user_data", "content", "description", "policy", "target", "spec", "hostname", "fqdn", "prefix", "path", "url", "message":
		return true
	}
	return strings.Contains(c.attribute, "address") || strings.Contains(c.attribute, "cidr") || strings.Contains(c.attribute, "range")
}

func isIdentifier(attribute string) bool {
	switch attribute {
	case "id", "urn", "uuid", "uid", "fingerprint":
		return true
	}
	return hasSuffix(attribute, "_id", "_uuid", "_urn")
}

func hasSuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

// takes tells whether the consumer can hold an attribute of a type at all: no
// list of ids holds an address or a name, no list of addresses an id.
func (c consumer) takes(resourceType, attribute string) bool {
	switch {
	case c.blocks:
		return true
	case hasSuffix(c.attribute, "_id", "_ids", "_uuid", "_uuids", "_uid", "_uids"):
		return isIdentifier(attribute) && attribute != "urn" || hasSuffix(attribute, "_ids", "_uuids") ||
			provider.Identity(resourceType, "id") == attribute
	case c.named():
		return names(attribute) && (!isAddress(attribute) || c.attribute == "ip_address")
	case strings.Contains(c.attribute, "address") || strings.Contains(c.attribute, "cidr"):
		return !isIdentifier(attribute)
	}
	return true
}

// accepts tells whether a reference to an attribute is the value itself, rather
// than something to compute it from.
func (c consumer) accepts(resourceType, written string) bool {
	attribute := normal(resourceType, written)
	return (c.exact(written) || c.exact(attribute)) && (c.takes(resourceType, written) || c.takes(resourceType, attribute))
}

// choice is an attribute that a reference to a whole resource may stand for.
type choice struct {
	attribute string
	sure      bool // nothing else is likely
}

// choose says which attributes of a resource type the consumer takes.
func (c consumer) choose(resourceType string, block *provider.Block) []choice {
	if block == nil {
		return []choice{{"id", false}}
	}
	has := func(name string) bool { _, ok := block.Attributes[name]; return ok }
	switch {
	case (strings.Contains(c.attribute, "urn") || c.attribute == "resources") && has("urn"):
		return []choice{{"urn", true}}
	case c.attribute == "ssh_keys" && has("fingerprint"):
		return []choice{{"id", true}, {"fingerprint", false}}
	case c.attribute == "fingerprint" && has("fingerprint"):
		return []choice{{"fingerprint", true}}
	case c.freeText() || strings.Contains(c.attribute, "ip_address"):
		return similar(block, c.attribute)
	case !c.exact("id") && has(c.attribute):
		return []choice{{c.attribute, false}, {"id", false}}
	case hasSuffix(c.attribute, "uuid", "uid") && has("uuid"):
		return []choice{{"uuid", true}, {"id", false}}
	case !has("id"):
		return nil
	}
	return []choice{{"id", c.exact("id")}}
}

// similar are the attributes that a text may be made of: addresses where an
// address is wanted, else whatever names the object.
func similar(block *provider.Block, wanted string) []choice {
	address := strings.Contains(wanted, "address") || strings.Contains(wanted, "cidr")
	var out []choice
	for _, name := range sortedKeys(block.Attributes) {
		if isAddress(name) || !address && names(name) {
			out = append(out, choice{name, false})
		}
	}
	return out
}

func isAddress(attribute string) bool {
	return attribute == "ip" || strings.HasPrefix(attribute, "ip_") || strings.HasPrefix(attribute, "ipv") || strings.HasSuffix(attribute, "_ip")
}

// names tells of attributes that other objects are given to find this one by.
func names(attribute string) bool {
	return isIdentifier(attribute) || isAddress(attribute) ||
		hasSuffix(attribute, "_ids", "_uuids", "_urns", "name", "endpoint", "host", "uri", "fqdn", "hostname", "slug", "tags") ||
		attribute == "bucket"
}

// identifying lists the attributes of a type that a value whose reference was
// lost may be, of the types that a reference can be compared by.
func identifying(block *provider.Block) []string {
	if block == nil {
		return []string{"id"}
	}
	var out []string
	for _, name := range sortedKeys(block.Attributes) {
		if names(name) && scalarOf(block.Attributes[name].Type) {
			out = append(out, name)
		}
	}
	return out
}

func scalarOf(t cty.Type) bool {
	if t.IsCollectionType() {
		t = t.ElementType()
	}
	return t == cty.String || t == cty.Number
}

// normal replaces an attribute by the one whose value it is given.
func normal(resourceType, attribute string) string {
	if same := provider.Identity(resourceType, attribute); same != "" {
		return same
	}
	return attribute
}

// choiceCertainty: a whole resource is taken to reach all instances in the
// attribute that is wanted, where no other attribute would do.
func choiceCertainty(ch choice) inventory.Certainty {
	if ch.sure {
		return inventory.Assumed
	}
	return inventory.Maybe
}
