package statement

import (
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// pattern matches addresses: `*` stands for any part of one step, `**` for any
// number of steps, and a block or module without a key for all its instances.
type pattern []step

// step is one part of an address between dots, and its instance key if it has one.
type step struct{ name, key string }

func parsePattern(text string) pattern { return steps(text) }

// steps splits an address at the dots that stand outside of keys.
func steps(address string) (all []step) {
	var current step
	inKey, inQuotes := false, false
	for i := 0; i < len(address); i++ {
		c := address[i]
		switch {
		case inQuotes && c == '\\' && i+1 < len(address):
			current.key += address[i : i+2]
			i++
			continue
		case inKey && c == '"':
			inQuotes = !inQuotes
		case inKey && c == ']' && !inQuotes:
			inKey = false
			continue
		case !inKey && c == '[':
			inKey = true
			continue
		case !inKey && c == '.':
			all = append(all, current)
			current = step{}
			continue
		}
		if inKey {
			current.key += string(c)
		} else {
			current.name += string(c)
		}
	}
	return append(all, current)
}

func matchAny(patterns []pattern, address string) bool {
	parts := steps(address)
	for _, p := range patterns {
		if p.match(parts) {
			return true
		}
	}
	return false
}

func (p pattern) match(address []step) bool {
	if len(p) == 0 {
		return len(address) == 0
	}
	if p[0].name == "**" {
		for n := 0; n <= len(address); n++ {
			if p[1:].match(address[n:]) {
				return true
			}
		}
		return false
	}
	return len(address) > 0 && p[0].match(address[0]) && p[1:].match(address[1:])
}

func (s step) match(part step) bool {
	named, err := doublestar.Match(s.name, part.name)
	if err != nil || !named {
		return false
	}
	if s.key == "" {
		return true
	}
	keyed, err := doublestar.Match(strings.Trim(s.key, `"`), strings.Trim(part.key, `"`))
	return err == nil && keyed
}

// withoutKeys is an address with all instance keys left out.
func withoutKeys(address string) string {
	if !strings.Contains(address, "[") {
		return address
	}
	var names []string
	for _, s := range steps(address) {
		names = append(names, s.name)
	}
	return strings.Join(names, ".")
}

// tagsOf lists an instance's tags as far as they are known.
func tagsOf(i *inventory.Instance) (tags []string) {
	if !i.Values.Type().IsObjectType() || !i.Values.Type().HasAttribute("tags") {
		return nil
	}
	v, _ := i.Values.GetAttr("tags").UnmarkDeep()
	if !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return nil
	}
	for it := v.ElementIterator(); it.Next(); {
		_, tag := it.Element()
		if tag.Type() == cty.String && tag.IsKnown() && !tag.IsNull() {
			tags = append(tags, tag.AsString())
		}
	}
	return tags
}

func shareAny(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

func equalFold(a, b string) bool { return strings.EqualFold(a, b) }
