package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMan(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		if err := run([]string{"man", dir}); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"srmlint.1", "srmlint-matrix.1", "srmlint-merge.1", "srmlint-explain.1"} {
		page, err := os.ReadFile(filepath.Join(first, name))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(page), ".SH OPTIONS") {
			t.Errorf("%s says nothing of options", name)
		}
		again, err := os.ReadFile(filepath.Join(second, name))
		if err != nil || string(again) != string(page) {
			t.Errorf("%s differs from one run to the next", name)
		}
	}
}

func TestCompletions(t *testing.T) {
	dir := t.TempDir()
	if err := run([]string{"completions", dir}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"srmlint.bash", "_srmlint", "srmlint.fish", "srmlint.ps1"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() < 1000 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{nil, {"man"}, {"pdf", t.TempDir()}} {
		if run(args) == nil {
			t.Errorf("%q is taken", args)
		}
	}
}
