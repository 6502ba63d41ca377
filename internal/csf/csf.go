// Package csf holds the wording of the NIST Cybersecurity Framework 2.0 core,
// so that reports for people can say what a control id such as PR.IR-01 means.
// The text is a work of the United States government, free of copyright:
// https://www.nist.gov/cyberframework.
package csf

import (
	_ "embed"
	"encoding/json"
	"strings"
)

//go:embed core.json
var coreJSON []byte

// Core is the framework's wording.
type Core struct {
	Categories map[string]string `json:"categories"` // by id, such as PR.IR
	Outcomes   map[string]string `json:"outcomes"`   // of subcategories, by id, such as PR.IR-01
}

// Load reads the embedded core.
func Load() *Core {
	var c Core
	if err := json.Unmarshal(coreJSON, &c); err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return &c
}

// Function is the first part of a control id: PR of PR.IR-01.
func Function(id string) string {
	function, _, _ := strings.Cut(id, ".")
	return function
}

// Category is what stands before the number: PR.IR of PR.IR-01.
func Category(id string) string {
	category, _, _ := strings.Cut(id, "-")
	return category
}
