package oscal

import (
	"crypto/sha1"
	"encoding/hex"
	"strings"
)

// namespace is the UUID of version 5 of https://github.com/srmlint/srmlint in
// the namespace of URLs (RFC 9562, section 6.6).
const namespace = "\xe7\x36\xde\x41\xf1\xca\x50\xd6\xbb\xa6\x9a\x62\x1d\x1b\x8a\xa2"

// UUID derives an identifier of version 5 from parts: the same for the same
// parts wherever and whenever it is made, so that results of runs compare.
// SHA-1 is what RFC 9562 asks for; it protects nothing here.
func UUID(parts ...string) string {
	sum := sha1.Sum([]byte(namespace + strings.Join(parts, "\x00")))
	b := sum[:16]
	b[6] = b[6]&0x0f | 0x50
	b[8] = b[8]&0x3f | 0x80
	h := hex.EncodeToString(b)
	return strings.Join([]string{h[:8], h[8:12], h[12:16], h[16:20], h[20:]}, "-")
}
