package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"fasti/extract"
	"fasti/extract/merge"
	"fasti/internal/diag"
)

func (a *app) explainCommand() *cobra.Command {
	var f extractFlags
	c := &cobra.Command{
		Use:   "explain FILE[:SENTENCE]…",
		Short: "Show how a sentence is read: words, clauses, decisions",
		Long: `Show for each sentence of an article how fasti reads it: the words with lemma,
part of speech and what each hangs on; the clauses with tense, voice and
subject, and whether what they tell took place, with the rules that say so; the
time expressions with value and rule; and the candidate events with the reasons
of their confidence and each decision on them: date, direction, status, kind,
subject, parts, joining, title, with the rule, the words that it rests on and
what else it might have been. It writes nothing and needs no site.

SENTENCE is the number that evidence has: 1 is the first of the body. Of several
files it also shows which of their published events would be one on a timeline,
for which points, and what the reports of one event say differently.`,
		Example: `  fasti explain content/articles/harbour.md
  fasti explain content/articles/harbour.md:4
  fasti explain --date 2024-02-07 --lang de bare.txt:2
  fasti explain content/articles/harbour.md content/articles/vote.md`,
		RunE: func(c *cobra.Command, args []string) error { return a.explain(c.Context(), args, f) },
	}
	c.Flags().StringVar(&f.date, "date", "", "publication `day` of texts that do not say it, YYYY-MM-DD")
	c.Flags().StringVar(&f.lang, "lang", "", "`language` of texts that do not say it: de, en, fr")
	return c
}

func (a *app) explain(ctx context.Context, args []string, f extractFlags) error {
	if len(args) == 0 {
		return usageError{errors.New("name a file, and perhaps a sentence: fasti explain article.md:4")}
	}
	x, err := extract.New(extract.Options{Trace: true})
	if err != nil {
		return err
	}
	var all []*extract.Result
	for _, arg := range args {
		path, sentence := sentenceOf(arg)
		articles, err := a.readArticles(path, f)
		if err != nil {
			a.report([]diag.Diagnostic{place(path, err)})
			return errFaults
		}
		for _, art := range articles {
			if err := ctx.Err(); err != nil {
				return err
			}
			r := x.Article(art)
			if sentence > len(r.Doc.Sentences) {
				return usageError{fmt.Errorf("%s has no sentence %d (it has %s)", path, sentence, count(len(r.Doc.Sentences), "sentence"))}
			}
			if err := explainSentences(a.out, r, sentence); err != nil {
				return err
			}
			all = append(all, r)
		}
	}
	return explainMerging(a.out, all)
}

// explainMerging prints which events of several articles are one on a timeline, and
// why.
func explainMerging(w io.Writer, all []*extract.Result) error {
	var b strings.Builder
	for _, e := range merge.Merge(all, merge.Options{Trace: true}).Events {
		if len(e.Members) < 2 || !e.Published {
			continue
		}
		fmt.Fprintf(&b, "%s  %s: one event of %s\n", or(e.When, "undated"), e.Title, count(len(e.Members), "report"))
		for _, d := range e.Decisions {
			explainDecision(&b, all[0], d)
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// sentenceOf cuts the number of a sentence off a path; 0 is all of them.
func sentenceOf(arg string) (path string, sentence int) {
	i := strings.LastIndexByte(arg, ':')
	if i < 0 {
		return arg, 0
	}
	n, err := strconv.Atoi(arg[i+1:])
	if err != nil || n < 1 {
		return arg, 0
	}
	return arg[:i], n
}

// explainSentences prints how the sentences of an article are read; only is
// the number of the one that is asked for, or 0.
func explainSentences(w io.Writer, r *extract.Result, only int) error {
	var b strings.Builder
	for n, s := range r.Doc.Sentences {
		if only > 0 && n != only-1 {
			continue
		}
		fmt.Fprintf(&b, "%s:%d: %s\n", r.Article.Name, n+1, s.Of(r.Article.Text))
		b.WriteString(r.Syntax.Sentence(n).Explain(r.Article.Text))
		for i := range r.Timexes.Timexes {
			if t := &r.Timexes.Timexes[i]; s.Start <= t.Start && t.Start < s.End {
				fmt.Fprintf(&b, "  time: %q %s %s (rule %s)\n", t.Of(r.Article.Text), t.Type, or(t.EDTF, t.Value), t.Rule)
			}
		}
		for _, e := range r.Events {
			if s.Start <= e.Trigger.Start && e.Trigger.Start < s.End {
				explainEvent(&b, r, e)
			}
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
