package matrix

import "github.com/srmlint/srmlint/internal/assess"

// Tally counts duties by status. Duties are counted once per group of equal
// instances, as in the report's summary.
type Tally struct {
	Addressed    int `json:"addressed"`
	Attested     int `json:"attested"`
	Waived       int `json:"waived"`
	Undetermined int `json:"undetermined"`
	Unaddressed  int `json:"unaddressed"`
}

// Add counts one duty.
func (t *Tally) Add(s assess.Status) {
	switch s {
	case assess.Addressed:
		t.Addressed++
	case assess.Attested:
		t.Attested++
	case assess.Waived:
		t.Waived++
	case assess.Undetermined:
		t.Undetermined++
	case assess.Unaddressed:
		t.Unaddressed++
	}
}

// Merge counts what another tally has.
func (t *Tally) Merge(other Tally) {
	t.Addressed += other.Addressed
	t.Attested += other.Attested
	t.Waived += other.Waived
	t.Undetermined += other.Undetermined
	t.Unaddressed += other.Unaddressed
}

// Total counts all duties.
func (t Tally) Total() int {
	return t.Addressed + t.Attested + t.Waived + t.Undetermined + t.Unaddressed
}

// Open counts what is not answered, or may not be.
func (t Tally) Open() int { return t.Undetermined + t.Unaddressed }

// Part is one status with its count.
type Part struct {
	Status assess.Status
	Count  int
}

// Parts lists the statuses that occur, in the order of summaries.
func (t Tally) Parts() (list []Part) {
	counts := []int{t.Addressed, t.Attested, t.Waived, t.Undetermined, t.Unaddressed}
	for i, s := range assess.Statuses() {
		if counts[i] > 0 {
			list = append(list, Part{s, counts[i]})
		}
	}
	return list
}
