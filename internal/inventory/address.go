package inventory

import "strings"

// BlockOf is an instance's address without its own key; keys of modules stay.
func BlockOf(address string) string {
	if len(address) == 0 || address[len(address)-1] != ']' {
		return address
	}
	inQuotes, open := false, -1
	for i := 0; i < len(address); i++ {
		switch c := address[i]; {
		case inQuotes && c == '\\':
			i++
		case c == '"':
			inQuotes = !inQuotes
		case c == '[' && !inQuotes:
			open = i
		}
	}
	if open < 0 {
		return address
	}
	return address[:open]
}

// Unkeyed is an address without any keys, of modules neither:
// module.a["x"].digitalocean_droplet.web[0] becomes module.a.digitalocean_droplet.web.
func Unkeyed(address string) string {
	n := strings.IndexByte(address, '[')
	if n < 0 {
		return address
	}
	var b strings.Builder
	for ; n >= 0; n = strings.IndexByte(address, '[') {
		b.WriteString(address[:n])
		address = address[KeyEnd(address, n):]
	}
	b.WriteString(address)
	return b.String()
}

// KeyEnd returns the index after the ] that closes the [ at n, and the length
// of the address if none does.
func KeyEnd(address string, n int) int {
	end, closed := closing(address, n)
	if !closed {
		return len(address)
	}
	return end
}

// closing finds the ] that closes the [ at n. Within quotes neither counts.
func closing(text string, n int) (end int, closed bool) {
	quoted := false
	for end = n + 1; end < len(text); end++ {
		switch c := text[end]; {
		case quoted && c == '\\':
			end++
		case c == '"':
			quoted = !quoted
		case c == ']' && !quoted:
			return end + 1, true
		}
	}
	return n, false
}
