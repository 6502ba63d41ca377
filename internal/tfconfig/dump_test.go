package tfconfig

import (
	"fmt"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	dir := os.Getenv("DUMP")
	if dir == "" {
		t.Skip("set DUMP to a directory")
	}
	m, diags := Load(dir, Options{})
	for _, d := range diags {
		fmt.Println(d.Severity, d.Subject, d.Summary, d.Detail)
	}
	for _, i := range m.Instances {
		fmt.Println(i.Address, i.StandIn, i.Position)
		for it := i.Values.ElementIterator(); it.Next(); {
			k, v := it.Element()
			if i.Configured[k.AsString()] {
				fmt.Printf("   %s = %#v  @%s\n", k.AsString(), v, i.Attributes[k.AsString()])
			}
		}
	}
}
