package catalogue

import (
	"encoding/base64"
	"encoding/binary"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// sshLine writes a public key of an algorithm with the given parts.
func sshLine(algorithm string, parts ...[]byte) string {
	var blob []byte
	for _, p := range append([][]byte{[]byte(algorithm)}, parts...) {
		blob = binary.BigEndian.AppendUint32(blob, uint32(len(p)))
		blob = append(blob, p...)
	}
	return algorithm + " " + base64.StdEncoding.EncodeToString(blob) + " ops@example.com"
}

// rsaOf has a modulus of so many bits.
func rsaOf(bits int) string {
	modulus := make([]byte, bits/8+1) // with the leading zero that keeps it positive
	modulus[1] = 0x80
	return sshLine("ssh-rsa", []byte{1, 0, 1}, modulus)
}

func TestSSHKeys(t *testing.T) {
	key32 := make([]byte, 32)
	ed25519 := sshLine("ssh-ed25519", key32)
	var strengths, kinds []callTest
	for _, test := range []struct {
		line     string
		kind     string
		strength int64
	}{
		{ed25519, "Ed25519", 128},
		{"no-pty " + ed25519, "Ed25519", 128},
		{sshLine("sk-ssh-ed25519@openssh.com", key32, []byte("ssh:")), "Ed25519 on a hardware token", 128},
		{sshLine("ecdsa-sha2-nistp256", []byte("nistp256"), key32), "ECDSA P-256", 128},
		{sshLine("ecdsa-sha2-nistp384", []byte("nistp384"), key32), "ECDSA P-384", 192},
		{sshLine("ecdsa-sha2-nistp521", []byte("nistp521"), key32), "ECDSA P-521", 256},
		{sshLine("sk-ecdsa-sha2-nistp256@openssh.com", []byte("nistp256"), key32), "ECDSA P-256 on a hardware token", 128},
		{rsaOf(1024), "RSA 1024", 80},
		{rsaOf(2048), "RSA 2048", 112},
		{rsaOf(3072), "RSA 3072", 128},
		{rsaOf(4096), "RSA 4096", 128},
		{rsaOf(8192), "RSA 8192", 192},
		{rsaOf(512), "RSA 512", 0},
		{sshLine("ssh-rsa", []byte{1}, make([]byte, 512)), "RSA 0", 0},
		{sshLine("ssh-dss", key32), "DSA", 0},
		{sshLine("ssh-ed25519", key32[:5]), noSSHKey, 0},
		{sshLine("ssh-rsa", key32), noSSHKey, 0},
		{sshLine("ssh-unheard-of", key32), noSSHKey, 0},
		{"ssh-ed25519 " + base64.StdEncoding.EncodeToString([]byte{0, 0, 0, 99}), noSSHKey, 0},
		{"ssh-rsa " + sshLine("ssh-ed25519", key32)[12:], noSSHKey, 0}, // says one thing and is another
		{"ssh-ed25519", noSSHKey, 0},
		{"", noSSHKey, 0},
	} {
		args := []cty.Value{cty.StringVal(test.line)}
		strengths = append(strengths, callTest{test.kind, args, cty.NumberIntVal(test.strength)})
		kinds = append(kinds, callTest{test.line, args, cty.StringVal(test.kind)})
	}
	strengths = append(strengths, callTest{"unknown", []cty.Value{unknownText}, cty.UnknownVal(cty.Number)})
	kinds = append(kinds, callTest{"unknown", []cty.Value{unknownText}, cty.UnknownVal(cty.String)})
	testCalls(t, "ssh_key_strength", strengths)
	testCalls(t, "ssh_key_kind", kinds)
}

func FuzzSSHKey(f *testing.F) {
	f.Add(rsaOf(2048))
	f.Fuzz(func(_ *testing.T, line string) { parseSSHKey(line) })
}
