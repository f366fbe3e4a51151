package main

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"fasti/internal/review"
	"fasti/internal/reviewtui"
)

func (a *app) reviewCommand() *cobra.Command {
	var where string
	c := &cobra.Command{
		Use:   "review",
		Short: "Review events in the terminal",
		Long: `Review what fasti proposes in the terminal: one event a screen, one key a
decision, the likeliest wrong first. The keys are those of the page that 'fasti
serve' offers; ? lists them. Each decision is written at once; u takes it back.

--where picks events as that of 'fasti accept' does.`,
		Example: "  fasti review\n  fasti review --where 'lang=de confidence<80'",
		Args:    noArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return a.reviewHere(c.Context(), where) },
	}
	c.Flags().StringVar(&where, "where", "", "only the events that fit all `conditions`")
	return c
}

func (a *app) reviewHere(ctx context.Context, where string) error {
	f, err := review.ParseFilter(where)
	if err != nil {
		return usageError{fmt.Errorf("--where: %w", err)}
	}
	if !terminal(a.out) {
		return usageError{errors.New("this needs a terminal; fasti accept, reject, set and the others do the same from a script")}
	}
	m, err := reviewtui.New(ctx, a.newDeskSite(), a.who(), f)
	if err != nil {
		return err
	}
	_, err = tea.NewProgram(m, tea.WithContext(ctx), tea.WithInput(a.in), tea.WithOutput(a.out)).Run()
	if err != nil && ctx.Err() == nil {
		return fmt.Errorf("the terminal: %w", err)
	}
	return nil
}
