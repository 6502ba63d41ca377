package provider

import "strings"

// IsType tells whether a resource type belongs to the digitalocean provider,
// also where this version of the schema does not know it.
func IsType(name string) bool {
	return len(name) > len(prefix) && name[:len(prefix)] == prefix
}

const prefix = "digitalocean_"

// Identity returns the attribute whose value the provider also gives to
// another one: digitalocean_tag's id is its name, so it is known before apply
// though Terraform says that it is not. Empty if there is none.
func Identity(resourceType, attribute string) string {
	return identities[resourceType+"."+attribute]
}

// From the provider's source: these resources call d.SetId with the name.
var identities = map[string]string{
	"digitalocean_tag.id":           "name",
	"digitalocean_domain.id":        "name",
	"digitalocean_certificate.id":   "name",
	"digitalocean_spaces_bucket.id": "name",
}

// Composed returns how the provider makes an attribute of others, as a format
// for texts and the attributes that fill it, in lower case, so that it is known
// before apply where those are. Empty if it does not.
func Composed(resourceType, attribute string) (format string, from []string) {
	if resourceType == "digitalocean_spaces_bucket" && attribute == "bucket_domain_name" {
		return "%s.%s.digitaloceanspaces.com", []string{"name", "region"}
	}
	return "", nil
}

// FoldsCase tells of the attributes that hold names of tags: there is no second
// tag whose name differs in case alone, and the provider takes both for the same.
func FoldsCase(resourceType string, path []string) bool {
	last := path[len(path)-1]
	return last == "tags" || last == "droplet_tag" || strings.HasSuffix(last, "_tags") ||
		resourceType == "digitalocean_tag" && len(path) == 1 && (last == "name" || last == "id")
}

// Lookup returns the arguments of a type's data source of which exactly one must
// be given, in the order of the alphabet; none if the provider has no such rule.
func Lookup(resourceType string) []string {
	if resourceType == "digitalocean_vpc" {
		return []string{"id", "name", "region"}
	}
	return nil
}

// computedBlocks are Optional and Computed. Schemas in JSON do not tell; real
// plans of provider 2.99.1 do (`after_unknown` is true though nothing is configured),
// and so does its source.
var computedBlocks = map[string]bool{
	"digitalocean_app.dedicated_ips":                                         true,
	"digitalocean_app.spec.domain":                                           true,
	"digitalocean_app.spec.function.routes":                                  true,
	"digitalocean_app.spec.ingress":                                          true,
	"digitalocean_app.spec.job.image.deploy_on_push":                         true,
	"digitalocean_app.spec.service.image.deploy_on_push":                     true,
	"digitalocean_app.spec.service.routes":                                   true,
	"digitalocean_app.spec.static_site.routes":                               true,
	"digitalocean_app.spec.worker.image.deploy_on_push":                      true,
	"digitalocean_database_kafka_topic.config":                               true,
	"digitalocean_database_postgresql_config.pgbouncer":                      true,
	"digitalocean_database_postgresql_config.timescaledb":                    true,
	"digitalocean_gradientai_agent.child_agents":                             true,
	"digitalocean_gradientai_agent.knowledge_bases":                          true,
	"digitalocean_gradientai_agent.model":                                    true,
	"digitalocean_gradientai_agent.parent_agents":                            true,
	"digitalocean_kubernetes_cluster.amd_gpu_device_metrics_exporter_plugin": true,
	"digitalocean_kubernetes_cluster.amd_gpu_device_plugin":                  true,
	"digitalocean_kubernetes_cluster.amd_gpu_dra_driver":                     true,
	"digitalocean_kubernetes_cluster.control_plane_firewall":                 true,
	"digitalocean_kubernetes_cluster.coredns_autoscaler":                     true,
	"digitalocean_kubernetes_cluster.maintenance_policy":                     true,
	"digitalocean_kubernetes_cluster.nvidia_gpu_device_plugin":               true,
	"digitalocean_kubernetes_cluster.nvidia_gpu_dra_driver":                  true,
	"digitalocean_kubernetes_cluster.p2p_oci_registry_plugin":                true,
	"digitalocean_kubernetes_cluster.rdma_shared_device_plugin":              true,
	"digitalocean_kubernetes_cluster.routing_agent":                          true,
	"digitalocean_kubernetes_cluster.sso":                                    true,
	"digitalocean_loadbalancer.domains":                                      true,
	"digitalocean_loadbalancer.firewall":                                     true,
	"digitalocean_loadbalancer.glb_settings":                                 true,
	"digitalocean_loadbalancer.healthcheck":                                  true,
	"digitalocean_loadbalancer.sticky_sessions":                              true,
	"digitalocean_vector_database.config":                                    true,
	"digitalocean_vpc_nat_gateway.egresses":                                  true,
}
