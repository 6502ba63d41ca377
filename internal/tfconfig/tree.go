package tfconfig

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/confine"
)

// call is a module call, with the module that it calls.
type call struct {
	name   string
	block  *hclsyntax.Block
	module *node // nil if it could not be read
}

// node is a place in the tree of module calls, before count and for_each.
type node struct {
	*config
	path     []string // names of the calls that lead here
	called   map[string]*call
	parent   *node
	relative string // path.module
}

// address is the module's address without keys, with a dot behind; "" for the root.
func (n *node) address() string {
	var b strings.Builder
	for _, name := range n.path {
		b.WriteString("module." + name + ".")
	}
	return b.String()
}

// treeLoader reads a root module and the modules it calls.
type treeLoader struct {
	parser
	root      string
	display   string
	configs   map[string]*config
	order     []*config
	installed map[string]string // directory by path of calls, relative to the root module
	nodes     int
	diags     hcl.Diagnostics
}

func newTreeLoader(root string, p parser) *treeLoader {
	p.tree = confine.Around(root)
	l := &treeLoader{parser: p, root: root, display: filepath.Clean(root), configs: map[string]*config{}}
	l.installed = l.installedModules()
	return l
}

// installedModules reads what `terraform init` wrote down.
func (l *treeLoader) installedModules() map[string]string {
	found := map[string]string{}
	manifestFile := filepath.Join(l.root, ".terraform", "modules", "modules.json")
	source, err := readLimited(manifestFile, 8<<20)
	if err != nil || l.tree.Check(manifestFile) != nil {
		return found
	}
	var manifest struct {
		Modules []struct{ Key, Dir string }
	}
	if json.Unmarshal(source, &manifest) != nil {
		return found
	}
	for _, m := range manifest.Modules {
		found[m.Key] = m.Dir
	}
	return found
}

// config reads a directory once, however often it is called.
func (l *treeLoader) config(dir, display string) *config {
	key := dir
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		key = real
	}
	if c, ok := l.configs[key]; ok {
		return c
	}
	files, diags := l.directory(dir, display)
	l.diags = append(l.diags, diags...)
	c, diags := newConfig(dir, display, files)
	l.diags = append(l.diags, diags...)
	l.configs[key] = c
	l.order = append(l.order, c)
	return c
}

func (l *treeLoader) load() *node {
	root := &node{config: l.config(l.root, l.display), relative: "."}
	l.children(root)
	return root
}

func (l *treeLoader) children(n *node) {
	n.called = map[string]*call{}
	names := make([]string, 0, len(n.calls))
	for name := range n.calls {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		c := &call{name: name, block: n.calls[name]}
		n.called[name] = c
		if c.module = l.child(n, c); c.module != nil {
			l.children(c.module)
		}
	}
}

// child finds the module of a call; nil with a diagnostic if it cannot be read.
func (l *treeLoader) child(n *node, c *call) *node {
	rng := c.block.DefRange()
	if l.nodes++; l.nodes > l.limits.Modules {
		if l.nodes == l.limits.Modules+1 {
			l.fail(rng, "Too many module calls", fmt.Sprintf("More than %d module calls are reached from the root module, which is the limit.", l.limits.Modules))
		}
		return nil
	}
	if len(n.path) >= l.limits.Depth {
		l.fail(rng, "Modules nested too deeply", fmt.Sprintf("Modules are nested more than %d levels deep, which is the limit.", l.limits.Depth))
		return nil
	}
	source, ok := literalString(c.block.Body, "source")
	if !ok {
		l.fail(rng, "Module without a source", fmt.Sprintf("The source of module %q is not a literal string, so that the module cannot be found.", c.name))
		return nil
	}
	path := append(n.path[:len(n.path):len(n.path)], c.name)
	dir, relative, ok := l.directoryOf(n, source, path)
	if !ok {
		l.diags = append(l.diags, notInstalled(c, source, rng))
		return nil
	}
	if err := l.allowed(dir); err != nil {
		l.fail(rng, "Module not read", fmt.Sprintf("The source of module %q is not followed: %s.", c.name, err))
		return nil
	}
	if ancestor := l.ancestor(n, dir); ancestor != "" {
		l.fail(rng, "Module calls itself", fmt.Sprintf("The source of module %q leads back to %s, which is on the way to this call: there would be no end to it.", c.name, ancestor))
		return nil
	}
	if names, err := configFiles(dir); err != nil || len(names) == 0 {
		l.fail(rng, "Module not found", fmt.Sprintf("There is no configuration in %s, which module %q names as its source.", l.shown(relative), c.name))
		return nil
	}
	return &node{config: l.config(dir, l.shown(relative)), path: path, parent: n, relative: filepath.ToSlash(relative)}
}

// allowed: a module lies in the repository. Where there is none it may lie
// anywhere that its path says without a link.
func (l *treeLoader) allowed(dir string) error {
	if l.tree.IsRepository() {
		return l.tree.Check(dir)
	}
	info, err := os.Lstat(dir)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return nil
	}
	return l.tree.Check(dir)
}

func (l *treeLoader) fail(rng hcl.Range, summary, detail string) {
	l.diags = append(l.diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: &rng})
}

// shown is a path below the root module as a reader would open it.
func (l *treeLoader) shown(relative string) string {
	return filepath.ToSlash(filepath.Join(l.display, relative))
}

func (l *treeLoader) directoryOf(n *node, source string, path []string) (dir, relative string, ok bool) {
	if isLocal(source) {
		relative = filepath.Join(n.relative, filepath.FromSlash(source))
		return filepath.Join(l.root, relative), relative, true
	}
	relative, ok = l.installed[strings.Join(path, ".")]
	if !ok || filepath.IsAbs(relative) {
		return "", "", false
	}
	dir = filepath.Join(l.root, relative)
	_, err := os.Stat(dir)
	return dir, relative, err == nil
}

// ancestor returns the module on the way to n that lies in dir, if there is one.
func (l *treeLoader) ancestor(n *node, dir string) string {
	info, err := os.Stat(dir)
	if err != nil {
		return ""
	}
	for ; n != nil; n = n.parent {
		if other, err := os.Stat(n.dir); err == nil && os.SameFile(info, other) {
			return n.display
		}
	}
	return ""
}

func notInstalled(c *call, source string, rng hcl.Range) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagWarning, Summary: "Module not read",
		Detail: fmt.Sprintf("Module %q comes from %s and is not installed: its resources are not assessed, and its outputs are unknown. `terraform init` brings it.",
			c.name, withoutCredentials(source)),
		Subject: &rng,
	}
}
