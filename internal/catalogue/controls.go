package catalogue

import (
	"fmt"
	"slices"
	"strings"
)

// Frameworks whose control ids obligations name.
const (
	CSF2           = "nist-csf-2.0"
	CSF1           = "nist-csf-1.1"
	CISServices    = "cis-do-services-1.0"
	CISFoundations = "cis-do-foundations-1.0"
)

// Functions lists the NIST CSF 2.0 functions in their own order.
func Functions() []LayerInfo {
	return []LayerInfo{
		{"GV", "Govern"}, {"ID", "Identify"}, {"PR", "Protect"},
		{"DE", "Detect"}, {"RS", "Respond"}, {"RC", "Recover"},
	}
}

// checkControl tells whether a framework has a control of that id.
func checkControl(framework, id string) error {
	var ids map[string]string
	switch framework {
	case CSF2:
		ids = csf2()
	case CSF1:
		ids = csf1()
	case CISServices:
		ids = map[string]string{"2": "1 2 3 4 5 6 7 8", "3": "1 2 3", "4": "1 2", "5": "1 2 3 4 5 6 7", "6": "1"}
	case CISFoundations:
		ids = map[string]string{"2": "1 2 3 4", "3": "1 2 3", "4": "1", "5": "1"}
	default:
		return nil // an organisation's own framework
	}
	category, number, found := strings.Cut(id, "-")
	if !found {
		category, number, _ = strings.Cut(id, ".")
	}
	if !slices.Contains(strings.Fields(ids[category]), number) {
		return fmt.Errorf("%s has no control %q", framework, id)
	}
	return nil
}

// csf2 is the NIST CSF 2.0 core: the numbers in use by category.
func csf2() map[string]string {
	return map[string]string{
		"DE.AE": "02 03 04 06 07 08",
		"DE.CM": "01 02 03 06 09",
		"GV.OC": "01 02 03 04 05",
		"GV.OV": "01 02 03",
		"GV.PO": "01 02",
		"GV.RM": "01 02 03 04 05 06 07",
		"GV.RR": "01 02 03 04",
		"GV.SC": "01 02 03 04 05 06 07 08 09 10",
		"ID.AM": "01 02 03 04 05 07 08",
		"ID.IM": "01 02 03 04",
		"ID.RA": "01 02 03 04 05 06 07 08 09 10",
		"PR.AA": "01 02 03 04 05 06",
		"PR.AT": "01 02",
		"PR.DS": "01 02 10 11",
		"PR.IR": "01 02 03 04",
		"PR.PS": "01 02 03 04 05 06",
		"RC.CO": "03 04",
		"RC.RP": "01 02 03 04 05 06",
		"RS.AN": "03 06 07 08",
		"RS.CO": "02 03",
		"RS.MA": "01 02 03 04 05",
		"RS.MI": "01 02",
	}
}

// csf1 is NIST CSF 1.1, as far as its catalogue of 2.0 keeps it as withdrawn or a rule refers to it.
func csf1() map[string]string {
	return map[string]string{
		"DE.AE": "1 2 5",
		"DE.CM": "1 3 4 5 7 8",
		"DE.DP": "1 3 4 5",
		"ID.AM": "1 2 3 5 6",
		"ID.BE": "1 2 3 4 5",
		"ID.GV": "1 2 3 4",
		"ID.RM": "1 2 3",
		"ID.SC": "1 2 3 4 5",
		"PR.AC": "1 2 3 4 5 6 7",
		"PR.AT": "1 2 3 4 5",
		"PR.DS": "1 2 3 4 5 6 7 8",
		"PR.IP": "1 2 3 4 5 6 7 8 9 10 11 12",
		"PR.MA": "1 2",
		"PR.PT": "1 2 3 4 5",
		"RC.CO": "1 2",
		"RC.IM": "1 2",
		"RS.AN": "1 2 4 5",
		"RS.CO": "1 2 4 5",
		"RS.IM": "1 2",
		"RS.MI": "3",
		"RS.RP": "1",
		"RC.RP": "1",
		"ID.RA": "1",
	}
}
