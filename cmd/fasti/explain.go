package main

import (
	"fmt"
	"io"
	"strings"

	"fasti/extract"
	"fasti/extract/event"
)

// explainResult prints each event of an article with the reasons of its
// confidence, its date and its actors, for people.
func explainResult(w io.Writer, r *extract.Result) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, %s): %s\n", r.Article.Name, or(r.Article.Date, "no date"), or(r.Article.Lang, "language unknown"), count(len(r.Events), "candidate"))
	for _, e := range r.Events {
		explainEvent(&b, r, e)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func explainEvent(b *strings.Builder, r *extract.Result, e event.Event) {
	mark := "kept"
	if e.Published {
		mark = "published"
	}
	fmt.Fprintf(b, "\n%s  %s\n", or(e.When, "undated"), e.Title)
	fmt.Fprintf(b, "  %s, %s, %s; confidence %d, %s\n", e.Kind, e.Status, e.Basis, e.Confidence, mark)
	fmt.Fprintf(b, "  trigger: %s\n", e.Trigger.Of(r.Article.Text))
	for _, p := range e.Parts {
		fmt.Fprintf(b, "  %s: %s\n", p.Role, p.Actor)
	}
	for _, s := range e.Sources {
		fmt.Fprintf(b, "  sentence %d, said %q: %s\n", s.Sentence, s.Said, s.Of(r.Article.Text))
	}
	for _, f := range e.Features {
		fmt.Fprintf(b, "  %+4d  %s\n", f.Weight, f.Name)
	}
	for _, d := range e.Decisions {
		explainDecision(b, r, d)
	}
}

// explainDecision prints what was decided, by which rule, on which words, and what
// else it might have been.
func explainDecision(b *strings.Builder, r *extract.Result, d event.Decision) {
	fmt.Fprintf(b, "  %s", d.What)
	if d.Of != "" {
		fmt.Fprintf(b, " (%s)", d.Of)
	}
	fmt.Fprintf(b, ": %s; by %s", or(d.Value, "none"), or(d.Rule, "no rule"))
	for _, s := range d.Spans {
		fmt.Fprintf(b, " %q", s.Of(r.Article.Text))
	}
	for i, o := range d.Others {
		sep := ","
		if i == 0 {
			sep = "; not"
		}
		fmt.Fprintf(b, "%s %s", sep, o.Value)
		if o.Odds != 0 {
			fmt.Fprintf(b, " (%+.1f)", float64(o.Odds)/1000)
		}
	}
	b.WriteString("\n")
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
