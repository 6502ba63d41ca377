package tffunc

import (
	"path"

	"github.com/zclconf/go-cty/cty/function"
)

func paths() map[string]function.Function {
	return map[string]function.Function{"basename": onText("path", path.Base), "dirname": onText("path", path.Dir)}
}
