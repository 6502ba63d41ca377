package catalogue

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math/big"
	"strings"
)

// sshKey is a public key as OpenSSH writes it.
type sshKey struct {
	kind     string // "RSA 2048", "Ed25519"
	strength int    // bits of security by NIST SP 800-57 part 1, table 2; 0: no key, or one that nobody should trust
}

const noSSHKey = "no public key that OpenSSH can read"

// parseSSHKey reads "ssh-ed25519 AAAA… comment".
func parseSSHKey(line string) sshKey {
	fields := strings.Fields(line)
	for i := 0; i+1 < len(fields); i++ {
		blob, err := base64.StdEncoding.DecodeString(fields[i+1])
		if err != nil {
			continue
		}
		algorithm, rest, ok := sshString(blob)
		if ok && string(algorithm) == fields[i] {
			return sshKeyOf(string(algorithm), rest)
		}
	}
	return sshKey{kind: noSSHKey}
}

func sshKeyOf(algorithm string, blob []byte) sshKey {
	switch algorithm {
	case "ssh-rsa":
		return rsaKey(blob)
	case "ssh-dss":
		return sshKey{kind: "DSA"} // OpenSSH dropped it in 10.0; SHA-1 and 1024 bits at most
	case "ssh-ed25519":
		return fixedKey("Ed25519", 128, blob, 32)
	case "sk-ssh-ed25519@openssh.com":
		return fixedKey("Ed25519 on a hardware token", 128, blob, 32)
	case "ecdsa-sha2-nistp256":
		return sshKey{"ECDSA P-256", 128}
	case "sk-ecdsa-sha2-nistp256@openssh.com":
		return sshKey{"ECDSA P-256 on a hardware token", 128}
	case "ecdsa-sha2-nistp384":
		return sshKey{"ECDSA P-384", 192}
	case "ecdsa-sha2-nistp521":
		return sshKey{"ECDSA P-521", 256}
	}
	return sshKey{kind: noSSHKey}
}

func fixedKey(kind string, strength int, blob []byte, size int) sshKey {
	key, _, ok := sshString(blob)
	if !ok || len(key) != size {
		return sshKey{kind: noSSHKey}
	}
	return sshKey{kind, strength}
}

func rsaKey(blob []byte) sshKey {
	exponent, rest, ok := sshString(blob)
	modulus, _, ok2 := sshString(rest)
	if !ok || !ok2 {
		return sshKey{kind: noSSHKey}
	}
	bits := new(big.Int).SetBytes(modulus).BitLen()
	key := sshKey{kind: fmt.Sprintf("RSA %d", bits)}
	if new(big.Int).SetBytes(exponent).Cmp(big.NewInt(3)) < 0 {
		return key
	}
	for _, step := range []struct{ bits, strength int }{{15360, 256}, {7680, 192}, {3072, 128}, {2048, 112}, {1024, 80}} {
		if bits >= step.bits {
			key.strength = step.strength
			break
		}
	}
	return key
}

// sshString reads a length and that many bytes (RFC 4251, section 5).
func sshString(data []byte) (s, rest []byte, ok bool) {
	if len(data) < 4 {
		return nil, nil, false
	}
	n := uint64(binary.BigEndian.Uint32(data))
	if uint64(len(data)-4) < n {
		return nil, nil, false
	}
	return data[4 : 4+n], data[4+n:], true
}
