package tfplan

import "github.com/srmlint/srmlint/internal/inventory"

// stateValues reads the "values" of a state. Beside a plan only what the
// changes do not show is of use: data sources that have been read, and
// resources that the plan left out (-target, -refresh-only).
func (rd *reader) stateValues(beside bool) error {
	take := func(v raw, module string) { rd.stateObject(v, module, beside) }
	return rd.lex.object(func(key string) error {
		if key == "root_module" {
			return rd.stateModule(take)
		}
		return rd.lex.skip()
	})
}

// stateModule reads the objects of a module instance. Its address is written
// after its resources may have come, and in every object's own address too.
func (rd *reader) stateModule(take func(v raw, module string)) error {
	return rd.lex.object(func(key string) error {
		switch key {
		case "resources":
			return rd.lex.array(func() error {
				v, err := rd.lex.value()
				if err == nil {
					take(v, moduleOf(readHead(v).address.text()))
				}
				return err
			})
		case "child_modules":
			return rd.lex.array(func() error { return rd.stateModule(take) })
		}
		return rd.lex.skip()
	})
}

// moduleOf is the module instance part of an address.
func moduleOf(address string) string {
	parts := steps(address)
	end := 0
	for i := 0; i+1 < len(parts) && parts[i].name == "module"; {
		i++
		end = parts[i].end
		i++
		if i < len(parts) && parts[i].key != "" {
			end = parts[i].end
			i++
		}
	}
	return address[:end]
}

func (rd *reader) stateObject(v raw, module string, beside bool) {
	h := readHead(v)
	rd.modules.add(module)
	if !beside && !h.isData() {
		rd.managed[inventory.BlockOf(h.address.text())] = true
	}
	if !h.wanted() {
		return
	}
	if beside && !rd.seen["resource_changes"] {
		rd.stateOnly = append(rd.stateOnly, v.clone()) // the changes are still to come
		return
	}
	rd.stateEntry(h, module, beside)
}

func (rd *reader) stateEntry(h head, module string, beside bool) {
	if rd.instances.at(h.address.text()) != nil || !rd.addressed(h) {
		return
	}
	path := rd.modules.add(module)
	p := rd.typePlan(h.typ.text()).fields
	k, begun := rd.kindOf(h, path, rd.hasher.with(rd.sumOfValues(sum{}, &h, p, h.values), h.sensitive))
	if begun {
		if beside && !k.object.Data {
			k.object.Actions = []string{"no-op"}
		}
		k.decode(rd, h.address.text(), h.values, nil, mirror(h.sensitive))
	}
	rd.newEntry(h, path, k)
}

// lateState takes in what came before the changes.
func (rd *reader) lateState() {
	for _, v := range rd.stateOnly {
		h := readHead(v)
		rd.stateEntry(h, moduleOf(h.address.text()), true)
	}
	rd.stateOnly = nil
}
