package main

import (
	"fmt"
	"io"

	"github.com/srmlint/srmlint/internal/bench"
)

// scaling prints how time and memory grow with one thing at a time.
func (m *measurer) scaling() error {
	fmt.Println("\n| what grows | how many | plan | wall | CPU | peak memory |\n|---|---|---|---|---|---|")
	for _, n := range []int{1, 10, 100, 1000, 10_000, 100_000} {
		if err := m.grow("instances of a block", n, m.linked(bench.Linked{Droplets: n, Firewalls: 1})); err != nil {
			return err
		}
	}
	for _, n := range []int{1, 10, 100, 1000} {
		if err := m.grow("firewalls that select 1,000 Droplets by tag", n, m.linked(bench.Linked{Droplets: 1000, Firewalls: n})); err != nil {
			return err
		}
	}
	for _, n := range []int{1, 10, 100, 1000} {
		if err := m.grow("firewalls that list 1,000 Droplets", n, m.linked(bench.Linked{Droplets: 1000, Firewalls: n, ByReference: true})); err != nil {
			return err
		}
	}
	blocks := changes(m.real)
	for _, copies := range []int{1, 10, 100} {
		if err := m.grow("blocks, each with its own configuration", copies*blocks, m.systems(copies)); err != nil {
			return err
		}
	}
	return nil
}

// systems are copies of all real plans, each with names, tags and ids of its own.
func (m *measurer) systems(copies int) func(io.Writer) error {
	return func(w io.Writer) error {
		var plans [][]byte
		for n := range copies {
			for _, plan := range m.real {
				own, err := bench.Own(plan, n+1)
				if err != nil {
					return err
				}
				plans = append(plans, own)
			}
		}
		return bench.WritePlan(w, plans, bench.Shape{Modules: len(plans), Instances: 1})
	}
}

func (m *measurer) linked(l bench.Linked) func(io.Writer) error {
	return func(w io.Writer) error { return bench.WriteLinked(w, m.real[0], l) }
}

func (m *measurer) grow(what string, many int, write func(io.Writer) error) error {
	r, err := m.measure(write, false)
	if err == nil {
		fmt.Printf("| %s | %d | %.2f MB | %.3f s | %.3f s | %d MB |\n",
			what, many, float64(r.bytes)/1e6, r.wall.Seconds(), r.cpu.Seconds(), r.kilobytesPeak/1000)
	}
	return err
}
