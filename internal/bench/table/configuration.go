package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	inspect "github.com/hashicorp/terraform-config-inspect/tfconfig"

	"github.com/srmlint/srmlint/internal/bench"
)

// configurationRow is what one size of configuration took.
type configurationRow struct {
	blocks, files  int
	inspect, parse time.Duration
	usage
}

func (r configurationRow) String() string {
	return fmt.Sprintf("| %d | %d | %.3f s | %.3f s | %.3f s | %.3f s | %d MB | %.1f |",
		r.blocks, r.files, r.inspect.Seconds(), r.parse.Seconds(), r.wall.Seconds(), r.cpu.Seconds(),
		r.kilobytesPeak/1000, r.wall.Seconds()/r.inspect.Seconds())
}

// configurations prints the table of configurations of growing size.
func configurations(binary, real, blocks string, runs int) error {
	fmt.Println("\n| blocks | files | floor c: config-inspect | bare parse | srmlint, wall | CPU | peak memory | wall / c |")
	fmt.Println("|---|---|---|---|---|---|---|---|")
	for _, text := range strings.Split(blocks, ",") {
		n, err := strconv.Atoi(text)
		if err != nil {
			return fmt.Errorf("-blocks %s is no list of numbers", blocks)
		}
		r, err := measureConfiguration(binary, real, n, runs)
		if err != nil {
			return err
		}
		fmt.Println(r)
	}
	return nil
}

// measureConfiguration makes a configuration and runs each contender on it.
func measureConfiguration(binary, real string, blocks, runs int) (r configurationRow, err error) {
	dir, err := os.MkdirTemp("", "srmlint-bench")
	if err != nil {
		return r, err
	}
	defer os.RemoveAll(dir)
	if r.blocks, err = bench.WriteConfiguration(dir, real, bench.ConfigurationShape{Blocks: blocks}); err != nil {
		return r, err
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.tf"))
	if err != nil {
		return r, err
	}
	r.files = len(files)
	best, err := race(runs, []contender{process(binary, dir), floor("inspect", dir), floor("parse", dir)})
	if err != nil {
		return r, err
	}
	r.usage, r.inspect, r.parse = best[0], best[1].wall, best[2].wall
	return r, nil
}

// inspectModule is floor c: what other tools learn of a module without evaluating it.
func inspectModule(dir string) error {
	_, diags := inspect.LoadModule(dir)
	return diags.Err()
}

// parseFiles is HCL's parser alone, one file after the other.
func parseFiles(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.tf"))
	if err != nil {
		return err
	}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if _, diags := hclsyntax.ParseConfig(source, name, hcl.InitialPos); diags.HasErrors() {
			return diags
		}
	}
	return nil
}
