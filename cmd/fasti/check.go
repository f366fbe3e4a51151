package main

import (
	"context"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

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
quotations that do not stand in their article, events that contradict each
other, series with gaps, names that two actors share, keys that nobody reads,
broken pages, words and templates of your own, links that lead nowhere. Errors
come first. 'fasti build' looks for the same.

With --format github the worst are annotations in a pull request, ten of each
severity as GitHub shows them; if there are more, all are in the step's summary.

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
	if ds, ok := asFindings(err); ok {
		return a.list(ds, format, maxWarnings)
	}
	if err != nil {
		return err
	}
	found, err := a.everything(ctx, s)
	if err != nil {
		return err
	}
	return a.list(s.content.Unanswered(found), format, maxWarnings)
}

// everything is what check finds, answered or not.
func (a *app) everything(ctx context.Context, s *siteContent) ([]diag.Diagnostic, error) {
	plan, err := a.plan(ctx, s)
	if err != nil {
		return nil, err
	}
	bar := a.progress(-1, "checking")
	bar.step()
	found := slices.Concat(s.faults, s.content.Check(plan))
	bar.step()
	beside, err := a.inspect(ctx, s)
	bar.done()
	return append(found, beside...), err
}

// list prints findings, the worst first, and gives the exit code.
func (a *app) list(ds []diag.Diagnostic, format diag.Format, maxWarnings int) error {
	diag.Worst(ds)
	p := diag.Printer{Format: format, Version: version(), Color: colored(a.out), Signs: true}
	if name := os.Getenv("GITHUB_STEP_SUMMARY"); name != "" && format == diag.GitHub {
		f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			return fmt.Errorf("the summary of the step: %w", err)
		}
		defer f.Close()
		p.Summary = f
	}
	if err := p.Write(a.out, ds); err != nil {
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
