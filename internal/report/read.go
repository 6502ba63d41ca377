package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
)

// Read reads a report that `srmlint --format json` wrote. It accepts every
// version of the schema with the same first number, and nothing that is not a
// report: merging half of one would hide what is open.
func Read(data []byte) (*Report, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if err := recognise(data); err != nil {
		return nil, err
	}
	var r Report
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("not a report: %w", err)
	}
	if err := r.check(); err != nil {
		return nil, fmt.Errorf("damaged report: %w", err)
	}
	r.Summary = summarise(&r)
	return &r, nil
}

// recognise looks at what kind of JSON this is before its parts.
func recognise(data []byte) error {
	var head struct {
		SchemaVersion *string         `json:"schema_version"`
		FormatVersion json.RawMessage `json:"format_version"`
		Changes       json.RawMessage `json:"resource_changes"`
		Runs          json.RawMessage `json:"runs"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return notJSON(err)
	}
	switch {
	case head.SchemaVersion != nil:
		return checkVersion(*head.SchemaVersion)
	case head.FormatVersion != nil || head.Changes != nil:
		return errors.New("this is a Terraform plan, not a report; run `srmlint --format json` on it first")
	case head.Runs != nil:
		return errors.New("this looks like SARIF; only reports written with --format json can be merged")
	}
	return errors.New("not a report of srmlint: it has no schema_version; write one with --format json")
}

func notJSON(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fmt.Errorf("not a report of srmlint: %w", err)
	}
	return fmt.Errorf("not JSON: %w", err)
}

func checkVersion(version string) error {
	major, _, _ := strings.Cut(version, ".")
	own, _, _ := strings.Cut(SchemaVersion, ".")
	if major != own {
		return fmt.Errorf("report has schema version %q, this srmlint reads %s.x; use the same srmlint for all reports", version, own)
	}
	return nil
}

// check makes sure of what every format relies on.
func (r *Report) check() error {
	for n := range r.Resources {
		g := &r.Resources[n]
		if g.Input < 0 || g.Input >= len(r.Inputs) {
			return fmt.Errorf("resources[%d].input is %d, but there are %s", n, g.Input, count(len(r.Inputs), "input"))
		}
		if len(g.Instances) == 0 {
			return fmt.Errorf("resources[%d] (%s) has no instances", n, g.Address)
		}
		for m := range g.Obligations {
			if err := g.Obligations[m].restore(); err != nil {
				return fmt.Errorf("resources[%d].obligations[%d]: %w", n, m, err)
			}
		}
	}
	return nil
}

// restore derives what the JSON does not hold.
func (e *Entry) restore() (err error) {
	if !slices.Contains(assess.Statuses(), e.Status) {
		return fmt.Errorf("%q is no status", e.Status)
	}
	e.severity, err = catalogue.ParseSeverity(e.Severity)
	return err
}
