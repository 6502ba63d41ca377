package terminal

// Style colours text, or leaves it alone. The zero value leaves it alone.
type Style struct{ Color bool }

// SGR parameters of the colours in use: the sixteen that every terminal lets
// its user choose.
const (
	Bold    = "1"
	Dim     = "2"
	Red     = "31"
	Alarm   = "1;31"
	Green   = "32"
	Yellow  = "33"
	Blue    = "34"
	Magenta = "35"
	Cyan    = "36"
)

// Paint puts text into a colour.
func (s Style) Paint(sgr, text string) string {
	if !s.Color || text == "" || sgr == "" {
		return text
	}
	return "\x1b[" + sgr + "m" + text + "\x1b[0m"
}

// SeverityColour is the colour that a severity has everywhere.
func SeverityColour(severity string) string {
	switch severity {
	case "critical":
		return Alarm
	case "high":
		return Red
	case "medium":
		return Yellow
	case "low":
		return Cyan
	}
	return Blue
}
