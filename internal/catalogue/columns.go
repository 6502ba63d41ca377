package catalogue

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/srmlint/srmlint/internal/provider"
)

// Columns says which attributes and blocks of each resource type rules can ask
// for, at the top level. It errs to the safe side: there may be more than
// anything ever reads, never less. The zero value asks for nothing.
//
// References of the input may name any attribute, of which rules know nothing:
// whoever follows them has to keep those too.
type Columns struct {
	types map[string]*column
}

// column are the attributes of one resource type.
type column struct {
	all    bool
	read   map[string]bool // by expressions
	joined map[string]bool // by joins of relations
}

// Of returns the attributes of a resource type that something asks for; all is
// true where that cannot be told, or is everything.
func (c *Columns) Of(resourceType string) (names map[string]bool, all bool) {
	if provider.IsPseudo(resourceType) {
		return nil, true
	}
	t := c.types[resourceType]
	if t == nil {
		return nil, false
	}
	names = maps.Clone(t.read)
	maps.Copy(names, t.joined)
	return names, t.all
}

// Keep tells whether something asks for an attribute.
func (c *Columns) Keep(resourceType, attribute string) bool {
	t := c.types[resourceType]
	return provider.IsPseudo(resourceType) || t != nil && (t.all || t.read[attribute] || t.joined[attribute])
}

// JoinsOnly tells whether joins ask for an attribute, and no expression does:
// it decides which instances belong together, and else nothing.
func (c *Columns) JoinsOnly(resourceType, attribute string) bool {
	t := c.types[resourceType]
	return t != nil && !t.all && t.joined[attribute] && !t.read[attribute]
}

func (c *Columns) column(resourceType string) *column {
	if c.types == nil {
		c.types = map[string]*column{}
	}
	t := c.types[resourceType]
	if t == nil {
		t = &column{read: map[string]bool{}, joined: map[string]bool{}}
		c.types[resourceType] = t
	}
	return t
}

// String has a line for each resource type: what expressions read, and after a
// bar what only joins do. A star stands for everything.
func (c *Columns) String() string {
	var b strings.Builder
	for _, name := range sortedKeys(c.types) {
		t := c.types[name]
		b.WriteString(name)
		if t.all {
			b.WriteString(" *\n")
			continue
		}
		for _, attribute := range sortedKeys(t.read) {
			b.WriteString(" " + attribute)
		}
		joined := slices.DeleteFunc(sortedKeys(t.joined), func(attribute string) bool { return t.read[attribute] })
		if len(joined) > 0 {
			b.WriteString(" | " + strings.Join(joined, " "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// ParseColumns reads what String wrote. Lines that begin with # are comments.
func ParseColumns(text string) (*Columns, error) {
	c := &Columns{}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		t := c.column(fields[0])
		into := t.read
		for _, name := range fields[1:] {
			switch {
			case name == "*":
				t.all = true
			case name == "|":
				into = t.joined
			case strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") != "":
				return nil, fmt.Errorf("%q is no attribute", name)
			default:
				into[name] = true
			}
		}
	}
	return c, nil
}
