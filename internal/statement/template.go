package statement

import (
	"fmt"
	"io"
	"strings"

	"github.com/srmlint/srmlint/internal/catalogue"
	"github.com/srmlint/srmlint/internal/terminal"
)

// Duty is an obligation that only a person can answer for, and the blocks that have it.
type Duty struct {
	Obligation *catalogue.Obligation
	Addresses  []string
}

const preamble = `# What Terraform cannot show, answered by those who know. srmlint reads this file.
#
# Fill in an attestation to make it count: by (who says so), how (in words or as
# a link) and on (the day, such as %s). It counts for a year, or until the
# day given as until. Narrow it with resources = ["digitalocean_droplet.*"],
# tags or products. One left open counts for nothing.
`

// Template writes a .srmlint.hcl with one open attestation for each duty,
// grouped by product. today is put into the instructions as an example.
func Template(w io.Writer, duties []Duty, today string) error {
	var b strings.Builder
	fmt.Fprintf(&b, preamble, today)
	product := ""
	for _, d := range duties {
		if p := productTitle(d.Obligation); p != product {
			product = p
			fmt.Fprintf(&b, "\n# %s\n", terminal.Clean(product))
		}
		fmt.Fprintf(&b, "\n# %s (%s)\n", terminal.Clean(d.Obligation.Question), d.Obligation.Severity)
		fmt.Fprintf(&b, "# %s\n", where(d.Addresses))
		fmt.Fprintf(&b, "attest %q {\n  by  = \"\"\n  how = \"\"\n  on  = \"\"\n}\n", d.Obligation.ID)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func productTitle(o *catalogue.Obligation) string {
	if o.Product == nil {
		return "Other"
	}
	return o.Product.Title
}

// where names the resources in a line, as many as fit a screen.
func where(addresses []string) string {
	const most = 4
	if len(addresses) <= most {
		return terminal.Clean(strings.Join(addresses, ", "))
	}
	return terminal.Clean(fmt.Sprintf("%s and %d more", strings.Join(addresses[:most], ", "), len(addresses)-most))
}
