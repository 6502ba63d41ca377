// Package formattest holds reports against the schemas of their formats, or
// reads them as their consumers do. Only tests import it.
package formattest

import (
	"embed"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/joshdk/go-junit"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Check holds a report against its format's own schema, or reads it as its
// consumer does.
func Check(t testing.TB, format, text string) {
	t.Helper()
	switch format {
	case "sarif", "code-scanning":
		checkSchema(t, "sarif-2.1.0.json", text)
	case "gitlab":
		checkSchema(t, "gitlab-code-quality.json", text)
	case "rdjson":
		checkSchema(t, "rdjson.json", text)
	case "oscal", "oscal-components":
		if _, err := os.Stat(oscalSchema()); err != nil {
			t.Logf("not held against NIST's schema of OSCAL: %s is not there", oscalSchema())
			return
		}
		checkSchema(t, oscalSchema(), text)
	case "junit":
		checkJUnit(t, text)
	case "csv":
		CSV(t, text)
	case "github":
		Commands(t, text)
	case "markdown":
		Markdown(t, text)
	default:
		t.Fatalf("no check for %s", format)
	}
}

func checkSchema(t testing.TB, file, text string) {
	t.Helper()
	schema, err := schemas()[file].compile()
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatalf("no JSON: %s", err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%s: %v", file, err)
	}
}

//go:embed schemas/*.json
var files embed.FS

// lazySchema is compiled once, when first needed: that of OSCAL takes a while.
type lazySchema struct {
	compile func() (*jsonschema.Schema, error)
}

var schemas = sync.OnceValue(func() map[string]lazySchema {
	all := map[string]lazySchema{}
	for _, file := range []string{"sarif-2.1.0.json", "gitlab-code-quality.json", "rdjson.json", oscalSchema()} {
		all[file] = lazySchema{sync.OnceValues(func() (*jsonschema.Schema, error) { return compileSchema(file) })}
	}
	return all
})

func compileSchema(file string) (*jsonschema.Schema, error) {
	data, err := readSchema(file)
	if err != nil {
		return nil, err
	}
	text := string(data)
	if file == "rdjson.json" {
		// The published schema lets any member pass; a misspelt one is what we fear.
		text = strings.ReplaceAll(text, `"additionalProperties": true`, `"additionalProperties": false`)
	}
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("schema.json", document); err != nil {
		return nil, err
	}
	return compiler.Compile("schema.json")
}

func readSchema(file string) ([]byte, error) {
	if file == oscalSchema() {
		return os.ReadFile(file)
	}
	return files.ReadFile("schemas/" + file)
}

// oscalSchema is where NIST's schema is, if it is there: it is too large to carry along.
func oscalSchema() string {
	_, file, _, _ := runtime.Caller(0)
	root := filepath.Join(filepath.Dir(file), "..", "..", "..")
	return filepath.Join(root, "..", "shared", "schemas", "oscal-1.2.2.schema.json")
}

// junitAllowed are the attributes that Jenkins' xUnit schema, junit-10.xsd,
// has for each element that we use; required ones end in !.
var junitAllowed = map[string][]string{
	"testsuites": {"name", "time", "tests", "failures", "errors"},
	"testsuite":  {"name!", "tests!", "failures!", "errors!", "skipped", "time", "timestamp", "hostname", "id", "package", "file"},
	"testcase":   {"name!", "time", "classname", "group"},
	"failure":    {"type", "message"},
	"error":      {"type", "message"},
	"skipped":    {"type", "message"},
}

func checkJUnit(t testing.TB, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok {
			checkElement(t, start)
		}
	}
	if _, err := junit.Ingest([]byte(text)); err != nil {
		t.Error(err)
	}
}

func checkElement(t testing.TB, e xml.StartElement) {
	t.Helper()
	allowed, ok := junitAllowed[e.Name.Local]
	if !ok {
		t.Fatalf("element %s", e.Name.Local)
	}
	var has []string
	for _, a := range e.Attr {
		has = append(has, a.Name.Local)
		if !slices.Contains(allowed, a.Name.Local) && !slices.Contains(allowed, a.Name.Local+"!") {
			t.Errorf("%s has an attribute %s", e.Name.Local, a.Name.Local)
		}
	}
	for _, name := range allowed {
		if required, ok := strings.CutSuffix(name, "!"); ok && !slices.Contains(has, required) {
			t.Errorf("%s lacks %s", e.Name.Local, required)
		}
	}
}

// CSV reads a file and fails for cells that a spreadsheet would run.
func CSV(t testing.TB, text string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, cell := range row {
			for _, part := range strings.Split(cell, ";") {
				if part = strings.TrimSpace(part); part != "" && strings.ContainsRune("=+-@＝＋－＠|%", []rune(part)[0]) {
					t.Errorf("cell %q may run as a formula", cell)
				}
			}
		}
	}
}

// Command is a workflow command as the runner of GitHub Actions reads it.
type Command struct {
	Name       string
	Properties map[string]string
	Data       string
}

// Commands parses as actions/runner does (ActionCommand.TryParseV2 and
// TryParse): a line that begins with :: is a command, as is one with ##[ in it.
func Commands(t testing.TB, text string) (list []Command) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.ContainsAny(line, "\r\x1b") {
			t.Errorf("line %q", line)
		}
		rest, ok := strings.CutPrefix(line, "::")
		if !ok {
			if strings.Contains(line, "##[") {
				t.Errorf("a command of the old form: %q", line)
			}
			continue
		}
		head, data, ok := strings.Cut(rest, "::")
		if !ok {
			t.Fatalf("no end of the command in %q", line)
		}
		list = append(list, readCommand(head, data))
	}
	return list
}

func readCommand(head, data string) Command {
	name, properties, _ := strings.Cut(head, " ")
	c := Command{Name: name, Properties: map[string]string{}, Data: unescape(data)}
	for _, p := range strings.Split(properties, ",") {
		if key, value, ok := strings.Cut(p, "="); ok {
			c.Properties[key] = strings.NewReplacer("%3A", ":", "%2C", ",").Replace(unescape(value))
		}
	}
	return c
}

func unescape(s string) string {
	return strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%").Replace(s)
}
