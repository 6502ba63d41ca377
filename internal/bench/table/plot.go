package main

import (
	"bytes"
	"fmt"
	"math"
	"time"
)

// draw plots time over size, both in powers of ten.
func draw(rows []row) []byte {
	var b bytes.Buffer
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" font-family="sans-serif" font-size="12">` + "\n")
	b.WriteString(`<rect width="640" height="400" fill="white"/>` + "\n")
	for power := range 4 {
		x := place(math.Pow10(power), 0, 3, 60, 600)
		fmt.Fprintf(&b, `<line x1="%[1]d" y1="20" x2="%[1]d" y2="350" stroke="#ddd"/><text x="%[1]d" y="368" text-anchor="middle">%[2]d MB</text>`+"\n", x, int(math.Pow10(power)))
	}
	for power := -3; power <= 3; power++ {
		y := place(math.Pow10(power), -3, 3, 350, 20)
		fmt.Fprintf(&b, `<line x1="60" y1="%[1]d" x2="600" y2="%[1]d" stroke="#ddd"/><text x="54" y="%[1]d" text-anchor="end">%[2]g s</text>`+"\n", y, math.Pow10(power))
	}
	for n, line := range []struct {
		name, color string
		of          func(row) time.Duration
	}{
		{"token scan", "#888", func(r row) time.Duration { return r.scan }},
		{"tfjson.Plan", "#c60", func(r row) time.Duration { return r.tfjson }},
		{"srmlint", "#06c", func(r row) time.Duration { return r.wall }},
	} {
		fmt.Fprintf(&b, `<text x="70" y="%d" fill="%s">%s</text><polyline fill="none" stroke="%s" stroke-width="2" points="`, 40+16*n, line.color, line.name, line.color)
		for _, r := range rows {
			fmt.Fprintf(&b, "%d,%d ", place(float64(r.bytes)/1e6, 0, 3, 60, 600), place(line.of(r).Seconds(), -3, 3, 350, 20))
		}
		b.WriteString(`"/>` + "\n")
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// place is where a value stands between two powers of ten.
func place(v, low, high, from, to float64) int {
	return int(from + (math.Log10(v)-low)/(high-low)*(to-from))
}
