package relate

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/srmlint/srmlint/internal/inventory"
)

// TestHalves: own links are in both halves, and replace shared ones in each.
func TestHalves(t *testing.T) {
	inv := &inventory.Inventory{Instances: []*inventory.Instance{{Address: "a.a"}, {Address: "a.b"}, {Address: "a.c"}, {Address: "a.d"}}}
	link := func(index int, possible bool) Link {
		return Link{To: inv.Instances[index], Possible: possible, index: index}
	}
	shared := &List{units: newUnits(inv, false), links: []Link{link(0, true), link(1, false), link(2, true)}}
	l := Links{Shared: shared, Own: []Link{link(2, false), link(3, true)}, itself: 0}
	names := func(l Links) (names []string) {
		for link := range l.Each() {
			name := link.To.Address
			if link.Possible {
				name += "?"
			}
			names = append(names, name)
		}
		return names
	}
	for range 2 { // what is kept is the same
		got := slices.Concat(names(l), []string{"-"}, names(l.Possible()), []string{"-"}, names(l.Certain()))
		want := []string{"a.b", "a.c", "a.d?", "-", "a.c", "a.d?", "-", "a.b", "a.c", "a.d?"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}
