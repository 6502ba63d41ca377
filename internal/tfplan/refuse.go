package tfplan

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// binaryPlan is the Extra of the diagnostic that refuses a saved plan.
type binaryPlan struct{}

// IsBinaryPlan tells whether an input was refused because it is a saved plan in
// Terraform's own form, which `terraform show -json` turns into JSON.
func IsBinaryPlan(diags hcl.Diagnostics) bool {
	for _, d := range diags {
		if _, ok := d.Extra.(binaryPlan); ok {
			return true
		}
	}
	return false
}

// refuse says of input that cannot be a JSON object what it is instead.
func refuse(head []byte, name string) hcl.Diagnostics {
	text := bytes.TrimLeft(head, " \t\r\n")
	switch {
	case len(text) == 0:
		return fault(name, "Empty input",
			name+" is empty. Make it with `terraform show -json tfplan > plan.json`; where that printed an error, the error tells why.")
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		d := fault(name, "A saved plan, not its JSON", fmt.Sprintf(
			"%s is a plan in Terraform's own form. Run `terraform show -json %s > plan.json` (or `tofu show`) and give srmlint plan.json.", name, name))
		d[0].Extra = binaryPlan{}
		return d
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		return fault(name, "Compressed input", name+" is compressed with gzip. Run `gunzip` on it first.")
	case text[0] == '{':
		return nil
	case text[0] == '<':
		return fault(name, "Not a plan", name+" is HTML or XML, perhaps an error page. Expected the output of `terraform show -json tfplan`.")
	case bytes.HasPrefix(text, []byte("[command]")):
		return fault(name, "Text before the plan",
			name+" begins with the command line that the setup-terraform action prints. Set `terraform_wrapper: false` for it.")
	case bytes.IndexByte(head[:min(len(head), 512)], 0) >= 0:
		return fault(name, "Binary input", name+" is a binary file. Expected the output of `terraform show -json tfplan`.")
	case looksLikePlanText(text):
		return fault(name, "A plan for people, not its JSON",
			name+" is what `terraform plan` or `terraform show` prints. Run `terraform plan -out=tfplan`, then `terraform show -json tfplan > plan.json`.")
	}
	return fault(name, "Not JSON",
		name+" does not begin with `{`. Expected the output of `terraform show -json tfplan` and nothing before it.")
}

func looksLikePlanText(text []byte) bool {
	head := string(text[:min(len(text), 4096)])
	for _, phrase := range []string{"Terraform used the selected providers", "OpenTofu used the selected providers", "Refreshing state...", "# digitalocean_"} {
		if strings.Contains(head, phrase) {
			return true
		}
	}
	return false
}

// foreign says of a JSON object without the keys of a plan or state what it is.
func foreign(seen map[string]bool, name string) hcl.Diagnostics {
	switch {
	case seen["lineage"] && seen["serial"], seen["serial"] && seen["resources"]:
		return fault(name, "A raw state file",
			name+" is Terraform's own state file, whose form may change with any version. Run `terraform show -json > state.json` in its directory and give srmlint state.json.")
	case seen["provider_schemas"]:
		return fault(name, "A provider schema", name+" is the output of `terraform providers schema -json`. Expected that of `terraform show -json tfplan`.")
	case seen["@level"], seen["@message"]:
		return fault(name, "A log of events, not a plan",
			name+" is the output of `terraform plan -json`, which has no values. Run `terraform plan -out=tfplan`, then `terraform show -json tfplan > plan.json`.")
	case seen["valid"] && seen["diagnostics"]:
		return fault(name, "Not a plan", name+" is the output of `terraform validate -json`. Expected that of `terraform show -json tfplan`.")
	case seen["schema_version"] && seen["summary"]:
		return fault(name, "A report, not a plan", name+" is a report of srmlint. Expected the output of `terraform show -json tfplan`.")
	}
	return fault(name, "Not a plan", name+" is JSON, but has no `format_version` as plans and states have. Expected the output of `terraform show -json tfplan`.")
}

func unreadable(name string, err error) hcl.Diagnostics {
	return fault(name, "Cannot read the input", fmt.Sprintf("%s: %s.", name, err))
}

func fault(name, summary, detail string) hcl.Diagnostics {
	return hcl.Diagnostics{{
		Severity: hcl.DiagError,
		Summary:  summary,
		Detail:   detail,
		Subject:  &hcl.Range{Filename: name, Start: hcl.InitialPos, End: hcl.InitialPos},
	}}
}
