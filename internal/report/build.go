package report

import (
	"runtime"
	"slices"
	"sync"

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
		blocks:     map[blockKey]*block{},
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
	blocks     map[blockKey]*block
	members    map[memberKey]*member
	firsts     []*member // of the groups
	refs       references
}

// instances puts every instance into its group. What instances have in common
// that are alike is looked at once.
func (b *builder) instances() {
	of := b.assign()
	b.fill()
	for n, m := range of {
		switch {
		case m == nil:
		case m.first != n:
			b.again(m, n)
		case b.firsts[m.group] != m:
			b.join(m)
		}
	}
}

// assign finds the group of each instance; nil for one that is left out.
func (b *builder) assign() []*member {
	inputs := inputsWithResources(b.assessment.Inventory)
	of := make([]*member, len(b.assessment.Inventory.Instances))
	for n, i := range b.assessment.Inventory.Instances {
		k := memberKey{b.assessment.Model(n), b.assessment.Verdicts(n)}
		m, ok := b.members[k]
		if !ok {
			m = b.member(n, inputs)
			b.members[k] = m
		}
		if of[n] = m; m != nil {
			g := &b.report.Resources[m.group]
			g.Instances = append(g.Instances, i.Address)
		}
	}
	return of
}

// few is for how many groups another goroutine is not worth its while.
const few = 64

// fill puts in what the first members of groups say, on all processors.
func (b *builder) fill() {
	count := len(b.firsts)
	parts := max(1, min(runtime.GOMAXPROCS(0), count/few))
	var work sync.WaitGroup
	for part := range parts {
		work.Go(func() {
			reader := b.assessment.Reader()
			for n := part * count / parts; n < (part+1)*count/parts; n++ {
				b.entries(reader, n)
			}
		})
	}
	work.Wait()
}

// entries are those of a group.
func (b *builder) entries(reader *assess.Reader, n int) {
	g, m := &b.report.Resources[n], b.firsts[n]
	g.Obligations = make([]Entry, len(m.verdicts))
	for k, v := range m.verdicts {
		g.Obligations[k] = entry(reader.Annotation(m.first, v))
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

// newGroup makes one whose obligations are not filled in yet.
func (b *builder) newGroup(m *member, block string) int {
	i := b.assessment.Inventory.Instances[m.first]
	g := Group{
		Address:  block,
		Input:    i.Input,
		Type:     i.Type,
		Actions:  append([]string{}, i.Actions...),
		StandIn:  i.StandIn,
		Position: i.Position,
	}
	if p := b.assessment.Catalogue.ProductOf(i.Type); p != nil {
		g.Product, g.ServiceModel = p.ID, p.ServiceModel
		b.refs.products[p.ID] = p
	}
	for _, v := range m.verdicts {
		b.refs.rules[v.Obligation.ID] = v.Obligation
	}
	b.report.Resources, b.firsts = append(b.report.Resources, g), append(b.firsts, m)
	return len(b.firsts) - 1
}

func entry(a assess.Annotation) Entry {
	o := a.Obligation
	e := Entry{
		ID: o.ID, Title: o.Title, Owner: string(o.Owner), Layer: o.Layer, Severity: o.Severity.String(),
		Status: a.Status, Message: a.Told(), Attestable: o.Attestable(), Question: o.Question, Remedy: o.Remedy,
		Position: a.Position, Evidence: firstOf(a.Seen()),
		Statement: describe(a.Statement), Expired: describe(a.Expired), Known: a.Known,
		Controls: o.Controls, Source: o.Source, Basis: string(o.Basis), severity: o.Severity, obligation: o,
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
