package inventory

import "slices"

// Sort orders inputs' instances by input and natural order of address, so that [2] stands before [10].
func (inv *Inventory) Sort() {
	if slices.IsSortedFunc(inv.Instances, compare) { // as a rule they are, and then it is nearly free
		return
	}
	slices.SortStableFunc(inv.Instances, compare)
}

func compare(a, b *Instance) int {
	switch {
	case a.Input != b.Input:
		return a.Input - b.Input
	case AddressLess(a.Address, b.Address):
		return -1
	case AddressLess(b.Address, a.Address):
		return 1
	}
	return 0
}

// AddressLess compares two addresses with runs of digits taken as numbers.
func AddressLess(a, b string) bool {
	alike := shared(a, b)
	a, b = a[alike:], b[alike:]
	for a != "" && b != "" {
		da, db := digits(a), digits(b)
		if da > 0 && db > 0 {
			if c := compareDigits(a[:da], b[:db]); c != 0 {
				return c < 0
			}
			a, b = a[da:], b[db:]
			continue
		}
		if a[0] != b[0] {
			return a[0] < b[0]
		}
		a, b = a[1:], b[1:]
	}
	return len(a) < len(b)
}

// shared is how many characters two addresses have in common, up to a number
// in which they differ.
func shared(a, b string) int {
	n, most := 0, min(len(a), len(b))
	for n+8 <= most && a[n:n+8] == b[n:n+8] {
		n += 8
	}
	for n < most && a[n] == b[n] {
		n++
	}
	for n > 0 && isDigit(a[n-1]) {
		n--
	}
	return n
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

func compareDigits(a, b string) int {
	for len(a) > 1 && a[0] == '0' {
		a = a[1:]
	}
	for len(b) > 1 && b[0] == '0' {
		b = b[1:]
	}
	switch {
	case len(a) != len(b):
		return len(a) - len(b)
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
