package relate

import "testing"

func TestAppears(t *testing.T) {
	for _, test := range []struct {
		part, text string
		want       bool
	}{
		{"10.0.0.1", "http://10.0.0.1:80/", true},
		{"10.0.0.1", "10.0.0.1", true},
		{"10.0.0.1", "http://10.0.0.10/", false},
		{"10.0.0.1", "http://110.0.0.1/", false},
		{"assets", "assets.nyc3.digitaloceanspaces.com", true},
		{"assets", "assets-old.nyc3.digitaloceanspaces.com", false},
		{"assets", "old-assets.assets.nyc3.digitaloceanspaces.com", true},
		{"example.com", "https://www.example.com", true},
		{"", "anything", false},
	} {
		if got := appears(test.part, test.text); got != test.want {
			t.Errorf("appears(%q, %q) = %v, want %v", test.part, test.text, got, test.want)
		}
	}
}
