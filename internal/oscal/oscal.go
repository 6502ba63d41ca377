// Package oscal has the parts of NIST's OSCAL 1.2.2 that srmlint writes, and
// makes their identifiers. What to write is decided in package report.
//
// Names are those of the standard, pages.nist.gov/OSCAL-Reference/models/v1.2.2.
// Optional lists are left out where empty: the schema allows no empty one.
package oscal

import "time"

// Version of OSCAL that the types follow.
const Version = "1.2.2"

// CSF is the catalog that control ids such as PR.IR-01 are of.
const CSF = "https://raw.githubusercontent.com/usnistgov/oscal-content/main/nist.gov/CSF/v2.0/json/NIST_CSF_v2.0_catalog.json"

// Document is a file; one field is set.
type Document struct {
	AssessmentResults   *AssessmentResults   `json:"assessment-results,omitempty"`
	ComponentDefinition *ComponentDefinition `json:"component-definition,omitempty"`
}

// Metadata of a document.
type Metadata struct {
	Title        string    `json:"title"`
	LastModified time.Time `json:"last-modified"`
	Version      string    `json:"version"`
	OSCALVersion string    `json:"oscal-version"`
	Props        []Prop    `json:"props,omitempty"`
	Roles        []Role    `json:"roles,omitempty"`
	Parties      []Party   `json:"parties,omitempty"`
}

// Role that parties or components refer to.
type Role struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Party is a person or an organization.
type Party struct {
	UUID string `json:"uuid"`
	Type string `json:"type"`
	Name string `json:"name"`
}

// Prop is a named value. NS makes the name one of ours.
type Prop struct {
	Name  string `json:"name"`
	NS    string `json:"ns,omitempty"`
	Value string `json:"value"`
	Class string `json:"class,omitempty"`
}

// Link to a page, or with # to a resource of the document.
type Link struct {
	Href string `json:"href"`
	Rel  string `json:"rel,omitempty"`
}

// BackMatter holds what a document refers to.
type BackMatter struct {
	Resources []Resource `json:"resources"`
}

// Resource that is referred to.
type Resource struct {
	UUID        string `json:"uuid"`
	Title       string `json:"title"`
	Description string `json:"description"`
}

// Responsible names the holders of a role.
type Responsible struct {
	RoleID     string   `json:"role-id"`
	PartyUUIDs []string `json:"party-uuids,omitempty"`
}
