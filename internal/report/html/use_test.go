package html

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	keyboard "github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/srmlint/srmlint/internal/assess"
)

// TestInBrowser uses the page as a reader does; one browser serves all.
func TestInBrowser(t *testing.T) {
	ctx := browser(t)
	r := shop(t)
	html, total, open := render(t, r), r.Summary.Total(), r.Summary.Obligations[assess.Unaddressed]
	desktop := view{width: 1280, height: 900, scheme: "light"}
	start := func(t *testing.T, v view) *tab { return load(t, ctx, html, v) }

	t.Run("search", func(t *testing.T) {
		b := start(t, desktop)
		call(b, keyboard.DispatchKeyEvent, keyboard.DispatchKeyEventParams{Type: keyboard.DispatchKeyEventTypeRawKeyDown, Key: "/"})
		b.run(chromedp.KeyEvent("spaces_bucket VERSIONING"))
		b.holds(`document.activeElement.id === 'q' && document.activeElement.value === 'spaces_bucket VERSIONING'`)
		b.shows("", `document.querySelectorAll('#list > details:not([hidden])').length === 1
			&& document.querySelector('#list > details:not([hidden]) h3').textContent.includes('digitalocean_spaces_bucket.assets')`)
		b.run(chromedp.KeyEvent(kb.Escape))
		b.shows(fmt.Sprintf("%d duties", total), `document.querySelectorAll('#list [hidden]').length === 0`)
	})
	t.Run("status and severity", func(t *testing.T) {
		b := start(t, desktop)
		eval[any](b, `document.querySelectorAll('[name=status]').forEach(box => { if (box.value !== 'unaddressed' && box.checked) box.click() }); 0`)
		b.shows(fmt.Sprintf("%d of %d", open, total), `[...document.querySelectorAll('.entries > li:not([hidden])')].every(item => item.dataset.status === 'unaddressed')`)
		b.run(chromedp.SetValue(chromedp.CSS("[name=severity]"), "critical"))
		eval[any](b, `document.querySelector('[name=severity]').dispatchEvent(new Event('input', {bubbles: true})); 0`)
		b.shows(fmt.Sprintf("%d of %d", r.Summary.Severity["critical"].Unaddressed, total), `location.hash.includes('severity=critical')`)
		b.run(chromedp.Click(chromedp.CSS("#filters [type=reset]")))
		b.shows(fmt.Sprintf("%d duties", total), `location.hash === '#duties'`)
	})
	t.Run("a link keeps the choice", func(t *testing.T) {
		v := desktop
		v.fragment = "duties?product=droplet&layer=backups"
		start(t, v).shows("", `[...document.querySelectorAll('.entries > li:not([hidden])')].every(item => item.dataset.layer === 'backups')
			&& document.querySelector('[name=product]').value === 'droplet'`)
	})
	t.Run("a cell tells who does what", func(t *testing.T) {
		b := start(t, desktop)
		cell := `document.querySelector('[popovertarget="cell-droplet-network_controls"]')`
		eval[any](b, cell+`.focus(); 0`)
		b.run(chromedp.KeyEvent(kb.ArrowRight))
		b.holds(`document.activeElement.getAttribute('popovertarget') === 'cell-vpc-network_controls'`)
		b.run(chromedp.KeyEvent(kb.ArrowLeft), chromedp.KeyEvent(kb.Enter))
		b.holds(`document.querySelector('.detail:popover-open').textContent.includes('Writes firewall rules')`)
		b.run(chromedp.KeyEvent(kb.Escape))
		b.holds(`!document.querySelector('.detail:popover-open') && document.activeElement === ` + cell)
		eval[any](b, cell+`.click(); document.querySelector('.detail:popover-open a').click(); 0`)
		b.shows("", `!document.querySelector('.detail:popover-open')`)
	})
	t.Run("colours", func(t *testing.T) {
		b := start(t, desktop)
		light := eval[string](b, `getComputedStyle(document.body).backgroundColor`)
		b.run(chromedp.Click(chromedp.CSS("#theme")))
		if dark := eval[string](b, `getComputedStyle(document.body).backgroundColor`); dark == light {
			t.Error("the switch does not change the colours")
		}
	})
	t.Run("no script", func(t *testing.T) {
		v := desktop
		v.noScript = true
		b := start(t, v)
		text, err := chromedp.Run(b.ctx, chromedp.TextContent(chromedp.CSS("#list")))
		must(t, err)
		if !strings.Contains(text, "digitalocean_database_cluster.orders") {
			t.Error("without script there is no list of duties")
		}
		b.quiet()
	})
	t.Run("print", func(t *testing.T) {
		b := start(t, desktop)
		b.holds(`dispatchEvent(new Event('beforeprint')) && document.querySelectorAll('details:not([open])').length === 0`)
		b.holds(`dispatchEvent(new Event('afterprint')) && document.querySelectorAll('details:not([open])').length > 0`)
		pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF())
		must(t, err)
		if len(pdf) < 10_000 {
			t.Errorf("the print has %d bytes", len(pdf))
		}
	})
	t.Run("narrow", func(t *testing.T) {
		b := start(t, view{width: 360, height: 700, scheme: "light"})
		eval[any](b, `document.querySelectorAll('details').forEach(d => { d.open = true }); 0`)
		if width := eval[int](b, `document.documentElement.scrollWidth`); width > 360 {
			t.Errorf("the page is %d pixels wide on a phone of 360", width)
		}
		for _, wide := range eval[[]string](b, `[...document.querySelectorAll('main *')].filter(e => !e.closest('.scroll, svg, nav, .unseen') && e.getBoundingClientRect().right > 361).slice(0, 5).map(e => e.tagName + '.' + e.className)`) {
			t.Errorf("%s is wider than a phone", wide)
		}
	})
	for _, text := range attacks() {
		t.Run(fmt.Sprintf("hostile %.12q", text), func(t *testing.T) {
			b := load(t, ctx, render(t, hostile(t, text)), desktop)
			b.holds(`window.hacked === undefined`)
		})
	}
}

