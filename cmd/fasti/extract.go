package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fasti/extract"
	"fasti/extract/reports"
	"fasti/internal/diag"
	"fasti/internal/ledger"
)

// extractFlags are the flags of extract.
type extractFlags struct {
	json, dryRun, explain bool
	reports               bool
	split                 int
	date, lang            string
}

func (a *app) extractCommand() *cobra.Command {
	var f extractFlags
	c := &cobra.Command{
		Use:   "extract [PATH…]",
		Short: "Find events and actors in articles",
		Long: `Read the site's articles and write what they report to content/events and
content/actors. Articles may be named; the timeline is made of all of them all
the same, since one event may stand in several. What people have changed there stays, field
by field; a rejected or deleted event does not come back. Running it again
changes nothing.

With --json and paths: print one JSON object an article and write nothing. "-"
reads articles as JSON lines from standard input, one object a line:

  {"article":"NAME","title":"…","date":"2024-02-07","lang":"de","text":"…"}

With --reports instead of --json: one line for each event that an article
reports, for 'fasti merge -', which makes events of the reports of more articles
than a site can hold (docs/scale.md).

Names of people and places are found by the program itself. Another engine can
do that, here and in build, serve and check (docs/actors.md): --names-cmd COMMAND,
which talks JSON lines, or --names-url ADDRESS with --names-model NAME, a model
behind an OpenAI-compatible address.`,
		Example: `  fasti extract                        the site's articles to events and actors
  fasti extract --dry-run              only say what would be written
  fasti extract --json a.md b.md       look at what fasti finds
  fasti extract --json --date 2024-02-07 --lang de bare.txt
  fasti extract --explain a.md         why each event has its confidence
  fasti extract --json - < articles.jsonl
  fasti extract --reports - < articles.jsonl | LC_ALL=C sort | fasti merge -`,
		RunE: func(c *cobra.Command, args []string) error { return a.extract(c.Context(), args, f) },
	}
	c.Flags().BoolVar(&f.json, "json", false, "print one JSON object an article and write nothing")
	c.Flags().BoolVar(&f.reports, "reports", false, "print one JSON object for each event that an article reports, and write nothing")
	c.Flags().IntVar(&f.split, "split", 1, "cut the reports of a day into `n` parts by who takes part")
	c.Flags().BoolVar(&f.explain, "explain", false, "print why each event has its confidence, and write nothing; with --json: add to each event what decided on it")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "say what would be written and write nothing")
	c.Flags().StringVar(&f.date, "date", "", "publication `day` of texts that do not say it, YYYY-MM-DD")
	c.Flags().StringVar(&f.lang, "lang", "", "`language` of texts that do not say it: de, en, fr")
	return c
}

func (a *app) extract(ctx context.Context, paths []string, f extractFlags) error {
	switch {
	case f.json && f.reports, f.reports && f.explain:
		return usageError{errors.New("--reports is another answer than --json and --explain; choose one")}
	case f.split < 1 || f.split > 1000:
		return usageError{errors.New("--split is a number from 1 to 1000")}
	case f.reports && !(len(paths) == 1 && paths[0] == "-"):
		return usageError{errors.New("--reports reads articles as JSON lines from standard input: fasti extract --reports -")}
	case f.reports:
		return a.extractLines(ctx, extract.Options{}, func(r *extract.Result) ([]byte, error) { return reports.Encode(r, f.split) })
	case f.json && len(paths) == 1 && paths[0] == "-":
		return a.extractLines(ctx, extract.Options{Trace: f.explain}, (*extract.Result).JSON)
	case f.json || f.explain:
		return a.extractFiles(ctx, paths, f)
	}
	if a.looking = f.dryRun; !f.dryRun {
		unlock, err := a.lock(ctx, "fasti extract")
		if err != nil {
			return err
		}
		defer unlock()
	}
	s, err := a.load()
	if err != nil {
		return err
	}
	if err := s.own(paths); err != nil {
		return err
	}
	a.recall = true
	plan, err := a.plan(ctx, s)
	if err != nil {
		return err
	}
	a.report(s.faults)
	if f.dryRun {
		a.describe(plan)
	} else if err := plan.Write(a.dir); err != nil {
		return err
	}
	a.say("%s: %s%s", count(len(s.content.Articles), "article"), summary(plan), dry(f.dryRun))
	return faulty(s.faults)
}

// own refuses paths that are no articles of the site. A timeline is always
// made of all articles, since one event may stand in several.
func (s *siteContent) own(paths []string) error {
	for _, p := range paths {
		name := strings.TrimSuffix(filepath.Base(p), ".md")
		if !slices.ContainsFunc(s.content.Articles, func(x *ledger.Article) bool { return x.Name == name }) {
			return usageError{fmt.Errorf("%s is no article of this site (fasti add %s brings it in; fasti extract --json %s only looks)", p, p, p)}
		}
	}
	return nil
}

// faulty is the error that gives exit code 1 if a fault is grave.
func faulty(ds []diag.Diagnostic) error {
	if diag.HasErrors(ds) {
		return errFaults
	}
	return nil
}

// describe prints what a plan would write, for people and for pipes.
func (a *app) describe(p *ledger.Plan) {
	for _, f := range p.Files {
		fmt.Fprintf(a.out, "%s\t%s\n", f.What, f.Path)
	}
	for _, c := range p.Changes {
		if c.Key != "" {
			fmt.Fprintf(a.out, "%s %s: %s: %s -> %s\n", c.What, c.ID, c.Key, c.Old, c.New)
		}
	}
}

// summary words a plan: "3 new events, 1 changed event".
func summary(p *ledger.Plan) string {
	var parts []string
	for _, what := range []string{"new event", "changed event", "new actor", "changed actor"} {
		if n := p.Count(what); n > 0 {
			parts = append(parts, count(n, what))
		}
	}
	withdrawn := 0
	for _, c := range p.Changes {
		if c.What == "withdrawn" {
			withdrawn++
		}
	}
	if withdrawn > 0 {
		parts = append(parts, fmt.Sprintf("%d of them withdrawn because their last source is gone (fasti check lists them)", withdrawn))
	}
	if len(parts) == 0 {
		return "nothing to change"
	}
	return strings.Join(parts, ", ")
}

func dry(dryRun bool) string {
	if dryRun {
		return " (dry run: nothing was written)"
	}
	return ""
}
