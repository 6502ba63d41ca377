package relate

// adder takes the links that one join finds for a model. What is found by a
// name in the model's own unit is to there alone, for those alike find their
// own; all else is linked to everything that is like what was found.
type adder struct {
	*Graph
	found *found
	join  uint16
	unit  int32
	alone bool   // nothing is like the model
	name  string // of the unit
}

func (g *Graph) adder(f *found, join, model int) *adder {
	unit := g.units.of[model]
	return &adder{Graph: g, found: f, join: uint16(join), unit: unit, alone: !g.Alike(model), name: g.units.name(unit)}
}

// by adds a link that was found by a key.
func (a *adder) by(k key, to int, possible, assumed bool) {
	a.add(to, possible, assumed, !a.inUnit(to) || !a.own(k))
}

func (a *adder) all(to int, possible bool) { a.add(to, possible, false, true) }

func (a *adder) one(to int, possible bool) { a.add(to, possible, false, false) }

func (a *adder) possibly(to []int) {
	for _, i := range to {
		a.all(i, true)
	}
}

func (a *adder) possiblyBy(k key, to []int) {
	for _, i := range to {
		a.by(k, i, true, false)
	}
}

// hidden adds what is linked by a literal that is not shown.
func (a *adder) hidden(from *values, to []hider) {
	for _, h := range to {
		if from.maySee(h.source) {
			a.all(int(h.index), true)
		}
	}
}

func (a *adder) add(to int, possible, assumed, all bool) {
	*a.found = append(*a.found, finding{int32(to), a.join, possible, assumed, all})
}

// inUnit tells whether an instance is in the model's unit, and that not the only one of its kind.
func (a *adder) inUnit(to int) bool { return !a.alone && a.units.of[to] == a.unit }

func (a *adder) own(k key) bool { return k.origin && within(k.text, a.name) }

// outside is what an instance holds without the names in its own unit.
func (a *adder) outside(from *values) *values {
	if a.alone {
		return from
	}
	out := *from
	out.sure, out.maybe, out.derived = from.sure.without(a.own), from.maybe.without(a.own), from.derived.without(a.own)
	return &out
}
