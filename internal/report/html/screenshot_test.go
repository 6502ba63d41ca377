package html

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

var update = flag.Bool("update", false, "rewrite golden files and the screenshots in docs/images")

// TestScreenshots makes the pictures of the documentation. Pixels differ
// between versions of a browser, so they are looked at, not compared.
func TestScreenshots(t *testing.T) {
	if !*update {
		t.Skip("screenshots are only made with -update")
	}
	ctx := browser(t)
	html := render(t, shop(t))
	desktop, phone := view{width: 1360, height: 1100, scheme: "light"}, view{width: 390, height: 844, scheme: "light"}
	shots := []struct {
		name   string
		view   view
		dark   bool
		script string
	}{
		{name: "report-overview", view: desktop},
		{name: "report-overview-dark", view: desktop, dark: true},
		{name: "report-cell", view: desktop, script: `chart.scrollIntoView(); document.querySelector('[popovertarget="cell-droplet-network_controls"]').click()`},
		{name: "report-duties", view: desktop, script: `duties.scrollIntoView(); document.querySelector('.group[open] .entries details').open = true`},
		{name: "report-duties-dark", view: desktop, dark: true, script: `duties.scrollIntoView(); document.querySelector('.group[open] .entries details').open = true`},
		{name: "report-controls", view: desktop, script: `controls.scrollIntoView(); document.querySelector('#csf-PR').open = true; document.querySelector('#csf-PR li details').open = true`},
		{name: "report-statements", view: desktop, script: `statements.scrollIntoView(); document.querySelectorAll('.product')[1].open = true`},
		{name: "report-phone", view: phone},
		{name: "report-phone-duties", view: phone, script: `duties.scrollIntoView()`},
	}
	for _, s := range shots {
		t.Run(s.name, func(t *testing.T) {
			if s.dark {
				s.view.scheme = "dark"
			}
			b := load(t, ctx, html, s.view)
			eval[any](b, s.script+"; 0")
			b.settle()
			png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
			must(t, err)
			b.quiet()
			save(t, s.name+".png", png)
		})
	}
}

// settle waits until what was scrolled into view is drawn.
func (b *tab) settle() {
	b.t.Helper()
	for range 2 {
		eval[bool](b, "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
	}
}

func save(t *testing.T, name string, png []byte) {
	t.Helper()
	file := filepath.Join("..", "..", "..", "docs", "images", name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, png, 0o644); err != nil {
		t.Fatal(err)
	}
}
