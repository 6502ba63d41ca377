package provider

import (
	"strings"
	"testing"
)

// attributes calls visit for every attribute of a block and those inside it.
func attributes(b *Block, path string, visit func(path string, a *Attribute)) {
	for name, a := range b.Attributes {
		visit(path+name, a)
	}
	for name, n := range b.Blocks {
		attributes(&n.Block, path+name+".", visit)
	}
}

// TestSecretsAreThere: each path of the table is in the schema, and not
// sensitive there: else it is no exception.
func TestSecretsAreThere(t *testing.T) {
	s := Load()
	found := map[string]bool{}
	for _, name := range s.Types() {
		any := false
		attributes(s.Type(name), "", func(path string, a *Attribute) {
			if !Secret(name, path) {
				return
			}
			any = true
			found[name+"."+path] = true
			if a.Sensitive {
				t.Errorf("%s.%s is sensitive for the provider too", name, path)
			}
		})
		if any != HasSecrets(name) {
			t.Errorf("%s: HasSecrets is %t", name, !any)
		}
	}
	for path := range secrets {
		if !found[path] {
			t.Errorf("the schema has no %s", path)
		}
	}
	for _, path := range []string{
		"spec.alert.destinations.slack_webhooks.url", "spec.job.log_destination.logtail.token", "spec.service.git.repo_clone_url",
	} {
		if !found["digitalocean_app."+path] {
			t.Errorf("%s of apps is not secret", path)
		}
	}
	if !found["digitalocean_gradientai_agent.child_agents.api_keys.api_key"] {
		t.Error("agents within agents")
	}
}

// TestNamesOfSecrets: an attribute whose name says that it is a secret is
// sensitive or in the table; what is neither is listed here with the reason.
func TestNamesOfSecrets(t *testing.T) {
	harmless := map[string]string{
		"digitalocean_database_mysql_config.innodb_ft_min_token_size":                   "a length",
		"digitalocean_gradientai_agent.max_tokens":                                      "a count",
		"digitalocean_gradientai_agent.template.max_tokens":                             "a count",
		"digitalocean_gradientai_indexing_job_cancel.tokens":                            "a count",
		"digitalocean_container_registry_docker_credentials.credential_expiration_time": "a time",
		"digitalocean_spaces_key.access_key":                                            "the public half of the pair",
	}
	s := Load()
	for _, name := range s.Types() {
		attributes(s.Type(name), "", func(path string, a *Attribute) {
			last := path[strings.LastIndex(path, ".")+1:]
			if a.Sensitive || Secret(name, path) || harmless[name+"."+path] != "" || a.Type.FriendlyName() != "string" {
				return
			}
			for _, word := range []string{"password", "secret", "token", "api_key", "private_key", "access_key", "credential", "user_data"} {
				if strings.Contains(last, word) {
					t.Errorf("%s.%s may hold a secret: mark it in secrets.go, or list it here", name, path)
				}
			}
		})
	}
}
