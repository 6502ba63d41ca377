package main

import (
	"slices"
	"testing"
)

func TestParse(t *testing.T) {
	o, err := parse([]string{"-apply", "-o", "plan.json", "dir", "--", "-var", "region=ams3"})
	if err != nil {
		t.Fatal(err)
	}
	if !o.apply || o.destroy || o.out != "plan.json" || o.dir != "dir" || o.engine != "terraform" {
		t.Errorf("got %+v", o)
	}
	if !slices.Equal(o.args, []string{"-var", "region=ams3"}) {
		t.Errorf("arguments of terraform: %q", o.args)
	}
	if _, err := parse(nil); err == nil {
		t.Error("no root module, and no error")
	}
}
