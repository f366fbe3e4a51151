package main

import (
	"bytes"
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
func (p progress) step() { p.add(1) }

func (p progress) add(n int) {
	if p.bar != nil && n > 0 {
		_ = p.bar.Add(n) // a bar that cannot be drawn must not stop the work
	}
}

// counting shows how many lines of a stream are read. Nothing is shown where the
// answer goes to a terminal as well: it would be written across it.
func (a *app) counting(in io.Reader, what string) (io.Reader, progress) {
	if terminal(a.out) {
		return in, progress{}
	}
	bar := a.progress(-1, what)
	return counter{in, bar}, bar
}

// counter is a reader that counts lines.
type counter struct {
	io.Reader
	bar progress
}

func (c counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.bar.add(bytes.Count(p[:n], []byte{'\n'}))
	return n, err
}

// done takes the bar away.
func (p progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
