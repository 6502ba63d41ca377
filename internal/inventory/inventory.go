// Package inventory holds what was read from plans and configuration: every
// DigitalOcean instance with its values, references and positions.
//
// It knows nothing of where the values came from (package tfplan, package
// tfconfig) nor of what is made of them (package assess).
package inventory

import (
	"sort"

	"github.com/zclconf/go-cty/cty"
)

// Inventory is everything that one run of srmlint looks at.
type Inventory struct {
	Inputs    []Input
	Instances []*Instance
}

// Input is one plan, state or root module that was read.
type Input struct {
	Path             string // as the user named it
	Kind             string // "plan", "state" or "configuration"
	TerraformVersion string // empty for configuration
	Source           string // root module evaluated beside a plan; empty if none
	Resources        int    // managed resource blocks of any provider
	Errored          bool   // Terraform stopped while it planned: the plan is incomplete
}

// Instance is one object that a resource block makes, or that a data source read.
type Instance struct {
	Address string // full address, e.g. module.app["prod"].digitalocean_droplet.web[0]
	Block   string // the address without the instance's own key, module keys kept
	Module  string // module instance address, "" for the root module
	Input   int    // index in Inventory.Inputs
	// PreviousAddress is where a moved block moved it from.
	PreviousAddress string
	// Beside are the texts of the attributes that Object.Beside names.
	Beside []string
	// Object is what the instance is. Instances that are read alike share one,
	// so that a plan of many costs little: it is not changed but through Own.
	*Object
}

// Object is what instances may have in common: all but where they are.
type Object struct {
	Type string
	Name string

	// Data is true for what a data source read: it takes part in relations but
	// the customer's duties for it are written down where it is managed.
	Data bool
	// StandIn is true where count or for_each is unknown: the instance stands
	// for none, one or many.
	StandIn bool
	// Actions are Terraform's words ("create", "update", …), empty where the
	// instance was read from configuration or state.
	Actions []string
	// Ended is true where the plan destroys or forgets the object.
	Ended bool

	// Values has every attribute and block of the type, in the shape of
	// provider.Block.Shape: null where unset, unknown where only apply knows,
	// marked with Origin where unknown and with Sensitive where sensitive.
	Values cty.Value
	// Beside names attributes, such as the id, that differ from instance to
	// instance and serve only to find what belongs together. Where they are
	// known they are not in Values, so that instances can be alike all the same;
	// Instance.Text has them.
	Beside []string
	// Before is the same for the object as it stands today; cty.NilVal if there is none.
	Before cty.Value
	// Configured tells per attribute or block whether the configuration sets it.
	// An absent key means that cannot be told.
	Configured map[string]bool
	// Lifecycle has actions, prevent_destroy, create_before_destroy and
	// ignore_changes; unknown where the input does not show them.
	Lifecycle cty.Value

	Position   Position            // of the block; zero where the input has none
	Attributes map[string]Position // by path: "backups", "inbound_rule[0].port_range"
}

// Text is the value of an attribute that stands beside the Object; false where
// it is in Values, or nowhere.
func (i *Instance) Text(attribute string) (string, bool) {
	for n, name := range i.Object.Beside {
		if name == attribute && n < len(i.Beside) {
			return i.Beside[n], true
		}
	}
	return "", false
}

// Own gives the instance an Object of its own, which may be changed, and returns it.
func (i *Instance) Own() *Object {
	own := *i.Object
	i.Object = &own
	return i.Object
}

// Sort orders inputs' instances by input and natural order of address, so that [2] stands before [10].
func (inv *Inventory) Sort() {
	sort.SliceStable(inv.Instances, func(i, j int) bool {
		a, b := inv.Instances[i], inv.Instances[j]
		if a.Input != b.Input {
			return a.Input < b.Input
		}
		return AddressLess(a.Address, b.Address)
	})
}

// AddressLess compares two addresses with runs of digits taken as numbers.
func AddressLess(a, b string) bool {
	for a != "" && b != "" {
		da, db := digits(a), digits(b)
		if da > 0 && db > 0 {
			if c := compareDigits(a[:da], b[:db]); c != 0 {
				return c < 0
			}
			a, b = a[da:], b[db:]
			continue
		}
		if a[0] != b[0] {
			return a[0] < b[0]
		}
		a, b = a[1:], b[1:]
	}
	return len(a) < len(b)
}

func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func compareDigits(a, b string) int {
	for len(a) > 1 && a[0] == '0' {
		a = a[1:]
	}
	for len(b) > 1 && b[0] == '0' {
		b = b[1:]
	}
	switch {
	case len(a) != len(b):
		return len(a) - len(b)
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// BlockOf is an instance's address without its own key; keys of modules stay.
func BlockOf(address string) string {
	if len(address) == 0 || address[len(address)-1] != ']' {
		return address
	}
	inQuotes, open := false, -1
	for i := 0; i < len(address); i++ {
		switch c := address[i]; {
		case inQuotes && c == '\\':
			i++
		case c == '"':
			inQuotes = !inQuotes
		case c == '[' && !inQuotes:
			open = i
		}
	}
	if open < 0 {
		return address
	}
	return address[:open]
}
