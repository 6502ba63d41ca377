// Package confine says which files belong to a repository, and reads them with
// a limit. What a repository names in its own files (a link, the source of a
// module, a directory of rules) may come from a stranger's pull request: it
// leads to nothing outside of that repository.
//
// It does not concern what the user names on the command line.
package confine

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Tree is what belongs together: a repository, or one directory where there is none.
type Tree struct {
	top        string // absolute, without links
	repository bool
}

// Around finds the repository that a directory is in.
func Around(dir string) Tree {
	start := resolve(dir)
	for top := start; ; top = filepath.Dir(top) {
		if isRepository(top) {
			return Tree{top, true}
		}
		if top == filepath.Dir(top) {
			return Tree{start, false}
		}
	}
}

// Top is the topmost directory, absolute.
func (t Tree) Top() string { return t.top }

// IsRepository tells whether a repository was found, as opposed to a directory by itself.
func (t Tree) IsRepository() bool { return t.repository }

// isRepository looks for what Git, Mercurial and Jujutsu keep. A submodule
// belongs to the repository around it.
func isRepository(dir string) bool {
	for _, name := range []string{".git", ".hg", ".jj"} {
		info, err := os.Lstat(filepath.Join(dir, name))
		if err == nil && !(info.Mode().IsRegular() && isSubmodule(filepath.Join(dir, name))) {
			return true
		}
	}
	return false
}

// isSubmodule reads what git writes into the .git of a submodule:
// "gitdir: ../.git/modules/name". That of a worktree is absolute.
func isSubmodule(file string) bool {
	text, err := ReadFile(file, 4096)
	return err == nil && strings.HasPrefix(string(text), "gitdir: ../") && strings.Contains(string(text), "/modules/")
}

func resolve(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return filepath.Clean(path)
}

// ErrOutside is wrapped by errors about paths that lead out of a Tree.
var ErrOutside = errors.New("leads out of the")

// Check returns an error if a path leads out of the tree, by .. or by links,
// and not into one of the other directories either. What is not there is not
// judged: who opens it will tell.
func (t Tree) Check(path string, others ...string) error {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	real, err := filepath.EvalSymlinks(absolute)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		real = absolute // as it is written
		if parent, err := filepath.EvalSymlinks(filepath.Dir(absolute)); err == nil {
			real = filepath.Join(parent, filepath.Base(absolute))
		}
	case err != nil:
		return nil
	}
	if Within(real, t.top) {
		return nil
	}
	for _, other := range others {
		if Within(real, resolve(other)) {
			return nil
		}
	}
	what := "repository"
	if !t.repository {
		what = "directory"
	}
	return fmt.Errorf("%s %w %s %s, and is not read", filepath.ToSlash(path), ErrOutside, what, filepath.ToSlash(t.top))
}

// Within tells whether an absolute path lies in a directory or is that directory.
func Within(path, dir string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

// ErrTooLarge is wrapped by errors about sizes.
var ErrTooLarge = errors.New("too large")

// ReadFile reads a regular file of at most limit bytes: no device, which may
// have no end, and no pipe, which may wait for ever.
func ReadFile(path string, limit int) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", filepath.ToSlash(path))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, int64(limit)+1))
	if err != nil {
		return nil, err
	}
	if len(text) > limit {
		return nil, fmt.Errorf("%s is %w: the limit is %d bytes", filepath.ToSlash(path), ErrTooLarge, limit)
	}
	return text, nil
}
