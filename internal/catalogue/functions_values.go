package catalogue

import (
	"net/netip"
	"regexp"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/srmlint/srmlint/internal/inventory"
)

// valueFunctions ask about a value rather than about what it means: whether the
// configuration gives it, whether it may be printed, whether it names a secret.
//
// is_set and issensitive read the marks of a value, see Obligation.ReadsMarks.
func valueFunctions() map[string]function.Function {
	return map[string]function.Function{
		"flatten":       flattenFunc(),
		"is_private_ip": isPrivateIPFunc(),
		"is_set":        isSetFunc(),
		"issensitive":   isSensitiveFunc(),
		"secret_name":   secretNameFunc(),
	}
}

// readsMarks names the functions that only work where values keep their marks.
func readsMarks(name string) bool { return name == "is_set" || name == "issensitive" }

// isSetFunc: an attribute that is Optional and Computed is unknown before apply
// both where it is left to the provider and where it refers to something new;
// where the value comes from tells them apart.
func isSetFunc() function.Function {
	return function.New(&function.Spec{
		Description: "Whether the configuration gives an attribute a value: is_set(self.vpc_uuid, self.address).",
		Params: []function.Parameter{
			{Name: "value", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true},
			{Name: "address", Type: cty.String, AllowMarked: true},
		},
		Type: function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			address, _ := args[1].Unmark()
			return isSet(args[0], address.AsString()).value(), nil
		},
	})
}

// isSet: a value whose origin is the instance itself is the provider's to fill
// in. Another of its block counts for itself: Terraform lets nobody refer to that,
// and instances that share a verdict must get the same answer.
func isSet(v cty.Value, address string) truth {
	bare, _ := v.Unmark()
	if bare.IsKnown() {
		return truthOf(!bare.IsNull() && !isEmpty(bare))
	}
	origins, open, literals := inventory.Origins(v)
	own, others := false, false
	for _, o := range origins {
		switch {
		case o.Certainty == inventory.Maybe:
			open = true
		case o.Frame == inventory.Itself, o.Frame == inventory.Absolute && inventory.Unkeyed(o.Address) == inventory.Unkeyed(address):
			own = true
		default:
			others = true
		}
	}
	switch {
	case own && !others && !literals: // what is inside an unset block may be anything, but it is not set
		return no
	case others && !own && !open: // a list with a reference in it is not empty
		return yes
	}
	return maybe
}

// isEmpty: after an apply the provider has empty texts, lists and sets where
// nothing was configured; it takes both for the same.
func isEmpty(v cty.Value) bool {
	if v.Type() == cty.String {
		return v.AsString() == ""
	}
	return v.CanIterateElements() && !v.Type().IsObjectType() && v.LengthInt() == 0
}

// isSensitiveFunc is Terraform's own: true where Terraform hides the value,
// because the provider or the configuration says that it is sensitive.
func isSensitiveFunc() function.Function {
	return function.New(&function.Spec{
		Description: "Whether Terraform hides the value in plans: it comes from a sensitive variable or attribute.",
		Params: []function.Parameter{
			{Name: "value", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true},
		},
		Type: function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if args[0].HasMark(inventory.Sensitive) {
				return cty.True, nil
			}
			if !args[0].IsKnown() {
				return cty.UnknownVal(cty.Bool), nil
			}
			return cty.False, nil
		},
	})
}

// isPrivateIPFunc: what a public DNS zone should not point to.
func isPrivateIPFunc() function.Function {
	return function.New(&function.Spec{
		Description: "Whether an address is private, of the host itself or of the link: 10.0.0.0/8, fc00::/7, 127.0.0.1 and so on.",
		Params:      []function.Parameter{{Name: "address", Type: cty.String}},
		Type:        function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			a, err := netip.ParseAddr(strings.TrimSpace(args[0].AsString()))
			if err != nil {
				return cty.False, nil
			}
			a = a.Unmap()
			shared := netip.MustParsePrefix("100.64.0.0/10") // RFC 6598
			return cty.BoolVal(a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() || shared.Contains(a)), nil
		},
	})
}

// secretWords are what names of variables that hold secrets are made of, and
// publicWords what shows that such a name stands for something public.
var secretWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^|_)(PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|PGPASSWORD|SECRET|SECRETS|TOKEN|APIKEY|CREDENTIAL|CREDENTIALS|DSN|` +
		`(API|ACCESS|PRIVATE|SECRET|SIGNING|ENCRYPTION|MASTER|SESSION|SERVICE|ACCOUNT|AUTH|APP|LICENSE)_KEY(_BASE)?|` +
		`(DATABASE|DB|REDIS|VALKEY|MONGO|MONGODB|POSTGRES|POSTGRESQL|MYSQL|AMQP|RABBITMQ|KAFKA)_(URL|URI)|CONNECTION_STRING|WEBHOOK_URL)($|_)`)
})

var publicWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^|_)(PUBLIC|PUBLISHABLE)_|_(ID|FILE|PATH|NAME|TTL|EXPIRY|EXPIRES|EXPIRATION|LIFETIME|LENGTH|LIMIT|TYPE|HEADER|ENDPOINT|ISSUER|AUDIENCE|ALGORITHM|MIN|MAX)$|` +
		`^(NEXT_PUBLIC|VITE|REACT_APP|GATSBY)_`)
})

// secretNameFunc guesses by the name alone: a value of that kind belongs
// into a secret, whatever it is.
func secretNameFunc() function.Function {
	return function.New(&function.Spec{
		Description: "Whether a variable's name says that it holds a secret: DB_PASSWORD, apiKey, DATABASE_URL, but not PUBLIC_KEY or TOKEN_TTL.",
		Params:      []function.Parameter{{Name: "name", Type: cty.String, AllowNull: true}},
		Type:        function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if args[0].IsNull() {
				return cty.False, nil
			}
			return cty.BoolVal(secretName(args[0].AsString())), nil
		},
	})
}

var camelHump = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`([a-z0-9])([A-Z])`) })

func secretName(name string) bool {
	snake := camelHump().ReplaceAllString(name, "${1}_${2}")
	snake = strings.ToUpper(strings.NewReplacer("-", "_", ".", "_").Replace(snake))
	return secretWords().MatchString(snake) && !publicWords().MatchString(snake)
}
