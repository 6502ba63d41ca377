package tfexpr

import (
	"fmt"
	"io/fs"
	"sort"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/srmlint/srmlint/internal/inventory"
	"github.com/srmlint/srmlint/internal/tffunc"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// testScope has one root name per value.
type testScope struct {
	names     map[string]cty.Value
	functions map[string]function.Function
}

func (s testScope) Resolve(t hcl.Traversal) (cty.Value, int, hcl.Diagnostics) {
	v, ok := s.names[t.RootName()]
	if !ok {
		return cty.NilVal, 0, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "no " + t.RootName(), Subject: t.SourceRange().Ptr()}}
	}
	return v, 1, nil
}

func (s testScope) Function(name string) (function.Function, bool) {
	f, ok := s.functions[name]
	return f, ok
}

func (testScope) File(path string) ([]byte, error) {
	if path == "greet.tmpl" {
		return []byte("hello ${name}"), nil
	}
	return nil, fs.ErrNotExist
}

func (testScope) Files(string, string) ([]string, error) { return nil, fs.ErrNotExist }

func (testScope) Spend(int) bool { return true }

// droplet is an instance of which name and region are known and id is not.
func droplet(name string) cty.Value {
	id := cty.UnknownVal(cty.String).RefineNotNull().Mark(inventory.Origin{Address: name, Attribute: "id"})
	return cty.ObjectVal(map[string]cty.Value{
		"id": id, "name": cty.StringVal(name), "region": cty.StringVal("nyc3"),
		"ip": inventory.Unknown(cty.String, inventory.Origin{Address: name, Attribute: "ip"}),
	})
}

func newTestScope() testScope {
	return testScope{functions: tffunc.Table(), names: map[string]cty.Value{
		"a": droplet("a"), "b": droplet("b"), "c": droplet("c"),
		"web":      cty.TupleVal([]cty.Value{droplet("web[0]"), droplet("web[1]")}),
		"app":      cty.ObjectVal(map[string]cty.Value{"x": droplet(`app["x"]`), "y": droplet(`app["y"]`)}),
		"some":     Many(droplet("some")), // count unknown
		"mods":     Many(cty.ObjectVal(map[string]cty.Value{"ids": cty.TupleVal([]cty.Value{droplet("m0").GetAttr("id"), droplet("m1").GetAttr("id")})})),
		"data":     Opaque("data.x.y"),
		"volumes":  inventory.Unknown(cty.Set(cty.String), inventory.Origin{Address: "d", Attribute: "volume_ids"}),
		"unknown":  Anything(),
		"maybe":    inventory.Unknown(cty.Bool, inventory.Anything),
		"number":   inventory.Unknown(cty.Number, inventory.Anything),
		"key":      inventory.Unknown(cty.String, inventory.Anything),
		"list":     inventory.Unknown(cty.List(cty.String), inventory.Anything),
		"password": cty.StringVal("hunter2").Mark(inventory.Sensitive),
		"uri":      inventory.Unknown(cty.String, inventory.Origin{Address: "db", Attribute: "uri"}).Mark(inventory.Sensitive),
	}}
}

func evaluate(t testing.TB, expression string) (cty.Value, hcl.Diagnostics) {
	x, diags := hclsyntax.ParseExpression([]byte(expression), "test.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatalf("%s: %s", expression, diags)
	}
	return Evaluate(x, newTestScope())
}

// describe writes a value with its marks: ?a.id is unknown and will be a's id,
// ?(a.id)~ may be it, ?f(a.id) is derived from it, * is anything, # literals.
func describe(v cty.Value) string {
	if shape := shapeOf(v); shape != nil {
		return secret(v) + "many " + describe(shape.element)
	}
	inner, marks := v.Unmark()
	if !inner.IsKnown() {
		return secret(v) + "?" + origins(marks)
	}
	prefix := secret(v)
	if v.HasMark(asSet) {
		prefix += "set"
	} else if v.HasMark(unordered) {
		prefix += "loose"
	}
	switch t := inner.Type(); {
	case inner.IsNull():
		return prefix + "null"
	case t == cty.String:
		return prefix + fmt.Sprintf("%q", inner.AsString())
	case t == cty.Number:
		return prefix + inner.AsBigFloat().Text('f', -1)
	case t == cty.Bool:
		return prefix + fmt.Sprint(inner.True())
	case t.IsObjectType() || t.IsMapType():
		var parts []string
		for name, attribute := range inner.AsValueMap() {
			parts = append(parts, name+"="+describe(attribute))
		}
		sort.Strings(parts)
		return prefix + "{" + strings.Join(parts, " ") + "}"
	}
	var parts []string
	for _, element := range inner.AsValueSlice() {
		parts = append(parts, describe(element))
	}
	return prefix + "[" + strings.Join(parts, " ") + "]"
}

