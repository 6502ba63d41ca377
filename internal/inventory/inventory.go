// Package inventory holds what was read from plans and configuration: every
// DigitalOcean instance with its values, references and positions.
//
// It knows nothing of where the values came from (package tfplan, package
// tfconfig) nor of what is made of them (package assess).
package inventory

import "github.com/zclconf/go-cty/cty"

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
