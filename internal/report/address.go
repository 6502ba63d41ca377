package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/srmlint/srmlint/internal/inventory"
)

// label is a block with those of its instances that a group has, short:
// digitalocean_droplet.web [0..2], or module.app["prod"].digitalocean_droplet.web ["a"], ["b"].
// Where instances of several module instances share a group each is listed.
func label(g *Group) (block, keys string) {
	prefix, last := splitLast(g.Instances[0])
	if len(g.Instances) == 1 {
		return prefix, last
	}
	lasts := []string{last}
	for _, address := range g.Instances[1:] {
		p, l := splitLast(address)
		if p != prefix || l == "" {
			return g.Address, fmt.Sprintf(" (%d instances)", len(g.Instances))
		}
		lasts = append(lasts, l)
	}
	return prefix, " " + joinKeys(lasts)
}

// splitLast cuts the key of the instance itself from its address.
func splitLast(address string) (prefix, key string) {
	prefix = inventory.BlockOf(address)
	return prefix, address[len(prefix):]
}

// maxKeys is how many keys or runs of numbers a label shows.
const maxKeys = 6

// joinKeys writes [0], [1], [2] as [0..2].
func joinKeys(keys []string) string {
	var parts []string
	for i := 0; i < len(keys); {
		j := i
		for j+1 < len(keys) && follows(keys[j], keys[j+1]) {
			j++
		}
		if j > i {
			parts = append(parts, strings.TrimSuffix(keys[i], "]")+".."+keys[j][1:])
		} else {
			parts = append(parts, keys[i])
		}
		i = j + 1
	}
	if len(parts) > maxKeys {
		parts = append(parts[:maxKeys-1], fmt.Sprintf("… (%d in all)", len(keys)))
	}
	return strings.Join(parts, ", ")
}

func follows(a, b string) bool {
	m, errA := strconv.Atoi(strings.Trim(a, "[]"))
	n, errB := strconv.Atoi(strings.Trim(b, "[]"))
	return errA == nil && errB == nil && n == m+1
}
