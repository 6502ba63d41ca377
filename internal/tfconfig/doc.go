// Package tfconfig evaluates Terraform configuration: it reads a root module
// and the modules that it calls, and makes of them the inventory that a plan
// would show, as far as that is known before a plan.
//
// What is not known stays unknown and carries its origins (see package
// tfexpr). Nothing is run, nothing is fetched: a module that `terraform init`
// has not installed is said, and its outputs are unknown.
package tfconfig
