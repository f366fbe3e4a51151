package ledger

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/merge"
)

// Known gives the extraction and the merging what people have said of the
// site's actors: their names, and whom they are not to be taken for. What
// fasti itself wrote into files that nobody has touched is left out: it came
// from the articles, and would come back as its own proof.
func (c *Content) Known() []actor.Known {
	var out []actor.Known
	for _, a := range c.Actors {
		if a.Auto && len(a.Edited) == 0 {
			continue
		}
		k := actor.Known{ID: a.ID, Name: a.Title, Kind: actor.Kind(a.Kind), Country: a.Country, Not: a.Not}
		for _, lang := range sortedKeys(a.Names) {
			if key := "names." + lang; !a.Auto || owned(a.wrote, key, true, a.Names[lang]) {
				k.Names = append(k.Names, a.Names[lang])
			}
		}
		for _, n := range a.KnownAs {
			if !slices.Contains(a.lists["known_as"], fingerprint(n)) {
				k.Names = append(k.Names, n)
			}
		}
		for _, r := range a.Roles {
			if !slices.Contains(a.lists["roles"], fingerprint(r)) {
				k.Roles = append(k.Roles, actor.Role{Title: r.Title, Of: r.Of, From: r.From, To: r.To})
			}
		}
		out = append(out, k)
	}
	return out
}

// Taught is [Content.Known]: the actors that people made or changed.
func (c *Content) Taught() []actor.Known { return c.Known() }

// Vetoes gives the merging what people have decided: sentences of two events
// that people have reviewed never become one event, and a date that a person
// gave an event holds for its sentences.
func (c *Content) Vetoes() []merge.Veto {
	var out []merge.Veto
	held := c.resting()
	apart := map[string]bool{}
	for p := range c.know().apart {
		apart[p[0]], apart[p[1]] = true, true
	}
	takers := map[string]bool{} // events that a person has joined others into
	for _, e := range c.Events {
		if g := e.group(); g != "" && g != e.ID {
			takers[g] = true
		}
	}
	for _, e := range c.Events {
		group := e.group()
		if group == "" && (takers[e.ID] || apart[e.ID] && e.stands()) {
			group = e.ID // else its own sentences would stay outside
		}
		when := ""
		if e.dated() {
			when = e.when
		}
		if group == "" && when == "" {
			continue
		}
		pending := c.Pending(e)
		for _, s := range e.Sources {
			if !e.Auto && held[[2]string{s.Article, s.Quote}] {
				continue // a hand-made event speaks for itself alone
			}
			s = c.whereNow(s, pending)
			if s.Article == "" || s.Sentence == 0 {
				continue
			}
			out = append(out, merge.Veto{Article: s.Article, Sentence: s.Sentence, When: when, Group: group, Trigger: s.Trigger})
		}
	}
	return out
}

// whereNow finds a sentence again in an article that was edited.
func (c *Content) whereNow(s Source, pending map[string]Now) Source {
	if now, ok := pending[s.ID]; ok && now.Source.Quote != "" {
		now.Source.Trigger = "" // the word may be another now
		return now.Source
	}
	a := c.articleOf(s.Article)
	if a == nil || c.sentences == nil || a.holds(s) && s.Sentence > 0 {
		return s
	}
	if at := strings.Index(a.Body, s.Quote); s.Quote != "" && at >= 0 {
		if n := c.sentenceAt(a, [2]int{at, at + len(s.Quote)}); n > 0 {
			s.Sentence = n
		}
	}
	return s
}

// group names the event that a person has put an event's sentences into; ""
// if nobody has.
func (e *Event) group() string {
	switch {
	case e.review == Merged && !e.byItself(Merged) && len(e.Into) == 1:
		return e.Into[0]
	case e.Review == Accepted, e.Review == Corrected, e.review == Rejected, e.review == Split, !e.Auto:
		return e.ID
	}
	return ""
}

// dated reports whether a person gave the event its date.
func (e *Event) dated() bool {
	if e.when == "" || e.review == Rejected || e.review == Merged || e.review == Split {
		return false
	}
	if !e.Auto {
		return true
	}
	return owned(e.wrote, "when", e.has["when"], e.when)
}
