package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	tfjson "github.com/hashicorp/terraform-json"
)

// floor runs one in a process of its own: the memory that it takes would else
// count for what is started after it.
func floor(name, path string) contender {
	return func() (u usage, err error) {
		self, err := os.Executable()
		if err != nil {
			return u, err
		}
		out, err := exec.Command(self, "-floor", name, path).Output()
		if err != nil {
			return u, fmt.Errorf("floor %s: %w", name, err)
		}
		u.wall, err = time.ParseDuration(strings.TrimSpace(string(out)))
		return u, err
	}
}

// tellFloor is what that process does.
func tellFloor(name, file string) {
	run := map[string]func(string) error{
		"scan": scanTokens, "unmarshal": unmarshalPlan, "inspect": inspectModule, "parse": parseFiles,
	}[name]
	if run == nil {
		fmt.Fprintln(os.Stderr, "-floor is scan, unmarshal, inspect or parse")
		os.Exit(2)
	}
	took, err := timed(func() error { return run(file) })
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(took)
}

// scanTokens is floor a: every token of the file, and nothing done with it.
func scanTokens(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	for d := jsontext.NewDecoder(f); ; {
		if _, err := d.ReadToken(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// unmarshalPlan is floor b: what most tools begin with.
func unmarshalPlan(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var p tfjson.Plan
	return p.UnmarshalJSON(text)
}
