// Package tfexpr evaluates expressions of the HCL native syntax over values
// that are partly unknown, and keeps the third truth value and the origins of
// unknown values (inventory.Origin) intact through every kind of expression.
//
// HCL's own evaluator lets marks flow, but it cannot tell a value that is
// derived from an attribute from the attribute itself, drops the marks where a
// condition is unknown, and moves the marks of a set's elements to the set.
// This package walks the syntax tree itself. Where all operands are known it
// leaves the work to HCL and cty, so that known results are Terraform's.
//
// What holds for every value in here:
//
//   - a known scalar carries no mark but inventory.Sensitive;
//   - an unknown value carries an Origin, Anything, Literals or a shape (many);
//   - a collection that is not wholly known is a tuple or an object, so that each
//     element keeps its own marks; a set among them carries the mark asSet.
//
// It knows nothing of resources, modules or files: package tfconfig resolves
// references and reads files.
package tfexpr
