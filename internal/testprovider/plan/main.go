// Command plan makes the plan JSON of a root module with a real terraform (or
// tofu) and the provider for tests. It needs no network and no account.
//
//	go run ./internal/testprovider/plan [flags] DIR [-- arguments of terraform plan]
//
// It works on a copy of DIR:
//
//	plan DIR                        the first plan, everything to create
//	plan -apply DIR                 the plan after an apply, nothing to do
//	plan -destroy DIR               the plan that destroys what an apply made
//	plan -before OLD DIR            the plan of DIR after an apply of OLD: an update
//	plan -o plan.json DIR           to a file; the default is stdout
//	plan -tree ROOT DIR             copy ROOT, of which DIR is a part that calls modules beside it
//	plan -engine tofu DIR           another engine, by name or path
//	plan -binary tfplan DIR         keep the saved plan too
//	plan DIR -- -var region=ams3    what follows goes to terraform plan (and apply)
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/srmlint/srmlint/internal/testprovider"
	"github.com/srmlint/srmlint/internal/testprovider/engine"
)

type options struct {
	engine, tree, before, out, binary string
	apply, destroy                    bool
	dir                               string
	args                              []string
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "plan:", err)
		os.Exit(1)
	}
}

func run() error {
	if testprovider.Asked() {
		return testprovider.Serve()
	}
	o, err := parse(os.Args[1:])
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	temp, err := os.MkdirTemp("", "srmlint-plan-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	e, err := engine.New(o.engine, temp)
	if err != nil {
		return err
	}
	return o.make(ctx, e)
}

func parse(args []string) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("plan", flag.ContinueOnError)
	flags.StringVar(&o.engine, "engine", "terraform", "terraform or tofu, by name or path")
	flags.StringVar(&o.tree, "tree", "", "folder to copy, default DIR")
	flags.StringVar(&o.before, "before", "", "root module to apply first")
	flags.StringVar(&o.out, "o", "", "file for the plan JSON, default stdout")
	flags.StringVar(&o.binary, "binary", "", "file for the saved plan")
	flags.BoolVar(&o.apply, "apply", false, "apply DIR first")
	flags.BoolVar(&o.destroy, "destroy", false, "apply DIR first, then plan to destroy it")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if flags.NArg() == 0 {
		return nil, fmt.Errorf("which root module? usage: plan [flags] DIR [-- arguments]")
	}
	o.dir, o.args = flags.Arg(0), flags.Args()[1:]
	if len(o.args) > 0 && o.args[0] == "--" {
		o.args = o.args[1:]
	}
	return o, nil
}

// make takes the steps that were asked for and writes the plan.
func (o *options) make(ctx context.Context, e *engine.Engine) error {
	m, err := o.open(ctx, e)
	if err != nil {
		return err
	}
	args := o.args
	if o.apply || o.destroy {
		if err := m.Apply(ctx, o.args...); err != nil {
			return err
		}
	}
	if o.destroy {
		args = append([]string{"-destroy"}, args...)
	}
	path, err := m.Plan(ctx, "tfplan", args...)
	if err != nil {
		return err
	}
	text, err := m.Show(ctx, path)
	if err != nil {
		return err
	}
	return o.write(path, text)
}

// open copies the root module; with -before, the state of an earlier one comes along.
func (o *options) open(ctx context.Context, e *engine.Engine) (*engine.Module, error) {
	m, err := e.Open(ctx, o.dir, o.tree)
	if err != nil || o.before == "" {
		return m, err
	}
	old, err := e.Open(ctx, o.before, "")
	if err != nil {
		return nil, err
	}
	if err := old.Apply(ctx, o.args...); err != nil {
		return nil, err
	}
	return m, os.Rename(filepath.Join(old.Dir, "terraform.tfstate"), filepath.Join(m.Dir, "terraform.tfstate"))
}

func (o *options) write(plan string, text []byte) error {
	if o.binary != "" {
		data, err := os.ReadFile(plan)
		if err != nil {
			return err
		}
		if err := os.WriteFile(o.binary, data, 0o644); err != nil {
			return err
		}
	}
	if o.out == "" {
		_, err := os.Stdout.Write(text)
		return err
	}
	return os.WriteFile(o.out, text, 0o644)
}
