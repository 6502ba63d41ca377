package baseline

import (
	"bytes"
	"testing"
)

// FuzzRead: any bytes are a baseline or an error; what was read can be written.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"version": 1, "findings": [{"address": "digitalocean_droplet.web", "obligation": "droplet-backups"}]}`))
	f.Add([]byte(`{"findings": null}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Read(bytes.NewReader(data), "f")
		if err != nil {
			return
		}
		if err := b.Write(&bytes.Buffer{}); err != nil {
			t.Fatal(err)
		}
	})
}
