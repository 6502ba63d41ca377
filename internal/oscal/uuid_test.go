package oscal

import "testing"

// The expected value is of Python's uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL,
// "https://github.com/srmlint/srmlint"), "a\0b").
func TestUUID(t *testing.T) {
	if got := UUID("a", "b"); got != "e0e7f67d-21fa-574e-bf9a-f99ed1b3778b" {
		t.Errorf("got %s", got)
	}
	if UUID("a", "b") == UUID("ab") {
		t.Error("parts run together")
	}
}
