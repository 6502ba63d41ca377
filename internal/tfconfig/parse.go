package tfconfig

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/confine"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfexpr"
)

// parsedFile is one file of a module, as a body of the native syntax whichever it is written in.
type parsedFile struct {
	name     string // as a reader would open it
	body     *hclsyntax.Body
	file     *hcl.File
	bytes    int
	override bool
	json     bool
	diags    hcl.Diagnostics
}

// parser reads files of modules.
type parser struct {
	limits Limits
	schema *provider.Schema
	tree   confine.Tree // what files may be read from
	spent  int          // bytes so far
}

// directory parses all configuration files of a directory, in parallel.
func (p *parser) directory(dir, display string) ([]*parsedFile, hcl.Diagnostics) {
	names, err := configFiles(dir)
	if err != nil {
		return nil, fault(display, "Module not read", err.Error())
	}
	files := make([]*parsedFile, len(names))
	var wait sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, name := range names {
		wait.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; wait.Done() }()
			files[i] = p.file(filepath.Join(dir, name), filepath.ToSlash(filepath.Join(display, name)))
		}()
	}
	wait.Wait()
	var diags hcl.Diagnostics
	for _, f := range files {
		diags = append(diags, f.diags...)
		p.spent += f.bytes
	}
	if p.spent > p.limits.TotalBytes {
		return nil, append(diags, fault(display, "Too much configuration",
			fmt.Sprintf("The modules hold more than %d bytes in all, which is the limit.", p.limits.TotalBytes))...)
	}
	return files, diags
}

func (p *parser) file(path, display string) *parsedFile {
	f := &parsedFile{name: display, override: isOverride(filepath.Base(path)), body: &hclsyntax.Body{}}
	err := p.allowed(path)
	var source []byte
	if err == nil {
		source, err = readLimited(path, p.limits.FileBytes)
	}
	if err != nil {
		f.diags = fault(display, "File not read", err.Error())
		return f
	}
	f.bytes = len(source)
	if strings.HasSuffix(path, ".json") {
		f.json = true
		p.parseJSON(f, source)
		return f
	}
	f.file = &hcl.File{Bytes: source}
	if d := tfexpr.CheckNesting(source, display); d != nil {
		f.diags = hcl.Diagnostics{d}
		return f
	}
	file, diags := hclsyntax.ParseConfig(source, display, hcl.InitialPos)
	f.diags, f.file = diags, file
	if body, ok := file.Body.(*hclsyntax.Body); ok {
		f.body = body
	}
	return f
}

// allowed: a file lies in the repository. Where there is none, it lies in the
// root module's directory or, as of other modules, in its own.
func (p *parser) allowed(path string) error {
	if p.tree.IsRepository() {
		return p.tree.Check(path)
	}
	return p.tree.Check(path, filepath.Dir(path))
}

// fault is an error about a file or directory as a whole.
func fault(file, summary, detail string) hcl.Diagnostics {
	return hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: summary, Detail: detail,
		Subject: &hcl.Range{Filename: file, Start: hcl.InitialPos, End: hcl.InitialPos},
	}}
}
