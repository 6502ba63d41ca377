// Command mangen writes the man pages and the shell completions of srmlint, for
// packages: go run ./internal/mangen man DIR, go run ./internal/mangen completions DIR.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"github.com/srmlint/srmlint/internal/cli"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "mangen:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: mangen man|completions DIR")
	}
	if err := os.MkdirAll(args[1], 0o755); err != nil {
		return err
	}
	switch args[0] {
	case "man":
		return man(args[1])
	case "completions":
		return completions(args[1])
	}
	return fmt.Errorf("there is no %q to make", args[0])
}

// man writes srmlint.1 and a page per command. Pages carry no date of today:
// the same source gives the same pages.
func man(dir string) error {
	root := cli.Command()
	root.DisableAutoGenTag = true
	return doc.GenManTree(root, &doc.GenManHeader{
		Title: "SRMLINT", Section: "1", Source: "srmlint", Manual: "srmlint manual", Date: &time.Time{},
	}, dir)
}

// completions writes one file per shell, by the name that the shell looks for.
func completions(dir string) error {
	root := cli.Command()
	for name, write := range map[string]func(*cobra.Command, string) error{
		"srmlint.bash": func(c *cobra.Command, f string) error { return c.GenBashCompletionFileV2(f, true) },
		"_srmlint":     func(c *cobra.Command, f string) error { return c.GenZshCompletionFile(f) },
		"srmlint.fish": func(c *cobra.Command, f string) error { return c.GenFishCompletionFile(f, true) },
		"srmlint.ps1":  func(c *cobra.Command, f string) error { return c.GenPowerShellCompletionFileWithDesc(f) },
	} {
		if err := write(root, filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}
