package main

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"fasti/internal/config"
	"fasti/internal/sitelock"
)

// patience is how long a run waits for another one on the same site. A person
// at a terminal should not have to wonder for longer.
const patience = 5 * time.Second

// alone makes a command write to its site only while no other fasti does.
func (a *app) alone(run func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		unlock, err := a.lock(c.Context(), c.CommandPath())
		if err != nil {
			return err
		}
		defer unlock()
		return run(c, args)
	}
}

// lock takes the site's lock. A folder that is no site has none; what follows
// says so.
func (a *app) lock(ctx context.Context, command string) (unlock func(), err error) {
	if _, err := config.Load(a.dir); errors.Is(err, config.ErrNoSite) {
		return func() {}, nil
	}
	l, err := sitelock.Take(ctx, a.dir, command, patience, func() { a.say("waiting for another fasti on this site") })
	if err != nil {
		return nil, err
	}
	a.locked = true
	return func() {
		a.locked = false
		l.Unlock()
	}, nil
}
