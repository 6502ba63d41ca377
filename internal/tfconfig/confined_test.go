package tfconfig

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// laid writes files below a directory; a text that begins with "-> " makes a link.
func laid(t *testing.T, dir string, content map[string]string) {
	t.Helper()
	for name, text := range content {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, isLink := strings.CutPrefix(text, "-> "); isLink {
			err = os.Symlink(target, path)
		} else {
			err = os.WriteFile(path, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

const canary = "hunter2"

// TestNothingOutsideIsRead: whatever leads out of the repository is refused
// with a word, and what it leads to is nowhere in the outcome.
func TestNothingOutsideIsRead(t *testing.T) {
	tag := func(value string) string {
		return "resource \"digitalocean_tag\" \"t\" {\n  name = " + value + "\n}\n"
	}
	module := func(source string) string { return "module \"m\" {\n  source = \"" + source + "\"\n}\n" }
	outside := map[string]string{
		"secret/main.tf":          "output \"out\" {\n  value = \"" + canary + "\"\n}\n" + tag("\""+canary+"\""),
		"secret/broken.tf":        canary + " = \"" + canary,
		"secret/broken/main.tf":   canary + " = \"" + canary,
		"secret/values":           "v = \"" + canary + "\"\n",
		"secret/environment":      canary,
		"secret/modules.json":     `{"Modules":[{"Key":"m","Dir":"../../../secret"}]}`,
		"secret/text":             canary,
		"secret/sub/more.txt":     canary,
		"repo/.git/HEAD":          "ref",
		"repo/a/common/shared.tf": "locals {\n  shared = 1\n}\n",
	}
	tests := []struct {
		name  string
		files map[string]string // of the root module
		want  string            // in the diagnostics; "" for none
	}{
		{"link to a file", map[string]string{"main.tf": "-> ../../../secret/broken.tf"}, "leads out of"},
		{"link within", map[string]string{"main.tf": "-> ../common/shared.tf"}, ""},
		{"module by ..", map[string]string{"main.tf": module("../../../secret") + tag("module.m.out")}, "leads out of"},
		{"module by a link", map[string]string{"main.tf": module("./m") + tag("module.m.out"), "m": "-> ../../../secret"}, "leads out of"},
		{"module by a link in the way", map[string]string{"main.tf": module("./up/secret") + tag("module.m.out"), "up": "-> ../../.."}, "leads out of"},
		{"absolute module", map[string]string{"main.tf": module("OUTSIDE/secret") + tag("module.m.out")}, "not installed"},
		{"file URL", map[string]string{"main.tf": module("file://OUTSIDE/secret") + tag("module.m.out")}, "not installed"},
		{"modules.json", map[string]string{
			"main.tf": module("example/m/x") + tag("module.m.out"), ".terraform/modules/modules.json": `{"Modules":[{"Key":"m","Dir":"../../../secret"}]}`,
		}, "leads out of"},
		{"modules.json is a link", map[string]string{
			"main.tf": module("example/m/x") + tag("module.m.out"), ".terraform/modules/modules.json": "-> ../../../../../secret/modules.json",
		}, "not installed"},
		{"absolute in modules.json", map[string]string{
			"main.tf": module("example/m/x") + tag("module.m.out"), ".terraform/modules/modules.json": `{"Modules":[{"Key":"m","Dir":"OUTSIDE/secret"}]}`,
		}, "not installed"},
		{"link of a file of variables", map[string]string{"main.tf": "variable \"v\" {}\n" + tag("var.v"), "terraform.tfvars": "-> ../../../secret/values"}, "leads out of"},
		{"link of automatic variables", map[string]string{"main.tf": "variable \"v\" {}\n" + tag("var.v"), "x.auto.tfvars": "-> ../../../secret/values"}, "leads out of"},
		{"workspace", map[string]string{"main.tf": tag("terraform.workspace"), ".terraform/environment": "-> ../../../../secret/environment"}, ""},
		{"endless workspace", map[string]string{"main.tf": tag("terraform.workspace"), ".terraform/environment": "-> /dev/zero"}, ""},
		{"file", map[string]string{"main.tf": tag("file(\"../../../secret/text\")")}, "outside"},
		{"file of an absolute path", map[string]string{"main.tf": tag("file(\"OUTSIDE/secret/text\")")}, "outside"},
		{"file by a link", map[string]string{"main.tf": tag("file(\"t\")"), "t": "-> ../../../secret/text"}, "outside"},
		{"templatefile", map[string]string{"main.tf": tag("templatefile(\"${path.module}/../../../secret/text\", {})")}, "outside"},
		{"filebase64", map[string]string{"main.tf": tag("base64decode(filebase64(\"../../../secret/text\"))")}, "outside"},
		{"filesha256", map[string]string{"main.tf": tag("filesha256(\"../../../secret/text\")")}, "outside"},
		{"fileexists", map[string]string{"main.tf": tag("fileexists(\"../../../secret/text\") ? \"hunter2\" : \"\"")}, ""},
		{"fileset", map[string]string{"main.tf": tag("join(\",\", fileset(\"../../../secret\", \"**\"))")}, "outside"},
		{"fileset by a pattern", map[string]string{"main.tf": tag("join(\",\", fileset(\".\", \"../../../secret/sub/**\"))")}, ""},
		{"home", map[string]string{"main.tf": tag("file(\"~/.netrc\")")}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			top := t.TempDir()
			laid(t, top, outside)
			root := filepath.Join(top, "repo/a/root")
			for name := range test.files {
				test.files[name] = strings.ReplaceAll(test.files[name], "OUTSIDE", top)
			}
			laid(t, root, test.files)
			m, diags := Load(root, Options{})
			text := ""
			for _, d := range diags {
				text += d.Error() + "\n"
			}
			if test.want != "" && !strings.Contains(text, test.want) {
				t.Errorf("no %q in: %s", test.want, text)
			}
			if strings.Contains(text, canary) || strings.Contains(text, "more.txt") {
				t.Errorf("told: %s", text)
			}
			for _, i := range m.Instances {
				if text := i.Values.GoString(); i.Type == "digitalocean_tag" && (strings.Contains(text, canary) || strings.Contains(text, "more.txt")) {
					t.Errorf("%s holds %s", i.Address, text)
				}
			}
			for name, f := range m.Sources {
				if f != nil && test.name != "fileexists" && strings.Contains(string(f.Bytes), canary) {
					t.Errorf("%s was read", name)
				}
			}
		})
	}
}

// TestWithoutRepository: there modules may lie beside the root module, and
// links lead nowhere else.
func TestWithoutRepository(t *testing.T) {
	top := t.TempDir()
	laid(t, top, map[string]string{
		"modules/app/main.tf":   "resource \"digitalocean_tag\" \"t\" {\n  name = \"x\"\n}\n",
		"modules/app/linked.tf": "-> more/own.tf", "modules/app/more/own.tf": "locals {\n}\n",
		"root/main.tf": "module \"a\" {\n  source = \"../modules/app\"\n}\n",
		"secret.tf":    canary, "root/x.tf": "-> ../secret.tf",
	})
	m, diags := Load(filepath.Join(top, "root"), Options{})
	if len(diags) != 1 || !strings.Contains(diags[0].Detail, "leads out of the directory") {
		t.Error(diags)
	}
	found := false
	for _, i := range m.Instances {
		found = found || i.Address == "module.a.digitalocean_tag.t"
	}
	if !found {
		t.Error("the module beside the root module is not read")
	}
}

// TestValuesAreNotQuoted: an error about a value that somebody gave a variable
// does not quote it.
func TestValuesAreNotQuoted(t *testing.T) {
	const declared = "variable \"v\" {\n  type = TYPE\n}\nresource \"digitalocean_tag\" \"t\" {\n  name = jsonencode(var.v)\n}\n"
	tests := []struct {
		kind  string
		files map[string]string
		opts  Options
	}{
		{"list(string)", nil, Options{Env: []string{"TF_VAR_v=hunter2"}}},
		{"list(string)", nil, Options{Env: []string{"TF_VAR_v=hunter2("}}},
		{"list(string)", nil, Options{Vars: []string{"v=hunter2"}}},
		{"list(string)", nil, Options{Vars: []string{"v=\"${hunter2}\""}}},
		{"list(string)", nil, Options{Vars: []string{"hunter2"}}},
		{"number", nil, Options{Vars: []string{"v=hunter2"}}},
		{"bool", nil, Options{Vars: []string{"v=hunter2"}}},
		{"map(number)", nil, Options{Vars: []string{"v={a=\"hunter2\"}"}}},
		{"number", map[string]string{"terraform.tfvars": "v = \"hunter2\"\n"}, Options{}},
		{"string", map[string]string{"terraform.tfvars": "v = hunter2\n"}, Options{}},
		{"string", map[string]string{"terraform.tfvars": "v = hunter2()\n"}, Options{}},
		{"string", map[string]string{"terraform.tfvars": "v = \"a\nhunter2\n"}, Options{}},
		{"string", map[string]string{"terraform.tfvars": "hunter2 {\n}\n"}, Options{}},
		{"string", map[string]string{"x.auto.tfvars.json": "{\"v\": hunter2}"}, Options{}},
		{"string", map[string]string{"x.auto.tfvars.json": "{\"v\": \"${hunter2}\"}"}, Options{}},
		{"object({ a = string })", map[string]string{"x.auto.tfvars.json": "{\"v\": {\"hunter2\": 1}}"}, Options{}},
	}
	for _, test := range tests {
		dir := t.TempDir()
		laid(t, dir, map[string]string{"main.tf": strings.Replace(declared, "TYPE", test.kind, 1)})
		laid(t, dir, test.files)
		m, diags := Load(dir, test.opts)
		for _, d := range diags {
			if strings.Contains(d.Error()+d.Detail, canary) {
				t.Errorf("%s %v %v: %s", test.kind, test.files, test.opts, d.Error())
			}
		}
		if len(diags) == 0 && test.kind != "string" {
			t.Errorf("%s %v %v: no error", test.kind, test.files, test.opts)
		}
		for name := range m.Sources {
			if strings.Contains(name, "tfvars") {
				t.Errorf("%s is kept to be shown", name)
			}
		}
	}
}
