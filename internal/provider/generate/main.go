// Command generate writes schema.json, the compact form of the digitalocean
// provider's schema that package provider embeds.
//
//	go run ./internal/provider/generate [-data] provider-schema.json provider-defaults.json >internal/provider/schema.json
//
// The first file is what `terraform providers schema -json` prints, the second
// lists what that leaves out: defaults and limits, by type and path. With -data
// it writes the data sources, which the provider for tests serves.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	tfjson "github.com/hashicorp/terraform-json"
)

type block struct {
	Version    int                  `json:"v,omitempty"` // of the state, not 0
	Attributes map[string]attribute `json:"a,omitempty"`
	Blocks     map[string]nested    `json:"b,omitempty"`
}

// attribute's flags: r required, o optional, c computed, s sensitive, n a new
// value makes a new resource.
type attribute struct {
	Type    json.RawMessage `json:"t"`
	Flags   string          `json:"f"`
	Default json.RawMessage `json:"d,omitempty"`
}

type nested struct {
	Mode     string `json:"n"`
	Min      uint64 `json:"i,omitempty"`
	Max      uint64 `json:"m,omitempty"`
	ForceNew bool   `json:"r,omitempty"`
	block
}

type extra struct {
	Default   json.RawMessage `json:"default"`
	Sensitive bool            `json:"sensitive"`
	ForceNew  bool            `json:"force_new"`
}

type extras map[string]map[string]extra

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	data := len(args) > 0 && args[0] == "-data"
	if data {
		args = args[1:]
	}
	if len(args) != 2 {
		return fmt.Errorf("usage: generate [-data] provider-schema.json provider-defaults.json")
	}
	var schemas tfjson.ProviderSchemas
	if err := read(args[0], &schemas); err != nil {
		return err
	}
	var more extras
	if err := read(args[1], &more); err != nil {
		return err
	}
	for _, s := range schemas.Schemas {
		if data {
			return write(s.DataSourceSchemas, nil, dataDescriptions)
		}
		return write(s.ResourceSchemas, more, descriptions)
	}
	return fmt.Errorf("%s holds no provider", args[0])
}

func read(path string, into any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}

// write prints a type a line, so that a change of the provider reads well in a diff.
func write(schemas map[string]*tfjson.Schema, more extras, described map[string]string) error {
	types := map[string]block{}
	for name, schema := range schemas {
		c := compactor{name, more[name], described}
		b := c.compact(schema.Block, "")
		b.Version = int(schema.Version)
		types[name] = b
	}
	out, err := json.Marshal(types)
	if err != nil {
		return err
	}
	text := strings.ReplaceAll(string(out), `,"digitalocean_`, ",\n\"digitalocean_")
	_, err = fmt.Println(text)
	return err
}

// compactor is at work on one type.
type compactor struct {
	name      string
	more      map[string]extra
	described map[string]string
}

// compact writes a block; within is its path in the type, "" or ending in a dot.
func (c compactor) compact(b *tfjson.SchemaBlock, within string) block {
	out := block{Attributes: map[string]attribute{}, Blocks: map[string]nested{}}
	for name, a := range b.Attributes {
		x := c.more[within+name]
		t, _ := json.Marshal(a.AttributeType) // a cty.Type that was just read always marshals
		out.Attributes[name] = attribute{Type: t, Flags: flags(a, x), Default: x.Default}
	}
	for name, n := range b.NestedBlocks {
		out.Blocks[name] = nested{
			Mode:     string(n.NestingMode),
			Min:      n.MinItems,
			Max:      n.MaxItems,
			ForceNew: c.more[within+name].ForceNew,
			block:    c.compact(n.Block, within+name+"."),
		}
	}
	path := strings.TrimSuffix(c.name+"."+within, ".")
	describe(path, &out, c.described, c.more, within)
	return out
}

func flags(a *tfjson.SchemaAttribute, x extra) string {
	out := ""
	for _, f := range []struct {
		set  bool
		flag string
	}{{a.Required, "r"}, {a.Optional, "o"}, {a.Computed, "c"}, {a.Sensitive || x.Sensitive, "s"}, {x.ForceNew, "n"}} {
		if f.set {
			out += f.flag
		}
	}
	return out
}
