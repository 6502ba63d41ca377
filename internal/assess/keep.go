package assess

import (
	"encoding/binary"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
)

// keptKey is what tells one verdict from another: its message without the keys
// of instances that it names.
type keptKey struct {
	obligation *catalogue.Obligation
	status     Status
	message    string
	position   inventory.Position
	arises     tri
	links      bool
}

// keep returns the one verdict that stands for all that say the same.
func (w *worker) keep(v *Verdict) *Verdict {
	k := keyOf(v)
	before := w.kept[k]
	if before == nil {
		w.kept[k] = v
		return v
	}
	before.names = before.names || v.names || v.Message != before.Message
	return before
}

func keyOf(v *Verdict) keptKey {
	return keptKey{v.Obligation, v.Status, inventory.WithoutKeys(v.Message), v.Position, v.arises, v.links}
}

// listOf returns the one list of some outcomes.
func (w *worker) listOf(findings []finding) *Verdicts {
	list := make([]*Verdict, 0, len(findings))
	for _, f := range findings {
		if f.verdict != nil {
			list = append(list, f.verdict)
		}
	}
	return w.keeper.list(list)
}

// keeper keeps one list of the same verdicts.
type keeper struct {
	lists   map[string]*Verdicts
	numbers map[*Verdict]uint32
	key     []byte
}

func newKeeper() keeper {
	return keeper{lists: map[string]*Verdicts{}, numbers: map[*Verdict]uint32{}}
}

func (k *keeper) list(list []*Verdict) *Verdicts {
	k.key = k.key[:0]
	for _, v := range list {
		number, ok := k.numbers[v]
		if !ok {
			number = uint32(len(k.numbers))
			k.numbers[v] = number
		}
		k.key = binary.LittleEndian.AppendUint32(k.key, number)
	}
	out := k.lists[string(k.key)]
	if out == nil {
		out = &Verdicts{list: list}
		k.lists[string(k.key)] = out
	}
	return out
}
