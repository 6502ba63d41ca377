package assess

// Reader gives annotations of an assessment to one goroutine.
type Reader struct {
	assessment *Assessment
	worker     *worker // nil: not asked for yet
}

// Reader returns one for a goroutine of its own.
func (a *Assessment) Reader() *Reader { return &Reader{assessment: a} }

// Annotation is a verdict as it holds for an instance.
func (r *Reader) Annotation(n int, v *Verdict) Annotation {
	one := r.assessment.Annotation(n, v)
	if v.source != nil {
		if r.worker == nil {
			r.worker = v.source.assessor.worker()
		}
		one.source = r.worker.source(v.source.duty)
	}
	return one
}
