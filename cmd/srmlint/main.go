// Command srmlint tells what a Terraform plan leaves to the customer under
// DigitalOcean's shared responsibility model.
package main

import (
	"context"
	"os"

	"github.com/srmlint/srmlint/internal/cli"
)

func main() {
	collectingFor(os.Args[1:]).late()
	os.Exit(cli.Run(context.Background(), cli.System(), os.Args[1:]))
}
