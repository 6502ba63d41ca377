package assess

import (
	"maps"
	"runtime"
	"slices"
	"sync"

	"github.com/hashicorp/hcl/v2"
)

// models assesses the first of all instances that are alike.
func (a *assessor) models(into []*Verdicts) []*worker {
	var models []int
	for n, i := range a.inventory.Instances {
		if !i.Data && !i.Ended && a.graph.Model(n) == n {
			models = append(models, n)
		}
	}
	workers := inParallel(len(models), a.worker, func(w *worker, k int) { into[models[k]] = w.instance(models[k]) })
	a.unlike = map[int]*unlike{}
	for _, w := range workers {
		maps.Copy(a.unlike, w.unlikes)
	}
	return workers
}

// run is how many neighbours one worker takes: they have most in common.
const run = 64

// inParallel shares work out, a run to each worker in turn: what comes late in
// the inventory, such as records, is less work than what comes early.
func inParallel(count int, hire func() *worker, work func(w *worker, n int)) []*worker {
	out := make([]*worker, max(1, min(runtime.GOMAXPROCS(0), count/run)))
	var group sync.WaitGroup
	for k := range out {
		out[k] = hire()
		group.Go(func() {
			for start := k * run; start < count; start += len(out) * run {
				for n := start; n < min(start+run, count); n++ {
					work(out[k], n)
				}
			}
			out[k].forget()
		})
	}
	group.Wait()
	return out
}

// faultsOf are the workers' diagnostics, in the order of the inventory.
func faultsOf(workers []*worker) (diags hcl.Diagnostics) {
	var faults []fault
	for _, w := range workers {
		faults = append(faults, w.faults...)
	}
	slices.SortStableFunc(faults, func(a, b fault) int { return a.index - b.index })
	for _, f := range faults {
		diags = append(diags, f.Diagnostic)
	}
	return diags
}
