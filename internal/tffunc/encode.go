package tffunc

import (
	"bytes"
	"compress/gzip"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"net/url"
	"time"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"
)

func digests() map[string]function.Function {
	inHex := func(sum func([]byte) []byte) function.Function {
		return onText("str", func(s string) string { return hex.EncodeToString(sum([]byte(s))) })
	}
	inBase64 := func(sum func([]byte) []byte) function.Function {
		return onText("str", func(s string) string { return base64.StdEncoding.EncodeToString(sum([]byte(s))) })
	}
	sum256 := func(b []byte) []byte { s := sha256.Sum256(b); return s[:] }
	sum512 := func(b []byte) []byte { s := sha512.Sum512(b); return s[:] }
	return map[string]function.Function{
		"md5":    inHex(func(b []byte) []byte { s := md5.Sum(b); return s[:] }),
		"sha1":   inHex(func(b []byte) []byte { s := sha1.Sum(b); return s[:] }),
		"sha256": inHex(sum256), "sha512": inHex(sum512),
		"base64sha256": inBase64(sum256), "base64sha512": inBase64(sum512),
	}
}

// Errors do not show what was to be decoded: it may be a credential.
var (
	errBase64 = errors.New("the given text is not base64")
	errUTF8   = errors.New("the result of decoding the given text is not valid UTF-8")
)

func base64decode() function.Function {
	return ofTexts(cty.String, func(args []string) (cty.Value, error) {
		decoded, err := base64.StdEncoding.DecodeString(args[0])
		if err != nil {
			return cty.NilVal, errBase64
		}
		return utf8Text(decoded)
	}, "str")
}

func utf8Text(b []byte) (cty.Value, error) {
	if !utf8.Valid(b) {
		return cty.NilVal, errUTF8
	}
	return cty.StringVal(string(b)), nil
}

func base64gzip() function.Function {
	return ofTexts(cty.String, func(args []string) (cty.Value, error) {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		if _, err := w.Write([]byte(args[0])); err != nil {
			return cty.NilVal, err
		}
		// Terraform flushes before it closes, which shows in the result.
		if err := errors.Join(w.Flush(), w.Close()); err != nil {
			return cty.NilVal, err
		}
		return cty.StringVal(base64.StdEncoding.EncodeToString(b.Bytes())), nil
	}, "str")
}

func base64gunzip() function.Function {
	return ofTexts(cty.String, func(args []string) (cty.Value, error) {
		decoded, err := base64.StdEncoding.DecodeString(args[0])
		if err != nil {
			return cty.NilVal, errBase64
		}
		r, err := gzip.NewReader(bytes.NewReader(decoded))
		if err != nil {
			return cty.NilVal, errors.New("the given text is not gzip")
		}
		content, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
		if err != nil {
			return cty.NilVal, errors.New("the given text is not gzip")
		}
		if err := bytesWithin(float64(len(content))); err != nil {
			return cty.NilVal, err
		}
		return utf8Text(content)
	}, "str")
}

func urldecode() function.Function {
	return ofTexts(cty.String, func(args []string) (cty.Value, error) {
		decoded, err := url.QueryUnescape(args[0])
		if err != nil {
			return cty.NilVal, errors.New("the given text is not URL-encoded")
		}
		return cty.StringVal(decoded), nil
	}, "str")
}

// charset finds an encoding by its IANA name.
func charset(name string) (encoding.Encoding, error) {
	if name == "UTF-8" || name == "utf-8" {
		return unicode.UTF8, nil
	}
	e, err := ianaindex.IANA.Encoding(name)
	if err != nil || e == nil {
		if e, err = ianaindex.MIME.Encoding(name); err != nil || e == nil {
			return nil, function.NewArgErrorf(1, "%q is not a supported IANA encoding name or alias", name)
		}
	}
	return e, nil
}

func textencodebase64() function.Function {
	return ofTexts(cty.String, func(args []string) (cty.Value, error) {
		e, err := charset(args[1])
		if err != nil {
			return cty.NilVal, err
		}
		encoded, err := e.NewEncoder().Bytes([]byte(args[0]))
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(0, "the text has characters that cannot be encoded as %s", args[1])
		}
		return cty.StringVal(base64.StdEncoding.EncodeToString(encoded)), nil
	}, "string", "encoding")
}

func textdecodebase64() function.Function {
	return ofTexts(cty.String, func(args []string) (cty.Value, error) {
		e, err := charset(args[1])
		if err != nil {
			return cty.NilVal, err
		}
		raw, err := base64.StdEncoding.DecodeString(args[0])
		if err != nil {
			return cty.NilVal, errBase64
		}
		decoded, err := e.NewDecoder().Bytes(raw)
		if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
			return cty.NilVal, function.NewArgErrorf(0, "the given text does not decode as %s", args[1])
		}
		return cty.StringVal(string(decoded)), nil
	}, "source", "encoding")
}

func timecmp() function.Function {
	return ofTexts(cty.Number, func(args []string) (cty.Value, error) {
		var times [2]time.Time
		for i, text := range args {
			t, err := time.Parse(time.RFC3339, text)
			if err != nil {
				return cty.NilVal, function.NewArgErrorf(i, "not a valid RFC 3339 timestamp")
			}
			times[i] = t
		}
		return cty.NumberIntVal(int64(times[0].Compare(times[1]))), nil
	}, "timestamp_a", "timestamp_b")
}
