package report

import (
	"slices"
	"strconv"
	"strings"

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
		recent:     map[*inventory.Object][]recent{},
		masked:     map[*assess.Verdict]string{},
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
	for i := range r.Resources {
		r.Resources[i].speakForAll()
	}
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
	recent     map[*inventory.Object][]recent
	masked     map[*assess.Verdict]string
	refs       references
}

// instances walks instances and annotations side by side: both have the order
// of the inventory.
func (b *builder) instances() {
	rest := b.assessment.Annotations
	inputs := inputsWithResources(b.assessment.Inventory)
	for _, i := range b.assessment.Inventory.Instances {
		n := 0
		for n < len(rest) && rest[n].Instance == i {
			n++
		}
		own := rest[:n]
		rest = rest[n:]
		if b.leavesOut(i) || !inputs[i.Input] || isPseudo(i) && n == 0 {
			continue
		}
		b.add(i, b.severeEnough(own))
	}
}

// inputsWithResources tells which inputs have anything of DigitalOcean: what
// the account and Terraform itself ask for only matters there.
func inputsWithResources(inv *inventory.Inventory) map[int]bool {
	found := map[int]bool{}
	for _, i := range inv.Instances {
		if !isPseudo(i) && !i.Data && !i.Ended {
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

func (b *builder) severeEnough(list []assess.Annotation) []assess.Annotation {
	if b.options.MinSeverity == catalogue.Info {
		return list
	}
	var kept []assess.Annotation
	for _, a := range list {
		if a.Obligation.Severity >= b.options.MinSeverity {
			kept = append(kept, a)
		}
	}
	return kept
}

// add puts an instance into the group that it belongs to, or a new one.
func (b *builder) add(i *inventory.Instance, annotations []assess.Annotation) {
	if n, ok := b.like(i, annotations); ok {
		b.report.Resources[n].join(i, annotations)
		return
	}
	block, _ := splitKeys(i.Address)
	key := b.shared(i, block, annotations)
	n, ok := b.groups[key]
	if !ok {
		n = len(b.report.Resources)
		b.groups[key] = n
		b.report.Resources = append(b.report.Resources, b.group(i, block, annotations))
	}
	b.report.Resources[n].join(i, annotations)
	b.recent[i.Object] = append(b.recent[i.Object], recent{annotations, i.Input, n})
}

// recent is a group with what its instances have, for those to come that have the same.
type recent struct {
	annotations []assess.Annotation
	input       int
	group       int
}

// maxRecent bounds with how many others an instance is compared.
const maxRecent = 4

// like finds the group of an instance that has the verdicts of another one with
// its Object.
func (b *builder) like(i *inventory.Instance, annotations []assess.Annotation) (int, bool) {
	all := b.recent[i.Object]
	for _, r := range all[max(0, len(all)-maxRecent):] {
		same := func(x, y assess.Annotation) bool { return x.Verdict == y.Verdict && x.Known == y.Known }
		if r.input == i.Input && slices.EqualFunc(r.annotations, annotations, same) {
			return r.group, true
		}
	}
	return 0, false
}

// shared is what the instances of a group have in common, as one text.
func (b *builder) shared(i *inventory.Instance, block string, annotations []assess.Annotation) string {
	var key strings.Builder
	for _, part := range append([]string{strconv.Itoa(i.Input), block}, i.Actions...) {
		key.WriteString(part + "\x00")
	}
	if i.StandIn {
		key.WriteString("any number\x00")
	}
	for _, a := range annotations {
		key.WriteString(a.Obligation.ID + "\x00" + string(a.Status) + "\x00" + b.mask(a.Verdict) + "\x00")
		if a.Known {
			key.WriteString("known\x00")
		}
		if a.Statement != nil {
			key.WriteString(a.Statement.Position.String() + "\x00")
		}
	}
	return key.String()
}

// mask is a verdict's message without what tells instances of a block apart.
func (b *builder) mask(v *assess.Verdict) string {
	text, ok := b.masked[v]
	if !ok {
		text = withoutKeys(v.Message)
		b.masked[v] = text
	}
	return text
}

func (b *builder) group(i *inventory.Instance, block string, annotations []assess.Annotation) Group {
	g := Group{
		Address:     block,
		Input:       i.Input,
		Type:        i.Type,
		Actions:     append([]string{}, i.Actions...),
		StandIn:     i.StandIn,
		Position:    i.Position,
		Obligations: make([]Entry, 0, len(annotations)),
	}
	if p := b.assessment.Catalogue.ProductOf(i.Type); p != nil {
		g.Product, g.ServiceModel = p.ID, p.ServiceModel
		b.refs.products[p.ID] = p
	}
	for _, a := range annotations {
		g.Obligations = append(g.Obligations, entry(a))
		b.refs.rules[a.Obligation.ID] = a.Obligation
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
		varies: a.Varies(),
	}
	if e.Controls == nil {
		e.Controls = map[string][]string{}
	}
	return e
}

func firstOf(list []assess.Evidence) []assess.Evidence {
	return append([]assess.Evidence{}, list[:min(len(list), assess.MaxEvidence)]...)
}

// join takes an instance in. Evidence is of the first ones: there may be
// thousands, of which none shows anything new.
func (g *Group) join(i *inventory.Instance, annotations []assess.Annotation) {
	g.Instances = append(g.Instances, i.Address)
	if n := len(g.Instances); n > 1 && n <= assess.MaxEvidence {
		g.addEvidence(annotations)
	}
}

// speakForAll says of a message that names what the first instance is linked to
// that it holds for the others with their own: they differ in instance keys only.
func (g *Group) speakForAll() {
	others := len(g.Instances) - 1
	if others == 0 {
		return
	}
	for n := range g.Obligations {
		if e := &g.Obligations[n]; e.varies && withoutKeys(e.Message) != e.Message {
			e.Message += "; likewise for the other " + count(others, "instance")
		}
	}
}

// addEvidence takes over from a further instance what other resources show.
func (g *Group) addEvidence(annotations []assess.Annotation) {
	for n, a := range annotations {
		e := &g.Obligations[n]
		if len(e.Evidence) >= assess.MaxEvidence {
			continue
		}
		for _, seen := range a.More() {
			own := seen.Address == a.Instance.Address
			if !own && len(e.Evidence) < assess.MaxEvidence && !slices.Contains(e.Evidence, seen) {
				e.Evidence = append(e.Evidence, seen)
			}
		}
	}
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
