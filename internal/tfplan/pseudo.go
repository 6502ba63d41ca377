package tfplan

import (
	"net/url"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
)

// pseudo makes the instances that stand for Terraform itself and for the account.
func (rd *reader) pseudo(root *moduleConfig) []*inventory.Instance {
	account := pseudoInstance(provider.Account, cty.EmptyObjectVal)
	return []*inventory.Instance{pseudoInstance(provider.Terraform, rd.terraform(root)), account}
}

func pseudoInstance(t string, values cty.Value) *inventory.Instance {
	return &inventory.Instance{Address: t, Block: t, Object: &inventory.Object{Type: t, Name: t, Values: values, Lifecycle: lifecycle(nil)}}
}

// terraform fills in what the plan's configuration tells; the rest, such as
// the backend, is not in it.
func (rd *reader) terraform(root *moduleConfig) cty.Value {
	shape := rd.opts.Schema.Type(provider.Terraform).Shape()
	values := map[string]cty.Value{}
	for name, t := range shape.AttributeTypes() {
		values[name] = inventory.Unknown(t, inventory.Anything)
	}
	if rd.configuration != nil {
		providers := rd.configuration.get("provider_config")
		values["providers"] = listOf(shape.AttributeType("providers"), providerList(providers))
		values["modules"] = listOf(shape.AttributeType("modules"), moduleList(root, ""))
		// That none is found proves nothing: literals in dynamic blocks and in locals are not in the JSON.
		if found := literalSecrets(providers, root.variables); len(found) > 0 {
			values["literal_secrets"] = cty.ListVal(found)
		}
		// Terraform refuses an output that holds a sensitive value unmarked.
		values["secret_outputs"] = listOf(shape.AttributeType("secret_outputs"), nil)
	}
	return cty.ObjectVal(values)
}

func listOf(t cty.Type, values []cty.Value) cty.Value {
	if len(values) == 0 {
		return cty.ListValEmpty(t.ElementType())
	}
	return cty.ListVal(values)
}

// textOrNull is the text, null if there is none.
func textOrNull(s string) cty.Value {
	if s == "" {
		return cty.NullVal(cty.String)
	}
	return cty.StringVal(s)
}

// providerList has each provider of the root module once, aliases aside.
func providerList(providers raw) []cty.Value {
	type entry struct{ source, version string }
	found := map[string]entry{}
	for _, p := range providers.fields() {
		name := p.get("name").text()
		if p.get("module_address") != nil || name == "" {
			continue
		}
		e := found[name]
		e.source = sourceOf(p.get("full_name").text())
		if v := p.get("version_constraint").text(); v != "" {
			e.version = v
		}
		found[name] = e
	}
	var out []cty.Value
	for _, name := range sortedKeys(found) {
		out = append(out, cty.ObjectVal(map[string]cty.Value{
			"name": cty.StringVal(name), "source": textOrNull(found[name].source), "version": textOrNull(found[name].version),
		}))
	}
	return out
}

// sourceOf is a provider's source as one writes it: without the public registries.
func sourceOf(fullName string) string {
	for _, registry := range []string{"registry.terraform.io/", "registry.opentofu.org/"} {
		fullName = strings.TrimPrefix(fullName, registry)
	}
	return fullName
}

// moduleList has the module calls of the root module and of local modules:
// what modules from elsewhere call is not the reader's to pin.
func moduleList(m *moduleConfig, prefix string) []cty.Value {
	var out []cty.Value
	for _, c := range m.callOrder {
		local := isLocal(c.source)
		version := c.version
		if version == "" && !local {
			version = gitRef(c.source)
		}
		out = append(out, cty.ObjectVal(map[string]cty.Value{
			"name": cty.StringVal(prefix + c.name), "source": textOrNull(c.source),
			"version": textOrNull(version), "local": cty.BoolVal(local),
		}))
		if local && c.module != nil {
			out = append(out, moduleList(c.module, prefix+c.name+".")...)
		}
	}
	return out
}

func isLocal(source string) bool {
	return strings.HasPrefix(source, "./") || strings.HasPrefix(source, "../") || strings.HasPrefix(source, "/")
}

// gitRef is the ref in a module's source, which pins it as a version would.
func gitRef(source string) string {
	_, query, ok := strings.Cut(source, "?")
	if !ok {
		return ""
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return ""
	}
	return values.Get("ref")
}

// literalSecrets names the credentials that the configuration writes as constants.
func literalSecrets(providers, variables raw) []cty.Value {
	found := map[string]bool{}
	for key, p := range providers.fields() {
		for _, name := range []string{"token", "spaces_access_id", "spaces_secret_key"} {
			constant := p.get("expressions").get(name).get("constant_value")
			if p.get("name").text() == "digitalocean" && constant.text() != "" {
				found["provider."+string(key)+"."+name] = true
			}
		}
	}
	for name, v := range variables.fields() {
		if v.get("sensitive").isTrue() && v.get("default").text() != "" {
			found["variable."+string(name)+".default"] = true
		}
	}
	var out []cty.Value
	for _, name := range sortedKeys(found) {
		out = append(out, cty.StringVal(name))
	}
	return out
}
