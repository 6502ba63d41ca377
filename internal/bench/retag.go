package bench

import "encoding/json"

// Retag gives the tags in a real plan a suffix, wherever a resource has them or
// is selected by them, so that copies of the plan do not reach into each other.
func Retag(plan []byte, suffix string) ([]byte, error) {
	var whole any
	if err := json.Unmarshal(plan, &whole); err != nil {
		return nil, err
	}
	retagger{suffix: suffix}.walk(whole)
	return json.Marshal(whole)
}

// retagger walks a plan. It knows of the resource that it is in: its type, and
// whether it is among the resource's own attributes or within what holds tags.
type retagger struct {
	suffix, resourceType string
	attributes, tags     bool
}

func (r retagger) walk(v any) any {
	switch v := v.(type) {
	case map[string]any:
		if t, ok := v["type"].(string); ok && v["mode"] != nil {
			r.resourceType = t
		}
		for name, value := range v {
			inner := r
			inner.attributes = r.attributes || name == "after" || name == "values" || name == "expressions"
			inner.tags = r.attributes && (r.holdsTags(name) || r.tags && name == "constant_value")
			v[name] = inner.walk(value)
		}
	case []any:
		for i := range v {
			v[i] = r.walk(v[i])
		}
	case string:
		if r.tags {
			return v + r.suffix
		}
	}
	return v
}

func (r retagger) holdsTags(name string) bool {
	switch name {
	case "tags", "source_tags", "destination_tags", "droplet_tag":
		return true
	}
	return name == "name" && r.resourceType == "digitalocean_tag"
}
