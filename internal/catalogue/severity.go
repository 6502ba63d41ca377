package catalogue

import "fmt"

var severityNames = [...]string{"info", "low", "medium", "high", "critical"}

// SeverityNames lists the severities, least first.
func SeverityNames() []string { return severityNames[:] }

func (s Severity) String() string { return severityNames[s] }

// MarshalText makes a severity its name in every format.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// ParseSeverity reads a severity's name.
func ParseSeverity(name string) (Severity, error) {
	for i, n := range severityNames {
		if n == name {
			return Severity(i), nil
		}
	}
	return 0, fmt.Errorf("%q is no severity; use one of info, low, medium, high, critical", name)
}
