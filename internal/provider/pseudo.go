package provider

import "github.com/zclconf/go-cty/cty"

// Types that are no resource: what a root module says of Terraform itself, and
// the DigitalOcean account that it works in. Each has one instance per root module.
const (
	Terraform = "terraform"
	Account   = "account"
)

// IsPseudo tells whether a type is no resource.
func IsPseudo(name string) bool { return name == Terraform || name == Account }

func pseudo(name string) *Block {
	switch name {
	case Account:
		return &Block{}
	case Terraform:
		return terraformBlock()
	}
	return nil
}

// terraformBlock: all its attributes are read from configuration, so that
// "computed" has no meaning here.
func terraformBlock() *Block {
	optional := func(t cty.Type) *Attribute { return &Attribute{Type: t, Optional: true} }
	return &Block{Attributes: map[string]*Attribute{
		"required_version": optional(cty.String), // the constraint, null if none
		"backend":          optional(cty.String), // "local", "s3", "cloud", …; null if none
		"backend_encrypt":  optional(cty.Bool),   // the s3 backend's encrypt
		"lock_file":        optional(cty.Bool),   // .terraform.lock.hcl stands beside the root module
		"providers": optional(cty.List(cty.Object(map[string]cty.Type{
			"name":    cty.String, // local name
			"source":  cty.String,
			"version": cty.String, // the constraint, null if none
		}))),
		"modules": optional(cty.List(cty.Object(map[string]cty.Type{
			"name":    cty.String,
			"source":  cty.String,
			"version": cty.String, // the constraint or the ref of a git source, null if none
			"local":   cty.Bool,
		}))),
		"literal_secrets": optional(cty.List(cty.String)), // where a credential is written as a literal: "provider.digitalocean.token", "variable.db_password.default"
		"secret_outputs":  optional(cty.List(cty.String)), // outputs that hold a sensitive value without being marked sensitive
	}}
}
