package trust

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite THIRD_PARTY.md")

// licences are recognised by words that stand in them and in no other.
var licences = []struct {
	name  string
	words []string
}{
	{"MPL-2.0", []string{"Mozilla Public License", "2.0"}},
	{"Apache-2.0", []string{"Apache License", "Version 2.0"}},
	{"BSD-3-Clause", []string{"Redistribution and use in source and binary forms", "Neither the name"}},
	{"BSD-3-Clause", []string{"Redistribution and use in source and binary forms", "names of its contributors", "endorse"}},
	{"BSD-2-Clause", []string{"Redistribution and use in source and binary forms"}},
	{"ISC", []string{"Permission to use, copy, modify, and", "distribute this software for any purpose with or without fee"}},
	{"MIT", []string{"Permission is hereby granted, free of charge", "THE SOFTWARE IS PROVIDED \"AS IS\""}},
	{"CC0-1.0", []string{"CC0 1.0 Universal"}},
	{"Unlicense", []string{"This is free and unencumbered software"}},
}

// inBinary may be part of what is distributed; elsewhere only tests use it.
var inBinary = []string{"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0"}

var inTests = append([]string{"CC0-1.0", "Unlicense"}, inBinary...)

// licenceOf reads the licence of a module.
func licenceOf(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	var found []string
	for _, entry := range entries {
		name := strings.ToUpper(entry.Name())
		if entry.IsDir() || !strings.HasPrefix(name, "LICENSE") && !strings.HasPrefix(name, "LICENCE") && !strings.HasPrefix(name, "COPYING") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return "", err
		}
		if kind := recognised(string(text)); kind != "" && !slices.Contains(found, kind) {
			found = append(found, kind)
		}
	}
	if len(found) == 0 {
		return "", fmt.Errorf("no licence is recognised in %s", dir)
	}
	return strings.Join(found, " and "), nil
}

func recognised(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, l := range licences {
		if !slices.ContainsFunc(l.words, func(word string) bool { return !strings.Contains(text, word) }) {
			return l.name
		}
	}
	return ""
}

// modulesOf are the modules that packages come from, but for this one.
func modulesOf(all []listed) map[string]listed {
	found := map[string]listed{}
	for _, p := range all {
		if p.Module != nil && p.Module.Version != "" {
			found[p.Module.Path] = p
		}
	}
	return found
}

// TestLicences: what is distributed, and what the tests use, has a licence that
// allows it; THIRD_PARTY.md lists them.
func TestLicences(t *testing.T) {
	binary := map[string]listed{}
	for _, system := range []string{"linux", "darwin", "windows", "freebsd"} {
		t.Setenv("GOOS", system)
		maps.Copy(binary, modulesOf(packages(t, "-deps", "./cmd/srmlint")))
	}
	t.Setenv("GOOS", runtime.GOOS)
	all := modulesOf(packages(t, "-deps", "-test", "-tags", "e2e", "./..."))
	var b strings.Builder
	b.WriteString("# Modules that srmlint is built of\n\nRewritten by `go test ./internal/trust -run TestLicences -update`.\n")
	section := func(title string, modules map[string]listed, allowed []string, skip map[string]listed) {
		fmt.Fprintf(&b, "\n## %s\n\n| module | version | licence |\n|---|---|---|\n", title)
		for _, path := range slices.Sorted(maps.Keys(modules)) {
			if _, ok := skip[path]; ok {
				continue
			}
			m := modules[path].Module
			licence, err := licenceOf(m.Dir)
			if err != nil {
				t.Error(err)
			}
			for _, one := range strings.Split(licence, " and ") {
				if !slices.Contains(allowed, one) {
					t.Errorf("%s: licence %q is not among %s", path, one, strings.Join(allowed, ", "))
				}
			}
			fmt.Fprintf(&b, "| %s | %s | %s |\n", path, m.Version, licence)
		}
	}
	section("In the binary", binary, inBinary, nil)
	section("In the tests only", all, inTests, binary)
	const file = "../../THIRD_PARTY.md"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != b.String() {
		t.Error("THIRD_PARTY.md does not list what there is; rewrite it with -update")
	}
}
