package catalogue

import (
	"fmt"
	"io/fs"
	"path"
	"sort"
	"sync"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/provider"
)

// Source is one directory of rule files, or rules that stand in a file with other things.
type Source struct {
	Name string // shown in diagnostics before the file's name
	FS   fs.FS
	Body hcl.Body // in place of FS: what is left of a file after its other blocks were read
	Text []byte   // that file
	// Checked says that a test has loaded these rules without errors: they are
	// not validated again, are read as they are formatted, and of them only what
	// Options.Wanted names is.
	Checked bool
}

// Options for Load; the zero value is not usable: Schema is required.
type Options struct {
	Schema *provider.Schema
	// Now decides what has reached its end of life.
	Now time.Time
	// Wanted limits what is parsed of checked sources; nil: everything.
	Wanted *Wanted
}

// loader gathers documents; a later source replaces what has the same id.
type loader struct {
	options     Options
	files       map[string]*hcl.File
	products    map[string]*Product
	relations   map[string]*Relation // by name and from types
	obligations map[string]*Obligation
	lifetimes   Lifetimes
	seen        map[string]seen // per source: where an id was first used
	source      int             // the how manieth is being read
	diags       hcl.Diagnostics
}

// seen is where an id stands, and in which source.
type seen struct {
	source int
	at     hcl.Range
}

// Load reads rule files (*.hcl) from directories in order; a rule of a later
// directory replaces the one with the same id of an earlier one. Rules with
// errors are left out and told in the diagnostics. The files are returned for
// printing source lines.
func Load(options Options, sources ...Source) (*Catalogue, map[string]*hcl.File, hcl.Diagnostics) {
	l := &loader{
		options:     options,
		files:       map[string]*hcl.File{},
		products:    map[string]*Product{},
		relations:   map[string]*Relation{},
		obligations: map[string]*Obligation{},
		seen:        map[string]seen{},
	}
	for n, s := range sources {
		l.source = n
		l.read(s)
	}
	c := l.build()
	l.diags = append(l.diags, c.validate(options)...)
	return c, l.files, l.diags
}

func (l *loader) read(s Source) {
	if s.Body != nil {
		doc, diags := decode(s.Body)
		l.diags = append(l.diags, diags...)
		l.take(s, doc)
		return
	}
	names, err := fs.Glob(s.FS, "*.hcl")
	if err != nil || len(names) == 0 {
		l.diags = append(l.diags, &hcl.Diagnostic{
			Severity: hcl.DiagError,
			Summary:  "No rules",
			Detail:   fmt.Sprintf("%s holds no *.hcl file with rules.", s.Name),
		})
		return
	}
	files := l.contents(s, names)
	if s.Checked {
		l.parts(s, files)
		return
	}
	for _, f := range files {
		doc, file, diags := parse(f.text, f.name)
		l.files[f.name] = file
		l.diags = append(l.diags, diags...)
		l.take(s, doc)
	}
}

// ruleFile is a rule file as read.
type ruleFile struct {
	name string
	text []byte
}

func (l *loader) contents(s Source, names []string) (files []ruleFile) {
	for _, name := range names {
		text, err := readRules(s.FS, name)
		if err != nil {
			l.diags = append(l.diags, &hcl.Diagnostic{
				Severity: hcl.DiagError,
				Summary:  "Rule file cannot be read",
				Detail:   err.Error() + ".",
			})
			continue
		}
		files = append(files, ruleFile{path.Join(s.Name, name), text})
	}
	return files
}

// parts reads checked files block by block, only those that are wanted, in parallel.
func (l *loader) parts(s Source, files []ruleFile) {
	outlines := make([][]outlined, len(files))
	for n, f := range files {
		outlines[n] = outline(f.text)
		l.files[f.name] = &hcl.File{Bytes: f.text}
	}
	docs := make([]*document, len(files))
	diags := make([]hcl.Diagnostics, len(files))
	var group sync.WaitGroup
	if l.options.Wanted != nil {
		outlines = l.options.Wanted.choose(outlines)
	}
	for n, blocks := range outlines {
		group.Go(func() { docs[n], diags[n] = parseBlocks(blocks, files[n].name) })
	}
	group.Wait()
	for n, doc := range docs {
		l.diags = append(l.diags, diags[n]...)
		l.take(s, doc)
	}
}

