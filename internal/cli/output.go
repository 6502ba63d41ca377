package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/report"
)

// target is one format and where it goes.
type target struct {
	format report.Format
	file   string // empty: standard output
}

// targets reads --format and --output.
func targets(formats []string, output string) ([]target, error) {
	if len(formats) == 0 {
		formats = []string{"text"}
	}
	var list []target
	toStdout := 0
	for _, text := range formats {
		name, file, _ := strings.Cut(text, "=")
		f, err := findFormat(name)
		if err != nil {
			return nil, err
		}
		if file == "" {
			toStdout++
			file = output
		}
		list = append(list, target{f, file})
	}
	switch {
	case toStdout > 1:
		return nil, usagef("several formats cannot share one stream; give all but one a file, as in --format json=report.json")
	case toStdout == 0 && output != "":
		return nil, usagef("--output %s: each --format names a file of its own already", output)
	}
	return list, nil
}

func findFormat(name string) (report.Format, error) {
	var names []string
	for _, f := range formats() {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	hint := "use one of " + strings.Join(names, ", ")
	if near := catalogue.Nearest(name, names); near != "" {
		hint = "did you mean " + near + "?"
	}
	return report.Format{}, usagef("there is no format %q; %s", name, hint)
}

// emit writes one report where it goes. A file is replaced as a whole or not at all.
func (t target) emit(stdout io.Writer, r *report.Report, v report.View) error {
	if t.file == "" {
		if err := t.format.Write(stdout, r, v); err != nil {
			return usagef("cannot write the report: %s", err)
		}
		return nil
	}
	var b bytes.Buffer
	v.Width, v.Color = 0, false // a file is no terminal
	err := t.format.Write(&b, r, v)
	if err == nil {
		err = replace(t.file, b.Bytes())
	}
	if err != nil {
		return usagef("cannot write the report: %s", err)
	}
	return nil
}

// replace writes beside the file and renames, so that a reader never sees half
// of it. What is no regular file (/dev/stdout, a pipe) is written to.
func replace(file string, data []byte) error {
	if target, err := filepath.EvalSymlinks(file); err == nil {
		file = target
	}
	info, err := os.Stat(file)
	if err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(file, data, 0o644)
	}
	temp, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // no more there once renamed
	_, err = temp.Write(data)
	if closing := temp.Close(); err == nil {
		err = closing
	}
	mode := os.FileMode(0o644)
	if info != nil {
		mode = info.Mode().Perm()
	}
	if err == nil {
		err = os.Chmod(temp.Name(), mode)
	}
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	return err
}
