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

// recallable tells whether nothing decides the obligation but values that it asks for.
func (d *duty) recallable() bool {
	return !d.asks.Marks && !d.decides.Self && !d.decides.Address
}

// wordsRecalled tells whether the message is recalled too: it names no instances.
func (d *duty) wordsRecalled() bool { return !d.tells.Self && !d.tells.Address }

// decided decides, or recalls what was decided where all that counts was the same.
func (j *judgement) decided() (arises, addressed tri) {
	if !j.recallable() {
		return j.decide()
	}
	k := memoKey{j.duty, j.asked()}
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
	if j.memo == nil || !j.wordsRecalled() {
		return j.worded()
	}
	if j.memo.gap == nil {
		text := j.worded()
		j.memo.gap = &text
	}
	return *j.memo.gap
}
