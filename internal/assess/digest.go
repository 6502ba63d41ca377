package assess

import (
	"encoding/binary"
	"hash/maphash"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// digest sums up values: 128 bits with seeds that no input can know, so that equal
// ones are taken for equal values. Of marks only that a value is sensitive counts.
type digest struct{ a, b maphash.Hash }

type sum struct{ a, b uint64 }

func (d *digest) sum() sum { return sum{d.a.Sum64(), d.b.Sum64()} }

func (d *digest) reset() {
	d.a.Reset()
	d.b.Reset()
}

func (d *digest) byte(c byte) {
	d.a.WriteByte(c) //nolint:errcheck // it makes none
	d.b.WriteByte(c) //nolint:errcheck // nor does this
}

func (d *digest) text(kind byte, s string) {
	d.number(kind, len(s))
	d.a.WriteString(s) //nolint:errcheck // it makes none
	d.b.WriteString(s) //nolint:errcheck // nor does this
}

func (d *digest) number(kind byte, n int) {
	var bytes [9]byte
	bytes[0] = kind
	binary.LittleEndian.PutUint64(bytes[1:], uint64(n))
	d.a.Write(bytes[:]) //nolint:errcheck // it makes none
	d.b.Write(bytes[:]) //nolint:errcheck // nor does this
}

func (d *digest) sumOf(s sum) {
	d.number('a', int(s.a))
	d.number('b', int(s.b))
}

func (d *digest) value(v cty.Value) {
	v, marks := v.Unmark()
	if _, ok := marks[inventory.Sensitive]; ok {
		d.byte('s')
	}
	t := v.Type()
	switch {
	case !v.IsKnown():
		d.text('u', v.GoString()) // with what is known of it all the same
	case v.IsNull():
		d.text('n', t.FriendlyName())
	case t == cty.String:
		d.text('t', v.AsString())
	case t == cty.Number:
		d.text('d', v.AsBigFloat().Text('p', 0))
	case t == cty.Bool && v.True():
		d.byte('y')
	case t == cty.Bool:
		d.byte('f')
	case v.CanIterateElements():
		d.elements(v)
	default:
		d.text('g', v.GoString())
	}
}

func (d *digest) elements(v cty.Value) {
	t := v.Type()
	named := t.IsObjectType() || t.IsMapType()
	if v.LengthInt() == 0 {
		d.text('e', t.FriendlyName())
	}
	d.number('l', v.LengthInt())
	for it := v.ElementIterator(); it.Next(); {
		key, element := it.Element()
		if named {
			d.text('k', key.AsString())
		}
		d.value(element)
	}
}
