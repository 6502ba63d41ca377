package catalogue

import (
	"encoding/binary"
	"net/netip"
	"sort"
	"strings"
)

// parseAddress reads an address or CIDR as the provider's attributes hold it:
// "203.0.113.7", "10.0.0.0/8", "::/0", and a load balancer's "ip:…" and "cidr:…".
// Without a length 0.0.0.0 and :: stand for every address, as in most settings
// that take them.
func parseAddress(s string) (netip.Prefix, bool) {
	s = strings.TrimSpace(s)
	s = strings.TrimPrefix(strings.TrimPrefix(s, "ip:"), "cidr:")
	if !strings.Contains(s, "/") {
		a, err := netip.ParseAddr(s)
		if err != nil || a.Zone() != "" {
			return netip.Prefix{}, false
		}
		if a.IsUnspecified() {
			return netip.PrefixFrom(a, 0), true
		}
		return unmapped(netip.PrefixFrom(a, a.BitLen())), true
	}
	p, err := netip.ParsePrefix(s)
	if err != nil {
		return netip.Prefix{}, false
	}
	return unmapped(p).Masked(), true
}

// unmapped turns ::ffff:0.0.0.0/96 into 0.0.0.0/0.
func unmapped(p netip.Prefix) netip.Prefix {
	if p.Addr().Is4In6() && p.Bits() >= 96 {
		return netip.PrefixFrom(p.Addr().Unmap(), p.Bits()-96)
	}
	return p
}

// span is a closed range.
type span struct{ lo, hi uint64 }

// addressSet is a union of prefixes. IPv6 is kept by the upper 64 bits, for
// nothing smaller than a /64 matters to how much of the world it covers.
type addressSet struct {
	v4, v6 []span
}

func (s *addressSet) add(p netip.Prefix) {
	bits := p.Bits()
	if p.Addr().Is4() {
		b := p.Addr().As4()
		lo := uint64(binary.BigEndian.Uint32(b[:]))
		s.v4 = append(s.v4, span{lo, lo + 1<<(32-bits) - 1})
		return
	}
	if bits > 64 {
		return
	}
	b := p.Addr().As16()
	lo := binary.BigEndian.Uint64(b[:8])
	s.v6 = append(s.v6, span{lo, lo + (1<<(64-bits) - 1)}) // 1<<64 is 0 in Go, less one is all
}

func (s *addressSet) join(other addressSet) {
	s.v4 = append(s.v4, other.v4...)
	s.v6 = append(s.v6, other.v6...)
}

// world tells whether the set covers half of IPv4 or more, or half of the part
// of IPv6 from which addresses are given out (2000::/4) or more. Half, because
// whoever splits the world leaves out a little, while no list of customers,
// offices or even countries comes near it.
func (s *addressSet) world() bool {
	v4 := span{0, 1<<32 - 1}
	v6 := span{0x2000 << 48, 0x2fff<<48 | 1<<48 - 1}
	return covers(s.v4, v4, 1<<31) || covers(s.v6, v6, 1<<59)
}

// covers tells whether n numbers of a window or more lie in any of the spans.
func covers(spans []span, window span, n uint64) bool {
	var sum uint64 // with what overlaps counted twice: cheap, and mostly far too little
	for _, s := range spans {
		if lo, hi := max(s.lo, window.lo), min(s.hi, window.hi); lo <= hi && sum < n {
			sum += hi - lo + 1
		}
	}
	return sum >= n && covered(spans, window) >= n
}

// covered counts the numbers of a window that lie in any of the spans.
func covered(spans []span, window span) (n uint64) {
	sorted := append([]span(nil), spans...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].lo < sorted[j].lo })
	next := window.lo // first number not yet counted
	for _, s := range sorted {
		lo, hi := max(s.lo, next), min(s.hi, window.hi)
		if lo > hi {
			continue
		}
		n += hi - lo + 1
		next = hi + 1 // window.hi is below the largest uint64
	}
	return n
}

// notPublic are the ranges that nobody on the internet has an address in.
func notPublic() []netip.Prefix {
	return []netip.Prefix{
		netip.MustParsePrefix("10.0.0.0/8"),
		netip.MustParsePrefix("172.16.0.0/12"),
		netip.MustParsePrefix("192.168.0.0/16"),
		netip.MustParsePrefix("100.64.0.0/10"),
		netip.MustParsePrefix("127.0.0.0/8"),
		netip.MustParsePrefix("169.254.0.0/16"),
		netip.MustParsePrefix("::1/128"),
		netip.MustParsePrefix("fc00::/7"),
		netip.MustParsePrefix("fe80::/10"),
	}
}

// isPublic tells whether a range has any public address.
func isPublic(p netip.Prefix) bool {
	for _, private := range notPublic() {
		if private.Bits() <= p.Bits() && private.Contains(p.Addr()) {
			return false
		}
	}
	return true
}
