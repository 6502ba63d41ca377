package catalogue

import (
	"encoding/base64"
	"regexp"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/srmlint/srmlint/internal/inventory"
)

func hasSecretFunc() function.Function {
	return function.New(&function.Spec{
		Description: "Whether a text holds a credential in clear: a private key, a token of a known form, or a password that is written out.",
		Params:      []function.Parameter{secretText()},
		Type:        function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			text, marks := withoutSecrecy(args[0])
			kind, ok := secretIn(text)
			if !ok {
				return cty.UnknownVal(cty.Bool).WithMarks(marks), nil
			}
			return cty.BoolVal(kind != "").WithMarks(marks), nil
		},
	})
}

func secretKindFunc() function.Function {
	return function.New(&function.Spec{
		Description: `What credential a text holds, such as "a private key"; empty if none. It never holds a part of the text.`,
		Params:      []function.Parameter{secretText()},
		Type:        function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			text, marks := withoutSecrecy(args[0])
			kind, ok := secretIn(text)
			if !ok {
				return cty.UnknownVal(cty.String).WithMarks(marks), nil
			}
			return cty.StringVal(kind).WithMarks(marks), nil
		},
	})
}

// userDataTextFunc: a plan holds the digest of a Droplet's user data, not the text.
func userDataTextFunc() function.Function {
	return function.New(&function.Spec{
		Description: "The text of user data: empty where there is none, decoded where it is base64, unknown where the plan shows only its digest.",
		Params:      []function.Parameter{{Name: "user_data", Type: cty.String, AllowNull: true}},
		Type:        function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if args[0].IsNull() {
				return cty.StringVal(""), nil
			}
			s := args[0].AsString()
			if isDigest(s) {
				return cty.UnknownVal(cty.String), nil
			}
			return cty.StringVal(decoded(s)), nil
		},
	})
}

// secretText is a text that may be secret itself. What kind of credential is in
// it is not.
func secretText() function.Parameter {
	return function.Parameter{Name: "text", Type: cty.String, AllowNull: true, AllowUnknown: true, AllowMarked: true}
}

// withoutSecrecy takes the marks off, and returns those that the result keeps.
func withoutSecrecy(v cty.Value) (cty.Value, cty.ValueMarks) {
	v, marks := v.Unmark()
	delete(marks, inventory.Sensitive)
	delete(marks, inventory.Secret)
	return v, marks
}

// HoldsCredential tells whether a text has a credential in clear in it.
func HoldsCredential(text string) bool { return secretKind(decoded(text)) != "" }

func secretIn(v cty.Value) (kind string, ok bool) {
	if !v.IsKnown() {
		return "", false
	}
	if v.IsNull() {
		return "", true
	}
	s := v.AsString()
	if isDigest(s) {
		return "", false
	}
	return secretKind(decoded(s)), true
}

// isDigest recognises the SHA-1 by which the provider stands for a text in plan and state.
func isDigest(s string) bool {
	if len(s) != 40 {
		return false
	}
	return strings.Trim(s, "0123456789abcdef") == ""
}

// decoded undoes base64 where the whole text is that.
func decoded(s string) string {
	compact := strings.Join(strings.Fields(s), "")
	if len(compact) < 24 {
		return s
	}
	if plain, err := base64.StdEncoding.DecodeString(compact); err == nil {
		return string(plain)
	}
	return s
}

type secretPattern struct {
	kind    string
	pattern *regexp.Regexp
}

// secretPatterns have forms that nothing else has.
var secretPatterns = sync.OnceValue(func() []secretPattern {
	return []secretPattern{
		{"a private key", regexp.MustCompile(`-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----`)},
		{"a DigitalOcean token", regexp.MustCompile(`\bdo[opr]_v1_[0-9a-f]{64}\b`)},
		{"a Spaces or AWS access key", regexp.MustCompile(`\b(?:AKIA|ASIA|DO00|DO80)[0-9A-Z]{16}\b`)},
		{"a GitHub token", regexp.MustCompile(`\b(?:gh[opsur]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{50,})`)},
		{"a GitLab token", regexp.MustCompile(`\bglpat-[0-9A-Za-z_-]{20,}`)},
		{"a Slack token or webhook", regexp.MustCompile(`\bxox[abprs]-[0-9A-Za-z-]{10,}|hooks\.slack\.com/services/T\w+/B\w+/\w+`)},
		{"a Stripe key", regexp.MustCompile(`\b[rs]k_live_[0-9A-Za-z]{16,}`)},
		{"an OpenAI or Anthropic key", regexp.MustCompile(`\bsk-(?:proj-|ant-)[0-9A-Za-z_-]{20,}`)},
		{"a password in a URL", regexp.MustCompile(`\b[a-z][a-z0-9+.-]*://[^\s:/@$<{]+:[^\s:/@$<{%]{3,}@[^\s/]`)},
	}
})

// assigned finds `password: value`, `DB_PASSWORD=value`, `--token value`.
var assigned = regexp.MustCompile(`(?i)(?:^|[^a-z0-9])(?:[a-z0-9]+[_-])*` +
	`(password|passwd|passphrase|secret|secret[_-]?key|token|api[_-]?key|access[_-]?key|private[_-]?key)` +
	`["']?\s*[:=]\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,;"'#]+))`)

// secretKind names the credential in a text, empty if there is none.
func secretKind(text string) string {
	for _, p := range secretPatterns() {
		if p.pattern.MatchString(text) {
			return p.kind
		}
	}
	for _, match := range assigned.FindAllStringSubmatch(text, -1) {
		if isCredential(match[2] + match[3] + match[4]) {
			return "a written out " + strings.ToLower(match[1])
		}
	}
	return ""
}

// isCredential leaves out what stands where a credential would: a reference to
// one, a file that holds it, a hash of it, a switch.
func isCredential(value string) bool {
	if len(value) < 6 {
		return false
	}
	if strings.ContainsAny(value, "$`(){}<>%*") || strings.HasPrefix(value, "/") || strings.HasPrefix(value, "!") {
		return false
	}
	switch strings.ToLower(value) {
	case "false", "disabled", "enabled", "required", "optional", "prompt", "random", "redacted", "no-password", "none":
		return false
	}
	return true
}
