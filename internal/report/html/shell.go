package html

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"strings"
)

// shell is what every page needs around its content.
type shell struct {
	Title  string
	CSS    template.CSS
	JS     template.JS
	Policy string
}

// newShell embeds style and script, and allows just these two by their hashes.
// Nothing may be fetched, framed, submitted or run beside them.
func newShell(title string) shell {
	css, js := asset("style.css")+asset("chart.css")+asset("duties.css")+asset("print.css"), asset("page.js")
	return shell{
		Title: title, CSS: template.CSS(css), JS: template.JS(js),
		Policy: "default-src 'none'; style-src " + hash(css) + "; script-src " + hash(js) +
			"; base-uri 'none'; form-action 'none'",
	}
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// asset reads a file of the program itself; a test opens each.
func asset(name string) string {
	data, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic(err)
	}
	return strings.ReplaceAll(string(data), "\r", "")
}
