package assess

import (
	"fmt"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
)

// Recalled has one worker go through all instances, and lists where what it
// recalls of others is not what it would find out. It counts what was recalled.
func Recalled(inv *inventory.Inventory, c *catalogue.Catalogue) (wrong []string, count int) {
	w := (&assessor{catalogue: c, graph: relate.New(inv, c), inventory: inv}).worker()
	for n, i := range inv.Instances {
		if i.Data || i.Ended {
			continue
		}
		s := w.subject(n, w.duties(i.Type))
		for _, d := range s.duties.list {
			before := len(w.memos)
			recalled, decided := judgement{subject: s, duty: d}, judgement{subject: s, duty: d}
			got, want := recalled.outcome(recalled.decided()), decided.outcome(decided.decide())
			if recalled.memo != nil && len(w.memos) == before {
				count++
			}
			if got != want {
				wrong = append(wrong, fmt.Sprintf("%s %s: %s, not %s", i.Address, d.ID, got, want))
			}
		}
	}
	return wrong, count
}

func (j *judgement) outcome(arises, addressed tri) string {
	if addressed != no {
		return fmt.Sprint(arises, addressed)
	}
	return fmt.Sprint(arises, addressed, j.gap())
}
