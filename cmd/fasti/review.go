package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"fasti/internal/diag"
	"fasti/internal/ledger"
)

func (a *app) acceptCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "accept ID…",
		Short: "Mark events as reviewed",
		Long: `Mark events as reviewed: they lose the mark "automatic, not reviewed". Name
them by id (under "fasti:" in the file) or by path.`,
		Example: "  fasti accept e7k2m9q4\n  fasti accept content/events/2024/*.md",
		Args:    someEvents,
		RunE: a.alone(func(_ *cobra.Command, args []string) error {
			return a.review(args, "accepted", (*ledger.Content).Accept)
		}),
	}
}

func (a *app) rejectCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "reject ID…",
		Short: "Take events out, for good",
		Long: `Take events out of the timeline. Their files stay, marked as rejected, so
that the same sentences never make them again.`,
		Example: "  fasti reject e7k2m9q4",
		Args:    someEvents,
		RunE: a.alone(func(_ *cobra.Command, args []string) error {
			return a.review(args, "rejected", (*ledger.Content).Reject)
		}),
	}
}

func (a *app) mergeCommand() *cobra.Command {
	var into string
	c := &cobra.Command{
		Use:   "merge ID… --into ID",
		Short: "Make one event of several",
		Long: `Make one event of several that report the same: the one named by --into takes
over the sources of the others, and their pages lead to it.`,
		Example: "  fasti merge e7k2m9q4 e2p8d1xz --into e5a9c3wk",
		Args:    someEvents,
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			if into == "" {
				return usageError{errors.New("say with --into which event takes the others in")}
			}
			return a.mergeEvents(c.Context(), args, into)
		}),
	}
	c.Flags().StringVar(&into, "into", "", "`id` or path of the event that takes the others in")
	return c
}

func someEvents(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageError{fmt.Errorf("name events by id or path (see '%s --help')", c.CommandPath())}
	}
	return nil
}

type marking func(*ledger.Content, []*ledger.Event, ledger.Options) *ledger.Plan

// review marks events and says how many.
func (a *app) review(names []string, done string, mark marking) error {
	s, err := a.load()
	if err != nil {
		return err
	}
	events, faults := s.content.Find(names)
	plan := mark(s.content, events, a.ledgerOptions(s))
	return a.finish(s, plan, faults, done)
}

func (a *app) mergeEvents(ctx context.Context, names []string, into string) error {
	s, err := a.load()
	if err != nil {
		return err
	}
	events, faults := s.content.Find(names)
	target, missing := s.content.Find([]string{into})
	faults = append(faults, missing...)
	if len(target) == 0 {
		a.report(faults)
		return errFaults
	}
	if err := a.finish(s, s.content.Merge(events, target[0], a.ledgerOptions(s)), faults, "merged"); err != nil {
		return err
	}
	return a.renew(ctx)
}

// renew brings the content up to date with what people have just decided: an
// event that has taken in others is worded and weighed by all its reports.
func (a *app) renew(ctx context.Context) error {
	s, err := a.load()
	if err != nil {
		return err
	}
	plan, err := a.plan(ctx, s)
	if err != nil {
		return err
	}
	return plan.Write(a.dir)
}

// finish writes a plan of marks and reports.
func (a *app) finish(s *siteContent, plan *ledger.Plan, faults []diag.Diagnostic, done string) error {
	faults = append(faults, plan.Findings...)
	if err := plan.Write(a.dir); err != nil {
		return err
	}
	a.report(s.faults)
	a.report(faults)
	if n := plan.Count("changed event"); n > 0 {
		a.say("%s %s", count(n, "event"), done)
	} else {
		a.say("nothing to change")
	}
	return faulty(faults)
}
