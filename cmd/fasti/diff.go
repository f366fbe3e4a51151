package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"fasti/internal/compare"
	"fasti/internal/config"
	"fasti/internal/gitstate"
	"fasti/internal/ledger"
)

func (a *app) diffCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "diff [REVISION]",
		Short: "Say what is different from a revision of git",
		Long: `Say which events and actors are different from a revision of git (default:
HEAD, so what is not committed yet): new, corrected with old and new value,
withdrawn, rejected, merged, split, removed, with the quotations that came and
went. What articles would change is not among it before 'fasti extract'.

--format markdown is made for a comment on a pull request.`,
		Example: `  fasti diff                                what is not committed
  fasti diff HEAD~5                         the last five commits
  fasti diff --format markdown origin/main  what a branch changes`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{fmt.Errorf("%s takes one revision (see '%s --help')", c.CommandPath(), c.CommandPath())}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if !slices.Contains(compare.Formats(), compare.Format(format)) {
				return usageError{fmt.Errorf("--format %s is none (choose one of text, markdown, json)", format)}
			}
			return a.diff(c.Context(), append(args, "HEAD")[0], compare.Format(format))
		},
	}
	c.Flags().StringVar(&format, "format", "text", "`form` of the list: text, markdown, json")
	return c
}

func (a *app) diff(ctx context.Context, rev string, format compare.Format) error {
	s, err := a.load()
	if err != nil {
		return err
	}
	a.report(s.faults)
	state, err := gitstate.At(ctx, a.dir, rev)
	if errors.Is(err, gitstate.ErrNoGit) {
		return fmt.Errorf("%w (install git, or put it on the PATH)", err)
	}
	if err != nil {
		return usageError{err}
	}
	defer state.Close()
	old, _ := ledger.Load(state.Dir)
	old.HoldBack(a.now)
	old.Readers = s.config.Readers
	before, _ := old.Publishable()
	now, _ := s.content.Publishable()
	policy := s.config.Fasti.Publish
	if c, err := config.Load(state.Dir); err == nil && c.Fasti.Publish != policy {
		a.say("params.fasti.publish was %s and is %s; both states are compared by what it is", c.Fasti.Publish, policy)
	}
	r := compare.States(state.Commit, before, now, policy)
	if err := r.Write(a.out, format); err != nil {
		return err
	}
	if format == compare.Text && r.Empty() {
		a.say("no event and no actor is different from %s", rev)
	}
	return nil
}
