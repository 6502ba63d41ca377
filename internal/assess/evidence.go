package assess

import (
	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/relate"
)

// evidence lists what the obligation's condition reads: the instance's own
// attributes, and the instances that it is linked to. It is never nil.
func (j *judgement) evidence() []Evidence {
	list := j.worker.evidence[:0]
	if j.Addressed == nil {
		return []Evidence{}
	}
	for _, name := range j.attributes {
		if e, ok := j.attributeEvidence(j.instance, name); ok {
			list = append(list, e)
		}
	}
	list = j.linkEvidence(list, MaxEvidence)
	j.worker.evidence = list
	return append(make([]Evidence, 0, len(list)), list...) // it is kept: no longer than it need be
}

// linkEvidence adds the links, until there is as much evidence as wanted.
func (j *judgement) linkEvidence(list []Evidence, most int) []Evidence {
	if j.Addressed == nil {
		return list
	}
	for link := range j.each(j.duty) {
		if len(list) >= most {
			break
		}
		list = append(list, linkEvidence(link))
	}
	return list
}

func linkEvidence(link relate.Link) Evidence {
	e := Evidence{Address: link.To.Address, Attribute: link.Via}
	e.Position = position(link.To, link.Via)
	switch {
	case link.Possible:
		e.Note = "possible link, not known yet"
	case link.Assumed:
		e.Note = "rests on the reference to the whole resource, taken to reach all its instances"
	}
	return e
}

func (a *assessor) attributeEvidence(i *inventory.Instance, name string) (Evidence, bool) {
	t := i.Values.Type()
	if !t.IsObjectType() || !t.HasAttribute(name) {
		return Evidence{}, false
	}
	return Evidence{
		Address:   i.Address,
		Attribute: name,
		Value:     render(i.Type, name, i.Values.GetAttr(name), a.words(i)),
		Position:  position(i, name),
	}, true
}

// attributesRead names the instance's attributes that decide the obligation,
// those that its gap names first: they are at fault.
func attributesRead(o *catalogue.Obligation) (names []string) {
	seen := map[string]bool{}
	for _, e := range o.Deciding() {
		for _, t := range e.Variables() {
			name, ok := ownAttribute(t)
			if ok && !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}

func ownAttribute(t hcl.Traversal) (string, bool) {
	if root := t.RootName(); root != "self" && root != "configured" || len(t) < 2 {
		return "", false
	}
	attr, ok := t[1].(hcl.TraverseAttr)
	return attr.Name, ok && attr.Name != "address"
}

// position is where the attribute at fault is written, else the block.
func (j *judgement) position() inventory.Position {
	for _, name := range j.attributes {
		if p, ok := place(j.instance, name); ok {
			return p
		}
	}
	return j.instance.Position
}

func position(i *inventory.Instance, attribute string) inventory.Position {
	if p, ok := place(i, attribute); ok {
		return p
	}
	return i.Position
}

// place finds an attribute, or the first block of that name.
func place(i *inventory.Instance, attribute string) (inventory.Position, bool) {
	if p, ok := i.Attributes[attribute]; ok {
		return p, true
	}
	p, ok := i.Attributes[attribute+"[0]"]
	return p, ok
}
