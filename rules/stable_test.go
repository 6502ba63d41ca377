package rules_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclwrite"

	"github.com/srmlint/srmlint/rules"
)

// Ids that scripts and other people's waivers rely on.
func TestStableIDs(t *testing.T) {
	c, _ := load(t)
	for _, id := range strings.Fields(`
		droplet-firewall droplet-ssh-keys droplet-backups droplet-monitoring droplet-vpc droplet-os-updates
		firewall-admin-ports firewall-public-ingress loadbalancer-https-redirect loadbalancer-tls
		database-trusted-sources database-standby database-maintenance-window
		kubernetes-auto-upgrade kubernetes-surge-upgrade kubernetes-ha-control-plane kubernetes-control-plane-firewall
		spaces-private-acl spaces-versioning spaces-force-destroy spaces-public-policy ssh-key-strength`) {
		if o := c.Obligation(id); o == nil || o.ID != id {
			t.Errorf("obligation %s is gone", id)
		}
	}
	if o := c.Obligation("droplet-os-updates"); o != nil && !o.Attestable() {
		t.Error("droplet-os-updates: Terraform cannot show it")
	}
}

// The files are formatted as terraform fmt does it, and short enough to read.
func TestFiles(t *testing.T) {
	names, err := fs.Glob(rules.FS, "*.hcl")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(rules.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		if string(hclwrite.Format(src)) != string(src) {
			t.Errorf("%s is not formatted", name)
		}
		if n := strings.Count(string(src), "\n"); n > 400 {
			t.Errorf("%s has %d lines; split it", name, n)
		}
	}
}