// take adds a document's rules to what was read.
func (l *loader) take(s Source, doc *document) {
	for _, b := range doc.Products {
		if l.first("product", b.ID, b.Range) {
			l.products[b.ID] = l.product(b)
			l.products[b.ID].checked = s.Checked
		}
	}
	for _, b := range doc.Relations {
		if l.first("relation", relationKey(b.Name, b.From), b.Range) {
			r := l.relation(b)
			r.checked = s.Checked
			if !s.Checked && r.Where != nil {
				var diags hcl.Diagnostics
				r.Where, diags = guard(r.Where, l.sourceOf(s, b.Range))
				l.diags = append(l.diags, diags...)
			}
			l.relations[relationKey(b.Name, b.From)] = r
		}
	}
	for _, b := range doc.Obligations {
		if l.first("obligation", b.ID, b.Range) {
			l.obligations[b.ID] = l.obligation(b)
			l.obligations[b.ID].checked = s.Checked
			if !s.Checked {
				l.diags = append(l.diags, l.obligations[b.ID].guard(l.sourceOf(s, b.Range))...)
			}
		}
	}
	for _, b := range doc.Lifetimes {
		l.diags = append(l.diags, l.lifetimes.add(b)...)
	}
}

// sourceOf is the text that a rule stands in.
func (l *loader) sourceOf(s Source, at hcl.Range) []byte {
	if s.Body != nil {
		return s.Text
	}
	if f := l.files[at.Filename]; f != nil {
		return f.Bytes
	}
	return nil
}

func relationKey(name string, from []string) string { return fmt.Sprint(name, " of ", from) }

// first tells whether an id is new in its source; a second use there is an error.
func (l *loader) first(kind, id string, at hcl.Range) bool {
	key := kind + " " + id
	if before, ok := l.seen[key]; ok && before.source == l.source {
		l.diags = append(l.diags, &hcl.Diagnostic{
			Severity: hcl.DiagError,
			Summary:  "Duplicate " + kind,
			Detail:   fmt.Sprintf("%s %q stands at %s already. Give this one another name or remove it.", kind, id, before.at),
			Subject:  &at,
		})
		return false
	}
	l.seen[key] = seen{l.source, at}
	return true
}

// build indexes what was read.
func (l *loader) build() *Catalogue {
	c := &Catalogue{
		Images:      &l.lifetimes,
		products:    map[string]*Product{},
		obligations: map[string]*Obligation{},
		byType:      map[string][]*Obligation{},
		relations:   map[string]map[string]*Relation{},
	}
	for _, p := range l.products {
		c.Products = append(c.Products, p)
	}
	for _, r := range l.relations {
		c.Relations = append(c.Relations, r)
	}
	for _, o := range l.obligations {
		c.Obligations = append(c.Obligations, o)
	}
	sort.Slice(c.Products, func(i, j int) bool { return c.Products[i].ID < c.Products[j].ID })
	sort.Slice(c.Obligations, func(i, j int) bool { return c.Obligations[i].ID < c.Obligations[j].ID })
	sort.Slice(c.Relations, func(i, j int) bool {
		a, b := c.Relations[i], c.Relations[j]
		return relationKey(a.Name, a.From) < relationKey(b.Name, b.From)
	})
	return c
}

// maxRuleFile is how many bytes a file of rules may have.
const maxRuleFile = 4 << 20

// readRules reads a regular file that is not too large.
func readRules(dir fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(dir, name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a regular file", name)
	case info.Size() > maxRuleFile:
		return nil, fmt.Errorf("%s is too large: the limit is %d bytes per file", name, maxRuleFile)
	}
	return fs.ReadFile(dir, name)
}
