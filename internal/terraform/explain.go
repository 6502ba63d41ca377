package terraform

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/hashicorp/terraform-exec/tfexec"
)

// sameVersion refuses early what the tool would refuse: a plan is only read by
// the very version that made it.
func sameVersion(ctx context.Context, tf *tfexec.Terraform, m maker, plan string) error {
	found, _, err := tf.Version(ctx, true)
	if err != nil {
		return fmt.Errorf("%s does not say its version: %w", tf.ExecPath(), brief(err))
	}
	if m.version == "" || found.String() == m.version {
		return nil
	}
	return fmt.Errorf("%s was made by %s, and %s is version %s: a plan is only read by the version that made it. "+
		"Run `%s show -json %s >plan.json` with that version and give srmlint plan.json",
		plan, m, tf.ExecPath(), found, m.tool, filepath.Base(plan))
}

// uninitialised are words of terraform and tofu where providers, modules or the
// backend of the directory are missing.
var uninitialised = [...]string{
	"init\"",
	"terraform init",
	"tofu init",
	"Required plugins are not installed",
	"there is no package for",
	"missing or corrupted provider plugins",
	"Inconsistent dependency lock file",
	"Failed to load plugin schemas",
	"Module not installed",
	"Backend initialization required",
}

// explain says what to do about a tool that failed. The tool's own words follow:
// it prints no values of the plan in errors.
func explain(err error, tf *tfexec.Terraform, plan string) error {
	tool := strings.TrimSuffix(filepath.Base(tf.ExecPath()), ".exe")
	for _, word := range uninitialised {
		if strings.Contains(err.Error(), word) {
			return fmt.Errorf("%s cannot read %s, for %s is not initialised: run `%s init` there first. It says: %w",
				tool, filepath.Base(plan), tf.WorkingDir(), tool, brief(err))
		}
	}
	return fmt.Errorf("`%s show -json %s` failed in %s: %w", tool, filepath.Base(plan), tf.WorkingDir(), brief(err))
}

// briefError is an error whose message is the gist of another's.
type briefError struct {
	error
	text string
}

func (e briefError) Error() string { return e.text }
func (e briefError) Unwrap() error { return e.error }

// brief is one line of what a tool says at length, without its frames.
func brief(err error) error {
	var words []string
	for _, line := range strings.Split(err.Error(), "\n") {
		if line = strings.Trim(line, " \t\r│╷╵"); line != "" {
			words = append(words, line)
		}
	}
	text := strings.Map(printable, strings.Join(words, " "))
	const enough = 600
	if len(text) > enough {
		text = text[:enough] + "…"
	}
	return briefError{err, strings.ToValidUTF8(text, "")}
}

func printable(r rune) rune {
	if unicode.IsPrint(r) {
		return r
	}
	return -1
}
