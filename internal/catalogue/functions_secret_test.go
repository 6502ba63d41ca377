package catalogue

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

const digest = "da39a3ee5e6b4b0d3255bfef95601890afd80709"

func TestSecretKind(t *testing.T) {
	hex := strings.Repeat("0123456789abcdef", 4)
	script := "#!/bin/sh\nexport DB_PASSWORD=correct-horse\n"
	var tests []callTest
	for text, want := range map[string]string{
		"": "", "#!/bin/sh\napt-get install -y nginx\n": "",
		"-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl":           "a private key",
		"-----BEGIN PRIVATE KEY-----":                         "a private key",
		"-----BEGIN PUBLIC KEY-----":                          "",
		"TOKEN=dop_v1_" + hex:                                 "a DigitalOcean token",
		"aws_access_key_id = AKIA" + "ABCDEFGHIJKLMNOP":       "a Spaces or AWS access key",
		"https://ci:ghp_" + strings.Repeat("a1", 18) + "@g.h": "a GitHub token",
		"postgres://app:correct-horse@db.example.com/app":     "a password in a URL",
		"postgres://app:$PASSWORD@db.example.com/app":         "",
		"postgres://app:${pw}@db.example.com/app":             "",
		"https://example.com:8443/a@b":                        "",
		script:                                                "a written out password",
		base64.StdEncoding.EncodeToString([]byte(script)):     "a written out password",
		"api_key: 'f3a9c1e77b20'":                             "a written out api_key",
		`"secret": "f3a9c1e77b20"`:                            "a written out secret",
		"DB_PASSWORD=$(vault read db)":                        "",
		"DB_PASSWORD=${DB_PASSWORD}":                          "",
		"DB_PASSWORD=`cat /run/secret`":                       "",
		"password: {{ vault_password }}":                      "",
		"token: <your token>":                                 "",
		"password_file: /run/secrets/db":                      "",
		"password: /run/secrets/db":                           "",
		"passwd: $6$rounds=4096$salt$hash":                    "",
		"lock_passwd: true":                                   "",
		"ssh_pwauth: false":                                   "",
		"PasswordAuthentication no":                           "",
		"chpasswd: { expire: false }":                         "",
		"password: no":                                        "",
		"tokenize: everything-here":                           "",
	} {
		tests = append(tests, callTest{text, []cty.Value{cty.StringVal(text)}, cty.StringVal(want)})
	}
	tests = append(tests,
		callTest{"null", []cty.Value{nullText}, cty.StringVal("")},
		callTest{"unknown", []cty.Value{unknownText}, cty.UnknownVal(cty.String)},
		callTest{"a digest hides the text", []cty.Value{cty.StringVal(digest)}, cty.UnknownVal(cty.String)},
	)
	testCalls(t, "secret_kind", tests)
}

func TestHasSecret(t *testing.T) {
	testCalls(t, "has_secret", []callTest{
		{"one", []cty.Value{cty.StringVal("password=correct-horse")}, cty.True},
		{"none", []cty.Value{cty.StringVal("hello")}, cty.False},
		{"null", []cty.Value{nullText}, cty.False},
		{"unknown", []cty.Value{unknownText}, open},
		{"a digest", []cty.Value{cty.StringVal(digest)}, open},
	})
}

func TestUserDataText(t *testing.T) {
	script := "#!/bin/sh\necho this is long enough\n"
	testCalls(t, "user_data_text", []callTest{
		{"plain", []cty.Value{cty.StringVal(script)}, cty.StringVal(script)},
		{"base64", []cty.Value{cty.StringVal(base64.StdEncoding.EncodeToString([]byte(script)))}, cty.StringVal(script)},
		{"null", []cty.Value{nullText}, cty.StringVal("")},
		{"a digest", []cty.Value{cty.StringVal(digest)}, cty.UnknownVal(cty.String)},
		{"unknown", []cty.Value{unknownText}, cty.UnknownVal(cty.String)},
	})
}

// What is said of a secret never repeats it.
func FuzzSecretKind(f *testing.F) {
	f.Add("password: correct-horse")
	f.Add("-----BEGIN PRIVATE KEY-----")
	f.Fuzz(func(t *testing.T, text string) {
		kind := secretKind(text)
		if len(kind) > 40 {
			t.Errorf("%q is too long to be a kind", kind)
		}
	})
}
