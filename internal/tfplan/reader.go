package tfplan

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

// reader takes the document apart in one pass. Keys may come in any order (jq
// sorts them), so that references are resolved only after the last one.
type reader struct {
	name string
	opts Options
	lex  *lexer

	seen             map[string]bool
	formatVersion    string
	terraformVersion string
	errored          bool
	incomplete       bool

	types         map[string]*typePlan
	hasher        hasher
	kinds         []*kind              // in the order of their first instances
	recent        map[sum]*kind        // by the bytes that they were read from
	last          *template            // what the last change was like
	spans         []span               // of the change that is being read: see holes
	freeInstances []inventory.Instance // for those to come
	freeEntries   []entry
	lifecycles    map[string]cty.Value // by actions
	entries       []*entry             // kept instances of resource_changes, then of state
	instances     *instances           // both, by address
	stateOnly     []raw                // managed objects of prior_state read before resource_changes
	modules       *moduleInstances
	deferred      map[string]bool // canonical block addresses of data sources that only apply reads

	managed map[string]bool // blocks of any provider, where there is no configuration to count

	variables     raw
	configuration raw
	relevant      raw
	notes         notes
}

func newReader(w *window, name string, opts Options) *reader {
	modules := newModuleInstances()
	return &reader{
		instances: newInstances(modules), modules: modules,
		name: name, opts: opts, lex: &lexer{window: w},
		seen: map[string]bool{}, types: map[string]*typePlan{}, lifecycles: map[string]cty.Value{},
		hasher: newHasher(), recent: map[sum]*kind{}, deferred: map[string]bool{}, managed: map[string]bool{},
		notes: notes{name: name},
	}
}

// document reads the whole of it.
func (rd *reader) document() hcl.Diagnostics {
	var refused hcl.Diagnostics
	err := rd.lex.object(func(key string) error {
		if rd.seen[key] {
			return errSyntax{fmt.Sprintf("duplicate member %.40q", key), 0}
		}
		if err := rd.section(key); err != nil {
			return err
		}
		if refused = rd.checkVersion(); refused.HasErrors() {
			return errRefused
		}
		return nil
	})
	switch {
	case errors.Is(err, errRefused):
		return refused
	case err != nil:
		return rd.syntaxError(err)
	case !rd.lex.atEnd():
		rd.notes.add("Text after the plan", "There is more text after the end of the JSON; it was left aside.")
	}
	return rd.checkKind()
}

// errRefused stops reading what is not to be read.
var errRefused = errors.New("refused")

// section reads the value of one top-level key.
func (rd *reader) section(key string) error {
	rd.seen[key] = true
	switch key {
	case "format_version":
		return rd.read(key, func(v raw) { rd.formatVersion = v.text() })
	case "terraform_version":
		return rd.read(key, func(v raw) { rd.terraformVersion = v.text() })
	case "errored":
		return rd.read(key, func(v raw) { rd.errored = v.isTrue() })
	case "complete":
		return rd.read(key, func(v raw) { rd.incomplete = v.kind() == 'f' })
	case "variables":
		return rd.read(key, func(v raw) { rd.variables = v.clone() })
	case "configuration":
		return rd.read(key, func(v raw) { rd.configuration = v.clone() })
	case "relevant_attributes":
		return rd.read(key, func(v raw) { rd.relevant = v.clone() })
	case "resource_changes":
		if b, err := rd.lex.peek(); err == nil && b != '[' && b != 'n' {
			rd.notes.broken++
		}
		return rd.lex.array(rd.nextChange)
	case "prior_state":
		return rd.lex.object(func(key string) error {
			if key == "values" {
				return rd.stateValues(true)
			}
			return rd.lex.skip()
		})
	case "values":
		return rd.stateValues(false)
	}
	return rd.lex.skip()
}

// read takes the value of a member, which f must copy to keep.
func (rd *reader) read(name string, f func(raw)) error {
	v, err := rd.lex.value()
	if err == nil {
		err = unique(v, "/"+name)
	}
	if err == nil {
		f(v)
	}
	return err
}

// unique refuses a value, just taken, in which an object has a name twice: what
// is meant cannot be told.
func unique(v raw, pointer string) error {
	d := jsontext.NewDecoder(bytes.NewReader(v))
	err := d.SkipValue()
	var syntax *jsontext.SyntacticError
	if !errors.As(err, &syntax) {
		return err
	}
	why := syntax.Err.Error()
	if pointer += string(syntax.JSONPointer); len(pointer) < 200 {
		why += " (" + pointer + ")"
	}
	return errSyntax{why, int(syntax.ByteOffset) - len(v)}
}

// checkVersion refuses another major version as soon as it is read: what
// follows may mean something else.
func (rd *reader) checkVersion() hcl.Diagnostics {
	v := rd.formatVersion
	if v == "" || v == "0.1" || v == "0.2" || strings.HasPrefix(v, "1.") || v == "1" {
		return nil
	}
	return fault(rd.name, "Unknown format version", fmt.Sprintf(
		"%s has format_version %q; this srmlint reads 1.x. A newer srmlint may read it.", rd.name, v))
}

// checkKind tells plans and states from other JSON.
func (rd *reader) checkKind() hcl.Diagnostics {
	switch {
	case !rd.seen["format_version"], rd.seen["provider_schemas"], rd.seen["lineage"]:
		return foreign(rd.seen, rd.name)
	case rd.formatVersion == "":
		return fault(rd.name, "Unknown format version", rd.name+" has a format_version that is no text. Expected the output of `terraform show -json tfplan`.")
	case rd.isPlan(), rd.seen["values"], len(rd.seen) <= 2:
		return nil
	}
	return foreign(rd.seen, rd.name)
}

// isPlan tells a plan from a state. A state without any resource has nothing but versions.
func (rd *reader) isPlan() bool {
	return rd.seen["planned_values"] || rd.seen["resource_changes"] || rd.seen["configuration"]
}

// syntaxError says where the JSON ends or breaks.
func (rd *reader) syntaxError(err error) hcl.Diagnostics {
	summary, detail, at := "Not valid JSON", err.Error(), 0
	var syntax errSyntax
	var large errTooLarge
	switch {
	case errors.As(err, &syntax):
		at = syntax.at
	case errors.As(err, &large):
		summary = "A value too large"
	case errors.Is(err, io.ErrUnexpectedEOF):
		summary, at = "Truncated JSON", len(rd.lex.rest())
		detail = "the file ends in the middle of the plan. Was `terraform show -json` interrupted, or the disk full? Run it again"
	default:
		return unreadable(rd.name, err)
	}
	pos := rd.lex.position(at)
	where := fmt.Sprintf("%s, line %d, column %d (byte %d)", rd.name, pos.Line, pos.Column, pos.Byte)
	return hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: summary, Detail: where + ": " + detail + ".",
		Subject: &hcl.Range{Filename: rd.name, Start: pos, End: pos},
	}}
}
