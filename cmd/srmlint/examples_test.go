package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/srmlint/srmlint/internal/cli"
)

// run runs srmlint in the repository's root, as README and docs have it.
func run(t *testing.T, args ...string) (stdout string, status int) {
	t.Helper()
	t.Chdir(filepath.Join("..", ".."))
	var out, complaints bytes.Buffer
	status = cli.Run(context.Background(), cli.Streams{
		In: strings.NewReader(""), Out: &out, Err: &complaints,
		Now: func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
	}, args)
	if complaints.Len() > 0 {
		t.Errorf("srmlint %s complains:\n%s", strings.Join(args, " "), complaints.String())
	}
	return out.String(), status
}

func examples(t *testing.T) (names []string) {
	t.Helper()
	dirs, err := filepath.Glob(filepath.Join("..", "..", "examples", "*", "plan.json"))
	if err != nil || len(dirs) < 3 {
		t.Fatalf("examples: %v, %v", dirs, err)
	}
	for _, dir := range dirs {
		names = append(names, filepath.Base(filepath.Dir(dir)))
	}
	return names
}

// TestExamples holds what srmlint says of the examples against the report.txt
// that stands beside each.
func TestExamples(t *testing.T) {
	for _, name := range examples(t) {
		t.Run(name, func(t *testing.T) {
			got, status := run(t, "examples/"+name+"/plan.json")
			if status != cli.ExitFindings {
				t.Errorf("exit status %d", status)
			}
			file := "examples/" + name + "/report.txt"
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (rewrite with make update):\n%s", file, diff)
			}
		})
	}
}

// TestExamplesAsJSON validates the JSON report of each example, from its plan
// and from its configuration, against the schema that is published.
func TestExamplesAsJSON(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range examples(t) {
		for _, input := range []string{"examples/" + name + "/plan.json", "examples/" + name} {
			t.Run(input, func(t *testing.T) {
				out, _ := run(t, input, "--format", "json")
				value, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
				if err != nil {
					t.Fatal(err)
				}
				if err := schema.Validate(value); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

// TestReadme runs each command that the README shows with its output.
func TestReadme(t *testing.T) {
	file, err := filepath.Abs(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	transcripts := regexp.MustCompile("(?s)```console\n\\$ srmlint ([^\n]*)\n(.*?)```").FindAllStringSubmatch(text, -1)
	if len(transcripts) == 0 {
		t.Error("the README shows no output")
	}
	for _, transcript := range transcripts {
		command, want := transcript[1], transcript[2]
		t.Run(command, func(t *testing.T) {
			got, _ := run(t, strings.Fields(command)...)
			if *update {
				text = strings.Replace(text, command+"\n"+want, command+"\n"+got, 1)
				want = got
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("the README shows something else (rewrite with make update):\n%s", diff)
			}
		})
	}
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
