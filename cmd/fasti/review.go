package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"fasti/internal/decisions"
	"fasti/internal/diag"
	"fasti/internal/ledger"
)

// deciding is one command that decides something.
type deciding struct {
	done   string // how the command words what it did: "accepted"
	renew  bool   // what the articles say of it is worked out anew, in the same step
	reopen bool
}

func (a *app) acceptCommand() *cobra.Command {
	d := deciding{done: "accepted"}
	var p picking
	c := &cobra.Command{
		Use:   "accept ID…",
		Short: "Mark events as reviewed",
		Long: `Mark events as reviewed: they lose the mark "automatic, not reviewed". Name
them by id (under "fasti:" in the file) or by path. Only events that nobody has
decided on are touched; the others are listed, with the reason. To accept one
of those all the same, name it with --reopen.`,
		Example: "  fasti accept e7k2m9q4\n  fasti accept content/events/2024/*.md\n  fasti accept --reopen e7k2m9q4\n  fasti accept --where 'confidence>90 kind=court' --dry-run",
		Args:    someEvents,
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			if p.where != "" || p.dry {
				return a.decidePicked(c.Context(), p, args, d, decisions.Accept)
			}
			return a.onEvents(c.Context(), args, d, decisions.Accept)
		}),
	}
	c.Flags().BoolVar(&d.reopen, "reopen", false, "also events that were rejected, corrected, merged, split or withdrawn")
	p.add(c)
	return c
}

func (a *app) rejectCommand() *cobra.Command {
	d := deciding{done: "rejected"}
	var p picking
	c := &cobra.Command{
		Use:   "reject ID…",
		Short: "Take events out, for good",
		Long: `Take events out of the timeline. Their files stay, marked as rejected, so
that the same sentences never make them again. Events that somebody has
accepted or corrected are left, and listed; name them with --reopen to reject
them all the same.`,
		Example: "  fasti reject e7k2m9q4\n  fasti reject --where 'confidence<40 source=old-page'",
		Args:    someEvents,
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			if p.where != "" || p.dry {
				return a.decidePicked(c.Context(), p, args, d, decisions.Reject)
			}
			return a.onEvents(c.Context(), args, d, decisions.Reject)
		}),
	}
	c.Flags().BoolVar(&d.reopen, "reopen", false, "also events that were accepted, corrected, merged or split")
	p.add(c)
	return c
}

func (a *app) mergeCommand() *cobra.Command {
	var into string
	var shard string
	c := &cobra.Command{
		Use:   "merge ID… --into ID",
		Short: "Make one event of several",
		Long: `Make one event of several that report the same: the one named by --into takes
over the sources of the others, and their pages lead to it. 'fasti unmerge'
makes a merged event one of its own again.

"-" has nothing to do with a site: it reads the lines of 'fasti extract
--reports -' from standard input, sorted as bytes, and prints a line for each
event that they report together, with its reports. Such lines can be merged
again, with others of their kind, to the same bytes as everything at once
(docs/scale.md).`,
		Example: "  fasti merge e7k2m9q4 e2p8d1xz --into e5a9c3wk\n  fasti extract --reports - < articles.jsonl | LC_ALL=C sort | fasti merge - > events.jsonl",
		Args:    someEvents,
	}
	join := a.alone(func(c *cobra.Command, args []string) error {
		if into == "" {
			return usageError{errors.New("say with --into which event takes the others in")}
		}
		return a.decide(c.Context(), deciding{done: "merged", renew: true}, func(s *siteContent) ([]ledger.Act, []diag.Diagnostic) {
			events, faults := s.content.Find(args)
			target, missing := s.content.Find([]string{into})
			faults = append(faults, missing...)
			var acts []ledger.Act
			for _, e := range events {
				if len(target) > 0 && (e != target[0] || len(events) == 1) {
					acts = append(acts, ledger.Act{Act: decisions.Merge, Event: e.ID, Into: target[0].ID})
				}
			}
			return acts, faults
		})
	})
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 1 && args[0] == "-" {
			return a.mergeLines(c.Context(), shard)
		}
		return join(c, args)
	}
	c.Flags().StringVar(&into, "into", "", "`id` or path of the event that takes the others in")
	c.Flags().StringVar(&shard, "shard", "", "with -: take share `i/n` of the keys, from 1/n to n/n")
	return c
}

func (a *app) unmergeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "unmerge ID…",
		Short: "Make merged events events of their own again",
		Long: `Make events that were merged, by you or by fasti, events of their own again:
they get back their sentences and their page, and are kept apart from the
others from then on.`,
		Example: "  fasti unmerge e7k2m9q4",
		Args:    someEvents,
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			return a.onEvents(c.Context(), args, deciding{done: "unmerged", renew: true}, decisions.Unmerge)
		}),
	}
}

