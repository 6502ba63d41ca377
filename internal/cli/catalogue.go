package cli

import (
	"maps"
	"os"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/rules"
)

// loaded is the catalogue with the files that it came from.
type loaded struct {
	*catalogue.Catalogue
	schema *provider.Schema
	files  map[string]*hcl.File
}

// builtIn is where diagnostics and explanations say that srmlint's own rules
// are; a directory of the user's may be called rules.
const builtIn = "srmlint/rules"

// here reads the catalogue for commands that look at no input: with the rules
// that the repository around the working directory adds.
func (r *rulesFlags) here(s *Streams) (*loaded, error) {
	p, err := r.policy(s, []string{"."})
	if err != nil {
		return nil, err
	}
	return r.load(s, p, provider.Load(), nil)
}

// load reads the built-in rules, those of the policy and those of --rules.
// Faults in them end the run. Of the built-in ones only what is wanted is parsed.
func (r *rulesFlags) load(s *Streams, p *policy, schema *provider.Schema, wanted *catalogue.Wanted) (*loaded, error) {
	now, err := r.time(s)
	if err != nil {
		return nil, err
	}
	own, err := p.sources()
	if err != nil {
		return nil, err
	}
	sources := append([]catalogue.Source{{Name: builtIn, FS: rules.FS, Checked: true}}, own...)
	for _, dir := range r.rules {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, usagef("--rules %s is no directory", dir)
		}
		if !slices.ContainsFunc(sources, func(s catalogue.Source) bool { return !s.Checked && sameDirectory(s.Name, dir) }) {
			files, err := inside(dir)
			if err != nil {
				return nil, usagef("--rules: %s", err)
			}
			sources = append(sources, catalogue.Source{Name: dir, FS: files})
		}
	}
	l := &loaded{schema: schema}
	var diags hcl.Diagnostics
	l.Catalogue, l.files, diags = catalogue.Load(catalogue.Options{Schema: schema, Now: now, Wanted: wanted}, sources...)
	maps.Copy(l.files, p.files())
	if err := r.complain(s, diags, l.files); err != nil {
		return nil, err
	}
	if diags.HasErrors() {
		return nil, exit(ExitUsage)
	}
	return l, nil
}

// sameDirectory tells whether two paths name one directory, such as one that a
// flag and the repository's settings both name.
func sameDirectory(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}
