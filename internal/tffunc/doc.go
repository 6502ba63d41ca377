// Package tffunc has the functions of the Terraform language that are pure:
// their result hangs on their arguments alone. They know nothing of marks;
// package tfexpr has those functions that read files or move elements about.
package tffunc
