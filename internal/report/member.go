package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// memberKey is what instances have in common that are alike in all but their
// address: they are in one group.
type memberKey struct {
	model    int
	verdicts *assess.Verdicts
}

// member is what is known of the instances with one key.
type member struct {
	group    int
	first    int // index of the first instance in the inventory
	verdicts []*assess.Verdict
	compared bool  // it is known whether their messages vary
	open     []int // entries of the group for which they may have more evidence
}

// member finds the group of an instance; nil where the report leaves it out.
func (b *builder) member(n int, inputs []bool) *member {
	i := b.assessment.Inventory.Instances[n]
	all := b.assessment.Verdicts(n).All()
	if b.leavesOut(i) || !inputs[i.Input] || isPseudo(i) && len(all) == 0 {
		return nil
	}
	m := &member{first: n, verdicts: b.severeEnough(all)}
	for k := range m.verdicts {
		m.open = append(m.open, k)
	}
	block := inventory.Unkeyed(i.Address)
	key := shared(i, block, m.verdicts)
	group, ok := b.groups[key]
	if !ok {
		group = len(b.report.Resources)
		b.groups[key] = group
		b.report.Resources = append(b.report.Resources, b.newGroup(n, block, m.verdicts))
		b.firsts = append(b.firsts, m)
	}
	m.group = group
	return m
}

func (b *builder) severeEnough(list []*assess.Verdict) []*assess.Verdict {
	if b.options.MinSeverity == catalogue.Info {
		return list
	}
	var kept []*assess.Verdict
	for _, v := range list {
		if v.Obligation.Severity >= b.options.MinSeverity {
			kept = append(kept, v)
		}
	}
	return kept
}

// shared is what the instances of a group have in common, as one text. Messages
// may name other instances of the same blocks.
func shared(i *inventory.Instance, block string, verdicts []*assess.Verdict) string {
	var key strings.Builder
	for _, part := range append([]string{strconv.Itoa(i.Input), block}, i.Actions...) {
		key.WriteString(part + "\x00")
	}
	if i.StandIn {
		key.WriteString("any number\x00")
	}
	for _, v := range verdicts {
		key.WriteString(v.Obligation.ID + "\x00" + string(v.Status) + "\x00" + inventory.WithoutKeys(v.Message) + "\x00")
		if v.Known {
			key.WriteString("known\x00")
		}
		if v.Statement != nil {
			key.WriteString(v.Statement.Position.String() + "\x00")
		}
	}
	return key.String()
}

// join puts the first instance of a further kind into a group.
func (b *builder) join(m *member) {
	g := &b.report.Resources[m.group]
	for k, v := range m.verdicts {
		e := &g.Obligations[k]
		if one := b.assessment.Annotation(m.first, v); !e.Varies && v.Status != assess.Addressed {
			e.Varies = one.Told() != e.Message
		}
	}
	b.addEvidence(m, m.first, false)
}

// again takes in an instance of which the like is there already.
func (b *builder) again(m *member, n int) {
	if !m.compared {
		m.compared = true
		for k, v := range m.verdicts {
			one := b.assessment.Annotation(m.first, v)
			if e := &b.report.Resources[m.group].Obligations[k]; one.Varies() {
				e.Varies = true
			}
		}
	}
	if len(m.open) > 0 {
		b.addEvidence(m, n, true)
	}
}

// addEvidence takes over from a further instance what other resources show.
// There is an end to it: when an entry has all that it may have, when the like
// of the instance has shown nothing more, and after a number of instances.
func (b *builder) addEvidence(m *member, n int, alike bool) {
	g := &b.report.Resources[m.group]
	m.open = slices.DeleteFunc(m.open, func(k int) bool {
		e := &g.Obligations[k]
		if len(e.Evidence) >= assess.MaxEvidence || e.asked >= assess.MaxEvidence {
			return true
		}
		e.asked++
		before := len(e.Evidence)
		one := b.assessment.Annotation(n, m.verdicts[k])
		e.add(one.Instance, one.More(alike))
		return alike && len(e.Evidence) == before
	})
}

func (e *Entry) add(i *inventory.Instance, evidence []assess.Evidence) {
	for _, seen := range evidence {
		own := seen.Address == i.Address
		if !own && len(e.Evidence) < assess.MaxEvidence && !slices.Contains(e.Evidence, seen) {
			e.Evidence = append(e.Evidence, seen)
		}
	}
}
