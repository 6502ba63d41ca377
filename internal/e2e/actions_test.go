//go:build e2e

package e2e

import "slices"

// only: a plan does nothing else to any object.
func (s *story) only(plan string, actions ...string) {
	s.Helper()
	for address, c := range changes(s.T, read(s.T, plan)) {
		for _, action := range c.Actions {
			if !slices.Contains(actions, string(action)) {
				s.Errorf("%s: %v, want only %v", address, c.Actions, actions)
			}
		}
	}
}

// some: a plan does this to one object at least, or it would show nothing.
func (s *story) some(plan, action string) {
	s.Helper()
	for _, c := range changes(s.T, read(s.T, plan)) {
		for _, got := range c.Actions {
			if string(got) == action {
				return
			}
		}
	}
	s.Errorf("the plan has no %s", action)
}
