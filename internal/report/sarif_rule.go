package report

import (
	"slices"
	"sort"
	"strings"

	"github.com/srmlint/srmlint/internal/rulebook"
	"github.com/srmlint/srmlint/internal/terminal"
)

// Limits of GitHub code scanning,
// docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning.
const (
	sarifMaxText = 1024 // characters of a rule's descriptions
	sarifMaxTags = 20
)

func sarifRuleOf(rule rulebook.Rule) sarifRule {
	return sarifRule{
		ID:                   rule.ID,
		ShortDescription:     sarifText{Text: sarifPlain(shorten(rule.Title, sarifMaxText))},
		FullDescription:      sarifText{Text: sarifPlain(shorten(rule.Why, sarifMaxText))},
		Help:                 sarifHelp(rule),
		HelpURI:              webAddress(rule.Source),
		DefaultConfiguration: sarifConfiguration{Level: sarifLevel(rule.Severity)},
		Properties: sarifRuleBag{
			Tags:             sarifTags(rule),
			Precision:        "very-high", // what is not certain is undetermined, no finding
			SecuritySeverity: securitySeverity(rule.Severity),
			Problem:          problemSeverity(rule.Severity),
		},
	}
}

// sarifHelp is what the page of an alert shows.
func sarifHelp(rule rulebook.Rule) sarifText {
	text := []string{rule.Why, rule.Remedy}
	markdown := []string{markdownText(rule.Why), "**What to do:** " + markdownText(rule.Remedy)}
	if rule.Question != "" {
		text = append(text, rule.Question)
		markdown = append(markdown, "**Answer in `.srmlint.hcl`:** "+markdownText(rule.Question))
	}
	if list := controlList(rule.Controls); list != "" {
		text = append(text, "Controls: "+list)
		markdown = append(markdown, "**Controls:** "+markdownText(list))
	}
	if source := webAddress(rule.Source); source != "" {
		text = append(text, source)
		markdown = append(markdown, "[Source]("+source+")")
	}
	return sarifText{Text: sarifPlain(strings.Join(text, " ")), Markdown: strings.Join(markdown, "\n\n")}
}

func sarifTags(rule rulebook.Rule) []string {
	tags := []string{"security"}
	for _, tag := range []string{rule.Product, "layer/" + rule.Layer, "owner/" + rule.Owner} {
		if tag != "" {
			tags = append(tags, terminal.Clean(tag))
		}
	}
	for _, framework := range frameworks(rule.Controls) {
		for _, id := range rule.Controls[framework] {
			if tag := terminal.Clean(framework + "/" + id); !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
	}
	return tags[:min(len(tags), sarifMaxTags)]
}

func frameworks(controls map[string][]string) []string {
	var names []string
	for name := range controls {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// controlList is nist-csf-2.0 PR.IR-01, PR.DS-02; cis-do-services-1.0 2.3.
func controlList(controls map[string][]string) string {
	var parts []string
	for _, name := range frameworks(controls) {
		parts = append(parts, name+" "+strings.Join(controls[name], ", "))
	}
	return terminal.Clean(strings.Join(parts, "; "))
}

// webAddress lets through what may stand in a link, else nothing.
func webAddress(address string) string {
	if !strings.HasPrefix(address, "https://") {
		return ""
	}
	odd := func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("<>\"'`()[]{}|\\^", r) }
	if strings.ContainsFunc(address, odd) {
		return ""
	}
	return address
}

func sarifLevel(severity string) string {
	switch severity {
	case "critical", "high":
		return "error"
	case "medium":
		return "warning"
	}
	return "note"
}

// securitySeverity is what GitHub names the severity by: over 9 critical, from
// 7 high, from 4 medium, below that low. What only informs has none.
func securitySeverity(severity string) string {
	return map[string]string{"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "2.0"}[severity]
}

func problemSeverity(severity string) string {
	if level := sarifLevel(severity); level != "note" {
		return level
	}
	return "recommendation"
}
