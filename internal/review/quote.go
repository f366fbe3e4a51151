package review

import (
	"cmp"
	"slices"
	"strings"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/internal/ledger"
)

// quote is a sentence in its context, with the words marked that carry the
// date, the event and the actors.
func (d *Desk) quote(e *ledger.Event, s ledger.Source, pending map[string]ledger.Now) Quote {
	q := Quote{Source: s.ID, Article: s.Article, Sentence: s.Sentence, Misread: s.Misread, Standing: string(d.site.Content.Standing(e, s)), Segs: []Seg{}}
	if !s.Misread {
		q.When, q.Status, q.Why = s.When, s.Status, whySource(s)
	}
	if n, ok := pending[s.ID]; ok {
		q.Now, q.Waits = n.Source.Quote, !n.Kept
	}
	a := d.article(s.Article)
	if a == nil {
		q.Segs = marked(article.InlineProse(s.Quote), s.Said, s.Trigger)
		return q
	}
	q.Headline, q.Publisher, q.Date, q.Lang, q.Path = a.Title, a.Publisher, a.Date, a.Lang, a.Path
	if l := strings.ToLower(a.Link); strings.HasPrefix(l, "https://") || strings.HasPrefix(l, "http://") {
		q.Link = a.Link
	}
	q.Line, _ = a.Position(min(s.Span[0], len(a.Body)))
	r := d.site.Results[s.Article]
	n := s.Sentence - 1
	if r == nil || n < 0 || n >= len(r.Doc.Sentences) || q.Standing != "" || !strings.Contains(r.Article.Quote(r.Doc.Sentences[n].Span), s.Quote) {
		q.Segs = marked(article.InlineProse(s.Quote), s.Said, s.Trigger)
		return q
	}
	q.Segs = d.segs(r, n, e, s)
	block := r.Doc.Sentences[n].Block
	if n > 0 && r.Doc.Sentences[n-1].Block >= block-1 {
		q.Before = r.Doc.Sentences[n-1].Of(r.Article.Text)
	}
	if n+1 < len(r.Doc.Sentences) && r.Doc.Sentences[n+1].Block <= block+1 {
		q.After = r.Doc.Sentences[n+1].Of(r.Article.Text)
	}
	return q
}

// run is marked words of a text, in bytes.
type run struct {
	article.Span
	mark string
}

// segs cuts a sentence where its marked words begin and end.
func (d *Desk) segs(r *extract.Result, n int, e *ledger.Event, s ledger.Source) []Seg {
	in := r.Doc.Sentences[n].Span
	text := r.Article.Text
	var runs []run
	if at := strings.Index(in.Of(text), s.Said); s.Said != "" && at >= 0 {
		runs = append(runs, run{article.Span{Start: in.Start + at, End: in.Start + at + len(s.Said)}, "date"})
	}
	if i := d.foundAt(s); i >= 0 && r.Events[i].Trigger.Start >= in.Start && r.Events[i].Trigger.End <= in.End {
		runs = append(runs, run{r.Events[i].Trigger, "trigger"})
	}
	for i := range r.Timexes.Timexes {
		if t := &r.Timexes.Timexes[i]; t.EDTF != "" {
			runs = append(runs, run{t.Span, "date"})
		}
	}
	for i := range r.Actors.Actors {
		for _, m := range r.Actors.Actors[i].Mentions {
			runs = append(runs, run{m.Span, "actor"})
		}
	}
	return cutRuns(text, in, runs)
}

// cutRuns gives a stretch of a text with its runs; of those that overlap the
// first in the list counts.
func cutRuns(text string, in article.Span, runs []run) []Seg {
	var kept []run
	for _, x := range runs {
		if x.Start < in.Start || x.End > in.End || x.Start >= x.End {
			continue
		}
		if !slices.ContainsFunc(kept, func(k run) bool { return x.Start < k.End && k.Start < x.End }) {
			kept = append(kept, x)
		}
	}
	slices.SortFunc(kept, func(a, b run) int { return cmp.Compare(a.Start, b.Start) })
	out, at := []Seg{}, in.Start
	for _, k := range kept {
		if k.Start > at {
			out = append(out, Seg{Text: text[at:k.Start]})
		}
		out = append(out, Seg{Text: k.Of(text), Mark: k.mark})
		at = k.End
	}
	if at < in.End {
		out = append(out, Seg{Text: text[at:in.End]})
	}
	return out
}

// marked marks the words of a quotation whose article says otherwise now.
func marked(text, said, trigger string, names ...string) []Seg {
	var runs []run
	for _, n := range names {
		if at := strings.Index(text, n); n != "" && at >= 0 {
			runs = append(runs, run{article.Span{Start: at, End: at + len(n)}, "actor"})
		}
	}
	for _, w := range []struct{ word, mark string }{{said, "date"}, {trigger, "trigger"}} {
		if at := strings.Index(text, w.word); w.word != "" && at >= 0 {
			runs = append(runs, run{article.Span{Start: at, End: at + len(w.word)}, w.mark})
		}
	}
	return cutRuns(text, article.Span{End: len(text)}, runs)
}
