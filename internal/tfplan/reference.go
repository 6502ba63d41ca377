package tfplan

import "strings"

// refKind is what a reference leads to.
type refKind uint8

const (
	refResource refKind = iota // managed resource
	refData
	refModule
	refVariable
	refLocal // not in plan JSON: a dead end
	refEachKey
	refEachValue
	refCount
	refKnown // path.module and terraform.workspace: always known
)

// reference is one reference of an expression, as specific as Terraform wrote it.
type reference struct {
	kind refKind
	typ  string // of a resource or data source
	name string // of the resource, module call or variable
	key  string // canonical key of the resource or module instance; "" if none was written or it was not constant
	rest []step // what follows: attribute path, or output and path in it
	text string
}

// whole tells whether the reference names a resource without any attribute:
// what Terraform writes of splats, for expressions and keys that are no constants.
func (r *reference) whole() bool { return len(r.rest) == 0 }

// parseReferences groups the flat list: each reference is followed by its own
// prefixes, which say nothing more.
func parseReferences(list raw) []reference {
	var out []reference
	var prefixes []string
	for _, v := range list.elements() {
		text, ok := v.str()
		if !ok || text == "" {
			continue
		}
		if len(prefixes) > 0 && text == prefixes[0] {
			prefixes = prefixes[1:]
			continue
		}
		r, subject := parseReference(text)
		out = append(out, r)
		prefixes = prefixesOf(text, subject)
	}
	return out
}

// parseReference also returns the steps with the number of those that name
// the thing itself.
func parseReference(text string) (reference, subject) {
	s := subject{parts: steps(text)}
	r := reference{text: text}
	switch first := s.parts[0].name; first {
	case "var":
		r.kind, s.n = refVariable, 2
	case "local":
		r.kind, s.n = refLocal, 2
	case "each":
		r.kind, s.n = refEachValue, 2
		if strings.HasPrefix(text, "each.key") {
			r.kind = refEachKey
		}
	case "count":
		r.kind, s.n = refCount, 2
	case "path", "terraform", "tofu", "self":
		r.kind, s.n = refKnown, 2
	case "module":
		r.kind, s.n = refModule, 2
	case "data":
		r.kind, s.n = refData, 3
		r.typ = s.name(1)
	case "resource": // resource.type.name is another way to write type.name
		s.n = 3
		r.typ = s.name(1)
	default:
		s.n = 2
		r.typ = first
	}
	r.name = s.name(s.n - 1)
	end := min(s.n, len(s.parts))
	if keyed(r.kind) && end < len(s.parts) && s.parts[end].key != "" {
		r.key = s.parts[end].key
		end++
		s.keyed = true
	}
	r.rest = s.parts[end:]
	s.n = end
	if r.kind == refModule && len(r.rest) > 0 {
		s.n++ // the output belongs to the subject
		s.output = true
	}
	return r, s
}

func keyed(k refKind) bool { return k == refResource || k == refData || k == refModule }

// subject says which of a reference's steps name the thing itself.
type subject struct {
	parts  []step
	n      int
	keyed  bool
	output bool
}

func (s *subject) name(i int) string {
	if i < len(s.parts) {
		return s.parts[i].name
	}
	return ""
}

// prefixesOf lists what Terraform writes after a reference: the same with one
// step less each time down to the subject, then the subject without its key
// (of a module's output: without the output).
func prefixesOf(text string, s subject) []string {
	var out []string
	for i := len(s.parts) - 1; i >= s.n && i > 0; i-- {
		out = append(out, text[:s.parts[i-1].end])
	}
	switch {
	case s.output:
		out = append(out, text[:s.parts[s.n-2].end])
	case s.keyed:
		out = append(out, text[:s.parts[s.n-2].end])
	}
	return out
}
