package input_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/srmlint/srmlint/internal/assess"
	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/input"
	"github.com/srmlint/srmlint/rules"
)

// TestDefaultVPC: what a data source read says whether it is the default VPC;
// one that only apply will read is the default where it is looked up by region.
func TestDefaultVPC(t *testing.T) {
	const (
		read    = `{"id":"11111111-1111-4111-8111-111111111111","name":"prod","region":"ams3","default":%t}`
		managed = `{"id":"11111111-1111-4111-8111-111111111111","name":"prod","region":"ams3","default":true,"ip_range":"10.0.0.0/20"}`
		droplet = `{"name":"web","image":"ubuntu-24-04-x64","size":"s-1vcpu-1gb","region":"ams3","vpc_uuid":%s}`
		literal = `"11111111-1111-4111-8111-111111111111"`
		late    = `{"address":"data.digitalocean_vpc.x","mode":"data","type":"digitalocean_vpc","name":"x","change":{"actions":["read"],
			"before":null,"after":{%q:"x"},"after_unknown":{"id":true,"default":true}}},`
	)
	resource := func(mode, address, values string) string {
		return fmt.Sprintf(`{"address":%q,"mode":%q,"type":"digitalocean_vpc","name":"x","values":%s}`, address, mode, values)
	}
	web := func(known bool) string {
		values, unknown := fmt.Sprintf(droplet, literal), `{"id":true}`
		if !known {
			values, unknown = fmt.Sprintf(droplet, "null"), `{"id":true,"vpc_uuid":true}`
		}
		return fmt.Sprintf(`{"address":"digitalocean_droplet.web","mode":"managed","type":"digitalocean_droplet","name":"web",
			"change":{"actions":["create"],"before":null,"after":%s,"after_unknown":%s}}`, values, unknown)
	}
	plan := func(argument, state, changes string) string {
		return fmt.Sprintf(`{"format_version":"1.2","terraform_version":"1.13.3","resource_changes":[%s],
			"prior_state":{"format_version":"1.0","values":{"root_module":{"resources":[%s]}}},
			"configuration":{"root_module":{"resources":[
				{"address":"data.digitalocean_vpc.x","mode":"data","type":"digitalocean_vpc","name":"x","expressions":{%q:{"constant_value":"x"}}},
				{"address":"digitalocean_droplet.web","mode":"managed","type":"digitalocean_droplet","name":"web",
					"expressions":{"vpc_uuid":{"references":["data.digitalocean_vpc.x.id","data.digitalocean_vpc.x"]}}}]}}}`, changes, state, argument)
	}
	state := func(vpc string) string {
		return fmt.Sprintf(`{"format_version":"1.0","terraform_version":"1.13.3","values":{"root_module":{"resources":[%s,
			{"address":"digitalocean_droplet.web","mode":"managed","type":"digitalocean_droplet","name":"web","values":%s}]}}}`,
			vpc, fmt.Sprintf(droplet, literal))
	}
	columns, err := catalogue.ParseColumns(rules.Columns)
	if err != nil {
		t.Fatal(err)
	}
	found := func(isDefault bool) string {
		return resource("data", "data.digitalocean_vpc.x", fmt.Sprintf(read, isDefault))
	}
	for name, test := range map[string]struct {
		text string
		want assess.Status
	}{
		"plan, found by name, the default":      {plan("name", found(true), web(true)), assess.Unaddressed},
		"plan, found by name, another":          {plan("name", found(false), web(true)), assess.Addressed},
		"plan, found by region":                 {plan("region", found(true), web(true)), assess.Unaddressed},
		"plan, to be found by region":           {plan("region", "", fmt.Sprintf(late, "region")+web(false)), assess.Unaddressed},
		"plan, to be found by name":             {plan("name", "", fmt.Sprintf(late, "name")+web(false)), assess.Addressed},
		"state, the default":                    {state(found(true)), assess.Unaddressed},
		"state, another":                        {state(found(false)), assess.Addressed},
		"state, managed and the region's first": {state(resource("managed", "digitalocean_vpc.x", managed)), assess.Addressed},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "input.json")
			if err := os.WriteFile(file, []byte(test.text), 0o600); err != nil {
				t.Fatal(err)
			}
			got := verdicts(assessed(t, file, input.NoSource), "droplet-vpc")["digitalocean_droplet.web"]
			if got != test.want {
				t.Errorf("droplet-vpc is %q, want %q", got, test.want)
			}
			whole := judged(t, file, input.Options{Schema: schema(), Source: input.NoSource})
			some := judged(t, file, input.Options{Schema: schema(), Source: input.NoSource, Keep: columns.Keep, Beside: columns.JoinsOnly})
			if diff := cmp.Diff(whole, some); diff != "" {
				t.Errorf("with the columns that rules ask for:\n%s", diff)
			}
		})
	}
}
