package catalogue

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// readPlain reads one block of a formatted file; false leaves it to the parser.
func readPlain(b outlined, name string) (*document, bool) {
	p := &plain{text: b.text, name: name, from: b.start, line: b.start.Line}
	head := lineLength(p.text)
	at := hcl.Range{Filename: name, Start: b.start, End: b.start}
	n := len(b.kind) + len(b.id) + len(` ""`)
	if b.kind == "end_of_life" {
		return p.lifetimes(b.id, n)
	}
	at.End.Column, at.End.Byte = at.End.Column+n, at.End.Byte+n
	if string(p.text[n:head]) != " {\n" {
		return nil, false
	}
	p.skip(head)
	switch b.kind {
	case "product":
		block, ok := p.product()
		block.ID, block.Range = b.id, at
		return &document{Products: []productBlock{block}}, ok && p.at == len(p.text)
	case "relation":
		block, ok := p.relation()
		block.Name, block.Range = b.id, at
		return &document{Relations: []relationBlock{block}}, ok && p.at == len(p.text)
	case "obligation":
		block, ok := p.obligation()
		block.ID, block.Range = b.id, at
		return &document{Obligations: []obligationBlock{block}}, ok && p.at == len(p.text)
	}
	return nil, false
}

// targets are where the values of attributes go.
type targets struct {
	texts map[string]*string
	lists map[string]*[]string
}

// set takes in an attribute; false if none of the targets has its name, or the
// value is something else.
func (t targets) set(p *plain, m member) (ok bool) {
	if to := t.texts[m.name]; to != nil {
		*to, ok = p.string(m)
		return ok
	}
	if to := t.lists[m.name]; to != nil {
		*to, ok = whole(p.text[m.start:m.end], (*values).list)
		return ok
	}
	return false
}

func (p *plain) product() (b productBlock, ok bool) {
	known := targets{
		map[string]*string{"title": &b.Title, "service_model": &b.ServiceModel, "guide": &b.Guide, "basis": &b.Basis},
		map[string]*[]string{"resources": &b.Resources, "inherited": &b.Inherited},
	}
	ok = p.members(2, func(m member) (ok bool) {
		switch {
		case m.block && m.name == "shared":
			s := sharedBlock{Layer: m.label}
			halves := targets{texts: map[string]*string{"customer": &s.Customer, "digitalocean": &s.DigitalOcean}}
			ok = p.members(4, func(m member) bool { return !m.block && halves.set(p, m) })
			b.Shared = append(b.Shared, s)
			return ok
		case !m.block && m.name == "layers":
			b.Layers, ok = whole(p.text[m.start:m.end], mapping((*values).string))
			return ok
		}
		return !m.block && known.set(p, m)
	})
	return b, ok
}

func (p *plain) relation() (b relationBlock, ok bool) {
	known := targets{lists: map[string]*[]string{"from": &b.From, "to": &b.To}}
	ok = p.members(2, func(m member) (ok bool) {
		switch {
		case m.block && m.name == "join" && m.label == "":
			var j joinBlock
			ok = p.members(4, func(m member) bool { return p.join(&j, m) })
			b.Joins = append(b.Joins, j)
			return ok
		case !m.block && m.name == "where":
			b.Where, ok = p.expression(m)
			return ok
		}
		return !m.block && known.set(p, m)
	})
	return b, ok
}

func (p *plain) join(j *joinBlock, m member) (ok bool) {
	switch {
	case m.block:
	case m.name == "from":
		j.From, ok = p.expression(m)
	case m.name == "to":
		j.To, ok = p.expression(m)
	case m.name == "match":
		j.Match, ok = whole(p.text[m.start:m.end], (*values).string)
	}
	return ok
}

func (p *plain) obligation() (b obligationBlock, ok bool) {
	known := targets{
		map[string]*string{
			"title": &b.Title, "layer": &b.Layer, "owner": &b.Owner, "severity": &b.Severity, "source": &b.Source,
			"basis": &b.Basis, "why": &b.Why, "remedy": &b.Remedy, "question": &b.Question,
		},
		map[string]*[]string{"resources": &b.Resources, "aliases": &b.Aliases},
	}
	expressions := map[string]*hcl.Expression{"arises": &b.Arises, "addressed": &b.Addressed, "gap": &b.Gap}
	ok = p.members(2, func(m member) (ok bool) {
		switch to := expressions[m.name]; {
		case m.block && m.name == "locals" && m.label == "":
			body, ok := p.locals()
			b.Locals = append(b.Locals, localsBlock{body})
			return ok
		case m.block:
			return false
		case to != nil:
			*to, ok = p.expression(m)
			return ok
		case m.name == "controls":
			b.Controls, ok = whole(p.text[m.start:m.end], mapping((*values).list))
			return ok
		case m.name == "waivable":
			waivable, ok := whole(p.text[m.start:m.end], (*values).bool)
			b.Waivable = &waivable
			return ok
		}
		return known.set(p, m)
	})
	return b, ok
}

// locals reads the body of a block that has expressions only.
func (p *plain) locals() (*hclsyntax.Body, bool) {
	body := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}}
	ok := p.members(4, func(m member) bool {
		e, ok := p.expression(m)
		body.Attributes[m.name] = &hclsyntax.Attribute{Name: m.name, Expr: e}
		return ok && !m.block
	})
	return body, ok
}

// lifetimes reads a block of which the first line, up to the byte start, is read.
func (p *plain) lifetimes(kind string, start int) (*document, bool) {
	head := p.text[start:lineLength(p.text)]
	name, end, ok := plainString(bytes.TrimLeft(head, " "))
	end += start + 1
	at := hcl.Range{Filename: p.name, Start: p.from, End: p.from}
	at.End.Column, at.End.Byte = at.End.Column+end, at.End.Byte+end
	b := lifetimesBlock{Kind: kind, Name: name, Range: at}
	p.skip(lineLength(p.text))
	known := targets{texts: map[string]*string{"source": &b.Source, "as_of": &b.AsOf}}
	ok = ok && p.members(2, func(m member) (ok bool) {
		if m.name == "dates" {
			b.Dates, ok = whole(p.text[m.start:m.end], mapping((*values).string))
			return ok
		}
		return !m.block && known.set(p, m)
	})
	return &document{Lifetimes: []lifetimesBlock{b}}, ok
}
