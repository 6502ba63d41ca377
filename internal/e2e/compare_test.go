package e2e

import "testing"

func TestCompare(t *testing.T) {
	tests := []struct {
		name      string
		want, got string
		expected  []string
	}{
		{"the same", `{"a":1,"timestamp":"x"}`, `{"timestamp":"y","a":1}`, nil},
		{"another value", `{"a":{"b":[1,2]}}`, `{"a":{"b":[1,3]}}`, []string{"a.b[1]: want 2, got 3"}},
		{"null is something", `{"a":null}`, `{}`, []string{"a: want null, got nothing"}},
		{"order of modules", `{"child_modules":[{"address":"module.a"},{"address":"module.b"}]}`,
			`{"child_modules":[{"address":"module.b"},{"address":"module.a"}]}`, nil},
		{"order of a list", `{"tags":["a","b"]}`, `{"tags":["b","a"]}`, []string{`tags[0]: want "a", got "b"`, `tags[1]: want "b", got "a"`}},
		{"another length", `{"tags":["a","b"]}`, `{"tags":["a"]}`, []string{`tags: want ["a","b"], got ["a"]`}},
		{"numbers keep their digits", `{"id":300000000000000001}`, `{"id":300000000000000002}`, []string{"id: want 300000000000000001, got 300000000000000002"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := compare([]byte(test.want), []byte(test.got))
			if err != nil {
				t.Fatal(err)
			}
			if len(got) != len(test.expected) {
				t.Fatalf("got %q, want %q", got, test.expected)
			}
			for i := range got {
				if got[i] != test.expected[i] {
					t.Errorf("got %q, want %q", got[i], test.expected[i])
				}
			}
		})
	}
}
