package html

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/srmlint/srmlint/internal/report"
)

func shop(t testing.TB) *report.Report {
	t.Helper()
	data, err := os.ReadFile("testdata/shop.json")
	if err != nil {
		t.Fatal(err)
	}
	r, err := report.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func render(t testing.TB, r *report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := Format().Write(&b, r, report.View{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// elements walks a page as a parser reads it.
func elements(t testing.TB, page string) (list []*html.Node) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			list = append(list, n)
		}
	}
	return list
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func TestPageRefersOnlyToItself(t *testing.T) {
	list := elements(t, render(t, shop(t)))
	ids := map[string]bool{}
	for _, n := range list {
		if id := attribute(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("two elements have the id %q", id)
			}
			ids[id] = true
		}
	}
	for _, n := range list {
		for _, name := range []string{"src", "srcset", "action", "data", "style", "onclick"} {
			if v := attribute(n, name); v != "" && n.Data != "svg" {
				t.Errorf("<%s %s=%q>: nothing may be loaded, sent, or styled and run out of policy", n.Data, name, v)
			}
		}
		for _, name := range []string{"popovertarget", "aria-labelledby", "for"} {
			if v := attribute(n, name); v != "" && !ids[v] {
				t.Errorf("<%s %s=%q> names no element", n.Data, name, v)
			}
		}
		if v, ok := strings.CutPrefix(attribute(n, "href"), "#"); ok && !ids[v] {
			t.Errorf("link to #%s, which is not there", v)
		}
	}
}

func TestEveryVerdictIsOnThePage(t *testing.T) {
	r := shop(t)
	page := render(t, r)
	entries := strings.Count(page, "data-status=")
	if want := r.Summary.Total(); entries != want {
		t.Errorf("%d entries for %d obligations", entries, want)
	}
	for _, g := range r.Resources {
		for _, address := range g.Instances {
			if !strings.Contains(page, html.EscapeString(address)) {
				t.Errorf("%s is missing", address)
			}
		}
	}
}

func TestSameReportSamePage(t *testing.T) {
	first := render(t, shop(t))
	for range 5 {
		if render(t, shop(t)) != first {
			t.Fatal("the page differs from one run to the next")
		}
	}
}

func TestEmptyReport(t *testing.T) {
	page := render(t, &report.Report{Inputs: []report.Input{{Path: "plan.json", Kind: "plan"}}})
	for _, want := range []string{"Nothing to check", "There are no duties to show."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page of an empty report does not say %q", want)
		}
	}
}

func TestHeadline(t *testing.T) {
	for _, c := range []struct {
		want                                 string
		addressed, undetermined, unaddressed int
	}{
		{"Nothing to check", 0, 0, 0},
		{"2 of 5 duties unaddressed", 2, 1, 2},
		{"1 of 1 duty unaddressed", 0, 0, 1},
		{"1 of 3 duties undetermined until apply", 2, 1, 0},
		{"The only duty is answered", 1, 0, 0},
		{"All 3 duties are answered", 3, 0, 0},
	} {
		var p page
		p.Tally.Addressed, p.Tally.Undetermined, p.Tally.Unaddressed = c.addressed, c.undetermined, c.unaddressed
		if got := p.Headline(); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	r := shop(b)
	for b.Loop() {
		render(b, r)
	}
}
