package cli

import (
	"io"

	"github.com/spf13/cobra"
)

// Command is the tree of commands for what describes it: man pages and shell
// completions. It is not for running: its streams go nowhere.
func Command() *cobra.Command { return newRoot(&Streams{Out: io.Discard, Err: io.Discard}) }
