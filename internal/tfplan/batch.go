package tfplan

// batchSize is how many bytes of elements go from one goroutine to the other at once.
const batchSize = 1 << 20

// batch is elements of an array, one after the other.
type batch struct {
	text []byte
	ends []int
}

// each gives the elements to f, which must copy what it keeps.
func (b *batch) each(f func(raw)) {
	start := 0
	for _, end := range b.ends {
		f(raw(b.text[start:end]))
		start = end
	}
}

// arrayBeside takes the elements of an array like array, with f at work beside
// the scanning of what follows. f sees them in order and has seen all when it returns.
func (rd *reader) arrayBeside(f func(raw)) error {
	full, empty, done := make(chan *batch, 2), make(chan *batch, 4), make(chan struct{})
	go func() {
		defer close(done)
		for b := range full {
			b.each(f)
			b.text, b.ends = b.text[:0], b.ends[:0]
			empty <- b
		}
	}()
	for range cap(empty) - 1 {
		empty <- &batch{}
	}
	b := &batch{}
	err := rd.array(func(v raw) {
		b.text = append(b.text, v...)
		b.ends = append(b.ends, len(b.text))
		if len(b.text) >= batchSize {
			full <- b
			b = <-empty
		}
	})
	full <- b
	close(full)
	<-done
	return err
}
