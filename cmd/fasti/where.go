package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"fasti/extract"
	"fasti/internal/decisions"
	"fasti/internal/ledger"
	"fasti/internal/review"
)

// picking is how accept and reject are told which events they mean, if not by
// name.
type picking struct {
	where string
	dry   bool
}

func (p *picking) add(c *cobra.Command) {
	c.Flags().StringVar(&p.where, "where", "", "the events that fit all `conditions`, in place of names: 'confidence>90 kind=court'")
	c.Flags().BoolVar(&p.dry, "dry-run", false, "only list them")
	c.Long += `

With --where, the events that fit all its conditions and that nobody has decided
on: FIELD=VALUE, !=, ~ (holds), and for numbers and dates > >= < <=. Several
values stand with commas, one with blanks in quotation marks. The fields are
` + strings.Join(review.FieldNames(), ", ") + `.
--dry-run lists the events and decides nothing.`
	c.Args = func(c *cobra.Command, args []string) error {
		if p.where == "" {
			return someEvents(c, args)
		}
		if len(args) > 0 {
			return usageError{errors.New("name events, or pick them with --where, not both")}
		}
		return nil
	}
}

// decidePicked does one act on all events that a filter picks, or lists them.
func (a *app) decidePicked(ctx context.Context, p picking, names []string, d deciding, kind decisions.Kind) error {
	filter, err := p.filter(names)
	if err != nil {
		return usageError{err}
	}
	a.looking = p.dry
	s, err := a.load()
	if err != nil {
		return err
	}
	desk, err := a.desk(ctx, s)
	if err != nil {
		return err
	}
	opt := a.ledgerOptions(s)
	opt.By, opt.Reopen, opt.Reason = a.who(), d.reopen, a.reason
	if p.where == "" {
		filter = onlyIDs(s.content, names)
	}
	picked, plan, err := desk.Bulk(string(kind), filter, opt)
	if err != nil {
		return usageError{err}
	}
	a.report(s.faults)
	if p.dry {
		for _, e := range picked {
			fmt.Fprintf(a.out, "%s\t%s\t%d%%\t%s\t%s\n", e.ID, or(e.When, "undated"), e.Confidence, e.State, e.Title)
		}
		a.say("%s would be %s; nothing was changed", count(len(picked), "event"), d.done)
		a.sayLeft(plan.Left)
		return nil
	}
	if err := plan.Write(a.dir); err != nil {
		return err
	}
	a.report(plan.Findings)
	a.sayDone(plan, d)
	a.sayLeft(plan.Left)
	return faulty(plan.Findings)
}

func (p picking) filter(names []string) (review.Filter, error) {
	f, err := review.ParseFilter(p.where)
	if err != nil {
		return f, fmt.Errorf("--where: %w", err)
	}
	return f, nil
}

// onlyIDs picks the events that a call names.
func onlyIDs(c *ledger.Content, names []string) review.Filter {
	events, _ := c.Find(names)
	var ids []string
	for _, e := range events {
		ids = append(ids, e.ID)
	}
	f, err := review.ParseFilter("id=" + strings.Join(ids, ","))
	if err != nil { // ids have no blanks and no marks
		return review.Filter{}
	}
	return f
}

// desk is the review desk over the content as it is.
func (a *app) desk(ctx context.Context, s *siteContent) (*review.Desk, error) {
	plan, err := a.plan(ctx, s)
	if err != nil {
		return nil, err
	}
	byName := map[string]*extract.Result{}
	for i, r := range a.heard.results {
		byName[s.content.Articles[i].Name] = r
	}
	found := append(doubts(s.content, a.heard.results), s.content.Check(plan)...)
	return review.New(review.Site{Content: s.content, Results: byName, Pairs: plan.Pairs, Found: s.content.Unanswered(found), Who: a.who()}), nil
}
