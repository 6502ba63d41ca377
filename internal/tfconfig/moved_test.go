package tfconfig

import (
	"os"
	"path/filepath"
	"testing"
)

func TestMovedBlocksAreFollowed(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"main.tf": `
moved {
  from = digitalocean_tag.first
  to   = digitalocean_tag.second
}
moved {
  from = digitalocean_tag.second
  to   = digitalocean_tag.third
}
moved {
  from = digitalocean_tag.single
  to   = digitalocean_tag.counted[0]
}
moved {
  from = module.old
  to   = module.new["a.b"]
}
moved {
  from = digitalocean_tag.round
  to   = digitalocean_tag.trip
}
moved {
  from = digitalocean_tag.trip
  to   = digitalocean_tag.round
}
resource "digitalocean_tag" "third" {
  name = "third"
}
resource "digitalocean_tag" "counted" {
  count = 2
  name  = "counted-${count.index}"
}
resource "digitalocean_tag" "round" {
  name = "round"
}
module "new" {
  source   = "./new"
  for_each = toset(["a.b", "c"])
}
`,
		"new/main.tf": `
moved {
  from = digitalocean_tag.was
  to   = digitalocean_tag.is
}
resource "digitalocean_tag" "is" {
  name = "is"
}
`,
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	m, diags := Load(dir, Options{})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	want := map[string]string{
		"digitalocean_tag.third":                "digitalocean_tag.first",
		"digitalocean_tag.counted[0]":           "digitalocean_tag.single",
		"digitalocean_tag.counted[1]":           "",
		`module.new["a.b"].digitalocean_tag.is`: "module.old.digitalocean_tag.was",
		`module.new["c"].digitalocean_tag.is`:   `module.new["c"].digitalocean_tag.was`,
	}
	seen := 0
	for _, i := range m.Instances {
		before, ok := want[i.Address]
		if !ok {
			continue
		}
		seen++
		if i.PreviousAddress != before {
			t.Errorf("%s: was %q, want %q", i.Address, i.PreviousAddress, before)
		}
	}
	if seen != len(want) {
		t.Errorf("%d of %d instances are there", seen, len(want))
	}
}
