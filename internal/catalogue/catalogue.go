// Package catalogue reads the rules: which products there are, who owns which
// layer of them, how resources relate, and which obligations each creates.
//
// A rule is data, written in HCL (see docs/rule-language.md). This package
// parses and checks it; package assess applies it. It never reads a plan.
package catalogue

import (
	"strings"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty/function"
)

// Owner says whose a layer or an obligation is.
type Owner string

// Owners.
const (
	Customer     Owner = "customer"
	Shared       Owner = "shared"
	DigitalOcean Owner = "digitalocean"
)

// Severity orders obligations by what it costs to neglect them; docs/severity.md
// says what each level means.
type Severity int

// Severities, least first.
const (
	Info Severity = iota
	Low
	Medium
	High
	Critical
)

// Catalogue is a checked set of rules. It is not changed after loading.
type Catalogue struct {
	Products    []*Product    // by id
	Relations   []*Relation   // by name, then first from type
	Obligations []*Obligation // by id
	Images      *Lifetimes    // end-of-life data, see rules/end-of-life.hcl

	work        atomic.Int64 // of rules that are measured, see meter
	functions   map[string]function.Function
	products    map[string]*Product // by resource type
	obligations map[string]*Obligation
	byType      map[string][]*Obligation
	relations   map[string]map[string]*Relation // by from type, then name
}

// Product is a DigitalOcean product and its side of the shared responsibility chart.
type Product struct {
	ID           string
	Title        string
	ServiceModel string // "IaaS", "PaaS" or "SaaS"
	Resources    []string
	Guide        string // DigitalOcean's page on it, empty if there is none
	Basis        Basis
	Layers       map[string]Owner
	Halves       map[string]Halves // for each shared layer
	Inherited    []string          // what DigitalOcean does and the customer need not
	Range        hcl.Range
	checked      bool // valid for certain: see Source.Checked
}

// Halves says who does what in a shared layer.
type Halves struct {
	Customer     string
	DigitalOcean string
}

// Basis says how sure it is that a duty is the customer's.
type Basis string

// Bases, surest first.
const (
	Stated     Basis = "stated"     // DigitalOcean's shared responsibility pages or hardening guides say so
	Documented Basis = "documented" // it follows from the product's or the provider's documentation
	Benchmark  Basis = "benchmark"  // the CIS benchmarks for DigitalOcean list it
	Derived    Basis = "derived"    // reasoned from the general split
)

// Relation names the instances of some types that belong to an instance of another.
type Relation struct {
	Name  string
	From  []string
	To    []string
	Joins []Join
	Where hcl.Expression // over `from` and `to`; nil for always
	Range hcl.Range

	checked bool
}

// Join holds where both sides share a value. Paths walk through lists and blocks.
type Join struct {
	From []string
	To   []string
	// Contains holds where the To side is a text in which the From side appears,
	// such as the address of a load balancer in the target of an uptime check.
	Contains bool
}

// Obligation is one duty that resources of some types create for their customer.
type Obligation struct {
	ID        string
	Title     string
	Product   *Product // of its first resource type
	Resources []string
	Layer     string
	Owner     Owner
	Severity  Severity
	Controls  map[string][]string // framework → control ids
	Aliases   []string            // ids of the same check elsewhere: "DIG-0004", "CKV_DIO_2"
	Source    string              // URL
	Basis     Basis
	Why       string
	Remedy    string
	Question  string // asked for an attestation, where Terraform cannot show it
	Waivable  bool

	Arises    hcl.Expression // nil: always
	Addressed hcl.Expression // nil: Terraform cannot show it
	Gap       hcl.Expression // nil where Addressed is
	Locals    []Local        // in an order in which each needs only those before
	Range     hcl.Range

	readsMarks bool     // see ReadsMarks
	relations  []string // see RelationsUsed
	checked    bool
}

// Local is a named part of an obligation's expressions.
type Local struct {
	Name       string
	Expression hcl.Expression
}

// Attestable tells whether only a statement can answer for the obligation.
func (o *Obligation) Attestable() bool { return o.Addressed == nil }

// Applies tells whether instances of a resource type have the obligation.
func (o *Obligation) Applies(resourceType string) bool {
	for _, t := range o.Resources {
		if t == resourceType {
			return true
		}
	}
	return false
}

// ProductOf returns the product that a resource type belongs to, or nil.
func (c *Catalogue) ProductOf(resourceType string) *Product { return c.products[resourceType] }

// Obligation finds an obligation by id or alias, in any case, or nil.
func (c *Catalogue) Obligation(id string) *Obligation { return c.obligations[strings.ToLower(id)] }

// ForType returns the obligations of a resource type, ordered by id.
func (c *Catalogue) ForType(resourceType string) []*Obligation { return c.byType[resourceType] }

// RelationsFrom returns the relations of a resource type by name.
func (c *Catalogue) RelationsFrom(resourceType string) map[string]*Relation {
	return c.relations[resourceType]
}
