package report

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/terminal"
)

// sarifMaxLogical bounds the instances that a result names; code scanning
// takes 1,000 locations and keeps 100.
const sarifMaxLogical = 100

func (s *sarif) result(i listed) sarifResult {
	kind, level := sarifVerdict(i.entry)
	return sarifResult{
		RuleID: i.entry.ID, RuleIndex: s.rules[i.entry.ID],
		Kind: kind, Level: level,
		Message:          sarifText{Text: sarifMessage(i)},
		Locations:        []sarifLocation{s.location(i)},
		RelatedLocations: s.related(i),
		// The first is the one that code scanning goes by; were it left out,
		// the upload would make one of the line's text.
		PartialFingerprints: map[string]string{"primaryLocationLineHash": i.id + ":1", "srmlint/v1": i.id},
		Suppressions:        sarifSuppressions(i.entry),
		Properties: sarifResultBag{
			Status: string(i.entry.Status), Owner: i.entry.Owner, Layer: i.entry.Layer,
			Product: i.group.Product, ServiceModel: i.group.ServiceModel, Instances: len(i.group.Instances),
		},
	}
}

// sarifVerdict is a status in SARIF's words. Whatever is not a failure must
// have the level none (3.27.10).
func sarifVerdict(e *Entry) (kind, level string) {
	switch {
	case e.Status == assess.Addressed:
		return "pass", "none"
	case e.Status == assess.Undetermined:
		return "open", "none"
	case e.Attestable:
		return "review", "none" // a person has to look, or has looked
	}
	return "fail", sarifLevel(e.Severity)
}

func sarifMessage(i listed) string {
	parts := []string{i.group.who() + ": " + sentence(i.entry.what())}
	if i.entry.Status == assess.Unaddressed {
		parts = append(parts, i.entry.expiry(), terminal.Clean(i.entry.Remedy))
	}
	return sarifPlain(strings.TrimSpace(strings.Join(parts, " ")))
}

// sentence ends text with a full stop.
func sentence(text string) string {
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".?!") {
		return text
	}
	return text + "."
}

// placeholder is what a message with arguments would have replaced (3.11.5).
var placeholder = regexp.MustCompile(`\{\d+\}`)

// sarifPlain takes from text what viewers would act on: links (3.11.6) and
// placeholders.
func sarifPlain(text string) string {
	text = strings.ReplaceAll(terminal.Clean(text), "](", "] (")
	return placeholder.ReplaceAllString(text, "{$0}")
}

func (s *sarif) location(i listed) sarifLocation {
	at := sarifLocation{Physical: s.physical(i.at)}
	for n, address := range i.group.Instances {
		if n == sarifMaxLogical {
			break
		}
		at.Logical = append(at.Logical, sarifLogical{terminal.Clean(address), "resource"})
	}
	return at
}

// related shows what the verdict rests on, where that is written elsewhere.
func (s *sarif) related(i listed) (list []sarifLocation) {
	for _, seen := range i.entry.Evidence {
		if seen.Position.IsZero() {
			continue
		}
		text := sarifText{Text: sarifPlain(shorten(describeEvidence(seen), sarifMaxText))}
		list = append(list, sarifLocation{ID: len(list) + 1, Message: &text, Physical: s.physical(valid(seen.Position))})
	}
	return list
}

func (s *sarif) physical(p inventory.Position) *sarifPhysical {
	return &sarifPhysical{
		Artifact: sarifURI(s.view.Root.path(p.File)),
		Region:   sarifRegion{StartLine: p.Line, StartColumn: p.Column},
	}
}

// sarifURI is relative wherever it can be: code scanning knows no other scheme
// than file.
func sarifURI(file string) sarifArtifact {
	if path.IsAbs(file) {
		return sarifArtifact{URI: (&url.URL{Scheme: "file", Path: file}).String()}
	}
	return sarifArtifact{URI: (&url.URL{Path: file}).String(), URIBaseID: "%SRCROOT%"}
}

func sarifSuppressions(e *Entry) []sarifSuppression {
	switch {
	case e.Statement != nil:
		return []sarifSuppression{{"external", "accepted", sarifPlain(e.what())}}
	case e.Known && e.Status == assess.Unaddressed:
		return []sarifSuppression{{"external", "accepted", "Known: the baseline holds it."}}
	}
	return nil
}
