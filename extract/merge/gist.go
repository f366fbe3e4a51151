package merge

import (
	"slices"

	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
)

// Gist is what merging looks at of one article: its actors, its events and the
// words around them, without sentences, trees and time expressions. So who has
// merged a site reads, when one article changes, that article alone, and takes the
// others as they were kept.
type Gist struct {
	res      *extract.Result
	wordings []wording // of its events
}

// Digest takes from the result of an article what merging looks at.
func Digest(r *extract.Result) *Gist {
	if r == nil || r.Article == nil {
		return nil
	}
	g := &Gist{res: r, wordings: make([]wording, len(r.Events))}
	for i := range r.Events {
		if len(r.Events[i].Sources) > 0 {
			g.wordings[i] = wordingOf(r, &r.Events[i])
		}
	}
	return g
}

// Kept is a gist without its article, to be kept.
type Kept struct {
	Lang     string // of the article, found or given
	Actors   []actor.Actor
	Events   []event.Event
	Wordings []wording
}

// Kept is the gist without its article and without what nothing is merged by:
// where an actor is named, and why an event is as it is.
func (g *Gist) Kept() Kept {
	k := Kept{Lang: g.res.Article.Lang, Actors: slices.Clone(g.res.Actors.Actors), Events: slices.Clone(g.res.Events), Wordings: g.wordings}
	for i := range k.Actors {
		a := &k.Actors[i]
		a.Mentions, a.Owns, a.Roles = nil, nil, slices.Clone(a.Roles)
		for j := range a.Roles {
			a.Roles[j].Mention = article.Span{}
		}
	}
	for i := range k.Events {
		k.Events[i].Features, k.Events[i].Decisions = nil, nil
	}
	return k
}

// Gist is the gist again, of the article that it was made of; nil if it cannot
// be of that.
func (k Kept) Gist(a *article.Article) *Gist {
	if len(k.Wordings) != len(k.Events) || !k.fits(len(a.Text)) {
		return nil
	}
	if k.Lang != a.Lang {
		b := *a
		b.Lang = k.Lang
		a = &b
	}
	return &Gist{&extract.Result{Article: a, Actors: actor.Result{Actors: k.Actors}, Events: k.Events}, k.Wordings}
}

// fits reports whether all places lie in a text of n bytes.
func (k Kept) fits(n int) bool {
	in := func(s article.Span) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= n }
	return !slices.ContainsFunc(k.Events, func(e event.Event) bool {
		return !in(e.Trigger) || slices.ContainsFunc(e.Sources, func(s event.Source) bool { return !in(s.Span) })
	})
}
