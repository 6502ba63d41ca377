package cli

import (
	"os"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/srmlint/srmlint/internal/catalogue"
)

// suggestFlag adds the nearest flag to the complaint about an unknown one.
func suggestFlag(cmd *cobra.Command, err error) error {
	name := regexp.MustCompile(`^unknown flag: --([^= ]+)`).FindStringSubmatch(err.Error())
	hint := " See " + cmd.CommandPath() + " --help."
	if name == nil {
		return usagef("%s.%s", err, hint)
	}
	var flags []string
	add := func(f *pflag.Flag) { flags = append(flags, f.Name) }
	cmd.Flags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	if near := catalogue.Nearest(name[1], flags); near != "" {
		hint = " Did you mean --" + near + "?"
	}
	return usagef("%s.%s", err, hint)
}

// mistypedCommand finds a word among the inputs that is no path but nearly a command.
func mistypedCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 || strings.ContainsAny(args[0], `./\`) {
		return nil
	}
	if _, err := os.Lstat(args[0]); err == nil {
		return nil
	}
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	if near := catalogue.Nearest(args[0], names); near != "" {
		return usagef("there is no command or file %q. Did you mean `srmlint %s`?", args[0], near)
	}
	return nil
}
