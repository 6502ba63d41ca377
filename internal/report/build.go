package report

import (
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// Options for Build; the zero value reports everything.
type Options struct {
	Version string // of srmlint
	// MinSeverity leaves out obligations below it, in counts too.
	MinSeverity catalogue.Severity
	// Changed leaves out what the plan does not create, update or replace.
	Changed bool
	Faults  hcl.Diagnostics
}

// Build groups an assessment.
func Build(a *assess.Assessment, options Options) *Report {
	b := builder{
		assessment: a,
		options:    options,
		groups:     map[string]int{},
		members:    map[memberKey]*member{},
		refs: references{
			products: map[string]*catalogue.Product{},
			rules:    map[string]*catalogue.Obligation{},
		},
	}
	r := &b.report
	r.SchemaVersion = SchemaVersion
	r.Tool = Tool{Name: "srmlint", Version: options.Version}
	r.Filters = Filters{Changed: options.Changed}
	if options.MinSeverity > catalogue.Info {
		r.Filters.MinSeverity = options.MinSeverity.String()
	}
	r.Inputs, r.Resources = []Input{}, []Group{}
	r.Faults = faults(options.Faults)
	b.instances()
	b.inputs()
	b.refs.describe(r)
	r.Summary = summarise(r)
	return r
}

type builder struct {
	assessment *assess.Assessment
	options    Options
	report     Report
	groups     map[string]int // by what the instances share
	members    map[memberKey]*member
	refs       references
}

// instances puts every instance into its group. What instances have in common
// that are alike is looked at once.
func (b *builder) instances() {
	inputs := inputsWithResources(b.assessment.Inventory)
	for n, i := range b.assessment.Inventory.Instances {
		k := memberKey{b.assessment.Model(n), b.assessment.Verdicts(n)}
		m, ok := b.members[k]
		switch {
		case !ok:
			m = b.member(n, inputs)
			b.members[k] = m
		case m != nil:
			b.again(m, n)
		}
		if m != nil {
			g := &b.report.Resources[m.group]
			g.Instances = append(g.Instances, i.Address)
		}
	}
}

// inputsWithResources tells which inputs have anything of DigitalOcean: what
// the account and Terraform itself ask for only matters there.
func inputsWithResources(inv *inventory.Inventory) []bool {
	found := make([]bool, len(inv.Inputs))
	for _, i := range inv.Instances {
		if !found[i.Input] && !isPseudo(i) && !i.Data && !i.Ended {
			found[i.Input] = true
		}
	}
	return found
}

func isPseudo(i *inventory.Instance) bool {
	return i.Type == provider.Terraform || i.Type == provider.Account
}

func (b *builder) leavesOut(i *inventory.Instance) bool {
	return i.Data || i.Ended || b.options.Changed && !changes(i.Actions)
}

func changes(actions []string) bool {
	return slices.Contains(actions, "create") || slices.Contains(actions, "update")
}

func (b *builder) newGroup(n int, block string, verdicts []*assess.Verdict) Group {
	i := b.assessment.Inventory.Instances[n]
	g := Group{
		Address:     block,
		Input:       i.Input,
		Type:        i.Type,
		Actions:     append([]string{}, i.Actions...),
		StandIn:     i.StandIn,
		Position:    i.Position,
		Obligations: make([]Entry, 0, len(verdicts)),
	}
	if p := b.assessment.Catalogue.ProductOf(i.Type); p != nil {
		g.Product, g.ServiceModel = p.ID, p.ServiceModel
		b.refs.products[p.ID] = p
	}
	for _, v := range verdicts {
		g.Obligations = append(g.Obligations, entry(b.assessment.Annotation(n, v)))
		b.refs.rules[v.Obligation.ID] = v.Obligation
	}
	return g
}

func entry(a assess.Annotation) Entry {
	o := a.Obligation
	e := Entry{
		ID: o.ID, Title: o.Title, Owner: string(o.Owner), Layer: o.Layer, Severity: o.Severity.String(),
		Status: a.Status, Message: a.Told(), Attestable: o.Attestable(), Question: o.Question, Remedy: o.Remedy,
		Position: a.Position, Evidence: firstOf(a.Seen()),
		Statement: describe(a.Statement), Expired: describe(a.Expired), Known: a.Known,
		Controls: o.Controls, Source: o.Source, Basis: string(o.Basis), severity: o.Severity,
	}
	if e.Controls == nil {
		e.Controls = map[string][]string{}
	}
	return e
}

func firstOf(list []assess.Evidence) []assess.Evidence {
	return append([]assess.Evidence{}, list[:min(len(list), assess.MaxEvidence)]...)
}

// inputs are described last: their counts are of what the report holds.
func (b *builder) inputs() {
	for n, in := range b.assessment.Inventory.Inputs {
		out := Input{
			Path: in.Path, Kind: in.Kind, TerraformVersion: in.TerraformVersion,
			Source: in.Source, Errored: in.Errored, Managed: in.Resources,
		}
		blocks := map[string]bool{}
		for i := range b.report.Resources {
			g := &b.report.Resources[i]
			if g.Input == n && g.isReal() {
				blocks[g.Address] = true
				out.Instances += len(g.Instances)
			}
		}
		out.Resources = len(blocks)
		b.report.Inputs = append(b.report.Inputs, out)
	}
}

// isReal tells a resource from what stands for Terraform or the account.
func (g *Group) isReal() bool { return g.Type != provider.Terraform && g.Type != provider.Account }
