package tfconfig

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/provider"
	"github.com/srmlint/srmlint/internal/tfexpr"
	"github.com/zclconf/go-cty/cty"
)

// addPseudo adds the instances that stand for Terraform itself and for the account.
func (out *Module) addPseudo(root *module) {
	s := &settings{module: root, positions: map[string]inventory.Position{}}
	values := s.values()
	for _, i := range []*inventory.Instance{
		{Object: &inventory.Object{Type: provider.Terraform, Values: values, Attributes: s.positions, Configured: s.configured(values)}},
		{Object: &inventory.Object{Type: provider.Account, Values: cty.EmptyObjectVal}},
	} {
		i.Address, i.Block, i.Name = i.Type, i.Type, i.Type
		i.Before, i.Lifecycle, i.Position = cty.NilVal, noLifecycle(), s.positions[""]
		out.Instances = append(out.Instances, i)
	}
}

func noLifecycle() cty.Value {
	return (&instance{block: &block{resource: &resource{body: &hclsyntax.Body{}}}}).lifecycle()
}

// settings gathers what the root module says of Terraform itself.
type settings struct {
	*module
	positions map[string]inventory.Position // "" is that of the first terraform block
}

func (s *settings) values() cty.Value {
	backend, encrypt := s.backend()
	shape := s.schema.Type(provider.Terraform).Shape()
	list := func(name string, values []cty.Value) cty.Value {
		if t := shape.AttributeType(name); len(values) == 0 {
			return cty.ListValEmpty(t.ElementType())
		}
		return cty.ListVal(values)
	}
	return cty.ObjectVal(map[string]cty.Value{
		"required_version": s.requiredVersion(),
		"backend":          backend,
		"backend_encrypt":  encrypt,
		"lock_file":        cty.BoolVal(s.hasLockFile()),
		"providers":        list("providers", s.providerList()),
		"modules":          list("modules", s.moduleList(s.node, "")),
		"literal_secrets":  list("literal_secrets", texts(s.literalSecrets())),
		"secret_outputs":   list("secret_outputs", texts(s.secretOutputs())),
	})
}

func (s *settings) configured(values cty.Value) map[string]bool {
	out := map[string]bool{}
	for name, v := range values.AsValueMap() {
		out[name] = v.IsKnown() && !v.IsNull() && !(v.CanIterateElements() && v.LengthInt() == 0)
	}
	return out
}

// note keeps the place of an attribute, the first one that is found.
func (s *settings) note(name string, p inventory.Position) {
	if _, ok := s.positions[name]; !ok {
		s.positions[name] = p
	}
}

func (s *settings) requiredVersion() cty.Value {
	for _, b := range s.node.settings {
		s.note("", position(b.DefRange()))
		if v, ok := literalString(b.Body, "required_version"); ok {
			s.note("required_version", position(b.Body.Attributes["required_version"].NameRange))
			return cty.StringVal(v)
		}
	}
	return cty.NullVal(cty.String)
}

// backend is where the state is kept. What -backend-config adds is not here,
// so that an argument of an s3 backend which is not written may yet be set.
func (s *settings) backend() (kind, encrypt cty.Value) {
	kind, encrypt = cty.NullVal(cty.String), cty.NullVal(cty.Bool)
	for _, settings := range s.node.settings {
		for _, b := range settings.Body.Blocks {
			switch {
			case b.Type == "cloud":
				kind = cty.StringVal("cloud")
			case b.Type == "backend" && len(b.Labels) == 1:
				kind, encrypt = cty.StringVal(b.Labels[0]), s.encrypt(b)
			default:
				continue
			}
			s.note("backend", position(b.DefRange()))
		}
	}
	return kind, encrypt
}

func (s *settings) encrypt(b *hclsyntax.Block) cty.Value {
	a := b.Body.Attributes["encrypt"]
	if a == nil {
		return cty.NullVal(cty.Bool)
	}
	s.note("backend_encrypt", position(a.NameRange))
	if v, err := tfexpr.Shape(s.evaluate(a.Expr), cty.Bool); err == nil {
		return v
	}
	return cty.NullVal(cty.Bool)
}

func (s *settings) hasLockFile() bool {
	info, err := os.Stat(filepath.Join(s.dir, ".terraform.lock.hcl"))
	return err == nil && info.Mode().IsRegular()
}

func texts(list []string) []cty.Value {
	out := make([]cty.Value, len(list))
	for i, text := range list {
		out[i] = cty.StringVal(text)
	}
	return out
}

// textOrNull is a text, null if there is none.
func textOrNull(text string) cty.Value {
	if text == "" {
		return cty.NullVal(cty.String)
	}
	return cty.StringVal(text)
}

// isLocal tells of a module's source that is a directory beside the module.
func isLocal(source string) bool {
	return strings.HasPrefix(source, "./") || strings.HasPrefix(source, "../") || source == "." || source == ".."
}
