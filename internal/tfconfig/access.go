package tfconfig

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/srmlint/srmlint/internal/nesting"
)

// fileAccess reads files for functions, confined to the root module's
// directory and to the directories of the modules it calls.
type fileAccess struct {
	base   string // absolute path of the root module
	limits Limits
	roots  map[string]*os.Root
	spent  int // bytes of files
	reads  int // of directories
}

func newFileAccess(root *node, limits Limits) *fileAccess {
	base, err := filepath.Abs(root.dir)
	if err != nil {
		base = root.dir
	}
	return &fileAccess{base: base, limits: limits, roots: map[string]*os.Root{}}
}

func (a *fileAccess) close() {
	for _, r := range a.roots {
		if r != nil {
			r.Close()
		}
	}
}

// open opens a directory that files may be read from; nil if that fails.
func (a *fileAccess) open(dir string) *os.Root {
	if r, ok := a.roots[dir]; ok {
		return r
	}
	r, err := os.OpenRoot(dir)
	if err != nil {
		r = nil
	}
	a.roots[dir] = r
	return r
}

var errOutside = errors.New("it lies outside of the modules' directories, and is not read")

// locate finds the directory that confines a path, and the path within it.
func (a *fileAccess) locate(n *node, path string) (*os.Root, string, error) {
	path = filepath.FromSlash(path)
	if !filepath.IsAbs(path) {
		path = filepath.Join(a.base, path)
	}
	own, err := filepath.Abs(n.dir)
	if err != nil {
		own = a.base
	}
	for _, dir := range []string{a.base, own} {
		rel, err := filepath.Rel(dir, path)
		// A module that lies around the root module does not open more than the root module does.
		if err != nil || !filepath.IsLocal(rel) || dir != a.base && within(a.base, dir) {
			continue
		}
		if r := a.open(dir); r != nil {
			return r, rel, nil
		}
	}
	return nil, "", errOutside
}

// within tells whether path lies in dir.
func within(path, dir string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

// read reads a regular file. Symbolic links that leave the directory are refused.
func (a *fileAccess) read(n *node, path string) ([]byte, error) {
	root, rel, err := a.locate(n, path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	info, err := root.Stat(rel)
	if err != nil {
		return nil, a.refused(path, err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", path)
	}
	f, err := root.Open(rel)
	if err != nil {
		return nil, a.refused(path, err)
	}
	defer f.Close()
	content, err := readAll(f, path, a.limits.FileBytes)
	if a.spent += len(content); a.spent > a.limits.TotalBytes {
		return nil, fmt.Errorf("%s is not read, for more than %d bytes were read in all", path, a.limits.TotalBytes)
	}
	return content, err
}

func (a *fileAccess) refused(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w", path, fs.ErrNotExist)
	case strings.Contains(err.Error(), "escapes"):
		return fmt.Errorf("%s: %w", path, errOutside)
	}
	return fmt.Errorf("%s: %w", path, errors.Unwrap(err))
}

const maxFileset = 100_000

var errTooMany = fmt.Errorf("more than %d files", maxFileset)

// list finds the files below a directory that match a pattern, in order.
func (a *fileAccess) list(n *node, directory, pattern string) ([]string, error) {
	root, rel, err := a.locate(n, directory)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", directory, err)
	}
	if !doublestar.ValidatePattern(pattern) {
		return nil, fmt.Errorf("%q is not a pattern", pattern)
	}
	if err := nesting.CheckPattern(pattern); err != nil {
		return nil, err
	}
	sub, err := fs.Sub(root.FS(), filepath.ToSlash(rel))
	if err != nil {
		return nil, a.refused(directory, err)
	}
	var found []string
	seen := 0
	err = doublestar.GlobWalk(patientFS{sub, a}, pattern, func(path string, entry fs.DirEntry) error {
		if seen++; seen > maxFileset {
			return errTooMany
		}
		info, err := fs.Stat(sub, path)
		if err == nil && info.Mode().IsRegular() {
			found = append(found, path)
		}
		return nil
	}, doublestar.WithNoFollow())
	if a.reads > maxReads {
		return nil, errTooOften // directories that cannot be read are else passed over
	}
	sort.Strings(found)
	return found, err
}

// patientFS loses patience: a pattern such as **/a/**/a/** has directories read
// again and again.
type patientFS struct {
	fs.FS
	access *fileAccess
}

// maxReads bounds how often fileset reads a directory in all.
const maxReads = 50_000

var errTooOften = fmt.Errorf("fileset has read directories more than %d times", maxReads)

// ReadDir reads a directory, once more.
func (p patientFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if p.access.reads++; p.access.reads > maxReads {
		return nil, errTooOften
	}
	return fs.ReadDir(p.FS, name)
}
