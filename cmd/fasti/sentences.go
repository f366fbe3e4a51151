package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"fasti/internal/decisions"
	"fasti/internal/diag"
	"fasti/internal/ledger"
)

// pendingCommand is keep, follow or drop: what to do with the sentence of a
// reviewed event whose report has changed.
func (a *app) pendingCommand(kind decisions.Kind, done, short, long string) *cobra.Command {
	return &cobra.Command{
		Use:     string(kind) + " ID [SOURCE…]",
		Short:   short,
		Long:    long,
		Example: fmt.Sprintf("  fasti %s e7k2m9q4\n  fasti %s e7k2m9q4 s1f0c2a", kind, kind),
		Args:    someEvents,
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			return a.decide(c.Context(), deciding{done: done, renew: true}, func(s *siteContent) ([]ledger.Act, []diag.Diagnostic) {
				events, faults := s.content.Find(args[:1])
				var acts []ledger.Act
				for _, e := range events {
					for _, id := range sourcesFor(s.content, e, args[1:]) {
						acts = append(acts, ledger.Act{Act: kind, Event: e.ID, Source: id})
					}
				}
				return acts, faults
			})
		}),
	}
}

// sourcesFor are the sources that a call names, or those that wait for a
// decision.
func sourcesFor(c *ledger.Content, e *ledger.Event, named []string) []string {
	if len(named) > 0 {
		return named
	}
	pending := c.Pending(e)
	var out []string
	for _, s := range e.Sources {
		if now, ok := pending[s.ID]; ok && !now.Kept {
			out = append(out, s.ID)
		}
	}
	return out
}

func (a *app) keepCommand() *cobra.Command {
	return a.pendingCommand(decisions.Keep, "kept", "Keep a sentence as it was reviewed, though its report has changed",
		`Keep the words of a reviewed event, though its report has been changed since, or
is gone. The page goes on saying so to its readers; check asks no more until
the report changes again. Without a source: all that wait for a decision.`)
}

func (a *app) followCommand() *cobra.Command {
	return a.pendingCommand(decisions.Follow, "followed", "Take the words that the report has now",
		`Take over the sentence that stands in the report now, in the place of the one
that a reviewed event quotes. Without a source: all that wait for a decision.`)
}

func (a *app) dropCommand() *cobra.Command {
	return a.pendingCommand(decisions.Drop, "dropped", "Take a sentence out of an event",
		`Take a sentence out of an event, for good: it never joins that event again.
Without a source: all whose report has changed since the event was reviewed, and
that wait for a decision.`)
}

func (a *app) misreadCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "misread ID SOURCE…",
		Short:   "Say that fasti misread a sentence",
		Long:    `Say that the date and status that fasti read in a sentence are wrong. The sentence stays as evidence; what was read in it counts no more, and is shown nowhere.`,
		Example: "  fasti misread e7k2m9q4 s1f0c2a",
		Args:    eventAndSources,
		RunE:    a.alone(a.onSources("marked as misread", decisions.Misread, func() (string, error) { return "", nil })),
	}
}

func (a *app) moveCommand() *cobra.Command {
	var into string
	c := &cobra.Command{
		Use:     "move ID SOURCE… --into ID",
		Short:   "Give sentences to another event",
		Long:    `Give sentences of one event to another. They never join the first again.`,
		Example: "  fasti move e7k2m9q4 s1f0c2a --into e2p8d1xz",
		Args:    eventAndSources,
		RunE: a.alone(a.onSources("moved", decisions.Move, func() (string, error) {
			if into == "" {
				return "", usageError{errors.New("say with --into which event gets the sentence")}
			}
			return into, nil
		})),
	}
	c.Flags().StringVar(&into, "into", "", "`id` or path of the event that gets the sentence")
	return c
}

func (a *app) splitCommand() *cobra.Command {
	var title string
	c := &cobra.Command{
		Use:   "split ID SOURCE…",
		Short: "Make an event of its own of some sentences",
		Long: `Make an event of its own of some sentences of another. The new one begins with
the kind, the actors and the places of the other and with the date of its
sentence; correct it where it differs.`,
		Example: "  fasti split e7k2m9q4 s1f0c2a --title 'Council votes again'",
		Args:    eventAndSources,
	}
	c.Flags().StringVar(&title, "title", "", "`title` of the new event (default: its sentence)")
	c.RunE = a.alone(func(c *cobra.Command, args []string) error {
		return a.decide(c.Context(), deciding{done: "split", renew: true}, func(s *siteContent) ([]ledger.Act, []diag.Diagnostic) {
			events, faults := s.content.Find(args[:1])
			var acts []ledger.Act
			for _, e := range events {
				for _, id := range args[1:] {
					acts = append(acts, ledger.Act{Act: decisions.Split, Event: e.ID, Source: id, Name: title})
				}
			}
			return acts, faults
		})
	})
	return c
}

func eventAndSources(c *cobra.Command, args []string) error {
	if len(args) < 2 {
		return usageError{fmt.Errorf("name an event, and sentences of it by the ids of their sources (see '%s --help')", c.CommandPath())}
	}
	return nil
}

// onSources does one act on each sentence that is named.
func (a *app) onSources(done string, kind decisions.Kind, target func() (string, error)) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		into, err := target()
		if err != nil {
			return err
		}
		return a.decide(c.Context(), deciding{done: done, renew: true}, func(s *siteContent) ([]ledger.Act, []diag.Diagnostic) {
			events, faults := s.content.Find(args[:1])
			id := ""
			if into != "" {
				to, missing := s.content.Find([]string{into})
				if faults = append(faults, missing...); len(to) == 0 {
					return nil, faults
				}
				id = to[0].ID
			}
			var acts []ledger.Act
			for _, e := range events {
				for _, src := range slices.Compact(args[1:]) {
					acts = append(acts, ledger.Act{Act: kind, Event: e.ID, Source: src, Into: id})
				}
			}
			return acts, faults
		})
	}
}
