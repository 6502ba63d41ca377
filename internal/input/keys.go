package input

import (
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// keyedStep is a part of an address that has an instance key.
type keyedStep struct {
	block string // the address up to the key
	keyed string // the address with it
	key   cty.Value
}

// keyedSteps finds the keys in module.app["prod"].digitalocean_droplet.web[0]:
// "prod" of module.app and 0 of module.app["prod"].digitalocean_droplet.web.
func keyedSteps(address string) (steps []keyedStep) {
	for i := 0; i < len(address); {
		if address[i] != '[' {
			i++
			continue
		}
		end := closing(address, i)
		if key, ok := parseKey(address[i+1 : max(i+1, end-1)]); ok {
			steps = append(steps, keyedStep{address[:i], address[:end], key})
		}
		i = end
	}
	return steps
}

// closing returns the index after the ] that closes the [ at i.
func closing(s string, i int) int {
	quoted := false
	for i++; i < len(s); i++ {
		switch {
		case quoted && s[i] == '\\':
			i++
		case s[i] == '"':
			quoted = !quoted
		case s[i] == ']' && !quoted:
			return i + 1
		}
	}
	return len(s)
}

func parseKey(text string) (cty.Value, bool) {
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return cty.NumberIntVal(n), true
	}
	s, err := strconv.Unquote(text)
	if err != nil {
		return cty.NilVal, false
	}
	return cty.StringVal(strings.NewReplacer("$${", "${", "%%{", "%{").Replace(s)), true
}
