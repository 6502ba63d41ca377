package catalogue

import (
	"encoding/json"
	"strings"
)

// policy is a bucket policy in the language of S3, which Spaces understands.
type policy struct {
	Statement statements
}

type statement struct {
	Effect       string
	Principal    principal
	NotPrincipal json.RawMessage
	Action       words
	NotAction    words
	Resource     words
	Condition    map[string]map[string]words
}

func parsePolicy(text string) (*policy, error) {
	var p policy
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		return nil, err
	}
	return &p, nil
}

// statements may be one object or a list of them.
type statements []statement

func (s *statements) UnmarshalJSON(data []byte) error {
	var list []statement
	if err := json.Unmarshal(data, &list); err == nil {
		*s = list
		return nil
	}
	var one statement
	if err := json.Unmarshal(data, &one); err != nil {
		return err
	}
	*s = statements{one}
	return nil
}

// words may be one string or a list of them; a bool or number is taken as text.
type words []string

func (w *words) UnmarshalJSON(data []byte) error {
	var list []any
	if json.Unmarshal(data, &list) != nil {
		var one any
		if err := json.Unmarshal(data, &one); err != nil {
			return err
		}
		list = []any{one}
	}
	for _, v := range list {
		if s, ok := v.(string); ok {
			*w = append(*w, s)
			continue
		}
		plain, err := json.Marshal(v)
		if err != nil {
			return err
		}
		*w = append(*w, string(plain))
	}
	return nil
}

// principal is everyone, or somebody.
type principal struct{ everyone bool }

func (p *principal) UnmarshalJSON(data []byte) error {
	var named map[string]words
	if json.Unmarshal(data, &named) == nil {
		for _, who := range named {
			p.everyone = p.everyone || contains(who, "*")
		}
		return nil
	}
	var list words
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	p.everyone = contains(list, "*")
	return nil
}

// publicActions lists the actions that everyone is allowed, as they are written.
func (p *policy) publicActions() (actions []string) {
	for i := range p.Statement {
		s := &p.Statement[i]
		if s.Effect != "Allow" || !s.public() || s.narrowed() || p.takenBack(s) {
			continue
		}
		if len(s.NotAction) > 0 {
			actions = appendNew(actions, "*")
		}
		for _, a := range s.Action {
			actions = appendNew(actions, a)
		}
	}
	return actions
}

func (s *statement) public() bool { return s.Principal.everyone || len(s.NotPrincipal) > 0 }

// narrowed tells whether a condition leaves only known addresses or accounts.
// Whatever a client may send as it likes (Referer, UserAgent, TLS) narrows nothing.
func (s *statement) narrowed() bool {
	for operator, keys := range s.Condition {
		for key, values := range keys {
			switch base := conditionOperator(operator); {
			case base == "ipaddress" && strings.EqualFold(key, "aws:SourceIp"):
				if fewAddresses(values) {
					return true
				}
			case strings.HasPrefix(base, "stringequals"), strings.HasPrefix(base, "stringlike"), strings.HasPrefix(base, "arn"):
				if aboutPrincipal(key) && len(values) > 0 && !contains(values, "*") {
					return true
				}
			}
		}
	}
	return false
}

// conditionOperator drops what does not change its meaning here: ForAnyValue:IpAddressIfExists.
func conditionOperator(name string) string {
	name = strings.ToLower(name)
	if _, after, found := strings.Cut(name, ":"); found {
		name = after
	}
	return strings.TrimSuffix(name, "ifexists")
}

func aboutPrincipal(key string) bool {
	key = strings.ToLower(key)
	return strings.HasPrefix(key, "aws:principal") || key == "aws:userid" || key == "aws:username" ||
		key == "aws:sourcearn" || key == "aws:sourceaccount"
}

func fewAddresses(values words) bool {
	var set addressSet
	for _, v := range values {
		p, ok := parseAddress(v)
		if !ok {
			return false
		}
		set.add(p)
	}
	return len(values) > 0 && !set.world()
}

// takenBack tells whether another statement denies everyone outside some
// addresses all that this one allows.
func (p *policy) takenBack(allow *statement) bool {
	for i := range p.Statement {
		deny := &p.Statement[i]
		if deny.Effect == "Deny" && deny.Principal.everyone && deny.everyAction() && deny.outsiders() && deny.covers(allow) {
			return true
		}
	}
	return false
}

func (s *statement) everyAction() bool { return contains(s.Action, "*") || contains(s.Action, "s3:*") }

// outsiders tells whether the one condition is: not from these few addresses.
func (s *statement) outsiders() bool {
	if len(s.Condition) != 1 {
		return false
	}
	for operator, keys := range s.Condition {
		if strings.ToLower(operator) != "notipaddress" || len(keys) != 1 {
			return false
		}
		for key, values := range keys {
			return strings.EqualFold(key, "aws:SourceIp") && fewAddresses(values)
		}
	}
	return false
}

func (s *statement) covers(other *statement) bool {
	for _, theirs := range other.Resource {
		found := false
		for _, mine := range s.Resource {
			prefix, open := strings.CutSuffix(mine, "*")
			found = found || mine == theirs || open && strings.HasPrefix(theirs, prefix)
		}
		if !found {
			return false
		}
	}
	return len(other.Resource) > 0
}
