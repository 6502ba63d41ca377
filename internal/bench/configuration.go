package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// ConfigurationShape says how much configuration there shall be of what.
type ConfigurationShape struct {
	Blocks    int // resource and data blocks of the root module; none more, and at most two less
	Instances int // of each of some counted blocks that refer to each other
	Calls     int // instances of a module with for_each that holds one of the real configurations
}

// WriteConfiguration writes a root module into an empty directory, made of the
// real configurations in a directory of such: copy after copy under names of
// its own, a file to each. It returns how many blocks of resources there are.
func WriteConfiguration(dir, real string, s ConfigurationShape) (blocks int, err error) {
	systems, err := readSystems(real)
	if err != nil {
		return 0, err
	}
	w := &configurationWriter{dir: dir}
	w.write("versions.tf", providers)
	w.certificate()
	for _, one := range systems {
		w.copyModules(one)
	}
	for n, skipped := 0, 0; skipped < len(systems); n++ {
		one := systems[n%len(systems)]
		if blocks+one.blocks > s.Blocks {
			skipped++
			continue
		}
		skipped, blocks = 0, blocks+one.blocks
		w.write(fmt.Sprintf("system%05d.tf", n), one.renamed(fmt.Sprintf("_%d", n)))
	}
	if s.Instances > 0 {
		w.write("counted.tf", fmt.Sprintf(counted, s.Instances))
	}
	if s.Calls > 0 {
		w.fleet(systems[0], s.Calls)
	}
	return blocks, w.err
}

// providers stand once, for all copies.
const providers = `terraform {
  required_version = ">= 1.5"
  required_providers {
    digitalocean = {
      source  = "digitalocean/digitalocean"
      version = ">= 2.40"
    }
  }
}

provider "digitalocean" {}

provider "digitalocean" {
  alias = "east"
}
`

// counted are blocks of many instances, and ways to refer to them.
const counted = `resource "digitalocean_droplet" "counted" {
  count  = %d
  name   = "web-${count.index}"
  image  = "ubuntu-24-04-x64"
  size   = "s-1vcpu-1gb"
  region = "nyc3"
}

resource "digitalocean_firewall" "counted" {
  name        = "all"
  droplet_ids = digitalocean_droplet.counted[*].id
}

resource "digitalocean_volume" "counted" {
  count  = length(digitalocean_droplet.counted)
  name   = "data-${count.index}"
  region = "nyc3"
  size   = 10
}

resource "digitalocean_volume_attachment" "counted" {
  count      = length(digitalocean_droplet.counted)
  droplet_id = digitalocean_droplet.counted[count.index].id
  volume_id  = digitalocean_volume.counted[count.index].id
}
`

// configurationWriter keeps the first error.
type configurationWriter struct {
	dir string
	err error
}

func (w *configurationWriter) write(name, text string) {
	if w.err != nil {
		return
	}
	file := filepath.Join(w.dir, name)
	if w.err = os.MkdirAll(filepath.Dir(file), 0o755); w.err == nil {
		w.err = os.WriteFile(file, []byte(text), 0o644)
	}
}

// copyModules copies the modules that a system calls; all copies share them.
func (w *configurationWriter) copyModules(s *system) {
	modules := filepath.Join(s.dir, "modules")
	if _, err := os.Stat(modules); err == nil && w.err == nil {
		w.err = os.CopyFS(filepath.Join(w.dir, "modules"), os.DirFS(modules))
	}
}

// certificate writes what the functions of one system read: it is not in testdata.
func (w *configurationWriter) certificate() {
	w.write("key.pem", "a key\n")
	w.write("cert.pem", "a certificate\n")
}

// fleet calls a module of one system many times over.
func (w *configurationWriter) fleet(s *system, calls int) {
	w.write("modules/fleet/versions.tf", strings.SplitAfter(providers, "\n}\n")[0])
	w.write("modules/fleet/main.tf", s.renamed(""))
	w.write("fleet.tf", fmt.Sprintf(`module "fleet" {
  source   = "./modules/fleet"
  for_each = toset([for n in range(%d) : tostring(n)])
}
`, calls))
}
