package testprovider

import (
	"crypto/sha1" // what the real provider uses; nothing is protected by it
	"encoding/hex"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"

	"github.com/srmlint/srmlint/internal/provider"
)

// stateFuncs are the arguments of which the real provider keeps a hash in plan
// and state: see "HashString" in its source.
var stateFuncs = map[string]schema.SchemaStateFunc{
	"digitalocean_droplet.user_data":             hash,
	"digitalocean_certificate.private_key":       hash,
	"digitalocean_certificate.leaf_certificate":  hash,
	"digitalocean_certificate.certificate_chain": hash,
}

func hash(v any) string {
	s, _ := v.(string)
	sum := sha1.Sum([]byte(s))
	return hex.EncodeToString(sum[:])
}

// settle does what reading an object from the API does to sets that the
// configuration leaves out: null becomes empty. Plans after an apply therefore
// report drift for nearly every object.
func settle(b *provider.Block, d *schema.ResourceData) error {
	for _, name := range []string{"tags", "droplet_ids"} {
		a, ok := b.Attributes[name]
		if _, set := d.GetOk(name); !ok || set || !a.Type.IsSetType() {
			continue
		}
		if err := d.Set(name, []any{}); err != nil {
			return err
		}
	}
	return nil
}
