package report

import (
	"fmt"
	"io"
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/oscal"
	"github.com/srmlint/srmlint/internal/terminal"
)

// csf is the framework whose control ids OSCAL documents name.
const csf = "nist-csf-2.0"

// oscalNS is where the names of our own properties belong.
const oscalNS = home + "/ns/oscal"

// Roles in OSCAL documents.
const (
	roleCustomer     = "customer"
	roleDigitalOcean = "digitalocean"
	roleShared       = "shared"
	roleAttester     = "attester"
)

func writeOSCAL(w io.Writer, document oscal.Document) error {
	data, err := encodeJSON(document)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

func oscalMetadata(r *Report, v View, title string) oscal.Metadata {
	m := oscal.Metadata{
		Title: title, LastModified: v.time(), Version: oscalString(r.Tool.Version), OSCALVersion: oscal.Version,
	}
	if r.Filters.Changed {
		m.Props = append(m.Props, oscalProp("left-out", "what the plan does not change"))
	}
	if r.Filters.MinSeverity != "" {
		m.Props = append(m.Props, oscalProp("min-severity", r.Filters.MinSeverity))
	}
	return m
}

// time is the present in UTC; the schema wants a full date of this era.
func (v View) time() time.Time {
	if v.Now.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return v.Now.UTC().Truncate(time.Second)
}

// lastMoment is the end of a day, or nil if it is none.
func lastMoment(date string) *time.Time {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return nil
	}
	t = t.AddDate(0, 0, 1).Add(-time.Second)
	return &t
}

func oscalProp(name, value string) oscal.Prop {
	return oscal.Prop{Name: name, NS: oscalNS, Value: oscalString(value)}
}

// oscalString is text without markup; the schema wants some, without space around it.
func oscalString(text string) string {
	if text = terminal.Clean(oneLine(text)); text != "" {
		return text
	}
	return "none"
}

// oscalMarkup is text where the standard takes Markdown.
func oscalMarkup(text string) string { return escapeMarkdown(oscalString(text), false) }

// token is what the schema takes for the id of a control.
var token = regexp.MustCompile(`^[\p{L}_][\p{L}\p{N}._-]*$`)

// csfControls are the entry's controls that OSCAL can name.
func csfControls(controls map[string][]string) (ids []string) {
	for _, id := range controls[csf] {
		if token.MatchString(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// oscalHref refers to a place in a source file.
func oscalHref(v View, p inventory.Position) string {
	file := v.Root.path(p.File)
	u := url.URL{Path: file, Fragment: fmt.Sprintf("L%d", p.Line)}
	if path.IsAbs(file) {
		u.Scheme = "file"
	}
	return strings.ReplaceAll(u.String(), "'", "%27")
}
