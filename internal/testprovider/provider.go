// Package testprovider is a digitalocean provider for tests: real terraform and
// real tofu make plans, applies and destroys with it, and no network is needed.
//
// It has the types, defaults and limits of the real provider's schema and is
// built with the same SDK, so that a plan says what one with the real provider
// says; what apply and data sources answer is made up, the same each time.
// It checks nothing that the DigitalOcean API would check.
package testprovider

import (
	"context"
	_ "embed" // data.json
	"os"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tfprotov5/tf5server"
	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"

	"github.com/srmlint/srmlint/internal/provider"
)

//go:generate sh -c "cd ../provider && go run ./generate -data ../../../shared/facts/provider-schema.json ../../../shared/facts/provider-defaults.json >../testprovider/data.json"

//go:embed data.json
var dataSources []byte

// Version is the version of the real provider that this one stands for.
const Version = "2.99.1"

// Address is the real provider's address in Terraform's registry; OpenTofu asks
// for the same name at registry.opentofu.org.
const Address = "registry.terraform.io/digitalocean/digitalocean"

// Asked tells whether terraform or tofu started this process as a provider.
// A command or a test binary can thus be its own provider: see Serve.
func Asked() bool {
	return os.Getenv("TF_PLUGIN_MAGIC_COOKIE") != ""
}

// Serve answers terraform until it hangs up.
func Serve() error {
	p, err := New()
	if err != nil {
		return err
	}
	return tf5server.Serve(Address, func() tfprotov5.ProviderServer {
		return schema.NewGRPCProviderServer(p)
	})
}

// New returns the provider with all its resources and data sources.
func New() (*schema.Provider, error) {
	resources := provider.Load()
	data, err := provider.Parse(dataSources)
	if err != nil {
		return nil, err
	}
	p := &schema.Provider{
		Schema:         providerArguments(),
		ResourcesMap:   map[string]*schema.Resource{},
		DataSourcesMap: map[string]*schema.Resource{},
		ConfigureContextFunc: func(context.Context, *schema.ResourceData) (any, diag.Diagnostics) {
			return nil, nil
		},
	}
	for _, name := range resources.Types() {
		p.ResourcesMap[name] = resource(name, resources.Type(name))
	}
	for _, name := range data.Types() {
		p.DataSourcesMap[name] = dataSource(name, data.Type(name))
	}
	return p, nil
}

// providerArguments are accepted, and not used.
func providerArguments() map[string]*schema.Schema {
	arguments := map[string]*schema.Schema{}
	for _, name := range []string{"api_endpoint", "spaces_access_id", "spaces_endpoint", "spaces_secret_key", "token"} {
		arguments[name] = &schema.Schema{Type: schema.TypeString, Optional: true}
	}
	for _, name := range []string{"http_retry_max", "http_retry_wait_max", "http_retry_wait_min", "requests_per_second"} {
		arguments[name] = &schema.Schema{Type: schema.TypeFloat, Optional: true}
	}
	return arguments
}
