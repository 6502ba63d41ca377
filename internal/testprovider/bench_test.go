package testprovider

import "testing"

// BenchmarkNew is what each start of the provider costs: every engine command pays it.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}
