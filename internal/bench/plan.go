// Package bench makes plans and configurations of any size, for measuring. They
// are made of real plans, so that types, values and references are those of
// real work; equal arguments give equal bytes.
package bench

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Shape says how much there shall be of what.
type Shape struct {
	Modules   int // module blocks, each holding one of the real plans
	Instances int // instances of each (count)
	// Foreign is how many resources of another provider stand beside each
	// module instance.
	Foreign int
}

// base is a real plan, cut into what is repeated and what stands once.
type base struct {
	changes       []entry
	configuration json.RawMessage // of its root module
}

// entry is one resource change without what differs from copy to copy.
type entry struct {
	address string
	module  string // empty for the root module
	// The JSON object's members from "mode" on, without the closing brace.
	rest pieces
	// The same of planned_values; empty where the plan leaves nothing.
	values pieces
}

// pieces are JSON, cut where the number of the copy goes: as modules mostly do,
// each copy gives what it makes names of its own.
type pieces []string

type plan struct {
	ResourceChanges []json.RawMessage `json:"resource_changes"`
	Configuration   struct {
		RootModule json.RawMessage `json:"root_module"`
	} `json:"configuration"`
}

// WritePlan writes a plan in the order of members that Terraform has.
func WritePlan(w io.Writer, real [][]byte, s Shape) error {
	bases := make([]base, len(real))
	for i, text := range real {
		b, err := cut(text)
		if err != nil {
			return fmt.Errorf("real plan %d: %w", i, err)
		}
		bases[i] = b
	}
	out := &writer{Writer: bufio.NewWriterSize(w, 1<<20), shape: s, bases: bases}
	out.plan()
	return out.Flush()
}

func cut(text []byte) (base, error) {
	var p plan
	if err := json.Unmarshal(text, &p); err != nil {
		return base{}, err
	}
	b := base{configuration: p.Configuration.RootModule}
	for _, change := range p.ResourceChanges {
		e, err := cutChange(change)
		if err != nil {
			return base{}, err
		}
		b.changes = append(b.changes, e)
	}
	return b, nil
}

