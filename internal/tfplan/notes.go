package tfplan

import (
	"fmt"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// notes gathers warnings; what comes once per instance is told once.
type notes struct {
	name    string
	diags   hcl.Diagnostics
	unknown map[string]int // resource types that the schema does not have → instances
	misfits map[string]string
	broken  int // elements of resource_changes that are no changes
}

func (n *notes) add(summary, detail string) { n.tell(hcl.DiagWarning, summary, detail) }

func (n *notes) tell(severity hcl.DiagnosticSeverity, summary, detail string) {
	n.diags = append(n.diags, &hcl.Diagnostic{
		Severity: severity, Summary: summary, Detail: detail,
		Subject: &hcl.Range{Filename: n.name, Start: hcl.InitialPos, End: hcl.InitialPos},
	})
}

func (n *notes) unknownType(t string) {
	if n.unknown == nil {
		n.unknown = map[string]int{}
	}
	n.unknown[t]++
}

// misfit remembers an attribute whose value is not of the schema's type, with
// one instance for example.
func (n *notes) misfit(attribute, address string) {
	if n.misfits == nil {
		n.misfits = map[string]string{}
	}
	if _, ok := n.misfits[attribute]; !ok {
		n.misfits[attribute] = address
	}
}

// all returns the warnings in an order that depends on the input alone.
func (n *notes) all() hcl.Diagnostics {
	for _, t := range sortedKeys(n.unknown) {
		n.add("Unknown resource type", fmt.Sprintf(
			"%s (%d in this plan) is not known to this version of srmlint: none of its duties are told.", t, n.unknown[t]))
	}
	for _, a := range sortedKeys(n.misfits) {
		n.add("Unexpected value", fmt.Sprintf(
			"%s, %s: the value is not of the type that this version of srmlint knows; it is taken as unknown.", n.misfits[a], a))
	}
	if n.broken > 0 {
		n.tell(hcl.DiagError, "Changes that cannot be read", fmt.Sprintf(
			"Not all of resource_changes in %s is as Terraform writes it (left aside: %d); what that stands for is not judged. Make the JSON anew with `terraform show -json`.", n.name, n.broken))
	}
	return n.diags
}

// plan warns of what makes a whole plan unfit to rely on.
func (n *notes) plan(errored, incomplete bool) {
	if errored {
		n.add("Incomplete plan", n.name+" is of a plan that failed (`errored` is true): it lacks resources, and what is here may not be what apply would make. Mend the error that `terraform plan` shows, and plan again.")
	}
	if incomplete && !errored {
		n.add("Partial plan", n.name+" covers only a part of the configuration (`complete` is false), as with -target: resources outside of it are seen as they stand today, or not at all.")
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// isDigitalOcean tells whether an object is the digitalocean provider's: by the
// type's prefix, and not by the registry that the provider came from.
func isDigitalOcean(resourceType, providerName string) bool {
	return strings.HasPrefix(resourceType, "digitalocean_") &&
		(providerName == "" || providerName[strings.LastIndexByte(providerName, '/')+1:] == "digitalocean")
}
