package cli

import (
	"github.com/srmlint/srmlint/internal/matrix"
	"github.com/srmlint/srmlint/internal/report"
	"github.com/srmlint/srmlint/internal/report/html"
)

// formats lists all formats of a report, the default first.
func formats() []report.Format { return append(report.Formats(), html.Format()) }

// chartFormats lists all formats of the chart, the default first.
func chartFormats() []matrix.Format { return append(matrix.Formats(), html.MatrixFormat()) }
