//go:build !linux

package main

// inLargePages does nothing: other systems choose the size of pages themselves.
func inLargePages(int64) {}
