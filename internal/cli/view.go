package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"

	"github.com/srmlint/srmlint/internal/progress"
	"github.com/srmlint/srmlint/internal/report"
	"github.com/srmlint/srmlint/internal/terminal"
)

// emit writes the report in every format that is asked for.
func (j *job) emit(r *report.Report) error {
	var summary bytes.Buffer
	view := report.View{
		All: j.check.all, Width: terminal.FitWidth(j.streams.OutColumns), Color: j.settings.color,
		Now: j.now, Root: repositoryRoot(), StepSummary: &summary,
	}
	for _, t := range j.settings.targets {
		if err := t.emit(j.streams.Out, r, view); err != nil {
			return err
		}
	}
	return j.streams.addStepSummary(summary.Bytes())
}

// addStepSummary appends to the file that GitHub Actions names for it. Steps
// that wrote there before keep what they wrote.
func (s *Streams) addStepSummary(text []byte) error {
	file := s.Getenv("GITHUB_STEP_SUMMARY")
	if file == "" || len(text) == 0 {
		return nil
	}
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return usagef("cannot write the summary of the job: %s", err)
	}
	_, err = f.Write(text)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return usagef("cannot write the summary of the job: %s", err)
	}
	return nil
}

// repositoryRoot finds the repository that the working directory belongs to:
// platforms count paths from there. Zero if there is none.
func repositoryRoot() report.Root {
	working, err := os.Getwd()
	if err != nil {
		return report.Root{}
	}
	for dir := working; ; dir = filepath.Dir(dir) {
		if isRepository(dir) {
			return report.Root{Repository: dir, Working: working}
		}
		if dir == filepath.Dir(dir) {
			return report.Root{}
		}
	}
}

// isRepository looks for what Git, Mercurial and Jujutsu keep; .git may be a
// file, in a worktree.
func isRepository(dir string) bool {
	return slices.ContainsFunc([]string{".git", ".hg", ".jj"}, func(name string) bool {
		_, err := os.Lstat(filepath.Join(dir, name))
		return err == nil
	})
}

// progress shows long work on standard error, where that is a terminal.
func (s *Streams) progress(text string) *progress.Meter {
	if s.Getenv("TERM") == "dumb" {
		return nil
	}
	return progress.Start(s.Err, s.ErrColumns, text)
}
