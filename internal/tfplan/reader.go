package tfplan

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// reader takes the document apart in one pass. Keys may come in any order (jq
// sorts them), so that references are resolved only after the last one.
type reader struct {
	name string
	opts Options
	src  *source
	dec  *jsontext.Decoder

	seen             map[string]bool
	formatVersion    string
	terraformVersion string
	errored          bool
	incomplete       bool

	types      map[string]*typePlan
	hasher     hasher
	kinds      []*kind              // in the order of their first instances
	recent     map[sum]*kind        // by the bytes that they were read from
	free       []room               // for instances to come
	lifecycles map[string]cty.Value // by actions
	entries    []*entry             // kept instances of resource_changes, then of state
	addresses  map[string]*entry    // by canonical address, of both
	stateOnly  []raw                // managed objects of prior_state read before resource_changes
	modules    *moduleInstances
	deferred   map[string]bool // canonical block addresses of data sources that only apply reads

	managed map[string]bool // blocks of any provider, where there is no configuration to count

	variables     raw
	configuration raw
	relevant      raw
	notes         notes
}

func newReader(src *source, name string, opts Options) *reader {
	return &reader{
		name: name, opts: opts, src: src, dec: jsontext.NewDecoder(src),
		seen: map[string]bool{}, types: map[string]*typePlan{}, lifecycles: map[string]cty.Value{}, addresses: map[string]*entry{},
		modules: newModuleInstances(), hasher: newHasher(), recent: map[sum]*kind{}, deferred: map[string]bool{}, managed: map[string]bool{},
		notes: notes{name: name},
	}
}

// document reads the whole of it.
func (rd *reader) document() hcl.Diagnostics {
	if _, err := rd.dec.ReadToken(); err != nil {
		return rd.syntaxError(err)
	}
	for rd.dec.PeekKind() == '"' {
		key, err := rd.dec.ReadToken()
		if err == nil {
			err = rd.section(key.String())
		}
		if err != nil {
			return rd.syntaxError(err)
		}
		if diags := rd.checkVersion(); diags.HasErrors() {
			return diags
		}
	}
	if _, err := rd.dec.ReadToken(); err != nil {
		return rd.syntaxError(err)
	}
	if _, err := rd.dec.ReadToken(); !errors.Is(err, io.EOF) {
		rd.notes.add("Text after the plan", "There is more text after the end of the JSON; it was left aside.")
	}
	return rd.checkKind()
}

// section reads the value of one top-level key.
func (rd *reader) section(key string) error {
	rd.seen[key] = true
	switch key {
	case "format_version":
		return rd.read(func(v raw) { rd.formatVersion = v.text() })
	case "terraform_version":
		return rd.read(func(v raw) { rd.terraformVersion = v.text() })
	case "errored":
		return rd.read(func(v raw) { rd.errored = v.isTrue() })
	case "complete":
		return rd.read(func(v raw) { rd.incomplete = v.kind() == 'f' })
	case "variables":
		return rd.read(func(v raw) { rd.variables = v.clone() })
	case "configuration":
		return rd.read(func(v raw) { rd.configuration = v.clone() })
	case "relevant_attributes":
		return rd.read(func(v raw) { rd.relevant = v.clone() })
	case "resource_changes":
		return rd.arrayBeside(rd.change)
	case "prior_state":
		return rd.object(func(key string) error {
			if key == "values" {
				return rd.stateValues(true)
			}
			return rd.dec.SkipValue()
		})
	case "values":
		return rd.stateValues(false)
	}
	return rd.dec.SkipValue()
}

// read takes one whole value, which f must copy to keep.
func (rd *reader) read(f func(raw)) error {
	v, err := rd.dec.ReadValue()
	if err == nil {
		f(raw(v))
	}
	return err
}

// array takes the elements of an array one by one; any other value is skipped.
func (rd *reader) array(f func(raw)) error {
	if rd.dec.PeekKind() != '[' {
		return rd.dec.SkipValue()
	}
	_, err := rd.dec.ReadToken()
	for err == nil && rd.dec.PeekKind() != ']' {
		err = rd.read(f)
	}
	if err == nil {
		_, err = rd.dec.ReadToken()
	}
	return err
}

// object takes the fields of an object one by one: f reads the value of the
// field. Any other value is skipped.
func (rd *reader) object(f func(key string) error) error {
	if rd.dec.PeekKind() != '{' {
		return rd.dec.SkipValue()
	}
	_, err := rd.dec.ReadToken()
	for err == nil && rd.dec.PeekKind() == '"' {
		var key jsontext.Token
		if key, err = rd.dec.ReadToken(); err == nil {
			err = f(key.String())
		}
	}
	if err == nil {
		_, err = rd.dec.ReadToken()
	}
	return err
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
	offset := rd.dec.InputOffset() + int64(len(rd.dec.UnreadBuffer()))
	var syntactic *jsontext.SyntacticError
	summary, detail := "Not valid JSON", err.Error()
	if errors.As(err, &syntactic) {
		offset, detail = syntactic.ByteOffset, syntactic.Err.Error()
		if p := string(syntactic.JSONPointer); p != "" && len(p) < 200 {
			detail += " (" + p + ")"
		}
	}
	var large errTooLarge
	switch {
	case errors.As(err, &large):
		summary, detail = "A value too large", large.Error()
	case errors.Is(err, io.ErrUnexpectedEOF):
		summary, detail = "Truncated JSON", "the file ends in the middle of the plan. Was `terraform show -json` interrupted, or the disk full? Run it again"
	case syntactic == nil:
		return unreadable(rd.name, err)
	}
	pos := rd.src.position(offset)
	where := fmt.Sprintf("%s, at byte %d", rd.name, offset)
	if pos.Line > 0 {
		where = fmt.Sprintf("%s, line %d, column %d (byte %d)", rd.name, pos.Line, pos.Column, offset)
	}
	return hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: summary, Detail: where + ": " + detail + ".",
		Subject: &hcl.Range{Filename: rd.name, Start: pos, End: pos},
	}}
}