func cutChange(text json.RawMessage) (entry, error) {
	var c struct {
		Address  string          `json:"address"`
		Module   string          `json:"module_address"`
		Mode     json.RawMessage `json:"mode"`
		Type     json.RawMessage `json:"type"`
		Name     json.RawMessage `json:"name"`
		Index    json.RawMessage `json:"index,omitempty"`
		Provider json.RawMessage `json:"provider_name"`
		Change   struct {
			After     json.RawMessage `json:"after"`
			Sensitive json.RawMessage `json:"after_sensitive"`
		} `json:"change"`
	}
	if err := json.Unmarshal(text, &c); err != nil {
		return entry{}, err
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(text, &members); err != nil {
		return entry{}, err
	}
	common := fmt.Sprintf(`"mode":%s,"type":%s,"name":%s`, c.Mode, c.Type, c.Name)
	if c.Index != nil {
		common += fmt.Sprintf(`,"index":%s`, c.Index)
	}
	common += fmt.Sprintf(`,"provider_name":%s`, c.Provider)
	cut := func(s string) pieces { return pieces{s} }
	if named(string(c.Type)) {
		cut = numbered
	}
	e := entry{address: c.Address, module: c.Module, rest: cut(common + `,"change":` + string(members["change"]))}
	if after := string(c.Change.After); after != "" && after != "null" {
		e.values = cut(fmt.Sprintf(`%s,"schema_version":1,"values":%s,"sensitive_values":%s`, common, after, c.Change.Sensitive))
	}
	return e, nil
}

// named tells of resource types, in quotes, whose names nothing refers to.
func named(resourceType string) bool {
	switch strings.TrimPrefix(strings.Trim(resourceType, `"`), "digitalocean_") {
	case "droplet", "firewall", "vpc", "loadbalancer", "volume", "database_cluster", "kubernetes_cluster", "project":
		return true
	}
	return false
}

// numbered cuts JSON at the end of the name that the object has.
func numbered(s string) pieces {
	const member = `"name":"`
	i := strings.Index(s, `{"`) // the change, or the values: the object's own name stands before
	if i < 0 {
		return pieces{s}
	}
	at := strings.Index(s[i:], member)
	if at < 0 {
		return pieces{s}
	}
	at += i + len(member)
	end := at + strings.IndexByte(s[at:], '"')
	return pieces{s[:end], s[end:]}
}

// writer keeps the first error, as bufio does, until Flush.
type writer struct {
	*bufio.Writer
	shape Shape
	bases []base
}

func (w *writer) print(parts ...string) {
	for _, p := range parts {
		w.WriteString(p) //nolint:errcheck // Flush tells
	}
}

func (w *writer) plan() {
	w.print(`{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"child_modules":[`)
	w.eachModule(func(module string, n int, b base) {
		w.print(`{"resources":[`)
		comma := ""
		for _, e := range b.changes {
			if len(e.values) > 0 {
				w.print(comma, `{"address":`, quote(nested(module, e.address)), `,`, e.values.of(n), `}`)
				comma = ","
			}
		}
		w.print(`],"address":`, quote(module), `}`)
	})
	w.print(`]}},"resource_changes":[`)
	w.eachModule(func(module string, n int, b base) {
		comma := ""
		for _, e := range b.changes {
			w.print(comma, `{"address":`, quote(nested(module, e.address)), `,"module_address":`, quote(joined(module, e.module)), `,`, e.rest.of(n), `}`)
			comma = ","
		}
		for i := range w.shape.Foreign {
			w.print(comma, foreign(module, i))
			comma = ","
		}
	})
	w.print(`],"configuration":{"provider_config":{"digitalocean":{"name":"digitalocean",`,
		`"full_name":"registry.terraform.io/digitalocean/digitalocean"}},"root_module":{"module_calls":{`)
	for m := range w.shape.Modules {
		if m > 0 {
			w.print(",")
		}
		w.print(quote(callName(m)), `:{"source":"./system","count_expression":{"constant_value":`,
			fmt.Sprint(w.shape.Instances), `},"module":`, string(w.bases[m%len(w.bases)].configuration), `}`)
	}
	w.print(`}}},"timestamp":"2026-11-01T00:00:00Z","applyable":true,"complete":true,"errored":false}`, "\n")
}

func (w *writer) eachModule(write func(address string, n int, b base)) {
	comma := ""
	for m := range w.shape.Modules {
		for i := range w.shape.Instances {
			w.print(comma)
			write(fmt.Sprintf("module.%s[%d]", callName(m), i), i, w.bases[m%len(w.bases)])
			comma = ","
		}
	}
}

// of is the text of one copy.
func (p pieces) of(n int) string { return strings.Join(p, fmt.Sprintf("-%d", n)) }

func callName(m int) string { return fmt.Sprintf("system%d", m) }

// nested puts an address into a module, data sources and nested modules alike.
func nested(module, address string) string { return module + "." + address }

// joined is the address of a module within another, or that other.
func joined(module, inner string) string {
	if inner == "" {
		return module
	}
	return nested(module, inner)
}

func foreign(module string, i int) string {
	return fmt.Sprintf(`{"address":%s,"module_address":%s,"mode":"managed","type":"terraform_data","name":"other","index":%d,`+
		`"provider_name":"terraform.io/builtin/terraform","change":{"actions":["create"],"before":null,`+
		`"after":{"input":%s,"triggers_replace":null},"after_unknown":{"id":true,"output":true},`+
		`"before_sensitive":false,"after_sensitive":{}}}`,
		quote(fmt.Sprintf("%s.terraform_data.other[%d]", module, i)), quote(module), i,
		quote(strings.Repeat("manifest: {kind: ConfigMap}\n", 20)))
}

func quote(s string) string {
	text, _ := json.Marshal(s) // a string always marshals
	return string(text)
}
