package tffunc

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// TestOpenTofu has the functions that Terraform lacks; package tfconfig holds
// the others against the results of Terraform.
func TestOpenTofu(t *testing.T) {
	table := Table()
	gzipped, err := table["base64gzip"].Call([]cty.Value{cty.StringVal("hello")})
	if err != nil {
		t.Fatal(err)
	}
	text := cty.StringVal
	tests := []struct {
		name string
		args []cty.Value
		want cty.Value // cty.NilVal: an error
	}{
		{"base64gunzip", []cty.Value{gzipped}, text("hello")},
		{"base64gunzip", []cty.Value{text("aGVsbG8=")}, cty.NilVal},
		{"urldecode", []cty.Value{text("a+b%26%C3%A9")}, text("a b&é")},
		{"urldecode", []cty.Value{text("%zz")}, cty.NilVal},
		{"cidrcontains", []cty.Value{text("10.0.0.0/8"), text("10.1.2.3")}, cty.True},
		{"cidrcontains", []cty.Value{text("10.0.0.0/8"), text("10.1.0.0/16")}, cty.True},
		{"cidrcontains", []cty.Value{text("10.1.0.0/16"), text("10.0.0.0/8")}, cty.False},
		{"cidrcontains", []cty.Value{text("10.0.0.0/8"), text("fd00::1")}, cty.False},
		{"cidrcontains", []cty.Value{text("10.0.0.0/8"), text("nope")}, cty.NilVal},
	}
	for _, test := range tests {
		got, err := table[test.name].Call(test.args)
		switch {
		case test.want == cty.NilVal && err == nil:
			t.Errorf("%s%v: %#v, want an error", test.name, test.args, got)
		case test.want != cty.NilVal && (err != nil || !got.RawEquals(test.want)):
			t.Errorf("%s%v: %#v, %v", test.name, test.args, got, err)
		}
	}
}

// TestYAMLWeight: aliases are counted as often as they are used.
func TestYAMLWeight(t *testing.T) {
	tests := []struct {
		text string
		ok   bool
	}{
		{"defaults: &d\n  a: 1\n  b: 2\nx:\n  <<: *d\ny:\n  <<: *d\n", true},
		{"cron: \"*/5 * * * *\"\nhost: '*.example.com'\n", true},
		{"a0: &a0 [x,x,x,x,x,x,x,x]\na1: &a1 [*a0,*a0,*a0,*a0,*a0,*a0,*a0,*a0]\na2: &a2 [*a1,*a1,*a1,*a1,*a1,*a1,*a1,*a1]\na3: &a3 [*a2,*a2,*a2,*a2,*a2,*a2,*a2,*a2]\na4: &a4 [*a3,*a3,*a3,*a3,*a3,*a3,*a3,*a3]\na5: &a5 [*a4,*a4,*a4,*a4,*a4,*a4,*a4,*a4]\n", false},
	}
	for _, test := range tests {
		if err := checkYAML([]cty.Value{cty.StringVal(test.text)}); (err == nil) != test.ok {
			t.Errorf("%q: %v", test.text, err)
		}
	}
}
