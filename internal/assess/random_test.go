package assess_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// random makes small systems of module instances that share Objects, and of
// resources beside them that name some or all of what is in them.
type random struct {
	*rand.Rand
	other *rand.Rand // for what came later: the seeds that found something keep what they make
	inv   *inventory.Inventory
}

// FuzzTogetherAsAlone tries what no real plan has.
func FuzzTogetherAsAlone(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(seed)
	}
	f.Add(uint64(35))    // something is reached through what names it
	f.Add(uint64(383))   // a module instance names another of its block
	f.Add(uint64(10042)) // what is near is another thing for others with the same Object
	f.Add(uint64(197))   // one of several module instances is named in what all of them hold
	f.Fuzz(func(t *testing.T, seed uint64) {
		inv := randomInventory(seed)
		sameAsAlone(t, inv)
		if t.Failed() {
			for _, i := range inv.Instances {
				t.Logf("%s %p", i.Address, i.Object)
			}
		}
	})
}

func randomInventory(seed uint64) *inventory.Inventory {
	r := &random{Rand: rand.New(rand.NewPCG(seed, 1)), other: rand.New(rand.NewPCG(seed, 2)), inv: &inventory.Inventory{Inputs: []inventory.Input{{Kind: "plan"}}}}
	if r.IntN(4) == 0 {
		r.inv.Inputs[0].Kind = "configuration"
	}
	r.system()
	r.inv.Sort()
	return r.inv
}

func (r *random) system() {
	count := 2 + r.IntN(4)
	for m := range 1 + r.IntN(2) {
		var objects []*inventory.Object
		for n := range 4 + r.IntN(6) {
			objects = append(objects, r.object("r", n, true, count))
		}
		for k := range count {
			for n, o := range objects {
				if r.IntN(30) == 0 {
					o = r.object("r", n, true, count) // this one is different
				}
				module := fmt.Sprintf("module.m%d[%d]", m, k)
				r.add(module, fmt.Sprintf("%s.%s.r%d", module, o.Type, n), o)
			}
		}
	}
	for n := range r.IntN(9) {
		o := r.object("r", n, false, count)
		r.add("", fmt.Sprintf("%s.r%d", o.Type, n), o)
	}
	for n := range r.IntN(3) {
		o := r.object("s", n, false, count)
		for k := range 1 + r.IntN(4) {
			r.add("", fmt.Sprintf("%s.s%d[%d]", o.Type, n, k), o)
		}
	}
}

func (r *random) add(module, address string, o *inventory.Object) {
	r.inv.Instances = append(r.inv.Instances, &inventory.Instance{
		Address: address, Block: inventory.BlockOf(address), Module: module, Object: o,
	})
}

// randomTypes are those of r0, r1 and so on, so that names often lead somewhere.
var randomTypes = []string{
	"digitalocean_droplet", "digitalocean_firewall", "digitalocean_loadbalancer", "digitalocean_tag", "digitalocean_droplet",
	"digitalocean_uptime_check", "digitalocean_monitor_alert", "digitalocean_firewall", "digitalocean_vpc",
}

// attributes of each type that a value is likely to come from.
var randomAttributes = map[string][]string{
	"digitalocean_droplet": {"id", "ipv4_address", "tags"}, "digitalocean_tag": {"id", "name"}, "digitalocean_loadbalancer": {"id", "ip", "droplet_ids"},
	"digitalocean_firewall": {"id", "droplet_ids", "tags"},
}