func (a *app) apartCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "apart ID ID…",
		Short: "Keep events apart, for ever",
		Long: `Say that events are not the same, however alike their reports are: fasti never
makes one of them, and proposes it no more.`,
		Example: "  fasti apart e7k2m9q4 e2p8d1xz",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usageError{errors.New("name two events or more, by id or path")}
			}
			return nil
		},
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			return a.decide(c.Context(), deciding{done: "kept apart"}, func(s *siteContent) ([]ledger.Act, []diag.Diagnostic) {
				events, faults := s.content.Find(args)
				if len(events) == 1 && len(faults) == 0 {
					faults = append(faults, diag.Diagnostic{File: events[0].Path, Code: diag.CannotDo, Message: "an event is not apart from itself", Hint: "name two events or more"})
				}
				var acts []ledger.Act
				for i, e := range events {
					for _, o := range events[i+1:] {
						acts = append(acts, ledger.Act{Act: decisions.Apart, Event: e.ID, Into: o.ID})
					}
				}
				return acts, faults
			})
		}),
	}
}

func (a *app) setCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "set ID KEY=VALUE…",
		Short: "Correct an event",
		Long: `Correct the title, when, kind, status or places of an event, or put it on the
home page with key=true. It is the same as to edit the file; an empty value
takes the key out.`,
		Example: "  fasti set e7k2m9q4 when=2024-02-05\n  fasti set e7k2m9q4 title='Council votes' status=planned",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usageError{errors.New("name an event and what to set: fasti set e7k2m9q4 when=2024-02-05")}
			}
			for _, s := range args[1:] {
				if !strings.Contains(s, "=") {
					return usageError{fmt.Errorf("%q sets nothing (write KEY=VALUE)", s)}
				}
			}
			return nil
		},
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			return a.decide(c.Context(), deciding{done: "set"}, func(s *siteContent) ([]ledger.Act, []diag.Diagnostic) {
				events, faults := s.content.Find(args[:1])
				var acts []ledger.Act
				for _, e := range events {
					for _, kv := range args[1:] {
						key, v, _ := strings.Cut(kv, "=")
						acts = append(acts, ledger.Act{Act: decisions.Set, Event: e.ID, Key: key, New: v})
					}
				}
				return acts, faults
			})
		}),
	}
}

func someEvents(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageError{fmt.Errorf("name events by id or path (see '%s --help')", c.CommandPath())}
	}
	return nil
}

// onEvents does one act on each event that is named.
func (a *app) onEvents(ctx context.Context, names []string, d deciding, kind decisions.Kind) error {
	return a.decide(ctx, d, func(s *siteContent) ([]ledger.Act, []diag.Diagnostic) {
		events, faults := s.content.Find(names)
		var acts []ledger.Act
		for _, e := range events {
			acts = append(acts, ledger.Act{Act: kind, Event: e.ID})
		}
		return acts, faults
	})
}

// decide does acts of a person and tells what was done and what was left. With
// renew, what the articles say of what was decided is worked out anew; all of
// it is one step, and is undone as one.
func (a *app) decide(ctx context.Context, d deciding, which func(*siteContent) ([]ledger.Act, []diag.Diagnostic)) error {
	s, err := a.load()
	if err != nil {
		return err
	}
	if d.renew {
		results, err := a.results(ctx, s)
		if err != nil {
			return err
		}
		s.content.Heard(ledger.Hear(results))
	}
	acts, faults := which(s)
	opt := a.ledgerOptions(s)
	opt.By, opt.Reopen, opt.Reason = a.who(), d.reopen, a.reason
	plan := s.content.Do(acts, opt)
	faults = append(faults, plan.Findings...)
	if d.renew && !plan.Empty() {
		if plan, err = a.renewed(ctx, s, plan, opt); err != nil {
			return err
		}
	}
	if err := plan.Write(a.dir); err != nil {
		return err
	}
	a.report(s.faults)
	a.report(faults)
	a.sayDone(plan, d)
	a.sayLeft(plan.Left)
	return faulty(faults)
}

// renewed is a plan together with what the articles say once it is done.
func (a *app) renewed(ctx context.Context, s *siteContent, plan *ledger.Plan, opt ledger.Options) (*ledger.Plan, error) {
	after, _ := s.content.After(plan)
	next, err := a.plan(ctx, &siteContent{config: s.config, content: after})
	if err != nil {
		return nil, err
	}
	return plan.With(next), nil
}

// sayDone tells how many acts were done, or what the one was.
func (a *app) sayDone(plan *ledger.Plan, d deciding) {
	n, events := 0, map[string]bool{}
	for _, x := range plan.Acts {
		if x.Act.Human() {
			n++
			events[x.Event] = x.Event != ""
		}
	}
	switch {
	case n == 0:
		a.say("nothing to change")
	case len(events) > 0 && !events[""] && (d.done == "accepted" || d.done == "rejected" || d.done == "merged"):
		a.say("%s %s", count(len(events), "event"), d.done)
	default:
		a.say("%s", d.done)
	}
}

// sayLeft tells what was not touched, and why.
func (a *app) sayLeft(left []ledger.Left) {
	var why []string
	by := map[string][]string{}
	for _, l := range left {
		if by[l.Why] == nil {
			why = append(why, l.Why)
		}
		by[l.Why] = append(by[l.Why], l.ID)
	}
	for _, w := range why {
		ids := by[w]
		more := ""
		if len(ids) > 12 {
			more = fmt.Sprintf(" and %d more", len(ids)-12)
			ids = ids[:12]
		}
		a.say("%s left, %s: %s%s", count(len(by[w]), "event"), w, strings.Join(ids, " "), more)
	}
}
