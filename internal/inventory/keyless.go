package inventory

import "strings"

// WithoutKeys takes the keys of instances and modules out of the addresses in a
// text: module.app[0].digitalocean_droplet.web["a"] becomes
// module.app.digitalocean_droplet.web. Brackets elsewhere stay: those of
// inbound_rule[0] belong to an attribute.
func WithoutKeys(text string) string {
	if !strings.Contains(text, "]") {
		return text
	}
	var b strings.Builder
	for text != "" {
		if n := addressIn(text); n > 0 {
			b.WriteString(Unkeyed(text[:n]))
			text = text[n:]
			continue
		}
		n := 1
		for n < len(text) && (ofName(text[n-1]) || !ofName(text[n])) {
			n++
		}
		b.WriteString(text[:n])
		text = text[n:]
	}
	return b.String()
}

// addressIn returns the length of the address that a text begins with; 0 if it
// begins with none.
func addressIn(text string) int {
	n := 0
	for strings.HasPrefix(text[n:], "module.") {
		end := nameEnd(text, n+len("module."))
		if end = keyEnd(text, end); end >= len(text) || text[end] != '.' {
			return end
		}
		n = end + 1
	}
	if strings.HasPrefix(text[n:], "data.") {
		n += len("data.")
	}
	if !strings.HasPrefix(text[n:], "digitalocean_") {
		return 0
	}
	end := nameEnd(text, n)
	if end >= len(text)-1 || text[end] != '.' {
		return 0
	}
	return keyEnd(text, nameEnd(text, end+1))
}

func nameEnd(text string, n int) int {
	for n < len(text) && ofName(text[n]) {
		n++
	}
	return n
}

func ofName(c byte) bool {
	return c == '_' || c == '-' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}

// keyEnd returns the index after the key that begins at n, or n if none does.
func keyEnd(text string, n int) int {
	if n >= len(text) || text[n] != '[' {
		return n
	}
	end, _ := closing(text, n)
	return end
}
