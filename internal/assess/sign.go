package assess

import (
	"encoding/binary"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/relate"
)

// hangs tells whether something may come out otherwise for instances that are
// linked to what is alike: own says that they have links that others have not,
// both that they have such ones and others.
func hangs(r catalogue.Reads, own, both bool) bool {
	return r.Self || both && r.Order || own && r.Address
}

// sign writes into w.key what the links of an instance are, and which of them
// messages name first.
func (w *worker) sign(s *subject) {
	w.key = w.key[:0]
	for n, l := range s.links {
		w.key = binary.LittleEndian.AppendUint32(w.key, w.number(l.Shared))
		for _, own := range l.Own {
			w.key = append(w.key, byte(n), byte(n>>8))
			w.signLink(own)
			if before, ok := l.Replaced(own); ok {
				w.key = append(w.key, 'r')
				w.signLink(before)
			}
		}
		if l.HasItself() {
			w.key = append(w.key, 'i')
		}
		for _, near := range w.graph.Within(s.index, l) {
			w.key = append(w.key, 'n')
			w.signLink(near)
		}
	}
}

func (w *worker) signLink(l relate.Link) {
	flags := byte(0)
	if l.Possible {
		flags |= 1
	}
	if l.Assumed {
		flags |= 2
	}
	w.key = append(binary.LittleEndian.AppendUint32(w.key, w.number(l.To.Object)), flags)
}

func (w *worker) number(of any) uint32 {
	number, ok := w.numbers[of]
	if !ok {
		number = uint32(len(w.numbers))
		w.numbers[of] = number
	}
	return number
}
