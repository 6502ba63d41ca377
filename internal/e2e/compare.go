package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

// compare tells how two plans in JSON differ in what they mean, a line a
// difference. What differs from run to run of one engine is passed over: the
// time, the order of sibling modules and of relevant attributes, and the
// engine's version.
func compare(want, got []byte) ([]string, error) {
	a, err := meaning(want)
	if err != nil {
		return nil, err
	}
	b, err := meaning(got)
	if err != nil {
		return nil, err
	}
	var differences []string
	walk("", a, b, &differences)
	return differences, nil
}

func meaning(plan []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(plan))
	decoder.UseNumber()
	var top map[string]any
	if err := decoder.Decode(&top); err != nil {
		return nil, err
	}
	delete(top, "timestamp")
	delete(top, "terraform_version")
	return arranged(top), nil
}

// arranged turns lists whose order says nothing into maps: by address where the
// elements have one, else by their text.
func arranged(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name, value := range v {
			v[name] = arranged(value)
			if list, ok := value.([]any); ok && unordered(name) {
				v[name] = keyed(list)
			}
			if name == "terraform_version" { // of prior_state
				delete(v, name)
			}
		}
	case []any:
		for i := range v {
			v[i] = arranged(v[i])
		}
	}
	return v
}

func unordered(name string) bool {
	switch name {
	case "child_modules", "relevant_attributes", "resource_changes", "resource_drift", "checks":
		return true
	}
	return false
}

func keyed(list []any) any {
	out := map[string]any{}
	for _, element := range list {
		key := text(element)
		if object, ok := element.(map[string]any); ok {
			if address, ok := object["address"].(string); ok {
				key = address + text(object["deposed"])
			}
		}
		out[key] = element
	}
	return out
}

func walk(path string, a, b any, out *[]string) {
	x, isMap := a.(map[string]any)
	y, areMaps := b.(map[string]any)
	if isMap && areMaps {
		keys := slices.Collect(maps.Keys(x))
		for key := range y {
			if _, ok := x[key]; !ok {
				keys = append(keys, key)
			}
		}
		sort.Strings(keys)
		for _, key := range keys {
			walk(path+"."+key, present(x, key), present(y, key), out)
		}
		return
	}
	xs, isList := a.([]any)
	ys, areLists := b.([]any)
	if isList && areLists && len(xs) == len(ys) {
		for i := range xs {
			walk(fmt.Sprintf("%s[%d]", path, i), xs[i], ys[i], out)
		}
		return
	}
	if text(a) != text(b) {
		*out = append(*out, fmt.Sprintf("%s: want %s, got %s", strings.TrimPrefix(path, "."), text(a), text(b)))
	}
}

// absent stands for a key that is not there, which JSON's null is not.
type absent struct{}

func present(m map[string]any, key string) any {
	if v, ok := m[key]; ok {
		return v
	}
	return absent{}
}

func text(v any) string {
	if _, ok := v.(absent); ok {
		return "nothing"
	}
	out, _ := json.Marshal(v) // made of what was decoded from JSON
	return string(out)
}
