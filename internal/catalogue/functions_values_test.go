package catalogue

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
)

func TestIsSet(t *testing.T) {
	const self = "module.a[0].digitalocean_droplet.web"
	origin := func(address string, c inventory.Certainty) inventory.Origin {
		return inventory.Origin{Address: address, Attribute: "id", Certainty: c}
	}
	unknown := func(origins ...inventory.Origin) cty.Value { return inventory.Unknown(cty.String, origins...) }
	open := cty.UnknownVal(cty.Bool)
	for name, c := range map[string]struct {
		value, want cty.Value
	}{
		"a text":                        {cty.StringVal("x"), cty.True},
		"a sensitive text":              {cty.StringVal("x").Mark(inventory.Sensitive), cty.True},
		"null":                          {cty.NullVal(cty.String), cty.False},
		"left to the provider":          {unknown(origin(self, inventory.Sure)), cty.False},
		"another of its block":          {unknown(origin("module.a[1].digitalocean_droplet.web", inventory.Sure)), cty.False},
		"inside a block that is unset":  {unknown(origin(self, inventory.Derived), inventory.Anything), cty.False},
		"a reference":                   {unknown(origin("digitalocean_vpc.main", inventory.Sure)), cty.True},
		"made of a reference":           {unknown(origin("digitalocean_vpc.main", inventory.Derived)), cty.True},
		"perhaps a reference":           {unknown(origin("digitalocean_vpc.main", inventory.Maybe)), open},
		"perhaps left out":              {unknown(origin(self, inventory.Maybe), inventory.Anything), open},
		"a variable without a value":    {unknown(inventory.Anything), open},
		"no origin at all":              {cty.UnknownVal(cty.String), open},
		"a list with a reference":       {inventory.Unknown(cty.List(cty.String), origin("digitalocean_vpc.main", inventory.Sure), inventory.Literals), cty.True},
		"a list of literals":            {inventory.Unknown(cty.List(cty.String), inventory.Literals), open},
		"nothing but the type unknown":  {cty.DynamicVal, open},
		"empty text, as after an apply": {cty.StringVal(""), cty.False},
		"empty list, as after an apply": {cty.ListValEmpty(cty.String), cty.False},
		"a number that is zero":         {cty.Zero, cty.True},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := isSetFunc().Call([]cty.Value{c.value, cty.StringVal(self)})
			if err != nil || !got.RawEquals(c.want) {
				t.Errorf("got %#v, %v; want %#v", got, err, c.want)
			}
		})
	}
}

func TestIsSensitive(t *testing.T) {
	for name, c := range map[string]struct {
		value, want cty.Value
	}{
		"sensitive":             {cty.StringVal("x").Mark(inventory.Sensitive), cty.True},
		"sensitive and unknown": {cty.UnknownVal(cty.String).Mark(inventory.Sensitive), cty.True},
		"plain":                 {cty.StringVal("x"), cty.False},
		"plain null":            {cty.NullVal(cty.String), cty.False},
		"unknown":               {inventory.Unknown(cty.String, inventory.Anything), cty.UnknownVal(cty.Bool)},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := isSensitiveFunc().Call([]cty.Value{c.value})
			if err != nil || !got.RawEquals(c.want) {
				t.Errorf("got %#v, %v; want %#v", got, err, c.want)
			}
		})
	}
}

func TestIsPrivateIP(t *testing.T) {
	for address, want := range map[string]bool{
		"10.0.0.5": true, "172.16.0.1": true, "172.32.0.1": false, "192.168.1.1": true, "100.64.0.1": true,
		"127.0.0.1": true, "169.254.169.254": true, "203.0.113.10": false, "8.8.8.8": false,
		"fd00::1": true, "fe80::1": true, "::1": true, "2001:db8::1": false, "::ffff:10.0.0.1": true,
		"www.example.com.": false, "": false,
	} {
		got, err := isPrivateIPFunc().Call([]cty.Value{cty.StringVal(address)})
		if err != nil || got.True() != want {
			t.Errorf("%q: got %#v, %v; want %t", address, got, err, want)
		}
	}
}

func TestSecretName(t *testing.T) {
	for name, want := range map[string]bool{
		"DB_PASSWORD": true, "PASSWORD": true, "db-password": true, "dbPassword": true, "SMTP_PASS": true, "PGPASSWORD": true,
		"API_KEY": true, "apiKey": true, "STRIPE_SECRET_KEY": true, "SECRET_KEY_BASE": true, "JWT_SECRET": true,
		"GITHUB_TOKEN": true, "DATABASE_URL": true, "REDIS_URL": true, "SENTRY_DSN": true, "AWS_SECRET_ACCESS_KEY": true,
		"STRIPE_PUBLISHABLE_KEY": false, "PUBLIC_KEY": false, "NEXT_PUBLIC_API_KEY": false, "API_KEY_ID": false, "AWS_ACCESS_KEY_ID": false,
		"TOKEN_TTL": false, "SECRET_NAME": false, "PASSWORD_MIN_LENGTH": false, "TLS_KEY_FILE": false,
		"LOG_LEVEL": false, "PORT": false, "KEYBOARD": false, "COMPASS": false, "BYPASS_CACHE": false, "": false,
	} {
		if got := secretName(name); got != want {
			t.Errorf("%q: got %t, want %t", name, got, want)
		}
	}
}
