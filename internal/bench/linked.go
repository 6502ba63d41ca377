package bench

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Linked is a plan of one block of Droplets and one of firewalls, each with a
// count: every firewall selects every Droplet.
type Linked struct {
	Droplets, Firewalls int
	// ByReference: the firewalls list the Droplets' ids, which only apply
	// knows; else both have a tag in common.
	ByReference bool
}

// What WriteLinked takes from testdata/plans/01-firewall-shapes.
const (
	realDroplet  = "digitalocean_droplet.bastion"
	realFirewall = "digitalocean_firewall.tag_literal"
)

// WriteLinked writes such a plan, of two resources of a real one.
func WriteLinked(out io.Writer, real []byte, l Linked) error {
	b, err := cut(real)
	if err != nil {
		return err
	}
	found := map[string]entry{}
	for _, e := range b.changes {
		found[e.address] = e
	}
	w := bufio.NewWriterSize(out, 1<<20)
	var resources []string
	fmt.Fprint(w, `{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[`)
	for _, block := range []struct {
		real, configuration string
		count               int
	}{
		{realDroplet, `{"tags":{"constant_value":["bastion"]}}`, l.Droplets},
		{realFirewall, l.selects(), l.Firewalls},
	} {
		e := found[block.real]
		if len(e.rest) == 0 {
			return fmt.Errorf("the real plan has no %s", block.real)
		}
		for n := range block.count {
			if len(resources) > 0 || n > 0 {
				fmt.Fprint(w, ",")
			}
			fmt.Fprintf(w, `{"address":"%s[%d]","index":%d,%s}`, e.address, n, n, l.change(e).of(n))
		}
		typ, name, _ := strings.Cut(e.address, ".")
		resources = append(resources, fmt.Sprintf(
			`{"address":%q,"mode":"managed","type":%q,"name":%q,"provider_config_key":"digitalocean","expressions":%s,"count_expression":{"constant_value":%d}}`,
			e.address, typ, name, block.configuration, block.count))
	}
	fmt.Fprintf(w, `],"configuration":{"root_module":{"resources":[%s]}}}`+"\n", strings.Join(resources, ","))
	return w.Flush()
}

// selects is how the configuration of the firewalls finds the Droplets.
func (l Linked) selects() string {
	if !l.ByReference {
		return `{"tags":{"constant_value":["bastion"]}}`
	}
	references, _ := json.Marshal([]string{realDroplet}) // texts always marshal
	return fmt.Sprintf(`{"droplet_ids":{"references":%s}}`, references)
}

// change is what the plan shows of a firewall that lists ids.
func (l Linked) change(e entry) pieces {
	if !l.ByReference || e.address != realFirewall {
		return e.rest
	}
	unknown := strings.NewReplacer(`"droplet_ids":null,`, "", `"after_unknown":{`, `"after_unknown":{"droplet_ids":true,`, `"tags":["bastion"]`, `"tags":null`)
	var out pieces
	for _, p := range e.rest {
		out = append(out, unknown.Replace(p))
	}
	return out
}
