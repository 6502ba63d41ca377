package report

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/terminal"
)

// home is where srmlint itself is explained.
const home = "https://github.com/srmlint/srmlint"

// Limits of GitHub code scanning; of the results it shows the first 5,000.
const (
	sarifMaxResults = 25_000
	sarifMaxBytes   = 10_000_000 // compressed
)

// writeSARIF writes all that SARIF has words for: what is addressed only with
// all, what a statement or the baseline settles as suppressed.
func writeSARIF(w io.Writer, r *Report, v View) error {
	return newSARIF(r, v).write(w, func(e *Entry) bool {
		return v.All || e.Status != assess.Addressed
	})
}

// writeCodeScanning leaves out what GitHub, which looks neither at kinds nor at
// suppressions, would show as open alerts (github/codeql-action#1230).
func writeCodeScanning(w io.Writer, r *Report, v View) error {
	return newSARIF(r, v).write(w, func(e *Entry) bool {
		return e.Status == assess.Unaddressed && !e.Known
	})
}

type sarif struct {
	report               *Report
	view                 View
	rules                map[string]int // index by id
	run                  sarifRun
	maxResults, maxBytes int
}

func newSARIF(r *Report, v View) *sarif {
	return &sarif{report: r, view: v, rules: map[string]int{}, maxResults: sarifMaxResults, maxBytes: sarifMaxBytes}
}

func (s *sarif) write(w io.Writer, keep func(*Entry) bool) error {
	s.begin()
	list := s.report.list(s.view, keep)
	for _, i := range list[:min(len(list), s.maxResults)] {
		s.run.Results = append(s.run.Results, s.result(i))
	}
	data, err := s.fit(len(list))
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// begin writes everything but the results.
func (s *sarif) begin() {
	s.run = sarifRun{
		Tool: sarifTool{sarifDriver{
			Name: "srmlint", Version: strings.TrimPrefix(s.report.Tool.Version, "v"), InformationURI: home, Rules: []sarifRule{},
		}},
		AutomationDetails: sarifAutomation{sarifCategory(s.report, s.view)},
		Invocations:       []sarifInvocation{s.invocation()},
		ColumnKind:        "unicodeCodePoints",
		Results:           []sarifResult{},
	}
	for n, rule := range s.report.Rules {
		s.rules[rule.ID] = n
		s.run.Tool.Driver.Rules = append(s.run.Tool.Driver.Rules, sarifRuleOf(rule))
	}
}

// sarifCategory keeps the root modules of one repository apart: an upload
// replaces only what was uploaded with the same one.
func sarifCategory(r *Report, v View) string {
	if root := r.root(v); root != "" {
		return "srmlint/" + root + "/"
	}
	return "srmlint/"
}

// invocation carries the faults: a run that could not read everything says so.
func (s *sarif) invocation() sarifInvocation {
	invocation := sarifInvocation{ExecutionSuccessful: true}
	for _, f := range s.report.Faults {
		if f.Severity == "error" {
			invocation.ExecutionSuccessful = false
		}
		invocation.Notifications = append(invocation.Notifications, sarifNotification{
			Level:     f.Severity,
			Message:   sarifText{Text: sarifPlain(f.sentence())},
			Locations: []sarifLocation{{Physical: s.physical(s.report.faultAt(f))}},
		})
	}
	for _, in := range s.report.Inputs {
		if in.Errored {
			invocation.ExecutionSuccessful = false
		}
	}
	return invocation
}

// sentence is a fault on one line, safe to show.
func (f Fault) sentence() string {
	text := sentence(f.Summary)
	if f.Detail != "" {
		text += " " + sentence(f.Detail)
	}
	return shorten(terminal.Clean(oneLine(text)), 2000)
}

// fit encodes the run and drops the mildest results until it may be uploaded.
func (s *sarif) fit(total int) ([]byte, error) {
	notes := s.run.Invocations[0].Notifications
	for {
		if left := total - len(s.run.Results); left > 0 {
			s.run.Invocations[0].Notifications = append(notes[:len(notes):len(notes)], sarifNotification{
				Level:   "warning",
				Message: sarifText{Text: fmt.Sprintf("%d results of lower severity are left out: code scanning takes %d, and %d bytes compressed.", left, s.maxResults, s.maxBytes)},
			})
		}
		data, err := encodeJSON(sarifLog{
			Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
			Version: "2.1.0",
			Runs:    []sarifRun{s.run},
		})
		if err != nil || len(s.run.Results) == 0 || compressed(data, s.maxBytes) <= s.maxBytes {
			return data, err
		}
		s.run.Results = s.run.Results[:len(s.run.Results)*3/4]
	}
}

// compressed is the size of what would be uploaded; data that is small enough
// anyway is not tried.
func compressed(data []byte, enough int) int {
	if len(data) <= enough {
		return len(data)
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	// A buffer takes everything.
	_, _ = z.Write(data)
	_ = z.Close()
	return b.Len()
}
