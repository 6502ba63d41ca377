package bench

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// Own gives a copy of a real plan names, tags and ids of its own, wherever a
// resource has them or refers to them, so that copies do not reach into each other.
func Own(plan []byte, number int) ([]byte, error) {
	var whole any
	if err := json.Unmarshal(plan, &whole); err != nil {
		return nil, err
	}
	owner{number: number}.walk(whole)
	return json.Marshal(whole)
}

// owner walks a plan. It knows whether it is among a resource's own attributes,
// and in what holds names or ids.
type owner struct {
	number                 int // of the copy
	attributes, names, ids bool
}

func (o owner) walk(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name, value := range v {
			inner := o
			inner.attributes = o.attributes || name == "before" || name == "after" || name == "values" || name == "expressions"
			constant := name == "constant_value"
			inner.names = o.attributes && (holdsNames(name) || o.names && constant)
			inner.ids = o.attributes && (holdsIDs(name) || o.ids && constant)
			v[name] = inner.walk(value)
		}
	case []any:
		for i := range v {
			v[i] = o.walk(v[i])
		}
	case string:
		return o.text(v)
	case float64: // an id among droplet_ids
		if o.ids {
			return v + 1e9*float64(o.number)
		}
	}
	return v
}

// text is an id in the same form, or a name with a suffix.
func (o owner) text(v string) string {
	switch {
	case o.ids && uuid.MatchString(v):
		return fmt.Sprintf("%08x", o.number) + v[8:]
	case o.ids && digits.MatchString(v):
		return fmt.Sprint(o.number) + v
	case o.names:
		return fmt.Sprintf("%s-%d", v, o.number)
	}
	return v
}

var (
	uuid   = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)
	digits = regexp.MustCompile(`^[0-9]{9}$`)
)

func holdsNames(attribute string) bool {
	switch attribute {
	case "name", "tags", "domain", "bucket", "cluster_name":
		return true
	}
	return strings.HasSuffix(attribute, "_tags") || strings.HasSuffix(attribute, "_tag") || strings.HasSuffix(attribute, "_bucket")
}

func holdsIDs(attribute string) bool {
	return attribute == "id" || strings.HasSuffix(attribute, "_id") || strings.HasSuffix(attribute, "_ids") || strings.HasSuffix(attribute, "_uuid")
}
