package formattest

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// Rendered is Markdown as a platform renders it: GitHub's dialect, HTML let through.
func Rendered(t testing.TB, text string) string {
	t.Helper()
	var out bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert([]byte(text), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

var (
	tag     = regexp.MustCompile(`<[^>]*>`)
	ownTags = regexp.MustCompile(`^</?(p|h3|ul|li|strong|code|table|thead|tbody|tr|th|td|details|summary)( style="text-align:right")?>$|^<a href="https://[a-z0-9./#?=_-]*">$|^</a>$|^<!-- srmlint( [A-Za-z0-9._/-]*)? -->$`)
)

// Markdown fails for a report with markup that is not ours: whatever a
// resource is called, it stays text.
func Markdown(t testing.TB, text string) {
	t.Helper()
	out := Rendered(t, text)
	for _, found := range Foreign(out) {
		t.Errorf("markup %s in\n%s", found, out)
	}
	if strings.Count(out, "<details>") != strings.Count(out, "</details>") {
		t.Error("unequal details")
	}
	if !strings.HasPrefix(text, "<!-- srmlint") {
		t.Error("no marker at the start")
	}
	if len(text) > 60_000 {
		t.Errorf("%d bytes", len(text))
	}
}

// Foreign lists the tags in HTML that the Markdown report never writes.
func Foreign(html string) (list []string) {
	for _, found := range tag.FindAllString(html, -1) {
		if !ownTags.MatchString(found) {
			list = append(list, found)
		}
	}
	return list
}
