package provider

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestEveryTypeIsRead(t *testing.T) {
	s := Load()
	types := s.Types()
	if len(types) != 79 {
		t.Errorf("%d types, want 79", len(types))
	}
	for _, name := range types {
		if !IsType(name) {
			t.Errorf("%s is no type of the provider", name)
		}
		b := s.Type(name)
		if b == nil || b.Attributes["id"] == nil {
			t.Errorf("%s has no id", name)
		}
		for attribute, a := range b.Attributes {
			if a.Default != cty.NilVal && !a.Default.Type().Equals(a.Type) {
				t.Errorf("%s.%s: the default is %s, the attribute %s", name, attribute, a.Default.Type().FriendlyName(), a.Type.FriendlyName())
			}
		}
	}
	if s.Type("digitalocean_teapot") != nil {
		t.Error("a type that is not there was found")
	}
}

// TestFactsNameWhatExists: a fact about something that the schema does not have is a slip of the pen.
func TestFactsNameWhatExists(t *testing.T) {
	s := Load()
	for path := range computedBlocks {
		if block(s, path) == nil {
			t.Errorf("there is no block %s", path)
		}
	}
	for path := range forms {
		name, attribute, _ := strings.Cut(path, ".")
		if b := s.Type(name); b == nil || b.Attributes[attribute] == nil {
			t.Errorf("there is no %s", path)
		}
	}
	for path, from := range identities {
		name, attribute, _ := strings.Cut(path, ".")
		b := s.Type(name)
		if b == nil || b.Attributes[attribute] == nil || b.Attributes[from] == nil {
			t.Errorf("there is no %s, or nothing called %s beside it", path, from)
		}
	}
}

// block finds a nested block by TYPE.BLOCK.BLOCK….
func block(s *Schema, path string) *NestedBlock {
	names := strings.Split(path, ".")
	b := s.Type(names[0])
	var found *NestedBlock
	for _, name := range names[1:] {
		if b == nil || b.Blocks[name] == nil {
			return nil
		}
		found = b.Blocks[name]
		b = &found.Block
	}
	return found
}

func TestAttributes(t *testing.T) {
	s := Load()
	for _, test := range []struct {
		path  string // TYPE.ATTRIBUTE
		flags string // as in schema.json
		want  cty.Value
	}{
		{"digitalocean_droplet.name", "r", cty.NilVal},
		{"digitalocean_droplet.backups", "o", cty.False},
		{"digitalocean_droplet.vpc_uuid", "ocn", cty.NilVal},
		{"digitalocean_certificate.private_key", "osn", cty.NilVal},
		{"digitalocean_vpc.description", "o", cty.NilVal},
		{"digitalocean_volume.description", "on", cty.NilVal},
		{"digitalocean_monitor_alert.description", "r", cty.NilVal},
		{"digitalocean_database_cluster.password", "cs", cty.NilVal},
	} {
		name, attribute, _ := strings.Cut(test.path, ".")
		a := s.Type(name).Attributes[attribute]
		if a == nil {
			t.Errorf("%s is missing", test.path)
			continue
		}
		if got := flags(a); got != test.flags {
			t.Errorf("%s: %s, want %s", test.path, got, test.flags)
		}
		if a.Default != test.want {
			t.Errorf("%s: default %#v, want %#v", test.path, a.Default, test.want)
		}
	}
}

func flags(a *Attribute) string {
	out := ""
	for _, f := range []struct {
		set  bool
		flag string
	}{{a.Required, "r"}, {a.Optional, "o"}, {a.Computed, "c"}, {a.Sensitive, "s"}, {a.ForceNew, "n"}} {
		if f.set {
			out += f.flag
		}
	}
	return out
}

func TestBlocks(t *testing.T) {
	s := Load()
	rules := s.Type("digitalocean_firewall").Blocks["inbound_rule"]
	if rules.Mode != "set" || rules.Min != 0 || rules.Max != 0 || rules.Computed {
		t.Errorf("inbound_rule: %+v", rules)
	}
	pool := s.Type("digitalocean_kubernetes_cluster").Blocks["node_pool"]
	if pool.Min != 1 || pool.Max != 1 {
		t.Errorf("node_pool: %d to %d", pool.Min, pool.Max)
	}
	if !s.Type("digitalocean_loadbalancer").Blocks["firewall"].Computed {
		t.Error("a load balancer's firewall is filled in by the provider")
	}
	if v := s.Type("digitalocean_kubernetes_cluster").Version; v != 3 {
		t.Errorf("the cluster's state has version %d, want 3", v)
	}
}

// TestShapeHasNoSets: a set with one unknown element is unknown as a whole.
func TestShapeHasNoSets(t *testing.T) {
	s := Load()
	for _, name := range append(s.Types(), Terraform, Account) {
		if hasSet(s.Type(name).Shape()) {
			t.Errorf("the shape of %s has a set", name)
		}
	}
}

func hasSet(t cty.Type) bool {
	switch {
	case t.IsSetType():
		return true
	case t.IsCollectionType():
		return hasSet(t.ElementType())
	case t.IsTupleType():
		for _, et := range t.TupleElementTypes() {
			if hasSet(et) {
				return true
			}
		}
	case t.IsObjectType():
		for _, at := range t.AttributeTypes() {
			if hasSet(at) {
				return true
			}
		}
	}
	return false
}

func TestIdentity(t *testing.T) {
	if got := Identity("digitalocean_tag", "id"); got != "name" {
		t.Errorf("a tag's id is its %q", got)
	}
	if got := Identity("digitalocean_droplet", "id"); got != "" {
		t.Errorf("a Droplet's id is its %q", got)
	}
}

func TestParseRefusesWhatIsNoSchema(t *testing.T) {
	if _, err := Parse([]byte("[]")); err == nil {
		t.Error("no error")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		Load().Type("digitalocean_droplet")
	}
}
