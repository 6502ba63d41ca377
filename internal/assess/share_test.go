package assess

import (
	"fmt"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// TestSharedObjects: instances that share an Object get what each would get alone.
func TestSharedObjects(t *testing.T) {
	texts := map[string]bool{}
	for _, rule := range []string{
		`addressed = length(related.firewall) > 0
		 gap = "nothing selects ${self.address}"`,
		`addressed = length(related.firewall) > 1
		 gap = "only ${join(", ", [for f in related.firewall : f.address])}"`,
		`addressed = alltrue([for f in related.firewall : f.name == "a"])
		 gap = "wrong"`,
	} {
		both := strings.Replace(obligation(rule), "  join {", "  join {\n    from = id\n    to   = droplet_ids\n  }\n  join {", 1)
		first, _ := assessed(t, both, Options{}, droplets(true)...)
		second, _ := assessed(t, both, Options{}, droplets(false)...)
		shared, alone := annotations(first), annotations(second)
		if len(shared) == 0 || len(shared) != len(alone) {
			t.Fatalf("got %d and %d annotations", len(shared), len(alone))
		}
		for n := range shared {
			if a, b := told(&shared[n]), told(&alone[n]); a != b {
				t.Errorf("%s\ngot  %s\nwant %s", rule, a, b)
			}
			texts[shared[n].Told()] = true
		}
	}
	if !texts["only digitalocean_firewall.all"] || !texts["wrong"] {
		t.Errorf("the cases do not tell the instances apart: %v", texts)
	}
}

func told(a *Annotation) string {
	return fmt.Sprint(a.Instance.Address, " ", a.Status, " ", a.Told(), " ", a.Seen())
}

// droplets are selected by tag all, and two of them by a firewall of their own.
func droplets(share bool) (list []*inventory.Instance) {
	var first *inventory.Instance
	for n := range 5 {
		id := inventory.Unknown(cty.String, inventory.Origin{Frame: inventory.Itself, Attribute: "id"})
		i := instance(fmt.Sprintf("digitalocean_droplet.web[%d]", n), map[string]cty.Value{
			"id": id, "tags": cty.ListVal([]cty.Value{cty.StringVal("web")}),
		})
		if first == nil {
			first = i
		}
		if share {
			i.Object = first.Object
		}
		list = append(list, i)
	}
	for n := range 2 {
		list = append(list, instance(fmt.Sprintf("digitalocean_firewall.own[%d]", n), map[string]cty.Value{
			"name": cty.StringVal("b"),
			"droplet_ids": inventory.Unknown(cty.List(cty.Number),
				inventory.Origin{Address: list[n].Address, Attribute: "id"}),
		}))
	}
	return append(list, instance("digitalocean_firewall.all", map[string]cty.Value{
		"name": cty.StringVal("a"), "tags": cty.ListVal([]cty.Value{cty.StringVal("web")}),
	}))
}
