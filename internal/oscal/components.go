package oscal

// ComponentDefinition says what components do for controls, and what they
// leave to whom.
type ComponentDefinition struct {
	UUID       string      `json:"uuid"`
	Metadata   Metadata    `json:"metadata"`
	Components []Component `json:"components,omitempty"`
}

// Component is one product.
type Component struct {
	UUID                   string                  `json:"uuid"`
	Type                   string                  `json:"type"`
	Title                  string                  `json:"title"`
	Description            string                  `json:"description"`
	Props                  []Prop                  `json:"props,omitempty"`
	Links                  []Link                  `json:"links,omitempty"`
	ResponsibleRoles       []Responsible           `json:"responsible-roles,omitempty"`
	ControlImplementations []ControlImplementation `json:"control-implementations,omitempty"`
}

// ControlImplementation is of the controls of one catalog.
type ControlImplementation struct {
	UUID                    string        `json:"uuid"`
	Source                  string        `json:"source"`
	Description             string        `json:"description"`
	ImplementedRequirements []Requirement `json:"implemented-requirements"`
}

// Requirement is what one control asks of the component's users.
type Requirement struct {
	UUID             string        `json:"uuid"`
	ControlID        string        `json:"control-id"`
	Description      string        `json:"description"`
	Props            []Prop        `json:"props,omitempty"`
	Links            []Link        `json:"links,omitempty"`
	ResponsibleRoles []Responsible `json:"responsible-roles,omitempty"`
}
