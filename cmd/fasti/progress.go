package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress shows how far long work is, on a terminal only: piped and quiet
// runs see nothing of it.
type progress struct{ bar *progressbar.ProgressBar }

// colored reports whether a stream is a terminal that wants colours
// (https://no-color.org).
func colored(w io.Writer) bool { return os.Getenv("NO_COLOR") == "" && terminal(w) }

// progress begins to show work of n steps; -1 if nobody knows how many.
func (a *app) progress(n int, what string) progress {
	if a.quiet || !terminal(a.err) || n == 0 || n == 1 {
		return progress{}
	}
	return progress{progressbar.NewOptions(n,
		progressbar.OptionSetWriter(a.err),
		progressbar.OptionSetDescription(what),
		progressbar.OptionSetWidth(30),
		progressbar.OptionShowCount(),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetPredictTime(false),
	)}
}

// step says that one more step is done.
func (p progress) step() {
	if p.bar != nil {
		_ = p.bar.Add(1) // a bar that cannot be drawn must not stop the work
	}
}

// done takes the bar away.
func (p progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
