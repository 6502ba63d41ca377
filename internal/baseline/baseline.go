// Package baseline keeps the findings that a team knows of and has put off, so
// that only new ones fail a run.
//
// A finding is known by the address of its block and its obligation, not by its
// line: it survives being moved within a file and, with a moved block, to another address.
package baseline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"sort"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/terminal"
)

// FileName is what srmlint looks for, from the root module upward.
const FileName = ".srmlint-baseline.json"

const version = 1

// Baseline is a set of known findings, in the order of addresses.
type Baseline struct {
	Version  int       `json:"version"`
	Findings []Finding `json:"findings"`
}

// Finding is one known finding.
type Finding struct {
	Address string `json:"address"` // of the block; module keys kept
	// Instances are named where only some of the block's instances have the finding.
	Instances  []string `json:"instances,omitempty"`
	Obligation string   `json:"obligation"`
}

type key struct{ address, obligation string }

// New makes a baseline of an assessment's findings.
func New(a *assess.Assessment) *Baseline {
	all, open := map[key]int{}, map[key][]string{}
	for one := range a.All() {
		k := key{one.Instance.Block, one.Obligation.ID}
		all[k]++
		if one.Status == assess.Unaddressed {
			open[k] = append(open[k], one.Instance.Address)
		}
	}
	b := &Baseline{Version: version, Findings: []Finding{}}
	for k, instances := range open {
		f := Finding{Address: k.address, Obligation: k.obligation}
		if len(instances) < all[k] {
			f.Instances = instances
		}
		b.Findings = append(b.Findings, f)
	}
	b.sort()
	return b
}

func (b *Baseline) sort() {
	sort.Slice(b.Findings, func(i, j int) bool {
		x, y := b.Findings[i], b.Findings[j]
		if x.Address != y.Address {
			return inventory.AddressLess(x.Address, y.Address)
		}
		return x.Obligation < y.Obligation
	})
}

// Read parses a baseline.
func Read(r io.Reader, name string) (*Baseline, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var b Baseline
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&b); err != nil {
		return nil, fmt.Errorf("%s is no baseline: %w; `srmlint baseline` writes one", name, err)
	}
	if b.Version != version {
		return nil, fmt.Errorf("%s has version %d; this srmlint reads version %d", name, b.Version, version)
	}
	return &b, nil
}

// Write prints a baseline, a finding a line group, so that a diff of it reads well.
func (b *Baseline) Write(w io.Writer) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(b); err != nil {
		return err
	}
	_, err := w.Write(terminal.CleanJSON(text.Bytes()))
	return err
}

// Apply marks the findings that the baseline knows and returns those of the
// baseline that are there no more.
func (b *Baseline) Apply(a *assess.Assessment) (mended []Finding) {
	known := map[key]int{}
	listed := map[listedKey]bool{}
	for n, f := range b.Findings {
		known[key{f.Address, f.Obligation}] = n
		for _, address := range f.Instances {
			listed[listedKey{n, address}] = true
		}
	}
	seen := make([]bool, len(b.Findings))
	a.Mark(func(one assess.Annotation) bool {
		n, ok := b.find(known, listed, &one)
		if ok {
			seen[n] = true
		}
		return ok
	})
	for n, f := range b.Findings {
		if !seen[n] {
			mended = append(mended, f)
		}
	}
	return mended
}

// listedKey is an instance that a finding, by its index, names.
type listedKey struct {
	finding int
	address string
}

func (b *Baseline) find(known map[key]int, listed map[listedKey]bool, one *assess.Annotation) (int, bool) {
	for _, address := range []string{one.Instance.Address, one.Instance.PreviousAddress} {
		if address == "" {
			continue
		}
		n, ok := known[key{inventory.BlockOf(address), one.Obligation.ID}]
		if ok && (len(b.Findings[n].Instances) == 0 || listed[listedKey{n, address}]) {
			return n, true
		}
	}
	return 0, false
}

// Without returns the baseline less some findings.
func (b *Baseline) Without(gone []Finding) *Baseline {
	drop := map[key]bool{}
	for _, f := range gone {
		drop[key{f.Address, f.Obligation}] = true
	}
	kept := &Baseline{Version: version, Findings: []Finding{}}
	for _, f := range b.Findings {
		if !drop[key{f.Address, f.Obligation}] {
			kept.Findings = append(kept.Findings, f)
		}
	}
	return kept
}
