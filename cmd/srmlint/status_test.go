package main

import (
	"errors"
	"os/exec"
	"strconv"
)

// statusOf is the exit status that an error of exec tells.
func statusOf(err error) string {
	var status *exec.ExitError
	switch {
	case err == nil:
		return "0"
	case errors.As(err, &status):
		return strconv.Itoa(status.ExitCode())
	}
	return err.Error()
}
