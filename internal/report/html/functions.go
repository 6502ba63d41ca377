package html

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/matrix"
	"github.com/srmlint/srmlint/internal/terminal"
)

func functions() template.FuncMap {
	return template.FuncMap{
		"bar":      newBar,
		"basis":    basis,
		"count":    count,
		"filter":   filter,
		"meaning":  meaning,
		"owner":    owner,
		"place":    place,
		"plain":    terminal.Clean, // direction marks could make a name read as another
		"statuses": assess.Statuses,
	}
}

// count writes 1 resource, 2 resources, 2 duties.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok {
		return fmt.Sprintf("%d %sies", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// filter makes the query that a link hands to the list of duties.
func filter(pairs ...string) string {
	query := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		query.Set(pairs[i], pairs[i+1])
	}
	return query.Encode()
}

// meaning says in a sentence what a status stands for.
func meaning(s assess.Status) string {
	switch s {
	case assess.Addressed:
		return "The configuration shows that it is done."
	case assess.Attested:
		return "Someone has declared that it is done, outside Terraform."
	case assess.Waived:
		return "Someone has accepted the risk, for a reason and until a date."
	case assess.Undetermined:
		return "It hangs on a value that is known only after apply."
	}
	return "Nothing shows that it is done."
}

// basis says in words how sure it is that a duty is the customer's.
func basis(b string) string {
	switch catalogue.Basis(b) {
	case catalogue.Stated:
		return "stated by DigitalOcean"
	case catalogue.Documented:
		return "follows from documentation"
	case catalogue.Benchmark:
		return "listed by the CIS benchmark"
	case catalogue.Derived:
		return "derived from the general split"
	}
	return b
}

// owner names an owner as the reader sees it.
func owner(o catalogue.Owner) string {
	switch o {
	case catalogue.Customer:
		return "You"
	case catalogue.Shared:
		return "Shared"
	case catalogue.DigitalOcean:
		return "DigitalOcean"
	}
	return ""
}

// place is a position as people write it.
func place(p inventory.Position) string {
	if p.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// bar is a tally drawn to scale, a hundred units wide.
type bar struct {
	Label string
	Parts []barPart
}

type barPart struct {
	Status   assess.Status
	X, Width string
}

func newBar(t matrix.Tally) bar {
	var b bar
	var words []string
	before := 0
	for _, p := range t.Parts() {
		b.Parts = append(b.Parts, barPart{p.Status, share(before, t.Total()), share(p.Count, t.Total())})
		before += p.Count
		words = append(words, fmt.Sprintf("%d %s", p.Count, p.Status))
	}
	b.Label = strings.Join(words, ", ")
	return b
}

func share(n, of int) string { return fmt.Sprintf("%.2f", 100*float64(n)/float64(of)) }
