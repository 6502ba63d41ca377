package cases

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/rules"
)

func builtIn(t *testing.T) Runner {
	t.Helper()
	schema := provider.Load()
	c, _, diags := catalogue.Load(
		catalogue.Options{Schema: schema, Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)},
		catalogue.Source{Name: "rules", FS: rules.FS},
	)
	for _, d := range diags {
		t.Error(d)
	}
	return Runner{Catalogue: c, Schema: schema}
}

// Every built-in obligation comes with its cases, and every case holds.
func TestBuiltInCases(t *testing.T) {
	r := builtIn(t)
	dir := os.DirFS("../../testdata/obligations")
	all, err := Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range r.Catalogue.Obligations {
		if kinds := Missing(o, all); len(kinds) > 0 {
			t.Errorf("testdata/obligations/%s lacks a case for %s", o.ID, strings.Join(kinds, " and one for "))
		}
	}
	for _, c := range all {
		t.Run(strings.TrimSuffix(c.Path, ".tf"), func(t *testing.T) {
			t.Parallel()
			problems, err := r.Run(dir, c)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				t.Error(p)
			}
		})
	}
}

const droplet = `
resource "digitalocean_droplet" "web" {
  name    = "web"
  size    = "s-1vcpu-1gb"
  image   = "ubuntu-24-04-x64"
  region  = "nyc3"
  backups = BACKUPS
}
`

func TestRun(t *testing.T) {
	r := builtIn(t)
	on, off := strings.Replace(droplet, "BACKUPS", "true", 1), strings.Replace(droplet, "BACKUPS", "false", 1)
	tests := []struct{ name, text, want string }{
		{"addressed", on, ""},
		{"addressed", off, "digitalocean_droplet.web is unaddressed"},
		{"unaddressed-what", off, ""},
		{"absent", off, "is unaddressed"},
		{"absent", "", ""},
		{"addressed", "", "arises nowhere"},
		{"addressed", on + ignore + strings.Replace(off, `"web"`, `"other"`, 1), ""},
		{"addressed", "resource {", "main.tf:1"},
	}
	for _, test := range tests {
		dir := fstest.MapFS{"droplet-backups/" + test.name + ".tf": &fstest.MapFile{Data: []byte(test.text)}}
		all, err := Find(dir)
		if err != nil {
			t.Fatal(err)
		}
		problems, err := r.Run(dir, all[0])
		got := strings.Join(problems, "\n")
		if err != nil {
			got += err.Error()
		}
		if (test.want == "") != (got == "") || !strings.Contains(got, test.want) {
			t.Errorf("%s of %q: got %q, want %q", test.name, test.text, got, test.want)
		}
	}
}

func TestFindRefusesOtherNames(t *testing.T) {
	var dir fs.FS = fstest.MapFS{"x/good.tf": &fstest.MapFile{}}
	if _, err := Find(dir); err == nil || !strings.Contains(err.Error(), "x/good.tf") {
		t.Errorf("got %v", err)
	}
}
