package oscal

import "time"

// AssessmentResults is what one run saw.
type AssessmentResults struct {
	UUID       string     `json:"uuid"`
	Metadata   Metadata   `json:"metadata"`
	ImportAP   Link       `json:"import-ap"`
	Results    []Result   `json:"results"`
	BackMatter BackMatter `json:"back-matter"`
}

// Result is of one root module.
type Result struct {
	UUID             string            `json:"uuid"`
	Title            string            `json:"title"`
	Description      string            `json:"description"`
	Start            time.Time         `json:"start"`
	Props            []Prop            `json:"props,omitempty"`
	LocalDefinitions *LocalDefinitions `json:"local-definitions,omitempty"`
	ReviewedControls ReviewedControls  `json:"reviewed-controls"`
	Attestations     []Attestation     `json:"attestations,omitempty"`
	Observations     []Observation     `json:"observations,omitempty"`
	Risks            []Risk            `json:"risks,omitempty"`
	Findings         []Finding         `json:"findings,omitempty"`
}

// LocalDefinitions are what the result is about.
type LocalDefinitions struct {
	Components []SystemComponent `json:"components,omitempty"`
}

// SystemComponent is one part of the assessed system.
type SystemComponent struct {
	UUID        string          `json:"uuid"`
	Type        string          `json:"type"`
	Title       string          `json:"title"`
	Description string          `json:"description"`
	Props       []Prop          `json:"props,omitempty"`
	Status      ComponentStatus `json:"status"`
}

// ComponentStatus is "under-development", "operational", "disposition" or "other".
type ComponentStatus struct {
	State string `json:"state"`
}

// ReviewedControls are the controls that the result speaks of.
type ReviewedControls struct {
	ControlSelections []ControlSelection `json:"control-selections"`
}

// ControlSelection names controls, or all of them.
type ControlSelection struct {
	Description     string          `json:"description,omitempty"`
	IncludeAll      *struct{}       `json:"include-all,omitempty"`
	IncludeControls []SelectControl `json:"include-controls,omitempty"`
}

// SelectControl names one control.
type SelectControl struct {
	ControlID string `json:"control-id"`
}

// Attestation is what a person declared.
type Attestation struct {
	ResponsibleParties []Responsible `json:"responsible-parties,omitempty"`
	Parts              []Part        `json:"parts"`
}

// Part is a text of an attestation.
type Part struct {
	Name  string `json:"name"`
	Title string `json:"title,omitempty"`
	Props []Prop `json:"props,omitempty"`
	Prose string `json:"prose,omitempty"`
}

// Observation is one verdict with its evidence.
type Observation struct {
	UUID             string     `json:"uuid"`
	Title            string     `json:"title,omitempty"`
	Description      string     `json:"description"`
	Props            []Prop     `json:"props,omitempty"`
	Methods          []string   `json:"methods"` // EXAMINE, INTERVIEW, TEST
	Types            []string   `json:"types,omitempty"`
	Subjects         []Subject  `json:"subjects,omitempty"`
	RelevantEvidence []Evidence `json:"relevant-evidence,omitempty"`
	Collected        time.Time  `json:"collected"`
	Expires          *time.Time `json:"expires,omitempty"`
}

// Subject is what an observation was made on.
type Subject struct {
	SubjectUUID string `json:"subject-uuid"`
	Type        string `json:"type"`
}

// Evidence that an observation rests on.
type Evidence struct {
	Href        string `json:"href,omitempty"`
	Description string `json:"description"`
}

// Risk is what remains open, or was accepted.
type Risk struct {
	UUID                string               `json:"uuid"`
	Title               string               `json:"title"`
	Description         string               `json:"description"`
	Statement           string               `json:"statement"`
	Props               []Prop               `json:"props,omitempty"`
	Status              string               `json:"status"` // "open", "investigating", "deviation-approved"
	Deadline            *time.Time           `json:"deadline,omitempty"`
	RelatedObservations []RelatedObservation `json:"related-observations,omitempty"`
}

// RelatedObservation refers to an observation.
type RelatedObservation struct {
	ObservationUUID string `json:"observation-uuid"`
}

// Finding is the conclusion on one control.
type Finding struct {
	UUID                string               `json:"uuid"`
	Title               string               `json:"title"`
	Description         string               `json:"description"`
	Target              Target               `json:"target"`
	RelatedObservations []RelatedObservation `json:"related-observations,omitempty"`
	RelatedRisks        []RelatedRisk        `json:"related-risks,omitempty"`
}

// RelatedRisk refers to a risk.
type RelatedRisk struct {
	RiskUUID string `json:"risk-uuid"`
}

// Target is the statement of the control that a finding is about.
type Target struct {
	Type     string `json:"type"` // "statement-id" or "objective-id"
	TargetID string `json:"target-id"`
	Status   Status `json:"status"`
}

// Status of a target.
type Status struct {
	State  string `json:"state"`            // "satisfied" or "not-satisfied"
	Reason string `json:"reason,omitempty"` // "pass", "fail" or "other"
}
