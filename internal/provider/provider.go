// Package provider knows the digitalocean provider's resource types: their
// attributes and blocks, which are computed or sensitive, and their defaults.
//
// It says nothing about what is safe; that is the catalogue's.
package provider

import (
	_ "embed" // schema.json
	"encoding/json"
	"fmt"
	"sort"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

//go:generate sh -c "go run ./generate ../../../shared/facts/provider-schema.json ../../../shared/facts/provider-defaults.json >schema.json"

//go:embed schema.json
var embedded []byte

// Schema is the set of resource types that one version of the provider has.
// It is safe for concurrent use: each type is decoded when first asked for.
type Schema struct {
	raw   map[string]json.RawMessage
	mu    sync.Mutex
	types map[string]*Block
}

// Block is a resource type, or a block inside one.
type Block struct {
	Version    int // of the state of a resource type
	Attributes map[string]*Attribute
	Blocks     map[string]*NestedBlock
}

// Attribute is one argument or attribute of a block.
type Attribute struct {
	Type      cty.Type // as the provider declares it, sets included
	Required  bool
	Optional  bool
	Computed  bool
	Sensitive bool
	ForceNew  bool      // a new value makes a new resource
	Default   cty.Value // cty.NilVal if the provider has none
}

// NestedBlock is a block type inside a block.
type NestedBlock struct {
	Block
	Mode     string // "list", "set", "map" or "single"
	Min      int    // 1 where the block is required
	Max      int    // 0: no limit
	ForceNew bool   // a change within makes a new resource
	// Computed is true where the provider fills the block in when the
	// configuration has none: it is then unknown before apply.
	Computed bool
}

// Load returns the embedded schema of the provider.
func Load() *Schema {
	s, err := Parse(embedded)
	if err != nil {
		panic(fmt.Sprintf("embedded schema.json: %v", err)) // a build fault, seen by every test
	}
	return s
}

// Parse reads types in the compact form that the generator beside this package writes.
func Parse(data []byte) (*Schema, error) {
	s := &Schema{types: map[string]*Block{}}
	return s, json.Unmarshal(data, &s.raw)
}

// Types lists the names of all resource types in order.
func (s *Schema) Types() []string {
	names := make([]string, 0, len(s.raw))
	for name := range s.raw {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// Type returns a resource type, or nil if this version of the provider has none of that name.
// The pseudo types of Terraform itself and of the account (see IsPseudo) are found too.
func (s *Schema) Type(name string) *Block {
	s.mu.Lock()
	defer s.mu.Unlock()
	if b, ok := s.types[name]; ok {
		return b
	}
	raw, ok := s.raw[name]
	if !ok {
		return pseudo(name)
	}
	b, err := decode(raw, name)
	if err != nil {
		panic(fmt.Sprintf("embedded schema.json: %s: %v", name, err))
	}
	s.types[name] = b
	return b
}

type rawBlock struct {
	Version    int                        `json:"v"`
	Attributes map[string]rawAttribute    `json:"a"`
	Blocks     map[string]json.RawMessage `json:"b"`
}

type rawAttribute struct {
	Type    json.RawMessage `json:"t"`
	Flags   string          `json:"f"`
	Default json.RawMessage `json:"d"`
}

func decode(data []byte, path string) (*Block, error) {
	var raw rawBlock
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, err
	}
	b := &Block{Version: raw.Version, Attributes: map[string]*Attribute{}, Blocks: map[string]*NestedBlock{}}
	for name, a := range raw.Attributes {
		attribute, err := decodeAttribute(a)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		b.Attributes[name] = attribute
	}
	for name, data := range raw.Blocks {
		nested, err := decodeNested(data, path+"."+name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		b.Blocks[name] = nested
	}
	return b, nil
}

func decodeAttribute(raw rawAttribute) (*Attribute, error) {
	t, err := ctyjson.UnmarshalType(raw.Type)
	if err != nil {
		return nil, err
	}
	a := &Attribute{
		Type:      t,
		Required:  strings.Contains(raw.Flags, "r"),
		Optional:  strings.Contains(raw.Flags, "o"),
		Computed:  strings.Contains(raw.Flags, "c"),
		Sensitive: strings.Contains(raw.Flags, "s"),
		ForceNew:  strings.Contains(raw.Flags, "n"),
	}
	if raw.Default != nil {
		a.Default, err = ctyjson.Unmarshal(raw.Default, t)
	}
	return a, err
}

func decodeNested(data []byte, path string) (*NestedBlock, error) {
	var raw struct {
		Mode     string `json:"n"`
		Min      int    `json:"i"`
		Max      int    `json:"m"`
		ForceNew bool   `json:"r"`
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, err
	}
	b, err := decode(data, path)
	if err != nil {
		return nil, err
	}
	return &NestedBlock{Block: *b, Mode: raw.Mode, Min: raw.Min, Max: raw.Max,
		ForceNew: raw.ForceNew, Computed: computedBlocks[path]}, nil
}
