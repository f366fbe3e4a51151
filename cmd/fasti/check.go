package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"fasti/internal/config"
	"fasti/internal/diag"
)

func (a *app) checkCommand() *cobra.Command {
	var format string
	maxWarnings := -1
	c := &cobra.Command{
		Use:   "check",
		Short: "List everything doubtful",
		Long: `List everything doubtful in the site, each with file, line and column, a code
and what to do: files that cannot be read, dates that could not be worked out,
quotations that no longer stand in their article, events that contradict each
other, series with gaps, names that two actors share.

Exit code 1 if there are errors (or more warnings than --max-warnings).`,
		Example: "  fasti check\n  fasti check --format github      # annotations in a pull request\n  fasti check --max-warnings 0",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if !slices.Contains(diag.Formats(), diag.Format(format)) {
				return usageError{fmt.Errorf("--format %s is none (choose one of text, json, github, sarif)", format)}
			}
			return a.check(c.Context(), diag.Format(format), maxWarnings)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "`form` of the list: text, json, github, sarif")
	c.Flags().IntVar(&maxWarnings, "max-warnings", -1, "how many warnings are too many; -1: never")
	return c
}

func (a *app) check(ctx context.Context, format diag.Format, maxWarnings int) error {
	a.looking = true
	s, err := a.load()
	var broken *config.Error
	if errors.As(err, &broken) {
		return a.list([]diag.Diagnostic{{File: broken.Path, Line: broken.Line, Col: broken.Col, Code: diag.BadConfig, Message: broken.Message, Hint: broken.Hint}}, format, maxWarnings)
	}
	if err != nil {
		return err
	}
	plan, err := a.plan(ctx, s)
	if err != nil {
		return err
	}
	return a.list(append(s.faults, s.content.Check(plan)...), format, maxWarnings)
}

// list prints findings and gives the exit code.
func (a *app) list(ds []diag.Diagnostic, format diag.Format, maxWarnings int) error {
	diag.Sort(ds)
	if err := diag.Write(a.out, format, version(), ds); err != nil {
		return err
	}
	counts := map[diag.Severity]int{}
	for _, d := range ds {
		counts[d.Severity()]++
	}
	if format == diag.Text {
		a.say("%s, %s, %s", count(counts[diag.Error], "error"), count(counts[diag.Warning], "warning"), count(counts[diag.Note], "note"))
	}
	if counts[diag.Error] > 0 || maxWarnings >= 0 && counts[diag.Warning] > maxWarnings {
		return errFaults
	}
	return nil
}
