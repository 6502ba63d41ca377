package tfconfig

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfplan"
	"github.com/zclconf/go-cty/cty"
)

const plansDir = "../../testdata/plans"

// planFolders lists the configurations that real Terraform planned.
func planFolders(t testing.TB) []string {
	found, err := filepath.Glob(filepath.Join(plansDir, "*", "main.tf"))
	if err != nil || len(found) == 0 {
		t.Fatalf("no configurations in %s: %v", plansDir, err)
	}
	for i, f := range found {
		found[i] = filepath.Dir(f)
	}
	return found
}

func readPlan(t testing.TB, path string) *tfplan.Plan {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, diags := tfplan.Read(f, path, tfplan.Options{Schema: provider.Load()})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return p
}

// TestAgreement: what the configuration and the real plan both know is the same.
func TestAgreement(t *testing.T) {
	for _, dir := range planFolders(t) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			path := filepath.Join(dir, "plan.json")
			if _, err := os.Stat(path); err != nil {
				path = filepath.Join(dir, "plan.after-apply.json")
			}
			plan := readPlan(t, path)
			module, diags := Load(dir, Options{})
			for _, d := range diags {
				t.Log(d)
			}
			for _, d := range differences(plan.Instances, module.Instances) {
				if d.blank && len(plan.Instances) > 0 && fromState(plan) {
					t.Log(d.text) // a refresh has normalised null
					continue
				}
				t.Error(d.text)
			}
		})
	}
}

// difference is a value that both know, and not alike.
type difference struct {
	text  string
	blank bool // null on the one side, and empty on the other
}

// fromState tells of a plan that is based on objects which exist.
func fromState(p *tfplan.Plan) bool {
	for _, i := range p.Instances {
		if i.Before != cty.NilVal || len(i.Actions) == 1 && i.Actions[0] == "no-op" {
			return true
		}
	}
	return false
}

func differences(plan, config []*inventory.Instance) []difference {
	var out []difference
	byAddress := map[string]*inventory.Instance{}
	for _, i := range config {
		byAddress[i.Address] = i
	}
	for _, p := range plan {
		if p.Ended || p.Type == provider.Terraform || p.Type == provider.Account {
			continue
		}
		c := byAddress[p.Address]
		if c == nil {
			out = append(out, difference{text: p.Address + ": not found in the configuration"})
			continue
		}
		delete(byAddress, p.Address)
		out = append(out, valueDifferences(p.Values, c.Values, p.Address)...)
	}
	for address, c := range byAddress {
		if c.Type != provider.Terraform && c.Type != provider.Account && !c.Data {
			out = append(out, difference{text: address + ": not found in the plan"})
		}
	}
	return out
}

// valueDifferences compares what both values know.
func valueDifferences(p, c cty.Value, path string) []difference {
	p, _ = p.Unmark()
	c, _ = c.Unmark()
	if !p.IsKnown() || !c.IsKnown() {
		return nil
	}
	switch t := p.Type(); {
	case p.IsNull() || c.IsNull():
	case t.IsObjectType() && c.Type().IsObjectType():
		var out []difference
		for name, v := range p.AsValueMap() {
			out = append(out, valueDifferences(v, c.GetAttr(name), path+"."+name)...)
		}
		return out
	case t.IsListType() && c.Type().IsListType() && p.LengthInt() == c.LengthInt() && p.LengthInt() > 0:
		var out []difference
		ps, cs := p.AsValueSlice(), c.AsValueSlice()
		for i, j := range assign(ps, cs) {
			if j < 0 {
				j = i
			}
			out = append(out, valueDifferences(ps[i], cs[j], fmt.Sprintf("%s[%d]", path, i))...)
		}
		return out
	}
	if p.RawEquals(c) || !p.IsNull() && !c.IsNull() && p.Type() == cty.String && original(p, c).RawEquals(c) {
		return nil
	}
	return []difference{{fmt.Sprintf("%s: plan %#v, configuration %#v", path, p, c), blank(p) && blank(c)}}
}