func TestReadable(t *testing.T) {
	ctx := browser(t)
	html := render(t, shop(t))
	for _, scheme := range []string{"light", "dark"} {
		t.Run(scheme, func(t *testing.T) {
			b := load(t, ctx, html, view{width: 1280, height: 900, scheme: scheme})
			eval[any](b, `document.querySelectorAll('details').forEach(d => { d.open = true }); 0`)
			b.settle()
			for _, weak := range eval[[]string](b, contrastScript) {
				t.Error(weak)
			}
		})
	}
	t.Run("names", func(t *testing.T) {
		b := load(t, ctx, html, view{width: 1280, height: 900, scheme: "light"})
		tree := call(b, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		for _, n := range tree.Nodes {
			if n.Ignored || n.Role == nil {
				continue
			}
			role, name := fmt.Sprint(n.Role.Value), ""
			if n.Name != nil {
				name = fmt.Sprint(n.Name.Value)
			}
			switch role {
			case `"button"`, `"link"`, `"textbox"`, `"searchbox"`, `"combobox"`, `"checkbox"`, `"image"`, `"dialog"`, `"DisclosureTriangle"`:
				if strings.Trim(name, `" `) == "" {
					t.Errorf("a %s has no name for those who do not see it", role)
				}
			}
		}
		b.quiet()
	})
}

// shows waits until the list says how many duties it shows, and then checks a condition.
func (b *tab) shows(count, condition string) {
	b.t.Helper()
	want := fmt.Sprintf(`document.querySelector('#shown').textContent.startsWith(%q)`, count)
	if _, err := chromedp.Run(b.ctx, chromedp.Poll[bool](want, chromedp.WithPollingTimeout(10*time.Second))); err != nil {
		b.t.Errorf("shows %q, not %q", eval[string](b, `document.querySelector('#shown').textContent`), count)
	}
	b.holds(condition)
}

// holds checks a condition, and that nothing went wrong on the way to it.
func (b *tab) holds(condition string) {
	b.t.Helper()
	if !eval[bool](b, condition) {
		b.t.Errorf("does not hold: %s", condition)
	}
	b.quiet()
}

// contrastScript lists text whose contrast is below WCAG 2.2 AA: 4.5 to 1.
const contrastScript = `(() => {
	const parse = colour => { const c = document.createElement('canvas').getContext('2d', {willReadFrequently: true}); c.fillStyle = colour; c.fillRect(0, 0, 1, 1); const d = c.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255] };
	const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
	const luminance = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4 }); return .2126 * r + .7152 * g + .0722 * b };
	const known = new Map(), cached = colour => known.get(colour) ?? known.set(colour, parse(colour)).get(colour);
	const behind = e => { const layers = []; for (; e; e = e.parentElement) { const c = cached(getComputedStyle(e).backgroundColor); if (c[3]) layers.push(c); if (c[3] === 1) break } return layers.reduceRight((below, top) => over(top, below), [255, 255, 255, 1]) };
	const weak = new Set();
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const e = walker.currentNode.parentElement;
		if (!walker.currentNode.data.trim() || !e.checkVisibility({visibilityProperty: true}) || e.closest('script, .unseen, .skip, option')) continue;
		const back = behind(e), text = over(cached(getComputedStyle(e).color), back);
		const [low, high] = [luminance(text), luminance(back)].sort((a, b) => a - b);
		const ratio = (high + .05) / (low + .05);
		if (ratio < 4.5) weak.add(ratio.toFixed(2) + ' to 1: ' + e.tagName + '.' + e.className + ' "' + walker.currentNode.data.trim().slice(0, 30) + '"');
	}
	return [...weak].slice(0, 20);
})()`
