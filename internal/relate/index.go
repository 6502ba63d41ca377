package relate

import (
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// joinIndex has the To sides of one join by the keys that they hold.
type joinIndex struct {
	via      string // the To path
	join     catalogue.Join
	first    int // id of the first group
	groups   []*group
	sure     map[key][]holder
	maybe    map[key][]*group
	anything []*group
	literals []*group
	texts    []*group // with some known text: what a literal identity might equal
	own      []*group // with an identity of their own that a literal might equal
	// selves are those that hold an attribute of their own, which has no key:
	// whoever refers to that leads to them.
	selves map[*inventory.Object]ownOrigin

	// Of joins that look for a part of a text:
	derived map[key][]*group // computed from a key
	open    []*group         // that may be anything, and are computed from nothing that is known
}

// group are To sides that hold the same.
type group struct {
	indexes []int
	values  values
	// standIn: it stands for none, one or many, so that a known value in it may
	// be nobody's. What it refers to itself is as sure as its being there.
	standIn bool
	id      int // in the relation
}

type holder struct {
	*group
	assumed bool
}

// index reads the To sides of all joins of a relation.
func (g *Graph) index(r *catalogue.Relation) []joinIndex {
	joins := make([]joinIndex, len(r.Joins))
	for n, join := range r.Joins {
		j := &joins[n]
		j.join, j.via, j.selves = join, path(join.To), map[*inventory.Object]ownOrigin{}
		j.sure, j.maybe, j.derived = map[key][]holder{}, map[key][]*group{}, map[key][]*group{}
		if n > 0 {
			j.first = joins[n-1].first + len(joins[n-1].groups)
		}
		sides := map[*inventory.Object]*side{}
		for _, t := range r.To {
			for _, i := range g.byType[t] {
				g.side(j, i, sides)
			}
		}
	}
	return joins
}

// side is what the To sides with one Object hold.
type side struct {
	*group // nil until there is one
	values values
	own    own
}

// side takes in one To side.
func (g *Graph) side(j *joinIndex, index int, sides map[*inventory.Object]*side) {
	i := g.inventory.Instances[index]
	if j.join.Contains {
		j.add(&group{indexes: []int{index}, values: g.resolver.whole(i, j.join.To), standIn: i.StandIn})
		return
	}
	s := sides[i.Object]
	if s == nil {
		s = &side{}
		s.values, s.own = g.resolver.collect(i, j.join.To)
		sides[i.Object] = s
		if one := s.own.origins; len(one) == 1 && !s.own.beside && one[0].plain && one[0].Certainty < inventory.Maybe {
			j.selves[i.Object], s.own.origins = one[0], nil
			s.values.ownUnknown = g.inventory.Inputs[i.Input].Kind == "configuration"
			s.group = &group{values: s.values, standIn: i.StandIn}
			j.add(s.group)
		} else if !s.values.empty() {
			s.group = &group{values: s.values, standIn: i.StandIn}
			j.add(s.group)
		}
	}
	if s.group != nil {
		s.group.indexes = append(s.group.indexes, index)
	}
	if s.own.any() {
		own := g.resolver.ownOf(i, j.join.To, s.own, &s.values)
		if !own.empty() {
			j.add(&group{indexes: []int{index}, values: own, standIn: i.StandIn})
		}
	}
}

func (j *joinIndex) add(g *group) {
	v := &g.values
	g.id = j.first + len(j.groups)
	j.groups = append(j.groups, g)
	hasText := false
	for _, k := range v.sure.list {
		hasText = hasText || k.isText()
		if g.standIn && (k.isText() || j.join.Contains) {
			j.maybe[k.key] = append(j.maybe[k.key], g)
			continue
		}
		j.sure[k.key] = append(j.sure[k.key], holder{g, k.assumed})
	}
	for _, k := range v.maybe.list {
		j.maybe[k.key] = append(j.maybe[k.key], g)
	}
	if v.anything {
		j.anything = append(j.anything, g)
	}
	if v.literals {
		j.literals = append(j.literals, g)
	}
	if v.ownUnknown {
		j.own = append(j.own, g)
	}
	if hasText {
		j.texts = append(j.texts, g)
	}
	if j.join.Contains {
		j.addDerived(g)
	} else { // the keys are in the index
		v.sure, v.maybe, v.derived = keys{}, keys{}, keys{}
	}
}

func (j *joinIndex) addDerived(g *group) {
	for _, k := range g.values.derived.list {
		j.derived[k.key] = append(j.derived[k.key], g)
	}
	if g.values.anything && len(g.values.derived.list) == 0 {
		j.open = append(j.open, g)
	}
}
