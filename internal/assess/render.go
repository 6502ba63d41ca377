package assess

import (
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/srmlint/srmlint/internal/inventory"
)

// maxRendered is how many characters of a value evidence shows.
const maxRendered = 80

// render writes a value for evidence: as JSON, shortened, and nothing at all of
// what is sensitive.
func render(v cty.Value) string {
	if inventory.Hidden(v) {
		return "(sensitive)"
	}
	v, _ = v.UnmarkDeep()
	if !v.IsKnown() {
		return afterApply
	}
	if !v.IsWhollyKnown() {
		return "(partly known after apply)"
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
