package assess

import (
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// maxRendered is how many characters of a value evidence shows.
const maxRendered = 80

// render writes an attribute for evidence: as JSON, shortened, and nothing at
// all of what is sensitive.
func render(resourceType, name string, v cty.Value, open words) string {
	switch {
	case hides(resourceType, name, v):
		return "(sensitive)"
	case !v.IsKnown():
		return open.unknown
	case !v.IsWhollyKnown():
		return open.partly
	}
	if v.ContainsMarked() {
		v, _ = v.UnmarkDeep()
	}
	text, err := ctyjson.Marshal(v, v.Type())
	if err != nil {
		return ""
	}
	if !v.IsNull() && !v.Type().IsPrimitiveType() && len(text) > maxRendered {
		return "" // a cut list misleads; the position shows the whole
	}
	if runes := []rune(string(text)); len(runes) > maxRendered {
		return string(runes[:maxRendered-1]) + "…"
	}
	return string(text)
}
