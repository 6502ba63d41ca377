package report

import (
	"slices"
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
	asked    bool  // for more evidence
	open     []int // entries of the group for which they may have more
}

// member finds the group of an instance; nil where the report leaves it out.
func (b *builder) member(n int, inputs []bool) *member {
	i := b.assessment.Inventory.Instances[n]
	all := b.assessment.Verdicts(n).All()
	if b.leavesOut(i) || !inputs[i.Input] || isPseudo(i) && len(all) == 0 {
		return nil
	}
	m := &member{first: n, verdicts: b.severeEnough(all)}
	m.group = b.groupOf(m, blockKey{i.Input, inventory.Unkeyed(i.Address)}, kind{i.Object, b.assessment.Verdicts(n)})
	return m
}

// blockKey is a block, of whatever instance of its module.
type blockKey struct {
	input   int
	address string
}

// block has the groups of one.
type block struct {
	first  *member
	groups map[string]int // by what the instances share; nil while there is one kind of them
	kinds  map[kind]int   // the same, for those of which nothing but the address differs
}

// kind is of instances of a block that share all that a group shares.
type kind struct {
	object   *inventory.Object
	verdicts *assess.Verdicts
}

// groupOf finds the group of a member, or makes one.
func (b *builder) groupOf(m *member, k blockKey, as kind) int {
	one := b.blocks[k]
	if one == nil {
		group := b.newGroup(m, k.address)
		b.blocks[k] = &block{first: m, kinds: map[kind]int{as: group}}
		return group
	}
	group, ok := one.kinds[as]
	if !ok {
		group = b.groupLike(one, m, k)
		one.kinds[as] = group
	}
	return group
}

// groupLike finds it by what the instances share.
func (b *builder) groupLike(one *block, m *member, k blockKey) int {
	if one.groups == nil {
		one.groups = map[string]int{b.shared(one.first): one.first.group}
	}
	key := b.shared(m)
	group, ok := one.groups[key]
	if !ok {
		group = b.newGroup(m, k.address)
		one.groups[key] = group
	}
	return group
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

// shared is what the instances of a group of a block have in common, as one
// text. Messages may name other instances of the same blocks.
func (b *builder) shared(m *member) string {
	i := b.assessment.Inventory.Instances[m.first]
	var key strings.Builder
	for _, action := range i.Actions {
		key.WriteString(action + "\x00")
	}
	if i.StandIn {
		key.WriteString("any number\x00")
	}
	for _, v := range m.verdicts {
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
	if !m.asked || len(m.open) > 0 {
		b.addEvidence(m, n, true)
	}
}

// addEvidence takes over from a further instance what other resources show.
// There is an end to it: when an entry has all that it may have, when the like
// of the instance has shown nothing more, and after a number of instances.
func (b *builder) addEvidence(m *member, n int, alike bool) {
	g := &b.report.Resources[m.group]
	if !m.asked {
		m.asked = true
		for k := range m.verdicts {
			m.open = append(m.open, k)
		}
	}
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
