// Package e2e holds srmlint against real terraform and real tofu.
//
// Its tests have the build tag e2e, for they start hundreds of processes:
//
//	make e2e          with the engines that this machine has
//	make e2e-tools    fetch more engines first
//
// They make real plans of every configuration in testdata/plans, examples and
// testdata/obligations, with the provider for tests (internal/testprovider):
// before and after an apply, an update, a replacement and a destruction. Where a plan of the
// real provider is there for the same configuration, both must say the same; and whatever
// srmlint reads (plan, configuration or both), no two verdicts may contradict.
//
// Without any engine the tests are skipped, and say so.
package e2e