func secret(v cty.Value) string {
	if v.HasMark(inventory.Sensitive) {
		return "secret "
	}
	return ""
}

func origins(marks cty.ValueMarks) string {
	var parts []string
	for m := range marks {
		o, ok := m.(inventory.Origin)
		switch {
		case !ok:
		case o == inventory.Anything:
			parts = append(parts, "*")
		case o == inventory.Literals:
			parts = append(parts, "#")
		default:
			parts = append(parts, certain(o))
		}
	}
	sort.Strings(parts)
	return strings.Join(parts, ",")
}

func certain(o inventory.Origin) string {
	text := o.Address + "." + o.Attribute
	switch o.Certainty {
	case inventory.Maybe:
		return text + "~"
	case inventory.Derived:
		return "f(" + text + ")"
	case inventory.Assumed:
		return text + "!"
	}
	return text
}

// TestMarks: what is known of unknown values after each kind of expression.
// An error here is a wrong verdict: sure may not be said of what is not.
func TestMarks(t *testing.T) {
	tests := []struct{ expression, want string }{
		// the attribute itself
		{`a.id`, `?a.id`},
		{`(a.id)`, `?a.id`},
		{`"${a.id}"`, `?a.id`},
		{`tostring(a.id)`, `?a.id`},
		{`tonumber(a.id)`, `?a.id`},
		{`[a.id, b.id]`, `[?a.id ?b.id]`},
		{`{ x = a.id }.x`, `?a.id`},
		{`[a.id, b.id][1]`, `?b.id`},
		{`web[0].id`, `?web[0].id`},
		{`web[*].id`, `[?web[0].id ?web[1].id]`},
		{`web.*.id`, `[?web[0].id ?web[1].id]`},
		{`a[*].id`, `[?a.id]`},
		{`app["x"].id`, `?app["x"].id`},
		{`values(app)[*].id`, `[?app["x"].id ?app["y"].id]`},
		{`[for d in app : d.id]`, `[?app["x"].id ?app["y"].id]`},
		{`{ for k, d in app : k => d.id }["y"]`, `?app["y"].id`},
		{`[for d in web : d.id if d.region == "nyc3"]`, `[?web[0].id ?web[1].id]`},
		{`[for d in web : d.id if d.region == "ams3"]`, `[]`},
		{`coalesce(a.id, "x")`, `?a.id`},
		{`try(a.id, "x")`, `?a.id`},
		{`try(a.missing, b.id)`, `?b.id`},
		{`nonsensitive(sensitive(a.id))`, `?a.id`},
		{`one([a.id])`, `?a.id`},
		{`element([a.id, b.id], 3)`, `?b.id`},
		{`lookup({ x = a.id }, "x", "none")`, `?a.id`},
		{`lookup({ x = a.id }, "z", b.id)`, `?b.id`},

		// derived from it
		{`"${a.ip}/32"`, `?*,f(a.ip)`},
		{`"x-${a.id}-${b.id}"`, `?*,f(a.id),f(b.id)`},
		{`"%{ for d in web }${d.id},%{ endfor }"`, `?*,f(web[0].id),f(web[1].id)`},
		{`upper(a.id)`, `?*,f(a.id)`},
		{`join(",", web[*].id)`, `?*,f(web[0].id),f(web[1].id)`},
		{`jsonencode([a.id])`, `?*,f(a.id)`},
		{`split(",", a.id)`, `?*,f(a.id)`},
		{`split(",", a.id)[0]`, `?*,f(a.id)`},
		{`format("%s", a.id)`, `?*,f(a.id)`},
		{`tonumber(a.id) + 1`, `?*,f(a.id)`},
		{`-tonumber(a.id)`, `?*,f(a.id)`},
		{`a.id == b.id`, `?*,f(a.id),f(b.id)`},
		{`a.id == "x"`, `?*,f(a.id)`},
		{`volumes[*]`, `many ?*,f(d.volume_ids)`},
		{`tolist(volumes)[0]`, `?*,f(d.volume_ids)`},
		{`one(volumes)`, `?*,f(d.volume_ids)`},
		{`templatefile("greet.tmpl", { name = a.id })`, `?*,f(a.id)`},
		{`templatestring("hello $${name}", { name = a.id })`, `?*,f(a.id)`},
		{`{ (a.id) = 1 }`, `many 1`},
		{`{ for d in web : d.id => d.name }`, `many ?#,*`},
		{`{ for d in web : d.name => d.id }`, `{web[0]=?web[0].id web[1]=?web[1].id}`},
		{`provider::x::y(a.id)`, `?*,f(a.id)`},
		{`timestamp()`, `?*`},
		{`cidrhost(a.ip, 1)`, `?*,f(a.ip)`},

		// known all the same
		{`a.id != null`, `true`},
		{`a.id == null ? "none" : "some"`, `"some"`},
		{`length(web[*].id)`, `2`},
		{`length([a.id, b.id]) > 0`, `true`},
		{`length(toset([a.id]))`, `1`},
		{`length(toset([a.id, b.id]))`, `?*,f(a.id),f(b.id)`},
		{`length(app)`, `2`},
		{`keys(app)`, `["x" "y"]`},
		{`a.name`, `"a"`},
		{`some != null`, `true`},
		{`contains([a.id, "x"], "x")`, `true`},
		{`contains([a.id, "x"], "y")`, `?*,f(a.id)`},
		{`contains([a.id, b.id], a.id)`, `true`},
		{`contains(web[*].name, "web[0]")`, `true`},
		{`false && a.id == "x"`, `false`},
		{`a.id == "x" && false`, `false`},
		{`true || maybe`, `true`},
		{`anytrue([maybe, true])`, `true`},
		{`alltrue([maybe, false])`, `false`},
		{`alltrue([maybe, true])`, `?*`},
		{`can(a.missing)`, `false`},
		{`can(a.id)`, `true`},

		// one of several
		{`maybe ? a.id : b.id`, `?a.id~,b.id~`},
		{`maybe ? a.id : a.id`, `?a.id`},
		{`maybe ? a.id : "12345"`, `?#,a.id~`},
		{`maybe ? a.id : null`, `?a.id~`},
		{`maybe ? a.id : unknown`, `?*,a.id~`},
		{`maybe ? "x" : "y"`, `?#,*`},
		{`maybe ? "x" : "x"`, `"x"`},
		{`(maybe ? a : b).id`, `?a.id~,b.id~`},
		{`(maybe ? a : b).region`, `"nyc3"`},
		{`(maybe ? a : b).name`, `?#,*`},
		{`maybe ? [a.id] : []`, `many ?a.id~`},
		{`maybe ? [a.id, b.id] : [a.id]`, `many ?a.id,b.id~`},
		{`maybe ? [a.id, "x"] : []`, `many ?#,a.id~`},
		{`maybe ? [a.id] : [b.id]`, `[?a.id~,b.id~]`},
		{`maybe ? web[*].id : list`, `?*,web[0].id~,web[1].id~`},
		{`maybe ? { x = a.id } : { y = b.id }`, `?*,a.id~,b.id~`},
		{`[{ x = 1 }, { y = 2 }][number]`, `?#,*`},
		{`[{ x = a.id }, { x = a.id, y = b.id }, [a.id]][number].x`, `?*,f(a.id),f(b.id)`},
		{`{ (key) = { x = 1 }, (a.id) = { y = 2 } }["k"]`, `?#,*`},
		{`[{ x = 1 }, null][number]`, `?#,*`},
		{`a.id == "x" ? b.id : c.id`, `?b.id~,c.id~`},
		{`web[number].id`, `?web[0].id~,web[1].id~`},
		{`web[number].region`, `"nyc3"`},
		{`app[key].id`, `?app["x"].id~,app["y"].id~`},
		{`element(web[*].id, number)`, `?web[0].id~,web[1].id~`},
		{`lookup({ x = a.id, y = b.id }, key, "none")`, `?#,a.id~,b.id~`},
		{`[for d in web : d.id if maybe]`, `many ?web[0].id~,web[1].id~`},
		{`[for d in web : d.id if d.ip != ""]`, `many ?web[0].id~,web[1].id~`},
		{`[for d in web : d if d.ip != ""][*].region`, `many "nyc3"`},
		{`coalesce(a.ip, b.ip)`, `?a.ip~,b.ip~`},
		{`coalesce(null, "", a.ip)`, `?a.ip`},
		{`try(web[number].id, "none")`, `?#,web[0].id~,web[1].id~`},
		{`setsubtract([a.id, b.id], [c.id])`, `many ?a.id~,b.id~`},
		{`setsubtract([a.id, b.id], [b.id])`, `many ?a.id~`},
		{`setintersection([a.id, b.id], [b.id, c.id])`, `many ?a.id~,b.id,c.id~`},
		{`matchkeys(web[*].id, web[*].id, [a.id])`, `many ?web[0].id~,web[1].id~`},
		{`slice(web[*].id, 0, number)`, `many ?web[0].id~,web[1].id~`},
		{`sort(web[*].id)[0]`, `?web[0].id~,web[1].id~`},
		{`tolist(toset([a.id, b.id]))[0]`, `?a.id~,b.id~`},

		// collections keep what is in them
		{`concat([a.id], web[*].id)`, `[?a.id ?web[0].id ?web[1].id]`},
		{`concat([a.id], list)`, `many ?*,a.id`},
		{`concat([a.id, "x"], list)`, `many ?#,*,a.id`},
		{`concat(list, some[*].id)`, `many ?*,some.id`},
		{`flatten([[a.id], [[b.id]], "x"])`, `[?a.id ?b.id "x"]`},
		{`flatten([[a.id], list])`, `many ?*,a.id`},
		{`flatten(mods[*].ids)`, `many ?m0.id,m1.id`},
		{`flatten([for m in mods : m.ids])`, `many ?m0.id,m1.id`},
		{`distinct([a.id, a.id, b.id])`, `[?a.id ?b.id]`},
		{`compact([a.id, "", null, "x"])`, `[?a.id "x"]`},
		{`reverse(web[*].id)`, `[?web[1].id ?web[0].id]`},
		{`toset([a.id, b.id])`, `set[?a.id ?b.id]`},
		{`[for x in toset([a.id, b.id]) : x]`, `loose[?a.id ?b.id]`},
		{`[for x in toset([a.id, b.id]) : "${x}/32"]`, `loose[?*,f(a.id) ?*,f(b.id)]`},
		{`tolist(toset([a.id]))`, `[?a.id]`},
		{`setunion([a.id], ["x"])`, `set[?a.id "x"]`},
		{`setunion(toset([a.id]), list)`, `many ?*,a.id`},
		{`merge({ x = a.id }, { y = b.id })`, `{x=?a.id y=?b.id}`},
		{`values(merge({ x = a.id }, unknown))`, `many ?*,a.id~`},
		{`zipmap(["x", "y"], web[*].id)`, `{x=?web[0].id y=?web[1].id}`},
		{`zipmap(web[*].id, ["x", "y"])`, `many ?#,*`},
		{`chunklist(web[*].id, 1)`, `[[?web[0].id] [?web[1].id]]`},
		{`setproduct(["x"], web[*].id)`, `[["x" ?web[0].id] ["x" ?web[1].id]]`},
		{`coalescelist([], web[*].id)`, `[?web[0].id ?web[1].id]`},
		{`slice(web[*].id, 1, 2)`, `[?web[1].id]`},
		{`tomap({ x = a.id })`, `{x=?a.id}`},
		{`matchkeys(web[*].id, ["x", "y"], ["y"])`, `[?web[1].id]`},
		{`concat([[a.id], list]...)`, `many ?*,a.id`},
		{`concat(mods[*].ids...)`, `many ?m0.id,m1.id`},

		// blocks of which the count is unknown
		{`some[*].id`, `many ?some.id`},
		{`[for d in some : d.id]`, `many ?some.id`},
		{`[for k, d in some : d.id if d.region == "nyc3"]`, `many ?some.id`},
		{`[for d in some : d.id if d.region == "ams3"]`, `[]`},
		{`[for d in some : d.id if d.ip != ""]`, `many ?some.id~`},
		{`values(some)[*].id`, `many ?some.id`},
		{`{ for k, d in some : k => d.id }`, `many ?some.id`},
		{`some[0].id`, `?some.id~`},
		{`some[0].region`, `"nyc3"`},
		{`some["x"].id`, `?some.id~`},
		{`one(some[*].id)`, `?some.id~`},
		{`try(some[0].id, "")`, `?#,some.id~`},
		{`try(some[0].id, null)`, `?some.id~`},
		{`join("", some[*].id)`, `?*,f(some.id)`},
		{`concat(some[*].id, [a.id])`, `many ?a.id,some.id`},
		{`toset(some[*].id)`, `many ?some.id`},
		{`length(some)`, `?*,f(some.id),f(some.ip)`},
		{`maybe ? some[*].id : []`, `many ?some.id~`},
		{`element(concat(some[*].id, [""]), 0)`, `?#,some.id~`},

		// what nothing is known of
		{`unknown`, `?*`},
		{`unknown.x[0].y`, `?*`},
		{`[for x in unknown : x.id]`, `many ?*`},
		{`[for x in list : x]`, `?*`},
		{`[for x in list : a.id]`, `many ?a.id~`}, // the list may be empty
		{`[for d in some : [d.id, a.id]]`, `many [?some.id ?a.id~]`},
		{`setproduct(list, web[*].id)`, `many [?* ?web[0].id~,web[1].id~]`},
		{`{ (key) = a.id }`, `many ?a.id`},
		{`{ (key) = a.id, x = b.id }`, `many ?a.id~,b.id~`}, // the key may be x
		{`try(a.ip, "x")`, `?a.ip`},
		{`try(tonumber(a.ip), 0)`, `?#,a.ip~`},
		{`try(data.id, a.id)`, `?a.id~,data.x.y.id~`},
		{`can(tonumber(a.ip))`, `?*,f(a.ip)`},
		{`data.id`, `?data.x.y.id`},
		{`data.outputs.id`, `?*,f(data.x.y.outputs)`},
		{`data[*].id`, `many ?data.x.y.id`},
		{`data.ids[*]`, `many ?*,f(data.x.y.ids)`},
		{`unknown ? 1 : 2`, `?#,*`},

		// secrets stay secrets
		{`password`, `secret "hunter2"`},
		{`"x${password}"`, `secret "xhunter2"`},
		{`[password][0]`, `secret "hunter2"`},
		{`[password, "x"]`, `[secret "hunter2" "x"]`},
		{`jsonencode({ p = password })`, `secret "{\"p\":\"hunter2\"}"`},
		{`upper(password)`, `secret "HUNTER2"`},
		{`password == "hunter2"`, `secret true`},
		{`password == "hunter2" ? a.id : b.id`, `secret ?a.id`},
		{`[for x in ["p"] : x if password != ""]`, `secret ["p"]`},
		{`concat([password], [a.id])`, `[secret "hunter2" ?a.id]`},
		{`merge({ p = password }, { x = 1 }).x`, `1`},
		{`uri`, `secret ?db.uri`},
		{`"postgres://${uri}"`, `secret ?*,f(db.uri)`},
		{`maybe ? password : "x"`, `secret ?#,*`},
		{`sensitive("x")`, `secret "x"`},
		{`nonsensitive(password)`, `"hunter2"`},
		{`issensitive(password)`, `true`},
		{`length([password])`, `1`},
		{`templatefile("greet.tmpl", { name = password })`, `secret "hello hunter2"`},
		{`base64encode(password)`, `secret "aHVudGVyMg=="`},
		{`tomap({ p = password })["p"]`, `secret "hunter2"`},
		{`toset([password])`, `secret ["hunter2"]`},
		{`{ (password) = 1 }`, `secret {hunter2=1}`},
		{`try(password, "x")`, `secret "hunter2"`},
		{`coalesce("", password)`, `secret "hunter2"`},
		{`sha256(uri)`, `secret ?*,f(db.uri)`},
	}
	for _, test := range tests {
		v, diags := evaluate(t, test.expression)
		if diags.HasErrors() {
			t.Errorf("%s: %s", test.expression, diags)
			continue
		}
		if got := describe(v); got != test.want {
			t.Errorf("%s\n  is   %s\n  want %s", test.expression, got, test.want)
		}
	}
}
