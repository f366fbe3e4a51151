package main

import (
	"context"
	"errors"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"fasti/internal/decisions"
	"fasti/internal/diag"
	"fasti/internal/ledger"
)

func (a *app) actorCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "actor",
		Short: "Rename, join and part actors",
		Long: `Rename actors, join two that are one, part one that is two, or say that a name
is somebody else's. Every event follows.`,
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.actorRename(), a.actorMerge(), a.actorSplit(), a.actorNot(), a.actorApart())
	return c
}

// actors does acts on actors.
func (a *app) actors(ctx context.Context, done string, acts ...ledger.Act) error {
	return a.decide(ctx, deciding{done: done, renew: true}, func(*siteContent) ([]ledger.Act, []diag.Diagnostic) { return acts, nil })
}

// actorID takes an id, or the path of a file.
func actorID(s string) string {
	return strings.TrimSuffix(path.Base(strings.ReplaceAll(s, `\`, "/")), ".md")
}

func (a *app) actorRename() *cobra.Command {
	var id string
	c := &cobra.Command{
		Use:     "rename ACTOR [NAME]",
		Short:   "Give an actor another name, or another address",
		Long:    `Give an actor another name; the old one stays among the names by which it is known. With --id its file, and so its address, gets another name; the old address leads there.`,
		Example: "  fasti actor rename antony-blinken 'Tony Blinken'\n  fasti actor rename blinken --id antony-blinken",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 || len(args) == 1 && id == "" {
				return usageError{errors.New("name the actor and its new name, or a new --id")}
			}
			return nil
		},
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			var acts []ledger.Act
			if len(args) == 2 {
				acts = append(acts, ledger.Act{Act: decisions.RenameActor, Actor: actorID(args[0]), Key: "title", New: args[1]})
			}
			if id != "" {
				acts = append(acts, ledger.Act{Act: decisions.RenameActor, Actor: actorID(args[0]), Key: "id", New: id})
			}
			return a.actors(c.Context(), "renamed", acts...)
		}),
	}
	c.Flags().StringVar(&id, "id", "", "the new `id`: the name of its file, without .md")
	return c
}

func (a *app) actorMerge() *cobra.Command {
	var into string
	c := &cobra.Command{
		Use:     "merge ACTOR… --into ACTOR",
		Short:   "Make one actor of several",
		Long:    `Make one actor of several that are the same: the one named by --into gets the names of the others and takes part where they took part. Their files are removed; their addresses lead to it.`,
		Example: "  fasti actor merge blinken --into antony-blinken",
		Args:    cobra.ArbitraryArgs,
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			if into == "" || len(args) == 0 {
				return usageError{errors.New("name the actors, and with --into the one that stays")}
			}
			var acts []ledger.Act
			for _, s := range args {
				acts = append(acts, ledger.Act{Act: decisions.MergeActors, Actor: actorID(s), Into: actorID(into)})
			}
			return a.actors(c.Context(), "joined", acts...)
		}),
	}
	c.Flags().StringVar(&into, "into", "", "the `actor` that stays")
	return c
}

func (a *app) actorSplit() *cobra.Command {
	var id string
	var events []string
	c := &cobra.Command{
		Use:     "split ACTOR NAME",
		Short:   "Make an actor of its own of a name",
		Long:    `Say that a name of an actor is somebody else, who gets a file. The events named by --event go to the new one; without it, those whose sentences have the name. Two of one name need --id and --event, and stay two for ever.`,
		Example: "  fasti actor split ida-holm 'Ina Holm'\n  fasti actor split ida-holm 'Ina Holm' --id ina-holm --event e7k2m9q4",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError{errors.New("name the actor, and the name that is somebody else's")}
			}
			return nil
		},
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			return a.decide(c.Context(), deciding{done: "parted", renew: true}, func(s *siteContent) ([]ledger.Act, []diag.Diagnostic) {
				act := ledger.Act{Act: decisions.SplitActor, Actor: actorID(args[0]), Name: args[1], Into: id}
				if len(events) == 0 {
					return []ledger.Act{act}, nil
				}
				found, faults := s.content.Find(events)
				var acts []ledger.Act
				for _, e := range found {
					act.Event = e.ID
					acts = append(acts, act)
				}
				return acts, faults
			})
		}),
	}
	c.Flags().StringVar(&id, "id", "", "`id` of the new actor (default: made of the name)")
	c.Flags().StringSliceVar(&events, "event", nil, "`events` of the new actor, by id or path")
	return c
}

func (a *app) actorNot() *cobra.Command {
	return &cobra.Command{
		Use:     "not ACTOR NAME…",
		Short:   "Say that a name is not an actor's",
		Long:    `Say that a name does not mean this actor: it is taken out of its names, and never joins it again.`,
		Example: "  fasti actor not antony-blinken 'Donald Blinken'",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usageError{errors.New("name the actor, and the names that are not its own")}
			}
			return nil
		},
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			var acts []ledger.Act
			for _, n := range args[1:] {
				acts = append(acts, ledger.Act{Act: decisions.NotName, Actor: actorID(args[0]), Name: n})
			}
			return a.actors(c.Context(), "noted", acts...)
		}),
	}
}

func (a *app) actorApart() *cobra.Command {
	return &cobra.Command{
		Use:     "apart ACTOR ACTOR",
		Short:   "Keep two actors apart, for ever",
		Long:    `Say that two actors are two, though they go by one name: fasti does not ask again whether they are one.`,
		Example: "  fasti actor apart ann-berg ann-berg-skater",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError{errors.New("name two actors")}
			}
			return nil
		},
		RunE: a.alone(func(c *cobra.Command, args []string) error {
			return a.actors(c.Context(), "kept apart", ledger.Act{Act: decisions.Apart, Actor: actorID(args[0]), Into: actorID(args[1])})
		}),
	}
}
