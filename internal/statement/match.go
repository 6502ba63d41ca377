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
func steps(address string) []step {
	all := make([]step, 0, strings.Count(address, ".")+1)
	var current step
	inKey, inQuotes, start := false, false, 0
	take := func(end int) { // what stands before the next dot or bracket
		if inKey {
			current.key += address[start:end]
		} else {
			current.name += address[start:end]
		}
		start = end + 1
	}
	for i := 0; i < len(address); i++ {
		switch c := address[i]; {
		case inQuotes && c == '\\':
			i++
		case inKey && c == '"':
			inQuotes = !inQuotes
		case inKey && c == ']' && !inQuotes:
			take(i)
			inKey = false
		case !inKey && c == '[':
			take(i)
			inKey = true
		case !inKey && c == '.':
			take(i)
			all = append(all, current)
			current = step{}
		}
	}
	take(len(address))
	return append(all, current)
}

func matchAny(patterns []pattern, address []step) bool {
	return slices.ContainsFunc(patterns, func(p pattern) bool { return p.match(address) })
}

// match goes through both at once. Only the last `**` is ever gone back to: an
// earlier one could take no more than it can, so that the work is bounded by
// the product of the lengths.
func (p pattern) match(address []step) bool {
	at, seen := 0, 0        // of pattern and address
	after, resume := -1, -1 // where both go on after the last `**`
	for seen < len(address) {
		switch {
		case at < len(p) && p[at].name == "**":
			at++
			after, resume = at, seen
		case at < len(p) && p[at].match(address[seen]):
			at++
			seen++
		case after >= 0:
			resume++
			at, seen = after, resume
		default:
			return false
		}
	}
	for at < len(p) && p[at].name == "**" {
		at++
	}
	return at == len(p)
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
