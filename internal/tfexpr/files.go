package tfexpr

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// text returns an argument that is a known string.
func text(v cty.Value) (string, bool) {
	inner, _ := v.Unmark()
	inner, err := convert.Convert(inner, cty.String)
	if err != nil || inner.IsNull() || !inner.IsKnown() {
		return "", false
	}
	return inner.AsString(), true
}

// readFile reads the file that the first argument names; ok is false where the
// result is to be v.
func (e *evaluation) readFile(x *hclsyntax.FunctionCallExpr, args []cty.Value) (content []byte, v cty.Value, ok bool) {
	if len(args) == 0 {
		return nil, e.fail(x.Range(), "Wrong number of function arguments", "A path is needed."), false
	}
	path, known := text(args[0])
	if !known {
		return nil, derived(cty.UnknownVal(cty.String), args...), false
	}
	content, err := e.scope.File(path)
	if err != nil {
		e.note(x.Range(), "File not read", fmt.Sprintf("%s is unknown: %s.", x.Name, withoutPath(err, args)))
		return nil, derived(cty.UnknownVal(cty.String), args...), false
	}
	return content, cty.NilVal, true
}

// withoutPath leaves the path out of an error where it is sensitive.
func withoutPath(err error, args []cty.Value) error {
	for _, arg := range args {
		if IsSensitive(arg) {
			return errors.New("the path is sensitive, and not shown")
		}
	}
	return err
}

func fileContent(e *evaluation, x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	content, v, ok := e.readFile(x, args)
	if !ok {
		return v
	}
	if x.Name == "file" && !utf8.Valid(content) {
		return e.fail(x.Range(), "Error in function call", "Call to function \"file\" failed: the file is not valid UTF-8; use filebase64 to read it.")
	}
	return derived(cty.StringVal(digest(strings.TrimPrefix(x.Name, "file"), content)), args...)
}

// digest encodes content as the function file… of that name does.
func digest(kind string, content []byte) string {
	if kind == "" {
		return string(content)
	}
	if rest, ok := strings.CutPrefix(kind, "base64"); ok {
		return base64.StdEncoding.EncodeToString(hashed(rest, content))
	}
	return hex.EncodeToString(hashed(kind, content))
}

func hashed(kind string, content []byte) []byte {
	var h hash.Hash
	switch kind {
	case "md5":
		h = md5.New()
	case "sha1":
		h = sha1.New()
	case "sha256":
		h = sha256.New()
	case "sha512":
		h = sha512.New()
	default:
		return content
	}
	h.Write(content)
	return h.Sum(nil)
}

// fileexists is unknown for what may not be read, since that can be another file elsewhere.
func fileexists(e *evaluation, x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return e.fail(x.Range(), "Wrong number of function arguments", "A path is needed.")
	}
	path, known := text(args[0])
	if !known {
		return derived(cty.UnknownVal(cty.Bool), args...)
	}
	switch _, err := e.scope.File(path); {
	case errors.Is(err, fs.ErrNotExist):
		return derived(cty.False, args...)
	case err != nil:
		return derived(cty.UnknownVal(cty.Bool), args...)
	}
	return derived(cty.True, args...)
}

func fileset(e *evaluation, x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 2 {
		return e.fail(x.Range(), "Wrong number of function arguments", "A path and a pattern are needed.")
	}
	path, known := text(args[0])
	pattern, patternKnown := text(args[1])
	if !known || !patternKnown {
		return derived(cty.UnknownVal(cty.Set(cty.String)), args...)
	}
	paths, err := e.scope.Files(path, pattern)
	if err != nil {
		e.note(x.Range(), "Directory not read", fmt.Sprintf("fileset is unknown: %s.", withoutPath(err, args)))
		return derived(cty.UnknownVal(cty.Set(cty.String)), args...)
	}
	if len(paths) == 0 {
		return cty.SetValEmpty(cty.String)
	}
	elements := make([]cty.Value, len(paths))
	for i, p := range paths {
		elements[i] = cty.StringVal(p)
	}
	return derived(cty.SetVal(elements), args...)
}

// maxTemplates bounds templates that render templates.
const maxTemplates = 64

func templatefile(e *evaluation, x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 2 {
		return e.fail(x.Range(), "Wrong number of function arguments", "A path and variables are needed.")
	}
	content, v, ok := e.readFile(x, args)
	if !ok {
		return v
	}
	path, _ := text(args[0])
	return derived(e.render(x, content, path, args[1]), args[0])
}

func templatestring(e *evaluation, x *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 2 {
		return e.fail(x.Range(), "Wrong number of function arguments", "A template and variables are needed.")
	}
	content, known := text(args[0])
	if !known {
		return derived(cty.UnknownVal(cty.String), args...)
	}
	return derived(e.render(x, []byte(content), "template", args[1]), args[0])
}

// render evaluates a template that sees nothing but its variables.
func (e *evaluation) render(x *hclsyntax.FunctionCallExpr, content []byte, name string, variables cty.Value) cty.Value {
	if e.nested >= maxTemplates {
		return e.fail(x.Range(), "Template recursion", "Templates are nested too deeply; does a template render itself?")
	}
	names, ok := entries(variables)
	if !ok {
		return derived(cty.UnknownVal(cty.String), variables)
	}
	if tooDeep := CheckTemplate(content, name); tooDeep != nil {
		return e.failWith(hcl.Diagnostics{tooDeep})
	}
	parsed, diags := hclsyntax.ParseTemplate(content, name, hcl.InitialPos)
	if diags.HasErrors() {
		return e.fail(x.Range(), "Invalid template", "The template "+name+" does not parse: "+diags[0].Summary+".")
	}
	inner := &evaluation{
		scope: templateScope{e.scope}, frame: &frame{names: names}, depth: e.depth, nested: e.nested + 1,
	}
	v := inner.value(parsed)
	e.doubts += inner.doubts
	if inner.diags.HasErrors() {
		first := firstError(inner.diags)
		if first.Summary == templateError {
			return e.fail(x.Range(), templateError, first.Detail) // of a template within
		}
		return e.fail(x.Range(), templateError, "The template "+name+" cannot be evaluated: "+first.Detail)
	}
	return seal(asText(v), isSensitive(variables))
}

const templateError = "Error in template"

func firstError(diags hcl.Diagnostics) *hcl.Diagnostic {
	for _, d := range diags {
		if d.Severity == hcl.DiagError {
			return d
		}
	}
	return &hcl.Diagnostic{}
}

func asText(v cty.Value) cty.Value {
	if shapeOf(v) != nil {
		return derived(cty.UnknownVal(cty.String), v)
	}
	return convertLeaf(v, cty.String)
}

// templateScope has the functions of a scope, and none of its names.
type templateScope struct{ Scope }

func (templateScope) Resolve(reference hcl.Traversal) (cty.Value, int, hcl.Diagnostics) {
	return cty.NilVal, 0, hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: "Unknown variable",
		Detail:  "The template uses the variable " + reference.RootName() + ", which is not given to it.",
		Subject: reference.SourceRange().Ptr(),
	}}
}

// pathexpand knows no home directory: what asks for one is unknown.
func pathexpand(_ *evaluation, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 1 {
		return cty.NilVal
	}
	path, ok := text(args[0])
	if !ok || strings.HasPrefix(path, "~") {
		return derived(cty.UnknownVal(cty.String), args...)
	}
	return args[0]
}
