package cli

import (
	"fmt"
	"strconv"

	"github.com/srmlint/srmlint/internal/tfconfig"
)

// factor is by how much limits on configuration are raised. Its zero value is 1.
type factor int

const maxFactor = 1000

func (f *factor) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > maxFactor {
		return fmt.Errorf("use a whole number from 1 to %d", maxFactor)
	}
	*f = factor(n)
	return nil
}

func (f *factor) String() string { return strconv.Itoa(max(1, int(*f))) }

// Type is what pflag calls the kind of value.
func (f *factor) Type() string { return "N" }

func (f *factor) limits() tfconfig.Limits { return tfconfig.Times(max(1, int(*f))) }
