package report

import (
	"encoding/xml"
	"io"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/terminal"
)

// The parts of JUnit's XML that Jenkins' xUnit schema (junit-10.xsd) and GitLab
// have in common. There is no time in it: equal input makes an equal file.

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name      string        `xml:"name,attr"`
	Classname string        `xml:"classname,attr"`
	Failure   *junitOutcome `xml:"failure"`
	Error     *junitOutcome `xml:"error"`
	Skipped   *junitOutcome `xml:"skipped"`
}

type junitOutcome struct {
	Type    string `xml:"type,attr,omitempty"`
	Message string `xml:"message,attr"`
	Body    string `xml:",chardata"`
}

// writeJUnit makes a suite of every resource and a test of every obligation:
// passed if it is addressed or attested, failed if it is unaddressed, skipped
// if it is waived, known from the baseline or not yet decided. Faults are errors.
func writeJUnit(w io.Writer, r *Report, _ View) error {
	all := junitSuites{Name: "srmlint"}
	if len(r.Faults) > 0 {
		all.add(junitFaults(r))
	}
	for i := range r.Resources {
		if g := &r.Resources[i]; len(g.Obligations) > 0 {
			all.add(junitGroup(r, g))
		}
	}
	data, err := xml.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+string(data)+"\n")
	return err
}

func (all *junitSuites) add(s junitSuite) {
	s.Tests = len(s.Cases)
	for _, c := range s.Cases {
		switch {
		case c.Failure != nil:
			s.Failures++
		case c.Error != nil:
			s.Errors++
		case c.Skipped != nil:
			s.Skipped++
		}
	}
	all.Tests, all.Failures, all.Errors = all.Tests+s.Tests, all.Failures+s.Failures, all.Errors+s.Errors
	all.Suites = append(all.Suites, s)
}

func junitFaults(r *Report) junitSuite {
	s := junitSuite{Name: "srmlint: faults"}
	for _, f := range r.Faults {
		c := junitCase{Name: terminal.Clean(oneLine(f.Summary)), Classname: "srmlint." + f.Severity}
		outcome := &junitOutcome{Message: f.sentence(), Body: terminal.Clean(place(r.faultAt(f)))}
		if f.Severity == "error" {
			c.Error = outcome
		} else {
			c.Skipped = outcome
		}
		s.Cases = append(s.Cases, c)
	}
	return s
}

// junitGroup names the input too where there are several: addresses repeat.
func junitGroup(r *Report, g *Group) junitSuite {
	s := junitSuite{Name: g.who()}
	if len(r.Inputs) > 1 {
		s.Name = r.Inputs[g.Input].name() + ": " + s.Name
	}
	for j := range g.Obligations {
		e := &g.Obligations[j]
		c := junitCase{Name: e.ID, Classname: s.Name}
		switch {
		case e.Status == assess.Unaddressed && !e.Known:
			c.Failure = &junitOutcome{Type: e.Severity, Message: e.what(), Body: junitBody(r, g, e)}
		case e.Known:
			c.Skipped = &junitOutcome{Message: "known: " + e.what()}
		case e.Status == assess.Waived, e.Status == assess.Undetermined:
			c.Skipped = &junitOutcome{Type: string(e.Status), Message: e.what()}
		}
		s.Cases = append(s.Cases, c)
	}
	return s
}

func junitBody(r *Report, g *Group, e *Entry) string {
	lines := []string{place(r.locate(g, e)), e.Title, e.what(), e.expiry(), e.Remedy}
	if e.Source != "" {
		lines = append(lines, e.Source)
	}
	var kept []string
	for _, line := range lines {
		if line != "" {
			kept = append(kept, terminal.Clean(oneLine(line)))
		}
	}
	return strings.Join(kept, "\n")
}

// name tells inputs apart, in a merge also those of equal paths.
func (in *Input) name() string {
	if in.Report != "" {
		return terminal.Clean(in.Report + ": " + in.Path)
	}
	return terminal.Clean(in.Path)
}
