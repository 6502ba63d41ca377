package report

import (
	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
)

// Summary counts. Obligations are counted once per group: a block of a hundred
// equal instances has each of them once.
type Summary struct {
	Resources   int                   `json:"resources"` // blocks
	Instances   int                   `json:"instances"`
	Obligations map[assess.Status]int `json:"obligations"`
	// Severity counts by severity what is unaddressed, and what is undetermined.
	Severity map[string]Open `json:"severity"`
}

// Open counts what is open.
type Open struct {
	Unaddressed  int `json:"unaddressed"`
	Undetermined int `json:"undetermined"`
	// Known counts what of the unaddressed the baseline holds.
	Known int `json:"known,omitempty"`
}

func summarise(r *Report) Summary {
	s := Summary{Obligations: map[assess.Status]int{}, Severity: map[string]Open{}}
	for _, status := range assess.Statuses() {
		s.Obligations[status] = 0
	}
	for _, name := range catalogue.SeverityNames() {
		s.Severity[name] = Open{}
	}
	for _, in := range r.Inputs {
		s.Resources += in.Resources
		s.Instances += in.Instances
	}
	for i := range r.Resources {
		for j := range r.Resources[i].Obligations {
			s.count(&r.Resources[i].Obligations[j])
		}
	}
	return s
}

func (s *Summary) count(e *Entry) {
	s.Obligations[e.Status]++
	open := s.Severity[e.Severity]
	switch e.Status {
	case assess.Unaddressed:
		open.Unaddressed++
		if e.Known {
			open.Known++
		}
	case assess.Undetermined:
		open.Undetermined++
	}
	s.Severity[e.Severity] = open
}

// Total is the number of obligations.
func (s *Summary) Total() (n int) {
	for _, count := range s.Obligations {
		n += count
	}
	return n
}

// Fails tells whether anything is unaddressed at or above a severity, and not
// known from the baseline, or undetermined if that is asked for.
func (r *Report) Fails(threshold catalogue.Severity, undetermined bool) bool {
	for n, name := range catalogue.SeverityNames() {
		open := r.Summary.Severity[name]
		if n >= int(threshold) && (open.Unaddressed > open.Known || undetermined && open.Undetermined > 0) {
			return true
		}
	}
	return false
}
