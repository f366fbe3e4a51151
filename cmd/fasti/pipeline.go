package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"runtime"
	"slices"
	"sync"

	"fasti/extract"
	"fasti/extract/article"
	"fasti/extract/merge"
	"fasti/internal/config"
	"fasti/internal/diag"
	"fasti/internal/extractcache"
	"fasti/internal/knowledge"
	"fasti/internal/ledger"
)

// siteContent is a site as it stands on the disk.
type siteContent struct {
	config  *config.Config
	content *ledger.Content
	knows   knowledge.Knowledge
	faults  []diag.Diagnostic
	until   string // the day from which on it reads otherwise; "" if none
}

// load reads the configuration and the content. Faults of single files are
// not errors: the other files are there.
func (a *app) load() (*siteContent, error) { return a.loadBy(a.fileSums()) }

// loadStamped is load of the state that the last stamp is of, as far as what its
// files say is known.
func (a *app) loadStamped() (*siteContent, error) {
	return a.loadBy(state{a.fileSums().Told(), a.seen.folders})
}

func (a *app) loadBy(sums ledger.Sums) (*siteContent, error) {
	c, err := config.Load(a.dir)
	if err != nil {
		return nil, err
	}
	if a.base != "" {
		c.BaseURL = a.base
	}
	if err := a.mend(); err != nil {
		return nil, err
	}
	s := &siteContent{config: c}
	a.reader.Engine, a.reader.Sums = engine(), sums
	s.content, s.faults = a.reader.Load(a.dir)
	s.faults = append(s.faults, findings(c)...)
	if s.knows, err = knowledge.Load(a.dir, ledger.Kinds()); err != nil {
		var bad diag.Diagnostic
		if !errors.As(err, &bad) {
			return nil, err
		}
		s.faults = append(s.faults, bad)
	}
	s.faults = append(s.faults, s.knows.Unheard(func(source string) bool {
		return slices.ContainsFunc(s.content.Articles, func(a *ledger.Article) bool { return source != "" && (a.Name == source || a.Publisher == source) })
	})...)
	s.until, s.content.Readers = s.content.HoldBack(a.now), c.Readers
	return s, nil
}

// timeline extracts all articles and makes one timeline of them. When a run
// asks again and nothing has changed that it was made from, it is the same.
func (a *app) timeline(ctx context.Context, s *siteContent) (*merge.Timeline, error) {
	of := a.origin(s)
	h := a.heard
	if h == nil || a.names.external() || !h.of.gives(of, h.timeline) {
		var err error
		if h, err = a.hear(ctx, s, of); err != nil {
			return nil, err
		}
	}
	s.faults = append(s.faults, h.doubts...)
	s.content.Heard(h.hearing)
	a.heard = h
	return h.timeline, nil
}

// origin is what the timeline is made from.
func (a *app) origin(s *siteContent) origin {
	out := origin{vetoes: s.content.Vetoes()}
	h := sha256.New()
	enc := json.NewEncoder(h)
	err := enc.Encode([]any{s.content.Known(), s.config.Language, s.config.Fasti.Threshold, s.config.Fasti.Region, s.knows})
	for _, x := range s.content.Articles {
		err = errors.Join(err, enc.Encode([]string{x.Name, x.Title, x.Date, x.Lang, x.Region, x.Publisher, x.Author, x.Link, x.Genre, x.Body}))
	}
	if err != nil { // texts and numbers always marshal
		return out
	}
	h.Sum(out.sum[:0])
	return out
}

// mergeOptions are what the site says of how its articles are merged.
func (s *siteContent) mergeOptions() merge.Options {
	return merge.Options{Known: s.content.Known(), Vetoes: s.content.Vetoes(), Lang: s.config.Language}
}

// results gives what each article says: from the cache, or extracted anew.
func (a *app) results(ctx context.Context, s *siteContent) ([]*extract.Result, error) {
	cache := a.cache(s)
	all := make([]int, len(s.content.Articles))
	for i := range all {
		all[i] = i
	}
	results := make([]*extract.Result, len(all))
	err := a.found(ctx, s, cache, all, func(i int, r *extract.Result) { results[i] = r })
	cache.Close(err == nil)
	return results, err
}

