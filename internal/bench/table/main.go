// Command table measures srmlint on plans of growing size and prints a table:
// time and memory of the whole process, and how they relate to two floors that
// are measured in the same run. `make bench` runs it.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/srmlint/srmlint/internal/bench"
)

func main() {
	binary := flag.String("srmlint", "", "the srmlint to measure (required)")
	plans := flag.String("plans", "testdata/plans", "directory of real plans")
	sizes := flag.String("mb", "1,10,100", "sizes in MB, comma-separated")
	runs := flag.Int("runs", 3, "runs of each, of which the best counts")
	blocks := flag.String("blocks", "", "sizes of configurations in blocks, comma-separated; empty: none")
	plot := flag.String("svg", "", "file for a plot; empty: none")
	scaling := flag.Bool("scaling", false, "measure what grows with instances, blocks and relations too")
	floor := flag.String("floor", "", "scan or unmarshal, inspect or parse: print how long that takes for the file or directory named, and no more")
	flag.Parse()
	if *floor != "" {
		tellFloor(*floor, flag.Arg(0))
		return
	}
	if err := run(*binary, *plans, *sizes, *runs, *plot, *scaling); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if *blocks == "" {
		return
	}
	if err := configurations(*binary, *plans, *blocks, *runs); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(binary, plans, sizes string, runs int, plot string, scaling bool) error {
	if binary == "" {
		return fmt.Errorf("-srmlint is required: the path of a binary, such as `go build` makes")
	}
	real, err := realPlans(plans)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "srmlint-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	m := measurer{binary: binary, file: filepath.Join(dir, "plan.json"), runs: runs, real: real}
	if err := m.sizes(sizes, plot); err != nil || !scaling {
		return err
	}
	return m.scaling()
}

// sizes prints a row for each size, the smallest first: a plan of 20 resources.
func (m *measurer) sizes(sizes, plot string) error {
	fmt.Println("| plan | instances | floor a: token scan | floor b: tfjson.Plan | srmlint, wall | CPU | peak memory | wall / a | b / wall |")
	fmt.Println("|---|---|---|---|---|---|---|---|---|")
	small, err := m.measure(func(w io.Writer) error {
		return bench.WriteLinked(w, m.real[0], bench.Linked{Droplets: 15, Firewalls: 5})
	}, true)
	if err != nil {
		return err
	}
	small.instances = 20
	fmt.Println(small)
	rows := []row{small}
	for _, text := range strings.Split(sizes, ",") {
		mb, err := strconv.Atoi(text)
		if err != nil {
			return fmt.Errorf("-mb %s is no list of numbers", sizes)
		}
		r, err := m.ofSize(mb)
		if err != nil {
			return err
		}
		fmt.Println(r)
		rows = append(rows, r)
	}
	if plot == "" {
		return nil
	}
	return os.WriteFile(plot, draw(rows), 0o644)
}

// realPlans are those that plans of all sizes are made from.
func realPlans(dir string) (all [][]byte, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "plan.json"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s holds no */plan.json", dir)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		all = append(all, text)
	}
	return all, nil
}
