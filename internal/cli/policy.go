package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/hashicorp/hcl/v2"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/confine"
	"github.com/srmlint/srmlint/internal/input"
	"github.com/srmlint/srmlint/internal/statement"
)

// policy is what the repository itself says: its .srmlint.hcl, if it has one.
type policy struct {
	*statement.File
	path string       // empty: there is none
	tree confine.Tree // what the policy may name files of
}

// policy reads --config, or the .srmlint.hcl nearest to where a run looks.
func (r *rulesFlags) policy(s *Streams, starts []string) (*policy, error) {
	p := &policy{path: r.config}
	if p.path == "" {
		p.path = nearest(statement.FileName, starts)
	}
	source, err := p.read(r.config == "")
	if err != nil {
		return nil, err
	}
	var diags hcl.Diagnostics
	p.File, diags = statement.Read(source, filepath.ToSlash(p.path))
	if err := r.complain(s, diags, p.files()); err != nil {
		return nil, err
	}
	if diags.HasErrors() {
		return nil, exit(ExitUsage)
	}
	return p, nil
}

// maxPolicy is how many bytes a .srmlint.hcl may have.
const maxPolicy = 4 << 20

// read reads the file, if there is one. One that was found, as opposed to
// named by the user, may not be a link out of the repository: its text would
// be shown where it is wrong.
func (p *policy) read(found bool) ([]byte, error) {
	if p.path == "" {
		return nil, nil
	}
	p.tree = confine.Around(filepath.Dir(p.path))
	if err := p.tree.Check(p.path); found && err != nil {
		return nil, usageError{err.Error()}
	}
	source, err := confine.ReadFile(p.path, maxPolicy)
	if err != nil {
		return nil, usagef("--config: %s", err)
	}
	return source, nil
}

func (p *policy) files() map[string]*hcl.File {
	return map[string]*hcl.File{filepath.ToSlash(p.path): p.Source}
}

// relative is a path that the policy names, as seen from the working directory.
func (p *policy) relative(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(p.path), path)
}

// sources are the rules that the policy adds. They lie in its repository.
func (p *policy) sources() ([]catalogue.Source, error) {
	var list []catalogue.Source
	for _, dir := range p.Settings.Rules {
		dir = p.relative(dir)
		if err := p.tree.Check(dir); err != nil {
			return nil, usagef("the rules that %s names: %s", p.path, err)
		}
		files, err := inside(dir)
		if err != nil {
			return nil, usagef("the rules that %s names: %s", p.path, err)
		}
		list = append(list, catalogue.Source{Name: filepath.ToSlash(dir), FS: files})
	}
	return append(list, catalogue.Source{Name: p.path, Body: p.Rules, Text: p.Source.Bytes}), nil
}

// inside is the content of a directory, without what links in it lead out to.
func inside(dir string) (fs.FS, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

// hasRules tells whether the policy brings rules of its own.
func (p *policy) hasRules() bool {
	content, _, diags := p.Rules.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
		{Type: "product", LabelNames: []string{"id"}},
		{Type: "relation", LabelNames: []string{"name"}},
		{Type: "obligation", LabelNames: []string{"id"}},
	}})
	return len(p.Settings.Rules) > 0 || len(content.Blocks) > 0 || diags.HasErrors()
}

// starts are the places from which files of the repository are looked for:
// --source, then each input, then the working directory.
func (c *check) starts(args []string) (starts []string) {
	if c.source != "" && c.source != input.NoSource {
		starts = append(starts, c.source)
	}
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case err != nil:
		case info.IsDir():
			starts = append(starts, arg)
		default:
			starts = append(starts, filepath.Dir(arg))
		}
	}
	return append(starts, ".")
}

// nearest looks for a file from each start upward, to the top of the repository.
func nearest(name string, starts []string) string {
	for _, start := range starts {
		if found := upward(start, name); found != "" {
			return found
		}
	}
	return ""
}

// upward returns the path of a file in a directory or one above it, or "".
func upward(dir, name string) string {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for shown := dir; ; shown = filepath.Join(shown, "..") {
		path := filepath.Join(shown, name)
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path
		}
		_, err := os.Stat(filepath.Join(absolute, ".git"))
		above := filepath.Dir(absolute)
		if !errors.Is(err, fs.ErrNotExist) || above == absolute {
			return ""
		}
		absolute = above
	}
}
