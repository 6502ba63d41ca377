package cli

import (
	"io"
	"testing"
	"time"
)

// Runs as they are typed, on a small plan: most of it is getting started.
func BenchmarkSmallPlan(b *testing.B) {
	for _, bench := range []struct {
		name string
		args []string
	}{
		{"version", []string{"version"}},
		{"source", []string{"../../examples/web-service/plan.json", "--format", "json"}},
		{"alone", []string{"../../examples/web-service/plan.json", "--format", "json", "--source", "none"}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s := Streams{Out: io.Discard, Err: io.Discard, Now: time.Now}
				if code := Run(b.Context(), s, bench.args); code > ExitFindings {
					b.Fatal(code)
				}
			}
		})
	}
}
