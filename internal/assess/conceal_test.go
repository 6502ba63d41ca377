package assess

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// TestSecretsAreNotPrinted: neither gap nor evidence holds what is sensitive,
// what is secret though the provider does not say so, nor a credential that
// stands in an ordinary text; what is said of it without showing it stays.
func TestSecretsAreNotPrinted(t *testing.T) {
	const canary = "hunter2hunter2"
	text := cty.StringVal("password: " + canary)
	tests := []struct {
		name, gap, want string
		droplet         map[string]cty.Value
	}{
		{"sensitive", "${self.name}", "not addressed: Do it", map[string]cty.Value{"name": cty.StringVal(canary).Mark(inventory.Sensitive)}},
		{"unmarked", "${self.user_data}", "not addressed: Do it", map[string]cty.Value{"user_data": cty.StringVal(canary)}},
		{"in capitals", "${upper(self.user_data)}", "not addressed: Do it", map[string]cty.Value{"user_data": text}},
		{"as JSON", "${jsonencode(self)}", "not addressed: Do it", map[string]cty.Value{"user_data": text}},
		{"by its kind", "user_data holds ${secret_kind(self.user_data)}", "user_data holds a written out password", map[string]cty.Value{"user_data": text}},
		{"a credential elsewhere", "image is ${self.image}", "not addressed: Do it", map[string]cty.Value{"image": text}},
		{"nothing secret", "image is ${self.image}", "image is x", map[string]cty.Value{"image": cty.StringVal("x"), "user_data": text}},
		{"of a linked instance", "${join(\",\", [for f in related.firewall : f.name])}", "not addressed: Do it", nil},
		{"all of a linked instance", "${jsonencode(related.firewall)}", "not addressed: Do it", nil},
		{"how many", "${length(related.firewall)} firewalls", "1 firewalls", nil},
	}
	tags := cty.ListVal([]cty.Value{cty.StringVal("web")})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			values := map[string]cty.Value{"tags": tags}
			for name, v := range test.droplet {
				values[name] = v
			}
			rule := "  addressed = length(related.firewall) > 5 && self.user_data == self.image && self.name == \"\"\n  gap = \"" + strings.ReplaceAll(test.gap, `\"`, `"`) + "\""
			a, problems := assessed(t, obligation(rule), Options{},
				instance("digitalocean_droplet.web", values),
				instance("digitalocean_firewall.fw", map[string]cty.Value{"tags": tags, "name": cty.StringVal(canary).Mark(inventory.Sensitive)}))
			got := annotations(a)[0]
			if got.Status != Unaddressed || got.Message != test.want {
				t.Errorf("%s: %q, want %q (%s)", got.Status, got.Message, test.want, problems)
			}
			for _, e := range got.Seen() {
				if strings.Contains(e.Value, canary) {
					t.Errorf("evidence %s = %s", e.Attribute, e.Value)
				}
			}
		})
	}
}
