package html

import (
	"io"

	"github.com/srmlint/srmlint/internal/matrix"
)

// MatrixFormat is the chart alone as a page.
func MatrixFormat() matrix.Format {
	return matrix.Format{Name: "html", About: "a page to open in a browser", Write: writeMatrix}
}

func writeMatrix(w io.Writer, m *matrix.Matrix, _ matrix.View) error {
	return execute(w, "matrix", struct {
		shell
		Chart *matrix.Matrix
	}{newShell("Who is responsible for what"), m})
}