// found hands on what the articles of the given numbers say, as the site knows it,
// from several goroutines and in no order: from the cache, or extracted anew.
func (a *app) found(ctx context.Context, s *siteContent, cache *extractcache.Cache, which []int, take func(i int, r *extract.Result)) error {
	kept := make([]bool, len(which))
	parallel(ctx, len(which), func(k int) {
		var r *extract.Result
		if r, kept[k] = cache.Get(&s.content.Articles[which[k]].Article); kept[k] {
			take(which[k], s.knows.Apply(r))
		}
	})
	var missing []int
	for k, i := range which {
		if !kept[k] {
			missing = append(missing, i)
		}
	}
	return a.read(ctx, s, missing, func(i int, art *article.Article, r *extract.Result) {
		cache.Put(art, r)
		take(i, s.knows.Apply(r))
	})
}

// read extracts the articles of the given numbers.
func (a *app) read(ctx context.Context, s *siteContent, which []int, found func(int, *article.Article, *extract.Result)) error {
	if len(which) == 0 {
		return ctx.Err()
	}
	source, end, err := a.names.source(a.namesCache())
	if err != nil {
		return err
	}
	defer end()
	x, err := extract.New(extract.Options{Known: s.content.Known(), Threshold: s.config.Fasti.Threshold, Names: source, Region: s.config.Fasti.Region})
	if err != nil {
		return err
	}
	bar := a.progress(len(which), "reading articles")
	defer bar.done()
	parallel(ctx, len(which), func(k int) {
		art := s.content.Articles[which[k]].Article
		found(which[k], &art, x.Article(&art))
		bar.step()
	})
	return ctx.Err()
}

// cache opens the cache of extractions. Another engine for names is not asked
// for its state, so with one nothing is kept.
func (a *app) cache(s *siteContent) *extractcache.Cache {
	if a.names.external() {
		return &extractcache.Cache{}
	}
	return extractcache.Open(extractcache.Options{
		Dir: a.dir, Engine: engine(), Known: s.content.Known(), Threshold: s.config.Fasti.Threshold, Region: s.config.Fasti.Region, ReadOnly: a.looking,
	})
}

// plan says what the articles as they are now would change in the content.
func (a *app) plan(ctx context.Context, s *siteContent) (*ledger.Plan, error) {
	t, err := a.timeline(ctx, s)
	if err != nil {
		return nil, err
	}
	return s.content.Apply(t, a.ledgerOptions(s)), nil
}

func (a *app) ledgerOptions(s *siteContent) ledger.Options {
	return ledger.Options{Day: a.now, Threshold: s.config.Fasti.Threshold, Propose: s.config.Fasti.Propose, Readers: s.config.Readers}
}

// doubts are the extraction's own warnings, with their place in the file.
func doubts(c *ledger.Content, results []*extract.Result) []diag.Diagnostic {
	var out []diag.Diagnostic
	for i, r := range results {
		for _, w := range r.Warnings {
			code := diag.Code(w.Code)
			switch code {
			case diag.NoDate, diag.NoLanguage:
				continue // check says so with the place of the front matter
			case diag.NoLanguagePack, diag.NamesEngine, diag.SharedSurname, diag.OfficeOpen,
				diag.NoSuchDay, diag.WeekdayOff, diag.DayOrMonth, diag.FarOff, diag.HalfRead, diag.DatesExclude, diag.TwoDates:
			default:
				code = diag.Extraction
			}
			d := diag.Diagnostic{File: c.Articles[i].Path, Code: code, Message: w.Message}
			if w.Len() > 0 {
				d.Line, d.Col = c.Articles[i].Position(r.Article.InBody(w.Span).Start)
			}
			out = append(out, d)
		}
	}
	return out
}

// parallel calls do for 0 … n-1 on all processors, until ctx ends.
func parallel(ctx context.Context, n int, do func(i int)) {
	jobs := make(chan int)
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := range jobs {
				do(i)
			}
		})
	}
	for i := 0; i < n && ctx.Err() == nil; i++ {
		jobs <- i
	}
	close(jobs)
	wait.Wait()
}
