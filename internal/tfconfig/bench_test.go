package tfconfig

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/provider"
)

// writeBlocks writes a root module of n resource blocks, 50 to a file: Droplets,
// firewalls that list them, volumes, tags and records, as people write them.
func writeBlocks(t testing.TB, n int) string {
	dir := t.TempDir()
	var b strings.Builder
	for i := range n {
		writeBlock(&b, i)
		if i%50 == 49 || i == n-1 {
			name := filepath.Join(dir, fmt.Sprintf("part%04d.tf", i/50))
			if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			b.Reset()
		}
	}
	common := "variable \"region\" {\n  type    = string\n  default = \"nyc3\"\n}\nlocals {\n  cidrs = [\"203.0.113.0/24\", \"10.0.0.0/8\"]\n  tags  = { env = \"prod\" }\n}\n"
	if err := os.WriteFile(filepath.Join(dir, "common.tf"), []byte(common), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func writeBlock(b *strings.Builder, i int) {
	switch droplet := i - i%5; i % 5 {
	case 0:
		fmt.Fprintf(b, "resource \"digitalocean_droplet\" \"d%d\" {\n  name       = \"web-${local.tags.env}-%d\"\n  image      = \"ubuntu-24-04-x64\"\n  size       = \"s-1vcpu-1gb\"\n  region     = var.region\n  monitoring = true\n  backups    = false\n  tags       = [\"web\", \"app-%d\"]\n  user_data  = <<-EOT\n    #cloud-config\n    packages: [nginx]\n  EOT\n}\n\n", i, i, i)
	case 1:
		fmt.Fprintf(b, "resource \"digitalocean_firewall\" \"f%d\" {\n  name        = \"fw-%d\"\n  droplet_ids = [digitalocean_droplet.d%d.id]\n\n  inbound_rule {\n    protocol         = \"tcp\"\n    port_range       = \"22\"\n    source_addresses = local.cidrs\n  }\n\n  dynamic \"outbound_rule\" {\n    for_each = toset([\"tcp\", \"udp\"])\n    content {\n      protocol              = outbound_rule.value\n      port_range            = \"1-65535\"\n      destination_addresses = [\"0.0.0.0/0\", \"::/0\"]\n    }\n  }\n}\n\n", i, i, droplet)
	case 2:
		fmt.Fprintf(b, "resource \"digitalocean_volume\" \"v%d\" {\n  name        = \"data-%d\"\n  region      = var.region\n  size        = 10 * 2\n  description = format(\"volume %%d\", %d)\n}\n\n", i, i, i)
	case 3:
		fmt.Fprintf(b, "resource \"digitalocean_volume_attachment\" \"a%d\" {\n  droplet_id = digitalocean_droplet.d%d.id\n  volume_id  = digitalocean_volume.v%d.id\n}\n\n", i, droplet, droplet+2)
	default:
		fmt.Fprintf(b, "resource \"digitalocean_record\" \"r%d\" {\n  domain = \"example.com\"\n  type   = \"A\"\n  name   = \"host%d\"\n  ttl    = 300\n  value  = digitalocean_droplet.d%d.ipv4_address\n}\n\n", i, i, droplet)
	}
}

func BenchmarkLoad(b *testing.B) {
	schema := provider.Load()
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := writeBlocks(b, n)
			b.ReportAllocs()
			for b.Loop() {
				m, diags := Load(dir, Options{Schema: schema})
				if len(diags) > 0 || len(m.Instances) != n+2 {
					b.Fatal(len(m.Instances), diags)
				}
			}
		})
	}
}

// counted is one block of many instances, and the ways to refer to them.
const counted = `resource "digitalocean_droplet" "web" {
  count = 10000
  name  = "web-${count.index}"
  tags  = ["a", "b"]
}
resource "digitalocean_firewall" "all" {
  droplet_ids = concat(digitalocean_droplet.web[*].id, ["123"])
}
resource "digitalocean_firewall" "per" {
  count       = length(digitalocean_droplet.web)
  droplet_ids = [digitalocean_droplet.web[count.index].id]
}
resource "digitalocean_record" "r" {
  for_each = { for d in digitalocean_droplet.web : d.name => d }
  name     = each.key
  value    = each.value.ipv4_address
}
resource "digitalocean_firewall" "some" {
  droplet_ids = [for d in digitalocean_droplet.web : d.id if d.ipv4_address != ""]
}
`

// BenchmarkInstances: 30,002 instances of five blocks.
func BenchmarkInstances(b *testing.B) {
	schema := provider.Load()
	dir := files(b, map[string]string{"main.tf": counted})
	b.ReportAllocs()
	for b.Loop() {
		if m, diags := Load(dir, Options{Schema: schema}); diags.HasErrors() || len(m.Instances) != 30_004 {
			b.Fatal(len(m.Instances), errorText(diags))
		}
	}
}

// BenchmarkParse is the floor: HCL's parser alone, one file after the other.
func BenchmarkParse(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			files, _ := filepath.Glob(filepath.Join(writeBlocks(b, n), "*.tf"))
			b.ReportAllocs()
			for b.Loop() {
				for _, name := range files {
					source, err := os.ReadFile(name)
					if err != nil {
						b.Fatal(err)
					}
					if _, diags := hclsyntax.ParseConfig(source, name, hcl.InitialPos); diags.HasErrors() {
						b.Fatal(diags)
					}
				}
			}
		})
	}
}
