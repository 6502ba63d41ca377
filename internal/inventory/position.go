package inventory

import "fmt"

// Position is a place in a source file. Line and Column count from 1; the zero
// Position means that the place is not known.
type Position struct {
	File   string `json:"file"` // slash-separated, relative to the working directory where possible
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// IsZero tells whether the place is not known.
func (p Position) IsZero() bool { return p == Position{} }

func (p Position) String() string {
	if p.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}
