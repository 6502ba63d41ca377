package tfconfig

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// TestApart: several worlds come to what one alone comes to, and say the same.
func TestApart(t *testing.T) {
	const (
		modules = "module \"m\" {\n  for_each = toset([\"a\", \"b\"])\n  source = \"./m\"\n  name = each.key\n}\n" +
			"resource \"digitalocean_tag\" \"of_module\" {\n  for_each = module.m\n  name = each.value.id\n}\n" +
			"moved {\n  from = digitalocean_droplet.before\n  to = digitalocean_droplet.d0\n}\n"
		inner = "variable \"name\" {}\nresource \"digitalocean_tag\" \"t\" {\n  name = var.name\n}\noutput \"id\" {\n  value = digitalocean_tag.t.id\n}\n"
		cycle = "resource \"digitalocean_tag\" \"x\" {\n  name = digitalocean_tag.y.name\n}\nresource \"digitalocean_tag\" \"y\" {\n  name = digitalocean_tag.x.name\n}\n"
	)
	for name, test := range map[string]struct {
		more   string
		limits Limits
		errors bool
	}{
		"as people write it":  {more: modules},
		"warnings":            {more: "resource \"digitalocean_nothing\" \"x\" {\n  a = 1\n}\nresource \"digitalocean_tag\" \"t\" {\n  nmae = \"x\"\n}\n"},
		"a cycle":             {more: cycle, errors: true},
		"an error":            {more: "resource \"digitalocean_tag\" \"t\" {\n  name = lower(1, 2)\n}\n", errors: true},
		"too many instances":  {more: "resource \"digitalocean_tag\" \"t\" {\n  count = 10\n  name  = \"x\"\n}\n", limits: Limits{Instances: 205}, errors: true},
		"just few enough":     {more: modules, limits: Limits{Instances: 206}},
		"too much to work on": {limits: Limits{Work: 500}, errors: true},
		"too much to read":    {more: "resource \"digitalocean_droplet\" \"x\" {\n  user_data = file(\"common.tf\")\n}\n", limits: Limits{TotalBytes: 100_000}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := writeBlocks(t, 200)
			write(t, filepath.Join(dir, "more.tf"), test.more)
			write(t, filepath.Join(dir, "m", "main.tf"), inner)
			one, want := loadOn(1, dir, test.limits)
			some, got := loadOn(4, dir, test.limits)
			if want.HasErrors() != test.errors {
				t.Error(want)
			}
			if diff := cmp.Diff(words(want), words(got)); diff != "" {
				t.Errorf("what is said (-one +apart):\n%s", diff)
			}
			same := cmp.Comparer(func(a, b cty.Value) bool { return a == cty.NilVal || b == cty.NilVal || a.RawEquals(b) })
			if diff := cmp.Diff(one.Instances, some.Instances, same); diff != "" {
				t.Errorf("-one +apart:\n%.2000s", diff)
			}
		})
	}
}

// TestApartIsUsed: the test before would hold if one world always did it all.
func TestApartIsUsed(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	w := newWorld(Options{})
	l := newTreeLoader(writeBlocks(t, 200), parser{limits: w.limits, schema: w.schema})
	root := l.load()
	w.files = newFileAccess(root, w.limits)
	if parts, ok := w.apart(root, root.pieces()); !ok || len(parts) != 200/run+1 {
		t.Error(len(parts), ok)
	}
}

func loadOn(processors int, dir string, limits Limits) (*Module, hcl.Diagnostics) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
	return Load(dir, Options{Limits: limits})
}

func words(diags hcl.Diagnostics) (list []string) {
	for _, d := range diags {
		list = append(list, fmt.Sprint(d.Subject, d.Summary, d.Detail))
	}
	return list
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
