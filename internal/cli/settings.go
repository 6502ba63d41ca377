package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/confine"
	"github.com/srmlint/srmlint/internal/statement"
)

// settings are the flags, checked, with those of the repository where no flag is given.
type settings struct {
	targets             []target
	failOn, minSeverity catalogue.Severity
	failOnUndetermined  bool
	color               bool
}

func (c *check) settings(cmd *cobra.Command, of statement.Settings) (s settings, err error) {
	formats := c.formats
	if len(formats) == 0 {
		formats = of.Formats
		if err := ownFiles(formats); err != nil {
			return s, err
		}
	}
	if s.targets, err = targets(formats, c.output); err != nil {
		return s, err
	}
	if s.failOn, err = threshold(either(cmd, "fail-on", c.failOn, of.FailOn)); err != nil {
		return s, err
	}
	if s.minSeverity, err = severity("min-severity", either(cmd, "min-severity", c.minSeverity, of.MinSeverity)); err != nil {
		return s, err
	}
	s.failOnUndetermined = c.failOnUndetermined || of.FailOnUndetermined && !cmd.Flags().Changed("fail-on-undetermined")
	s.color, err = c.catalogue.colour(c.streams, c.streams.OutColumns)
	return s, err
}

// threshold is the least severity that fails a run; never is above them all.
func threshold(name string) (catalogue.Severity, error) {
	if name == "never" {
		return catalogue.Critical + 1, nil
	}
	return severity("fail-on", name)
}

// either is the flag where it is given, else the repository's setting, else
// the flag's default.
func either(cmd *cobra.Command, flag, given, setting string) string {
	if setting == "" || cmd.Flags().Changed(flag) {
		return given
	}
	return setting
}

// ownFiles: reports that the repository's settings ask for are written into the
// repository, and not where its history is kept.
func ownFiles(formats []string) error {
	tree := confine.Around(".")
	for _, format := range formats {
		_, file, _ := strings.Cut(format, "=")
		if file == "" {
			continue
		}
		if err := tree.Check(file); err != nil {
			return usagef("the settings ask for the format %s, but only flags may name a file elsewhere: %s", format, err)
		}
		for part := range strings.SplitSeq(filepath.ToSlash(file), "/") {
			if slices.Contains([]string{".git", ".hg", ".jj"}, strings.ToLower(part)) {
				return usagef("the settings ask for the format %s, which would write into %s", format, part)
			}
		}
	}
	return nil
}
