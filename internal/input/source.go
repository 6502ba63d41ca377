package input

import (
	"github.com/srmlint/srmlint/internal/tfplan"
)

// withSource takes in a plan, with the configuration that it was made from
// where that is found.
func (r *reader) withSource(p *tfplan.Plan) {
	r.add(p.Input, p.Instances)
}

// configuration takes in a root module.
func (r *reader) configuration(dir string) {
	r.fault("Configuration is not read yet", "%s is a directory; give srmlint a plan.", dir)
}
