package testprovider

import (
	"context"
	"time"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"

	"github.com/srmlint/srmlint/internal/provider"
)

// resource is a resource type that lives in the state alone.
func resource(name string, b *provider.Block) *schema.Resource {
	r := &schema.Resource{
		SchemaVersion: b.Version,
		Schema:        arguments(name, b, true),
		Timeouts:      timeouts(b),
		Importer:      &schema.ResourceImporter{StateContext: importState(name, b)},
		CreateContext: func(_ context.Context, d *schema.ResourceData, _ any) diag.Diagnostics {
			d.SetId(identifier(name, d))
			return diag.FromErr(fill(name, b, d))
		},
		ReadContext: func(_ context.Context, d *schema.ResourceData, _ any) diag.Diagnostics {
			return diag.FromErr(settle(b, d))
		},
		DeleteContext: func(_ context.Context, d *schema.ResourceData, _ any) diag.Diagnostics {
			d.SetId("")
			return nil
		},
	}
	if updatable(r.Schema) {
		r.UpdateContext = func(_ context.Context, d *schema.ResourceData, _ any) diag.Diagnostics {
			return diag.FromErr(fill(name, b, d))
		}
	}
	return r
}

func dataSource(name string, b *provider.Block) *schema.Resource {
	return &schema.Resource{
		Schema:   arguments(name, b, true),
		Timeouts: timeouts(b),
		ReadContext: func(_ context.Context, d *schema.ResourceData, _ any) diag.Diagnostics {
			d.SetId(identifier(name, d))
			return diag.FromErr(fill(name, b, d))
		},
	}
}

// importState makes up an object under the id that is asked for.
func importState(name string, b *provider.Block) schema.StateContextFunc {
	return func(_ context.Context, d *schema.ResourceData, _ any) ([]*schema.ResourceData, error) {
		if err := fillRequired(b, d); err != nil {
			return nil, err
		}
		return []*schema.ResourceData{d}, fill(name, b, d)
	}
}

// updatable tells whether any argument can change in place: the SDK refuses an
// update function where none can.
func updatable(arguments map[string]*schema.Schema) bool {
	for _, s := range arguments {
		if !s.ForceNew && (s.Required || s.Optional) {
			return true
		}
	}
	return false
}

// timeouts are those that the type's block of that name has. Their length is of
// no interest: nothing here takes time.
func timeouts(b *provider.Block) *schema.ResourceTimeout {
	block, ok := b.Blocks["timeouts"]
	if !ok {
		return nil
	}
	length := 10 * time.Minute
	t := &schema.ResourceTimeout{}
	for name, field := range map[string]**time.Duration{
		"create": &t.Create, "read": &t.Read, "update": &t.Update, "delete": &t.Delete, "default": &t.Default,
	} {
		if _, ok := block.Attributes[name]; ok {
			*field = &length
		}
	}
	return t
}
