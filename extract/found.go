package extract

import (
	"fmt"
	"slices"
	"sync"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/timex"
)

// Found is what a [Result] holds beyond its article: plain data that can be
// kept. With the same article, [Restorer.Result] makes the same result of it.
type Found struct {
	Lang     string // of the article, found or given
	Timexes  timex.Result
	Actors   actor.Result
	Events   []event.Event
	Warnings []Warning
}

// Found is what was found, to be kept.
func (r *Result) Found() *Found {
	return &Found{Lang: r.Article.Lang, Timexes: r.Timexes, Actors: r.Actors, Events: r.Events, Warnings: r.Warnings}
}

// Restorer makes results again of what was kept. Sentences and tokens are cut
// anew: that costs less than to read them. Many goroutines may use it at once;
// the zero value is ready.
type Restorer struct {
	mu       sync.Mutex
	cutters  map[string]*segment.Segmenter // nil: a language without a pack
	language map[string]bool
}

// Result is the result that gave f for article a. An error means that f is of
// another article or not whole.
func (x *Restorer) Result(a *article.Article, f *Found) (*Result, error) {
	if err := f.fits(len(a.Text)); err != nil {
		return nil, fmt.Errorf("article %s: %w", a.Name, err)
	}
	if f.Lang != a.Lang {
		b := *a
		b.Lang = f.Lang
		a = &b
	}
	cut, err := x.cutter(a.Lang)
	if err != nil {
		return nil, err
	}
	r := &Result{Article: a, Doc: bare(a), Timexes: f.Timexes, Actors: f.Actors, Events: f.Events, Warnings: f.Warnings}
	if cut != nil {
		r.Doc = cut.Split(a)
	}
	return r, nil
}

// cutter is the segmenter of a language; nil if it has no pack.
func (x *Restorer) cutter(l string) (*segment.Segmenter, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.cutters == nil {
		x.cutters, x.language = map[string]*segment.Segmenter{}, map[string]bool{}
		for _, have := range lang.Languages() {
			x.language[have] = true
		}
	}
	if s, ok := x.cutters[l]; ok || !x.language[l] {
		return s, nil
	}
	pack, err := lang.Load(l)
	if err != nil {
		return nil, err
	}
	s, err := segment.New(pack)
	if err != nil {
		return nil, err
	}
	x.cutters[l] = s
	return s, nil
}

// fits reports spans outside of a text of n bytes, and indices that point at
// nothing: what was kept may have been spoilt.
func (f *Found) fits(n int) error {
	var spans []article.Span
	for _, t := range f.Timexes.Timexes {
		spans = append(spans, t.Span)
	}
	for _, r := range f.Timexes.Ranges {
		spans = append(spans, r.Span)
		if last := len(f.Timexes.Timexes); min(r.First, r.Last) < -1 || max(r.First, r.Last) >= last {
			return fmt.Errorf("a range of expressions %d to %d, of %d", r.First, r.Last, last)
		}
	}
	for _, x := range f.Actors.Names {
		spans = append(spans, x.Span)
	}
	for _, x := range slices.Concat(f.Actors.Actors, f.Actors.Unnamed) {
		for _, m := range x.Mentions {
			spans = append(spans, m.Span)
		}
		spans = append(spans, x.Owns...)
		for _, r := range x.Roles {
			spans = append(spans, r.Mention)
		}
	}
	for _, w := range f.Actors.Warnings {
		spans = append(spans, w.Span)
	}
	for _, e := range f.Events {
		spans = append(spans, e.Trigger)
		for _, s := range e.Sources {
			spans = append(spans, s.Span)
		}
	}
	for _, w := range f.Warnings {
		spans = append(spans, w.Span)
	}
	for _, s := range spans {
		if s.Start < 0 || s.Start > s.End || s.End > n {
			return fmt.Errorf("a span %d to %d in a text of %d bytes", s.Start, s.End, n)
		}
	}
	return nil
}
