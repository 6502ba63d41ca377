package statement

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
)

func read(text string) (*Statement, hcl.Diagnostics) {
	return ReadComment(Comment{
		Text:  text,
		Range: hcl.Range{Filename: "main.tf", Start: hcl.Pos{Line: 3, Column: 5}},
		Block: "digitalocean_droplet.web",
	}, 365)
}

func TestReadComment(t *testing.T) {
	s, diags := read(`srmlint:waive droplet-backups until=2027-01-31 reason="stateless, \"rebuilt\""`)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	if s.Kind != Waiver || s.Text != `stateless, "rebuilt"` || s.By != "" || s.Position.Line != 3 || !s.Comment {
		t.Errorf("%+v", s)
	}
	s, diags = read(`srmlint:attest  droplet-os-updates on=2026-11-01 by=ops how="unattended-upgrades"`)
	if diags.HasErrors() || s.Kind != Attestation || s.By != "ops" || !s.Until.Equal(day("2027-11-01")) {
		t.Errorf("%v %+v", diags, s)
	}
}

func TestReadCommentTellsWhatIsWrong(t *testing.T) {
	tests := []struct{ text, want string }{
		{`srmlint:ignore droplet-backups`, "Unknown srmlint comment"},
		{`srmlint:waive droplet-backups until=2027-01-31`, "Statement without a reason"},
		{`srmlint:waive droplet-backups reason="x"`, "needs `until`"},
		{`srmlint:waive droplet-backups until=soon reason="x"`, "Not a date"},
		{`srmlint:waive droplet-backups till=2027-01-31 reason="x"`, "Unknown argument"},
		{`srmlint:waive droplet-backups until=2027-01-31 reason="x`, "no closing quote"},
		{`srmlint:waive droplet-backups until=2027-01-31 reason="${x}"`, "no ${…}"},
		{`srmlint:waive droplet-backups until=2027-01-31 how="x"`, "use `reason`, not `how`"},
	}
	for _, test := range tests {
		_, diags := read(test.text)
		if !strings.Contains(diags.Error(), test.want) || !strings.Contains(diags.Error(), "main.tf:3") {
			t.Errorf("%s: want %q in %s", test.text, test.want, diags)
		}
	}
}

func FuzzReadComment(f *testing.F) {
	f.Add(`srmlint:waive droplet-backups until=2027-01-31 reason="x\"y"`)
	f.Add(`srmlint:attest x how="\`)
	f.Fuzz(func(t *testing.T, text string) {
		s, diags := read(text)
		if (s == nil) != diags.HasErrors() {
			t.Errorf("a statement or an error, not both: %+v %v", s, diags)
		}
	})
}
