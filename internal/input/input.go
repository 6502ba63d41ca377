// Package input reads what the user names on the command line, whatever kind
// it is, into one inventory: plans, states, root modules, and a plan together
// with the configuration that it was made from.
//
// It decides what a path is and which configuration belongs to a plan; reading
// itself is done by the packages tfplan and tfconfig.
package input

import (
	"bytes"
	"io"
	"os"
	"path/filepath"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/terraform"
	"github.com/srmlint/srmlint/internal/tfconfig"
	"github.com/srmlint/srmlint/internal/tfplan"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// NoSource as Options.Source keeps configuration out of plans.
const NoSource = "none"

// Options says how to read. Schema is required.
type Options struct {
	Schema *provider.Schema
	Stdin  io.Reader
	// Source is the root module that plans were made from; empty: the working
	// directory or the plan's, if it fits; NoSource: none.
	Source string
	// Keep and Beside as in tfplan.Options, for what is looked at alone: a plan
	// with its configuration may be asked for anything.
	Keep, Beside func(resourceType, attribute string) bool

	// Show turns a saved plan into JSON, by running what made it; nil: saved
	// plans are refused.
	Show func(path string) ([]byte, error)

	// Before reads the objects as they stand before the change too.
	Before bool

	// Watch wraps what is read, of a size in bytes or 0 if unknown, such as to
	// show how far it is; nil: nothing watches.
	Watch func(name string, size int64, from io.Reader) io.Reader

	Variables Variables

	// Limits on configuration; zero fields take the default.
	Limits tfconfig.Limits
}

// Variables are the values of input variables for configuration.
type Variables struct {
	Values      []string // NAME=VALUE, as for terraform -var
	Files       []string // as for terraform -var-file
	Environment []string // NAME=VALUE; TF_VAR_ ones count
	Workspace   string
}

// Result is what was read. With errors in Diagnostics some input is missing.
type Result struct {
	Inventory   *inventory.Inventory
	Files       map[string]*hcl.File // for showing source lines
	Comments    []tfconfig.Statement // those that begin with "srmlint:"
	Diagnostics hcl.Diagnostics
}

// Read reads inputs in order. One that cannot be read is told and left out.
func Read(paths []string, options Options) *Result {
	r := &reader{options: options, result: Result{
		Inventory: &inventory.Inventory{},
		Files:     map[string]*hcl.File{},
	}}
	for _, path := range paths {
		r.read(path)
	}
	r.result.Inventory.Sort()
	return &r.result
}

type reader struct {
	options Options
	result  Result
}

func (r *reader) read(path string) {
	if path == Stdin {
		r.plan(path, "standard input", r.options.Stdin)
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		r.fail(path, err)
	case info.IsDir():
		r.configuration(path)
	default:
		r.file(path)
	}
}

func (r *reader) file(path string) {
	if isConfigurationFile(path) {
		r.fault("A file of a root module", "%s is one file of a configuration. Give srmlint the directory that it is in: %s.", path, filepath.Dir(path))
		return
	}
	f, err := os.Open(path)
	if err != nil {
		r.fail(path, err)
		return
	}
	defer f.Close()
	if r.options.Show != nil && isSaved(path) {
		r.saved(path)
		return
	}
	r.plan(path, path, f)
}

// isSaved tells whether a file is a saved plan. One that cannot be told apart
// goes to the reader of JSON, which says what is wrong with it.
func isSaved(path string) bool {
	saved, err := terraform.IsPlan(path)
	return err == nil && saved
}

// saved takes in a plan as `terraform plan -out` wrote it.
func (r *reader) saved(path string) {
	text, err := r.options.Show(path)
	if err != nil {
		r.fault("Saved plan cannot be shown", "%s", err)
		return
	}
	r.plan(path, path, bytes.NewReader(text))
}

func (r *reader) plan(path, name string, from io.Reader) {
	if r.options.Watch != nil {
		from = r.options.Watch(name, size(from), from)
	}
	options := tfplan.Options{Schema: r.options.Schema, NoBefore: !r.options.Before}
	if !r.options.Before && len(r.candidates(path)) == 0 {
		options.Keep, options.Beside = r.options.Keep, r.options.Beside
	}
	p, diags := tfplan.Read(from, name, options)
	r.note(diags)
	if p == nil {
		return
	}
	r.note(p.Notes)
	p.Input.Path = path
	r.withSource(p)
}

// size is that of a regular file, else 0.
func size(from io.Reader) int64 {
	f, ok := from.(*os.File)
	if !ok {
		return 0
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

// add takes the instances of one input into the inventory.
func (r *reader) add(in inventory.Input, instances []*inventory.Instance) {
	index := len(r.result.Inventory.Inputs)
	r.result.Inventory.Inputs = append(r.result.Inventory.Inputs, in)
	for _, i := range instances {
		i.Input = index
	}
	r.result.Inventory.Instances = append(r.result.Inventory.Instances, instances...)
}

func (r *reader) note(diags hcl.Diagnostics) {
	r.result.Diagnostics = append(r.result.Diagnostics, diags...)
}
