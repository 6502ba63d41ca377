package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// document decodes a YAML document of a file, the n-th.
func document(t *testing.T, file string, n int, into any) {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d := yaml.NewDecoder(f)
	for range n {
		if err := d.Decode(new(yaml.Node)); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Decode(into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

// TestActionScript runs what the action runs, with its inputs.
func TestActionScript(t *testing.T) {
	dir, env := sandbox(t)
	script, err := filepath.Abs("../../templates/action.sh")
	if err != nil {
		t.Fatal(err)
	}
	real, err := exec.LookPath("srmlint")
	if err != nil {
		t.Fatal(err)
	}
	env = append(env, "SRMLINT="+real, "GITHUB_OUTPUT="+filepath.Join(dir, "output"), "SCRIPT="+script)
	out := bash(t, dir, env, `
		INPUT_PATHS=$'examples/web-service\nexamples/data-service\n' INPUT_ARGS=$'--fail-on=never\n' \
			INPUT_SARIF=a.sarif INPUT_HTML=a.html INPUT_JSON=reports/a.json "$SCRIPT" || [ $? -eq 2 ]
		mkdir reports
		INPUT_PATHS=$'examples/web-service\n' INPUT_ARGS=$'--fail-on=never\n' INPUT_SARIF=a.sarif INPUT_HTML=a.html INPUT_JSON=reports/a.json "$SCRIPT"
		test -s a.sarif && test -s a.html
		INPUT_MERGE=reports INPUT_ARGS=--fail-on=low "$SCRIPT" && exit 9 || test $? -eq 1
		INPUT_PATHS='$(touch pwned); no such' "$SCRIPT" && exit 9 || test $? -eq 3
		test ! -e pwned
	`)
	if !strings.Contains(out, "::error file=examples/web-service/") {
		t.Errorf("no annotation in\n%s", out)
	}
	status, err := os.ReadFile(filepath.Join(dir, "output"))
	if err != nil || string(status) != "status=2\nstatus=0\nstatus=1\nstatus=3\n" {
		t.Errorf("outputs %q, %v", status, err)
	}
}

// TestGitLabComponent fills in the component's inputs and runs its script.
func TestGitLabComponent(t *testing.T) {
	var spec struct {
		Spec struct {
			Inputs map[string]struct {
				Default string `yaml:"default"`
			} `yaml:"inputs"`
		} `yaml:"spec"`
	}
	document(t, "templates/srmlint.yml", 0, &spec)
	var jobs map[string]struct {
		Variables map[string]string `yaml:"variables"`
		Script    []string          `yaml:"script"`
		Artifacts struct {
			Paths   []string          `yaml:"paths"`
			Reports map[string]string `yaml:"reports"`
		} `yaml:"artifacts"`
	}
	document(t, "templates/srmlint.yml", 1, &jobs)
	job := jobs["srmlint"]
	dir, env := sandbox(t)
	for name, value := range job.Variables {
		for input, in := range spec.Spec.Inputs {
			value = strings.ReplaceAll(value, "$[[ inputs."+input+" ]]", in.Default)
		}
		if strings.Contains(value, "$[[") {
			t.Errorf("%s = %s names an input that there is not", name, value)
		}
		if name == "SRMLINT_PATHS" {
			value = "examples/web-service examples/data-service"
		}
		env = append(env, name+"="+value)
	}
	bash(t, dir, env, strings.Join(job.Script, "\n"))
	files := job.Artifacts.Paths
	for _, file := range job.Artifacts.Reports {
		files = append(files, file)
	}
	for _, file := range files {
		if info, err := os.Stat(filepath.Join(dir, file)); err != nil || info.Size() == 0 {
			t.Errorf("the artifact %s is not written: %v", file, err)
		}
	}
}

// kubeJob is as much of a Job as the test runs.
type kubeJob struct {
	Kind string `yaml:"kind"`
	Spec struct {
		CompletionMode string `yaml:"completionMode"`
		Completions    int    `yaml:"completions"`
		Template       struct {
			Spec struct {
				Containers []struct {
					Args       []string `yaml:"args"`
					WorkingDir string   `yaml:"workingDir"`
				} `yaml:"containers"`
			} `yaml:"spec"`
		} `yaml:"template"`
	} `yaml:"spec"`
}

// TestFleet runs the pods of the Indexed Job one after the other, and then the
// one that merges, with directories in place of volumes.
func TestFleet(t *testing.T) {
	var check, merge kubeJob
	document(t, "examples/fleet/job.yaml", 0, &check)
	document(t, "examples/fleet/merge.yaml", 0, &merge)
	dir := t.TempDir()
	names := examples(t)
	for n, name := range names {
		if err := os.CopyFS(filepath.Join(dir, "plans", string(rune('0'+n))), os.DirFS("../../examples/"+name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, volume := range []string{"reports", "overview"} {
		if err := os.Mkdir(filepath.Join(dir, volume), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if check.Spec.CompletionMode != "Indexed" || check.Spec.Completions != len(names) {
		t.Fatalf("%d %s completions for %d plans", check.Spec.Completions, check.Spec.CompletionMode, len(names))
	}
	for n := range check.Spec.Completions {
		if status, out := pod(t, dir, check, string(rune('0'+n))); status != 0 {
			t.Errorf("pod %d ended with status %d\n%s", n, status, out)
		}
	}
	status, out := pod(t, dir, merge, "")
	if status != 1 || !strings.Contains(out, "2/plan.json") {
		t.Errorf("merging ended with status %d\n%s", status, out)
	}
	if page, err := os.ReadFile(filepath.Join(dir, "overview", "overview.html")); err != nil || !strings.Contains(string(page), "1/plan.json") {
		t.Errorf("the overview: %v", err)
	}
}

func pod(t *testing.T, dir string, job kubeJob, index string) (status int, output string) {
	t.Helper()
	c := job.Spec.Template.Spec.Containers[0]
	var args []string
	for _, a := range c.Args {
		a = strings.ReplaceAll(a, "$(JOB_COMPLETION_INDEX)", index)
		for _, volume := range []string{"/plans", "/reports", "/overview"} {
			if strings.HasPrefix(a, volume) || strings.Contains(a, "="+volume) {
				a = strings.Replace(a, volume, filepath.Join(dir, volume), 1)
			}
		}
		args = append(args, a)
	}
	cmd := exec.Command("srmlint", args...)
	cmd.Dir = filepath.Join(dir, c.WorkingDir)
	out, _ := cmd.CombinedOutput()
	return cmd.ProcessState.ExitCode(), string(out)
}
