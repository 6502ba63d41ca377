// Package trust holds tests of what srmlint promises as a whole about secrets,
// hostile input and its own supply chain. It has no code of its own; docs/trust.md
// says what is tried.
package trust
