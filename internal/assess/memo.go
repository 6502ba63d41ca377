package assess

// Instances that differ may be alike in all that an obligation asks for: which
// image a Droplet has, say. What was decided and said of one is so of the others.

// memoKey is what an obligation asks for, by its values.
type memoKey struct {
	duty *duty
	asks sum
}

// memo is what came out.
type memo struct {
	arises, addressed tri
	gap               *string // nil: not asked for yet
}

// decided decides, or recalls what was decided where all that counts was the same.
func (j *judgement) decided() (arises, addressed tri) {
	if !j.closed {
		return j.decide()
	}
	k := memoKey{j.duty, j.asks()}
	if j.memo = j.memos[k]; j.memo != nil {
		return j.memo.arises, j.memo.addressed
	}
	arises, addressed = j.decide()
	if len(j.diags) == 0 { // else each instance is told of
		j.memo = &memo{arises: arises, addressed: addressed}
		j.memos[k] = j.memo
	}
	return arises, addressed
}

// gap says what is missing, in the words that were found for what asks for the same.
func (j *judgement) gap() string {
	if j.memo == nil {
		return j.worded()
	}
	if j.memo.gap == nil {
		text := j.worded()
		j.memo.gap = &text
	}
	return *j.memo.gap
}

// asks sums up what the obligation asks for.
func (j *judgement) asks() sum {
	d := &j.digest
	d.reset()
	i := j.instance
	t := i.Values.Type()
	for _, name := range j.own {
		switch set, ok := i.Configured[name]; {
		case !ok:
			d.byte('?')
		case set:
			d.byte('+')
		default:
			d.byte('-')
		}
		if t.IsObjectType() && t.HasAttribute(name) {
			d.value(i.Values.GetAttr(name))
		} else {
			d.byte('0')
		}
	}
	for k, n := range j.duty.relations {
		enough := max(j.uses[k].Enough, j.told[k].Enough)
		for _, possible := range []bool{false, true} {
			r := relatives{}
			r.count(j.links[n], possible, enough)
			d.number('#', len(r.list))
		}
	}
	return d.sum()
}
