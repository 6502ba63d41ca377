package catalogue

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

const (
	allowAll  = `{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"`
	fromHere  = `"Condition":{"IpAddress":{"aws:SourceIp":["203.0.113.0/24"]}}`
	denyOther = `{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"],"Condition":{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}`
)

func TestPolicyPublicActions(t *testing.T) {
	read := texts("s3:GetObject")
	none := texts()
	var tests []callTest
	for _, test := range []struct {
		name, statements string
		want             cty.Value
	}{
		{"everyone", allowAll + `}`, read},
		{"one statement without a list", `!` + allowAll + `}`, read},
		{"everyone as AWS", `{"Effect":"Allow","Principal":{"AWS":["*"]},"Action":["s3:GetObject","s3:PutObject"]}`, texts("s3:GetObject", "s3:PutObject")},
		{"everyone in a list", `{"Effect":"Allow","Principal":["*"],"Action":"s3:*"}`, texts("s3:*")},
		{"everyone but one", `{"Effect":"Allow","NotPrincipal":{"AWS":"x"},"Action":"s3:GetObject"}`, read},
		{"all but an action", `{"Effect":"Allow","Principal":"*","NotAction":"s3:DeleteBucket"}`, texts("*")},
		{"somebody", `{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam:::user/1"},"Action":"s3:*"}`, none},
		{"denied", `{"Effect":"Deny","Principal":"*","Action":"s3:*"}`, none},
		{"from an office", allowAll + `,` + fromHere + `}`, none},
		{"from an office, by set", allowAll + `,"Condition":{"ForAnyValue:IpAddressIfExists":{"AWS:sourceip":"203.0.113.7"}}}`, none},
		{"from anywhere", allowAll + `,"Condition":{"IpAddress":{"aws:SourceIp":["0.0.0.0/1","128.0.0.0/1"]}}}`, read},
		{"from no address", allowAll + `,"Condition":{"IpAddress":{"aws:SourceIp":"office"}}}`, read},
		{"by account", allowAll + `,"Condition":{"StringEquals":{"aws:PrincipalAccount":"123"}}}`, none},
		{"by any account", allowAll + `,"Condition":{"StringLike":{"aws:PrincipalAccount":"*"}}}`, read},
		{"by referer", allowAll + `,"Condition":{"StringLike":{"aws:Referer":"https://example.com/*"}}}`, read},
		{"over TLS", allowAll + `,"Condition":{"Bool":{"aws:SecureTransport":true}}}`, read},
		{"not from an office", allowAll + `,"Condition":{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}`, read},
		{"taken back", allowAll + `},` + denyOther, none},
		{"taken back elsewhere", `{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::other/*"},` + denyOther, read},
		{"taken back in part", allowAll + `},{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}`, read},
		{"no statement", ``, none},
	} {
		text := `{"Version":"2012-10-17","Statement":[` + test.statements + `]}`
		if test.statements != "" && test.statements[0] == '!' {
			text = `{"Statement":` + test.statements[1:] + `}`
		}
		tests = append(tests, callTest{test.name, []cty.Value{cty.StringVal(text)}, test.want})
	}
	unknown := cty.UnknownVal(cty.List(cty.String))
	tests = append(tests,
		callTest{"null", []cty.Value{nullText}, none},
		callTest{"no JSON", []cty.Value{cty.StringVal("{")}, unknown},
		callTest{"another JSON", []cty.Value{cty.StringVal(`{"Statement":3}`)}, unknown},
		callTest{"unknown", []cty.Value{unknownText}, unknown},
	)
	testCalls(t, "policy_public_actions", tests)
}

func TestPolicyGrantsPublic(t *testing.T) {
	testCalls(t, "policy_grants_public", []callTest{
		{"everyone", []cty.Value{cty.StringVal(`{"Statement":[` + allowAll + `}]}`)}, cty.True},
		{"nobody", []cty.Value{cty.StringVal(`{"Statement":[]}`)}, cty.False},
		{"null", []cty.Value{nullText}, cty.False},
		{"no JSON", []cty.Value{cty.StringVal("no")}, open},
		{"unknown", []cty.Value{unknownText}, open},
	})
}

func FuzzPolicy(f *testing.F) {
	f.Add(`{"Statement":[` + allowAll + `},` + denyOther + `]}`)
	f.Add(`{"Statement":{"Principal":{"AWS":null},"Condition":{"IpAddress":null}}}`)
	f.Fuzz(func(_ *testing.T, text string) {
		if p, err := parsePolicy(text); err == nil {
			p.publicActions()
		}
	})
}
