package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// system is one real configuration, with the places at which a copy is given
// names of its own.
type system struct {
	dir    string
	blocks int      // resource and data blocks
	parts  []string // its text, cut where a name ends
}

// renamed is a copy with a suffix to all that it declares and refers to, and
// to its tags and domains: other systems do not share them either.
func (s *system) renamed(suffix string) string { return strings.Join(s.parts, suffix) }

// readSystems reads the real configurations in a directory, but for those that
// are an earlier state of another one.
func readSystems(real string) (all []*system, err error) {
	files, err := filepath.Glob(filepath.Join(real, "*", "main.tf"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s holds no */main.tf", real)
	}
	for _, file := range files {
		if strings.HasSuffix(filepath.Dir(file), "-before") {
			continue
		}
		s, err := readSystem(file)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

func readSystem(file string) (*system, error) {
	s := &system{dir: filepath.Dir(file)}
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	parsed, diags := hclsyntax.ParseConfig(source, file, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, diags
	}
	r := &renamer{source: source}
	r.domains()
	for _, b := range parsed.Body.(*hclsyntax.Body).Blocks {
		r.block(b)
		if b.Type == "resource" || b.Type == "data" {
			s.blocks++
		}
	}
	s.parts = r.parts()
	return s, nil
}

// renamer finds where names end.
type renamer struct {
	source []byte
	ends   []int
	cuts   [][2]int // what is left out of copies
}

func (r *renamer) block(b *hclsyntax.Block) {
	switch b.Type {
	case "terraform", "provider":
		r.cuts = append(r.cuts, [2]int{b.TypeRange.Start.Byte, b.CloseBraceRange.End.Byte})
		return
	case "locals":
		for _, a := range b.Body.Attributes {
			r.ends = append(r.ends, a.NameRange.End.Byte)
		}
	case "resource", "data", "variable", "output", "module":
		last := b.LabelRanges[len(b.LabelRanges)-1]
		r.ends = append(r.ends, last.End.Byte-1) // before the quotation mark
	}
	_ = hclsyntax.VisitAll(b.Body, func(n hclsyntax.Node) hcl.Diagnostics {
		switch n := n.(type) {
		case *hclsyntax.ScopeTraversalExpr:
			r.reference(n.Traversal)
		case *hclsyntax.Attribute:
			if n.Name == "name" || n.Name == "tags" || strings.HasSuffix(n.Name, "_tags") || strings.HasSuffix(n.Name, "_tag") {
				r.texts(n.Expr)
			}
		}
		return nil
	})
}

// reference finds the step of a reference that names what a block declares.
func (r *renamer) reference(t hcl.Traversal) {
	step := 1
	switch root := t.RootName(); {
	case root == "data":
		step = 2
	case root != "var" && root != "local" && root != "module" && !strings.HasPrefix(root, "digitalocean_"):
		return
	}
	if len(t) > step {
		r.ends = append(r.ends, t[step].SourceRange().End.Byte)
	}
}

// domains finds the names that texts take for those of the owner: example.com.
func (r *renamer) domains() {
	for _, at := range domain.FindAllIndex(r.source, -1) {
		r.ends = append(r.ends, at[1]-len(".com"))
	}
}

var domain = regexp.MustCompile(`example\.(com|net)`)

// texts finds the ends of names and tags, but for domains.
func (r *renamer) texts(x hclsyntax.Expression) {
	_ = hclsyntax.VisitAll(x, func(n hclsyntax.Node) hcl.Diagnostics {
		if t, ok := n.(*hclsyntax.TemplateExpr); ok && !domain.Match(t.SrcRange.SliceBytes(r.source)) {
			r.ends = append(r.ends, t.SrcRange.End.Byte-1)
		}
		return nil
	})
}

// parts cuts the text at the ends of names, without what is left out.
func (r *renamer) parts() (parts []string) {
	sort.Ints(r.ends)
	text, from := "", 0
	upTo := func(end int) {
		for _, c := range r.cuts {
			if from <= c[0] && c[1] <= end {
				text, from = text+string(r.source[from:c[0]]), c[1]
			}
		}
		text, from = text+string(r.source[from:end]), end
	}
	for _, end := range slices.Compact(r.ends) {
		upTo(end)
		parts, text = append(parts, text), ""
	}
	upTo(len(r.source))
	return append(parts, text)
}
