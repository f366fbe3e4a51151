package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"fasti/internal/journal"
	"fasti/internal/site"
	"fasti/internal/sitelock"
)

// mend completes, or takes back, what an interrupted run has left in the site.
// A run that only looks takes the lock for that moment; if another fasti holds
// it, what looks interrupted is that one's work.
func (a *app) mend() error {
	if !journal.Pending(a.dir) && !site.Staged(a.public()) {
		return nil
	}
	if !a.locked {
		l, err := sitelock.Take(context.Background(), a.dir, "fasti", 0, func() {})
		var held *sitelock.Held
		if errors.As(err, &held) {
			return nil
		}
		if err != nil {
			return err
		}
		defer l.Unlock()
	}
	if err := site.Unstage(a.public()); err != nil {
		return err
	}
	f, err := journal.Open(a.dir)
	if err != nil {
		return err
	}
	defer f.Close()
	m, err := journal.Mend(f)
	if err != nil || m == nil {
		return err
	}
	a.fileSums().Begin() // what a stamp has seen is of before
	a.seen.files = nil
	clear(a.seen.folders)
	what := "was taken back: nothing of it had been written"
	if m.Done {
		what = "is completed"
	}
	a.say("an interrupted run (%s) %s", m.Intent, what)
	if len(m.Left) > 0 {
		return fmt.Errorf("changed by somebody since the run was interrupted, and left alone: %s (look at them, then run fasti extract)", strings.Join(m.Left, ", "))
	}
	return nil
}
