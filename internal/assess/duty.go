package assess

import (
	"github.com/srmlint/srmlint/internal/catalogue"
)

// duties are the obligations of a resource type, with what is told from their
// syntax once for all instances.
type duties struct {
	list      []*duty
	relations []string
}

type duty struct {
	*catalogue.Obligation
	decides    catalogue.Reads
	tells      catalogue.Reads
	relations  []int // in duties.relations
	names      []string
	uses       []catalogue.Use // of each relation, by what decides
	told       []catalogue.Use // by the gap
	attributes []string        // see attributesRead
	mentions   bool            // the gap may say what a linked instance holds
	asks       catalogue.Asks
	asked      map[string][]string // see askedNames
}

func (w *worker) duties(resourceType string) *duties {
	if d := w.types[resourceType]; d != nil {
		return d
	}
	d := &duties{}
	index := map[string]int{}
	for _, o := range w.catalogue.ForType(resourceType) {
		if w.options.Skip == nil || !w.options.Skip(o) {
			one := d.duty(o, index)
			one.asks = w.catalogue.Asks(o, resourceType)
			d.list = append(d.list, one)
		}
	}
	w.types[resourceType] = d
	return d
}

func (d *duties) duty(o *catalogue.Obligation, index map[string]int) *duty {
	one := &duty{Obligation: o, names: o.RelationsUsed(), attributes: attributesRead(o), mentions: mentionsRelated(o), asked: map[string][]string{}}
	one.decides, one.tells = o.Reads()
	for _, name := range one.names {
		n, ok := index[name]
		if !ok {
			n = len(d.relations)
			index[name] = n
			d.relations = append(d.relations, name)
		}
		one.relations = append(one.relations, n)
		one.uses = append(one.uses, o.Decides(name))
		one.told = append(one.told, o.Tells(name))
	}
	return one
}
