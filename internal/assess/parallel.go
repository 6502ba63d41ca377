package assess

import (
	"maps"
	"runtime"
	"sync"
)

// models assesses the first of all instances that are alike. Each processor
// gets a run of them: neighbours have most in common.
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

// few is for how many pieces of work another worker is not worth its while.
const few = 64

// inParallel shares work out.
func inParallel(count int, hire func() *worker, work func(w *worker, n int)) []*worker {
	out := make([]*worker, max(1, min(runtime.GOMAXPROCS(0), count/few)))
	var group sync.WaitGroup
	for k := range out {
		out[k] = hire()
		group.Go(func() {
			for n := k * count / len(out); n < (k+1)*count/len(out); n++ {
				work(out[k], n)
			}
			out[k].forget()
		})
	}
	group.Wait()
	return out
}
