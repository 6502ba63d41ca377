// Package obligations holds the cases of the built-in obligations, so that
// `srmlint explain` can show what to avoid and what to prefer.
package obligations

import "embed"

// FS has <obligation>/<status>[-what].tf.
//
//go:embed */addressed*.tf */unaddressed*.tf
var FS embed.FS
