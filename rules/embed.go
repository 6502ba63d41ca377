// Package rules is srmlint's catalogue: the products of DigitalOcean, who is
// responsible for which layer of them, and the obligations that each resource
// type creates for its customer. Each product has a file; docs/rule-language.md
// says how to read and write one.
package rules

import "embed"

// Columns says which attributes of which resource types these rules ask for, as
// catalogue.ParseColumns reads it; `make generate` rewrites it.
//
//go:embed columns.txt
var Columns string

// FS holds the rule files.
//
//go:embed *.hcl
var FS embed.FS
