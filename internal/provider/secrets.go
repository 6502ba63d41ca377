package provider

import "strings"

// Secret tells whether an attribute holds a secret, or may, though the provider
// does not mark it sensitive: Terraform prints it, srmlint does not. The path
// has no indexes: "alerts.slack.url".
func Secret(resourceType, path string) bool {
	if components, ok := strings.CutPrefix(path, "spec."); ok && resourceType == "digitalocean_app" {
		return appSecret(components)
	}
	if agents, ok := strings.CutPrefix(path, "child_agents."); ok {
		path = agents
	} else if agents, ok := strings.CutPrefix(path, "parent_agents."); ok {
		path = agents
	}
	return secrets[resourceType+"."+path]
}

// HasSecrets tells whether a resource type has any attribute that Secret names.
func HasSecrets(resourceType string) bool {
	return secretTypes[resourceType] || resourceType == "digitalocean_app"
}

var secretTypes = func() map[string]bool {
	types := map[string]bool{}
	for path := range secrets {
		name, _, _ := strings.Cut(path, ".")
		types[name] = true
	}
	return types
}()

// appSecret looks at what follows the kind of component in an app's spec:
// log_destination.datadog.api_key, alert.destinations.slack_webhooks.url.
func appSecret(path string) bool {
	for _, end := range []string{
		"destinations.slack_webhooks.url",
		"log_destination.datadog.api_key",
		"log_destination.logtail.token",
		"git.repo_clone_url",          // https://user:token@…
		"ingress.secure_header.value", // what proves to a service that the request came through the edge
		"log_destination.open_search.endpoint",
		"log_destination.papertrail.endpoint",
	} {
		if strings.HasSuffix(path, end) {
			return true
		}
	}
	return false
}

// From the schema of provider 2.99.1, in which none of these is sensitive, and
// its documentation, which says what they are.
var secrets = map[string]bool{
	"digitalocean_database_logsink_opensearch.endpoint":         true, // https://user:password@host
	"digitalocean_database_online_migration.source.password":    true,
	"digitalocean_droplet.user_data":                            true,
	"digitalocean_droplet_autoscale.droplet_template.user_data": true,
	"digitalocean_gradientai_agent.api_key_infos.secret_key":    true,
	"digitalocean_gradientai_agent.api_keys.api_key":            true,
	"digitalocean_gradientai_agent.functions.api_key":           true,
	"digitalocean_gradientai_agent.instruction":                 true,
	"digitalocean_gradientai_agent.template.instruction":        true,
	"digitalocean_gradientai_openai_api_key.api_key":            true,
	"digitalocean_monitor_alert.alerts.slack.url":               true,
	"digitalocean_spaces_bucket_object.content":                 true,
	"digitalocean_spaces_bucket_object.content_base64":          true,
	"digitalocean_uptime_alert.notifications.slack.url":         true,
}
