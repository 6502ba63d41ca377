package testprovider

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// settings are what the API gives an object where the configuration leaves the
// choice to it, and where any made-up value would change what the object is.
// From its documentation.
var settings = map[string]any{
	"digitalocean_database_postgresql_config.log_min_duration_statement": float64(-1), // off
	"digitalocean_database_cluster.database":                             "defaultdb",
	"digitalocean_database_cluster.user":                                 "doadmin",
	"digitalocean_droplet.private_networking":                            true,
	"digitalocean_droplet.public_networking":                             true,
	"digitalocean_firewall.pending_changes":                              []any{},
	"digitalocean_firewall.status":                                       "succeeded",
	"digitalocean_loadbalancer.type":                                     "REGIONAL",
}

// setting is the API's choice for an attribute, if there is one.
func setting(typeName, name string, d *schema.ResourceData) (any, bool) {
	if v, ok := settings[typeName+"."+name]; ok {
		return v, true
	}
	if !strings.HasPrefix(typeName, "digitalocean_spaces_bucket") {
		return nil, false
	}
	bucket, _ := d.Get("name").(string)
	region, _ := d.Get("region").(string)
	switch name {
	case "bucket_domain_name":
		return bucket + "." + region + ".digitaloceanspaces.com", true
	case "endpoint":
		return region + ".digitaloceanspaces.com", true
	}
	return nil, false
}
