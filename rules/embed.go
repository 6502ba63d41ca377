// Package rules is srmlint's catalogue: the products of DigitalOcean, who is
// responsible for which layer of them, and the obligations that each resource
// type creates for its customer. Each product has a file; docs/rule-language.md
// says how to read and write one.
package rules

import "embed"

// FS holds the rule files.
//
//go:embed *.hcl
var FS embed.FS
