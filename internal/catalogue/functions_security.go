package catalogue

import (
	"time"

	"github.com/zclconf/go-cty/cty/function"
)

func securityFunctions(_ *Lifetimes, _ time.Time) map[string]function.Function {
	return map[string]function.Function{}
}