// object has values of which some are known and some come from others.
func (r *random) object(name string, n int, inModule bool, count int) *inventory.Object {
	resource := randomTypes[n%len(randomTypes)]
	values := map[string]cty.Value{}
	types := schema().Type(resource).Shape().AttributeTypes()
	for _, attribute := range slices.Sorted(maps.Keys(types)) { // in order: a seed gives one system
		t := types[attribute]
		values[attribute] = cty.NullVal(t)
		switch {
		case t.IsListType() && t.ElementType().IsObjectType():
			values[attribute] = cty.ListValEmpty(t.ElementType())
		case t.IsSetType() && t.ElementType().IsObjectType():
			values[attribute] = cty.SetValEmpty(t.ElementType())
		case attribute == "id" && r.IntN(8) > 0:
			values[attribute] = inventory.Unknown(t, inventory.Origin{Frame: inventory.Itself, Attribute: "id"})
		case attribute == "tags" || attribute == "droplet_tag" || attribute == "droplet_ids" || attribute == "vpc_uuid" || attribute == "droplet_id" || attribute == "target" || attribute == "name" || attribute == "ipv4_address":
			values[attribute] = r.value(attribute, t, inModule, count)
		case attribute == "type" && t == cty.String:
			values[attribute] = cty.StringVal([]string{"v1/insights/droplet/cpu", "v1/insights/lbaas/x"}[r.IntN(2)])
		}
	}
	configured := map[string]bool{}
	for _, attribute := range slices.Sorted(maps.Keys(types)) {
		if n := r.other.IntN(3); n < 2 {
			configured[attribute] = n == 1
		}
	}
	return &inventory.Object{Configured: configured, Type: resource, Name: fmt.Sprint(name, n), Values: cty.ObjectVal(values), Data: r.IntN(15) == 0, Ended: r.IntN(20) == 0, StandIn: r.IntN(15) == 0}
}

func (r *random) value(name string, t cty.Type, inModule bool, count int) cty.Value {
	switch r.IntN(6) {
	case 0:
		return cty.NullVal(t)
	case 1, 2:
		return r.known(t)
	}
	var origins []inventory.Origin
	if r.IntN(3) == 0 { // all of a resource in a module, as by a splat
		o := r.origin(name, false, count)
		for k := range count {
			o.Address = fmt.Sprintf("module.m%d[%d]%s", 0, k, o.Address[len("module.m0[0]"):])
			origins = append(origins, o)
		}
	} else {
		for range 1 + r.IntN(2) {
			origins = append(origins, r.origin(name, inModule, count))
		}
	}
	switch r.IntN(12) {
	case 0:
		origins = append(origins, inventory.Anything)
	case 1:
		origins = append(origins, inventory.Literals)
	}
	if (t.IsListType() || t.IsSetType()) && r.IntN(2) == 0 {
		var elements []cty.Value
		for _, o := range origins {
			elements = append(elements, inventory.Unknown(t.ElementType(), o))
		}
		if t.IsListType() {
			return cty.ListVal(elements)
		}
		return cty.SetVal(elements)
	}
	return inventory.Unknown(t, origins...)
}

func (r *random) known(t cty.Type) cty.Value {
	text := []cty.Value{cty.StringVal("a"), cty.StringVal("b"), cty.StringVal("10.0.0.1")}[r.IntN(3)]
	if t == cty.Number || (t.IsListType() || t.IsSetType()) && t.ElementType() == cty.Number {
		text = cty.NumberIntVal(int64(r.IntN(2)))
	}
	switch {
	case t.IsListType():
		return cty.ListVal([]cty.Value{text})
	case t.IsSetType():
		return cty.SetVal([]cty.Value{text})
	}
	return text
}

// origin is of something in the same module instance, in any other, or beside them.
func (r *random) origin(wanted string, inModule bool, count int) inventory.Origin {
	n := r.IntN(len(randomTypes))
	if wanted == "tags" {
		n = 3
	} else if r.IntN(2) == 0 {
		n = []int{0, 2, 4}[r.IntN(3)]
	}
	resource := randomTypes[n]
	attributes := append([]string{"id"}, randomAttributes[resource]...)
	o := inventory.Origin{
		Attribute: attributes[r.IntN(len(attributes))],
		Certainty: []inventory.Certainty{inventory.Sure, inventory.Sure, inventory.Sure, inventory.Assumed, inventory.Maybe, inventory.Derived}[r.IntN(6)],
	}
	switch {
	case inModule && r.IntN(2) == 0:
		o.Frame, o.Address = inventory.Within, fmt.Sprintf("%s.r%d", resource, n)
	case inModule && r.IntN(2) == 0:
		o.Frame, o.Address = inventory.Within+1, fmt.Sprintf("%s.r%d", resource, n)
	default:
		o.Address = fmt.Sprintf("module.m%d[%d].%s.r%d", 0, r.IntN(count), resource, n)
	}
	return o
}
