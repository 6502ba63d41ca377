package report

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// rendered is Markdown as a platform renders it: GitHub's dialect, HTML let through.
func rendered(t *testing.T, text string) string {
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
	ownTags = regexp.MustCompile(`^</?(p|h3|ul|li|strong|code|table|thead|tbody|tr|th|td|details|summary)( style="text-align:right")?>$|^<a href="https://[a-z0-9./#?=_-]*">$|^</a>$|^<!-- srmlint( [A-Za-z0-9._/]*)? -->$`)
)

// checkMarkdown fails for markup that is not ours: whatever a resource is
// called, it stays text.
func checkMarkdown(t *testing.T, text string) {
	t.Helper()
	out := rendered(t, text)
	for _, found := range tag.FindAllString(out, -1) {
		if !ownTags.MatchString(found) {
			t.Errorf("markup %s in\n%s", found, out)
		}
	}
	if strings.Count(out, "<details>") != strings.Count(out, "</details>") {
		t.Error("unequal details")
	}
	if !strings.HasPrefix(text, "<!-- srmlint") {
		t.Error("no marker at the start")
	}
	if len(text) > markdownLimit {
		t.Errorf("%d bytes", len(text))
	}
}
