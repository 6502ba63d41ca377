package tfplan

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// unlike writes spaces into the changes of a plan, in each one elsewhere, so
// that none is like another to the byte.
func unlike(plan []byte) []byte {
	changes := raw(plan).get("resource_changes")
	var out bytes.Buffer
	for n, change := range changes.elements() {
		if n > 0 {
			out.WriteByte(',')
		}
		out.WriteString("{" + strings.Repeat(" ", n+1))
		out.Write(change[1:])
	}
	whole := "[" + out.String() + "]"
	return bytes.Replace(plan, changes, []byte(whole), 1)
}

// TestTemplatesChangeNothing: a plan in which changes are recognised by their
// bytes is read as one in which none can be.
func TestTemplatesChangeNothing(t *testing.T) {
	files, _ := filepath.Glob(plans + "/*/plan*.json")
	if len(files) < 10 {
		t.Fatal(files)
	}
	for _, file := range files {
		plan, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(dump(mustRead(t, unlike(plan))), dump(mustRead(t, plan))); diff != "" {
			t.Errorf("%s:\n%s", file, diff)
		}
	}
}

func FuzzTemplates(f *testing.F) {
	var s synthetic
	for n := range 4 {
		s.changes = append(s.changes, create(fmt.Sprintf("digitalocean_droplet.web[%d]", n), `{"name":"web","tags":["a"]}`, `{"id":true}`))
	}
	f.Add([]byte(s.json()))
	f.Add([]byte(modulesPlan(refs("module.node"), refs("module.app", "each.key"), refs("var.ids")).json()))
	schema := provider.Load()
	f.Fuzz(func(t *testing.T, plan []byte) {
		opts := Options{Schema: schema, Limits: Limits{Value: 1 << 22}, Keep: func(_, attribute string) bool { return attribute != "name" }}
		a, diags := Read(bytes.NewReader(plan), "plan.json", opts)
		if diags.HasErrors() {
			return
		}
		b, diags := Read(bytes.NewReader(unlike(plan)), "plan.json", opts)
		if diags.HasErrors() {
			return // the list of changes is there twice, or in another value too
		}
		if diff := cmp.Diff(dump(b), dump(a)); diff != "" {
			t.Errorf("%s", diff)
		}
	})
}

// TestColumnsNobodyAsksFor: instances that differ only in these are alike, and
// keep their addresses.
func TestColumnsNobodyAsksFor(t *testing.T) {
	var s synthetic
	for n := range 5 {
		after := fmt.Sprintf(`{"backups":%t,"name":"web-%d","region":"ams%d","tags":["a"]}`, n == 3, n, n)
		s.changes = append(s.changes, create(fmt.Sprintf("digitalocean_droplet.web[%d]", n), after, `{"id":true,"urn":true}`))
	}
	p, diags := Read(strings.NewReader(s.json()), "plan.json", Options{
		Schema: provider.Load(), Keep: func(_, attribute string) bool { return attribute == "backups" || attribute == "tags" },
	})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	seen := map[*inventory.Object][]string{}
	for _, i := range p.Instances {
		seen[i.Object] = append(seen[i.Object], i.Address)
	}
	for n := range 5 {
		i := p.instance(t, fmt.Sprintf("digitalocean_droplet.web[%d]", n))
		if want := 4; n != 3 && len(seen[i.Object]) != want {
			t.Errorf("%s is like %v", i.Address, seen[i.Object])
		}
		if i.Values.Type().HasAttribute("name") || i.Values.GetAttr("backups").True() != (n == 3) {
			t.Errorf("%s has %#v", i.Address, i.Values)
		}
	}
}

// TestHolesAreChecked: what is passed over must be JSON all the same.
func TestHolesAreChecked(t *testing.T) {
	change := func(n int, name string) string {
		return strings.Replace(create(fmt.Sprintf("digitalocean_droplet.web[%d]", n), `{"name":"NAME"}`, `{"id":true}`), `"NAME"`, name, 1)
	}
	for _, broken := range []string{`"a`, `"\x"`, `[1,]`, `{"a"}`, `tru`, "\"\xff\""} {
		s := synthetic{changes: []string{change(0, `"a"`), change(1, `"b"`), change(2, `"c"`), change(3, broken)}}
		_, diags := Read(strings.NewReader(s.json()), "plan.json", Options{
			Schema: provider.Load(), Keep: func(_, attribute string) bool { return attribute != "name" },
		})
		if !diags.HasErrors() {
			t.Errorf("%s was passed over", broken)
		}
	}
}
