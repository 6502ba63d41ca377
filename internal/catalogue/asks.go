package catalogue

// Asks is what an obligation of a resource type asks for: of the instance itself
// and of those that it is linked to.
type Asks struct {
	*Columns
	// Lifecycle is true where it asks for what Terraform is to do.
	Lifecycle bool
	// Marks is true where it asks for where values come from.
	Marks bool
}

// Asks is told from the syntax, and errs to the safe side.
func (c *Catalogue) Asks(o *Obligation, resourceType string) Asks {
	a := Asks{Columns: &Columns{}, Marks: o.readsMarks}
	a.obligation(o, resourceType, c.relations[resourceType])
	for _, t := range o.traversals() {
		a.Lifecycle = a.Lifecycle || t.RootName() == "lifecycle"
	}
	return a
}
