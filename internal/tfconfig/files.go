package tfconfig

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// IsRootModule tells whether a directory holds Terraform configuration.
func IsRootModule(dir string) bool {
	names, err := configFiles(dir)
	return err == nil && len(names) > 0
}

// configFiles lists the configuration files in a directory, override files
// last. OpenTofu's own files stand in for those of the same name.
func configFiles(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, readable(err)
	}
	var names []string
	tofu := map[string]bool{}
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || ignored(name) || extension(name) == "" {
			continue
		}
		names = append(names, name)
		if base, ok := strings.CutSuffix(strings.TrimSuffix(name, ".json"), ".tofu"); ok {
			tofu[base+strings.TrimPrefix(extension(name), ".tofu")] = true
		}
	}
	kept := names[:0]
	for _, name := range names {
		ext := extension(name)
		if strings.HasPrefix(ext, ".tf") && tofu[strings.TrimSuffix(name, ext)+strings.TrimPrefix(ext, ".tf")] {
			continue
		}
		kept = append(kept, name)
	}
	sort.SliceStable(kept, func(i, j int) bool {
		a, b := isOverride(kept[i]), isOverride(kept[j])
		if a != b {
			return b
		}
		return kept[i] < kept[j]
	})
	return kept, nil
}

// ignored tells of editors' files, which Terraform passes over.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#")
}

func extension(name string) string {
	for _, ext := range []string{".tf", ".tf.json", ".tofu", ".tofu.json"} {
		if strings.HasSuffix(name, ext) {
			return ext
		}
	}
	return ""
}

func isOverride(name string) bool {
	base := strings.TrimSuffix(name, extension(name))
	return base == "override" || strings.HasSuffix(base, "_override")
}

// errTooLarge is wrapped by errors about sizes.
var errTooLarge = errors.New("too large")

// readLimited reads a regular file of at most limit bytes.
func readLimited(path string, limit int) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, readable(err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", filepath.ToSlash(path))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, readable(err)
	}
	defer f.Close()
	return readAll(f, path, limit)
}

func readAll(r io.Reader, path string, limit int) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err != nil {
		return nil, readable(err)
	}
	if len(content) > limit {
		return nil, fmt.Errorf("%s is %w: the limit is %d bytes per file", filepath.ToSlash(path), errTooLarge, limit)
	}
	return content, nil
}

// readable words an error of the file system.
func readable(err error) error {
	var pathErr *fs.PathError
	if !errors.As(err, &pathErr) {
		return err
	}
	return fmt.Errorf("%s: %w", filepath.ToSlash(pathErr.Path), pathErr.Err)
}
