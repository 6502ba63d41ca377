package tfplan

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// TestOracle holds what a plan says of unknown values against the plan made
// right after its apply, where all is known: what was called sure must be
// there, and what is there must have been possible.
func TestOracle(t *testing.T) {
	after, _ := filepath.Glob(plans + "/*/plan.after-apply.json")
	checked := 0
	for _, file := range after {
		before := filepath.Join(filepath.Dir(file), "plan.json")
		if _, err := os.Stat(before); err != nil {
			continue
		}
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			o := oracle{t: t, truth: byAddress(readFile(t, file))}
			for _, i := range readFile(t, before).Instances {
				if known := o.truth[i.Address]; known != nil && i.Type != "terraform" {
					o.instance(i, known)
				}
			}
			checked += o.checked
			t.Logf("%d origins checked", o.checked)
		})
	}
	if checked < 50 {
		t.Errorf("only %d origins were checked: the oracle has lost its eyes", checked)
	}
}

func byAddress(p *Plan) map[string]*inventory.Instance {
	out := map[string]*inventory.Instance{}
	for _, i := range p.Instances {
		out[i.Address] = i
	}
	return out
}

type oracle struct {
	t       *testing.T
	truth   map[string]*inventory.Instance
	checked int
}

func (o *oracle) instance(planned, known *inventory.Instance) {
	for name := range planned.Values.Type().AttributeTypes() {
		v := planned.Absolute(planned.Values.GetAttr(name))
		truth, _ := known.Values.GetAttr(name).UnmarkDeep()
		if bare, _ := v.Unmark(); !bare.IsKnown() && scalarOf(truth.Type()) {
			o.unknown(planned.Address+"."+name, v, textsOf(truth))
		}
	}
}

// unknown compares one unknown value with what it became.
func (o *oracle) unknown(where string, v cty.Value, became []string) {
	origins, anything, _ := inventory.Origins(v)
	possible := map[string]bool{}
	for _, origin := range origins {
		from := o.truth[origin.Address]
		if from == nil || !from.Values.Type().HasAttribute(origin.Attribute) {
			continue
		}
		value, _ := from.Values.GetAttr(origin.Attribute).UnmarkDeep()
		if !strings.HasPrefix(where, origin.Address+".") {
			o.checked++
		}
		for _, text := range textsOf(value) {
			possible[text] = true
			if origin.Certainty <= inventory.Assumed && !contains(became, text) {
				o.t.Errorf("%s: %s is called sure, but the value became %v", where, showOrigin(origin), became)
			}
		}
	}
	if anything {
		return
	}
	for _, text := range became {
		if owner := o.owner(text); owner != "" && !possible[text] {
			o.t.Errorf("%s: became %q, the id of %s, which was not possible: %s", where, text, owner, show(v))
		}
	}
}

// owner is an instance that has the text as its id.
func (o *oracle) owner(text string) string {
	for address, i := range o.truth {
		if i.Values.Type().HasAttribute("id") {
			if id, _ := i.Values.GetAttr("id").Unmark(); valueText(id) == text && text != "" {
				return address
			}
		}
	}
	return ""
}

func textsOf(v cty.Value) []string {
	if v.IsNull() || !v.IsKnown() {
		return nil
	}
	if v.Type().IsPrimitiveType() {
		return []string{valueText(v)}
	}
	var out []string
	for it := v.ElementIterator(); it.Next(); {
		_, e := it.Element()
		out = append(out, valueText(e))
	}
	return out
}

func contains(list []string, text string) bool {
	for _, s := range list {
		if s == text {
			return true
		}
	}
	return false
}

// TestEngines: the same configuration planned by other versions of Terraform
// and by OpenTofu is the same inventory.
func TestEngines(t *testing.T) {
	files, _ := filepath.Glob(plans + "/*/plan.t[fo]*.json")
	if len(files) < 10 {
		t.Fatalf("only %d plans of other engines", len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimPrefix(file, plans+"/"), func(t *testing.T) {
			want := dump(readFile(t, filepath.Join(filepath.Dir(file), "plan.json")))
			if diff := cmp.Diff(want, dump(readFile(t, file))); diff != "" {
				t.Errorf("differs from Terraform 1.11.4 (-1.11.4 +this):\n%s", diff)
			}
		})
	}
}
