package ledger

import (
	"slices"
	"strings"

	"fasti/internal/decisions"
	"fasti/internal/frontmatter"
)

// evidence renews the entries of sources one by one.
func (r *renewal) evidence(fs []*found) {
	e := r.e
	var want []Source
	for _, f := range fs {
		for _, s := range f.Sources {
			if !slices.ContainsFunc(want, func(q Source) bool { return q.Article == s.Article && q.Sentence == s.Sentence }) {
				want = append(want, s)
			}
		}
	}
	of := pairSources(e.Sources, want)
	if e.weighty() {
		r.unpair(of, want)
	}
	for i := len(e.Sources) - 1; i >= 0; i-- {
		s := e.Sources[i]
		mine := !e.sourceOwned(s)
		j := slices.Index(of, i)
		switch {
		case !mine:
			r.rehome(i, s)
		case e.weighty():
			r.hold(i, s, want, j)
		case j >= 0:
			next := want[j]
			next.ID, next.hand, next.old, next.Misread, next.Translation = s.ID, s.hand, s.old, s.Misread, s.Translation
			if next != s {
				next.old = false
				r.edits = append(r.edits, frontmatter.SetItem(i, sourceEntry(next), "sources"))
				r.entryHash("sources", s.ID, next.claim())
				r.sources[i] = next
			}
		case r.stands(s):
		default:
			r.edits = append(r.edits, frontmatter.DeleteItem(i, "sources"), frontmatter.Delete("fasti", "wrote", "sources", s.ID))
			r.sources = slices.Delete(r.sources, i, i+1)
			r.noteSource(decisions.SourceRemoved, s, s.Article+" "+s.Quote, "", "")
		}
	}
	for j, s := range want {
		if of[j] >= 0 || r.barred(e.ID, s) || r.claimed(e, s) || r.waiting(e, s) || r.heldElsewhere(s, e) {
			continue
		}
		if s.ID = sourceID(s, func(string) bool { return false }); e.removed(s.ID) {
			continue
		}
		s.ID = sourceID(s, func(id string) bool { return e.hasSource(id) || e.removed(id) })
		r.edits = append(r.edits, frontmatter.Append(sourceEntry(s), EventKeys(), "sources"))
		r.entryHash("sources", s.ID, s.claim())
		r.sources = append(r.sources, s)
		r.noteSource(decisions.SourceAdded, s, "", s.Article+" "+s.Quote, "")
	}
}

// unpair parts what is only alike: a reviewed event's sentence that still
// stands is no edited one, and one of another article is another report.
func (r *renewal) unpair(of []int, want []Source) {
	for j, i := range of {
		if i < 0 || r.e.Sources[i].Quote == want[j].Quote {
			continue
		}
		if want[j].Article != r.e.Sources[i].Article || r.c.Standing(r.e, r.e.Sources[i]) == Stands {
			of[j] = -1
		}
	}
}

// hold keeps a sentence of a reviewed event as it was reviewed; only where it
// stands is brought up to date. What its report says now waits for a person.
func (r *renewal) hold(i int, s Source, want []Source, j int) {
	next := s
	if j >= 0 && want[j].Quote == s.Quote {
		next = want[j] // the same words; what fasti reads in them is its own to renew
		next.ID, next.hand, next.old, next.Misread, next.Translation = s.ID, s.hand, s.old, s.Misread, s.Translation
	} else if a := r.c.whereabouts(s); a != nil && (!a.holds(s) || a.Name != s.Article) && r.c.Standing(r.e, s) == Stands {
		next.Article = a.Name
		at := strings.Index(a.Body, s.Quote)
		if at < 0 {
			return
		}
		next.Span = [2]int{at, at + len(s.Quote)}
		if n := r.c.sentenceAt(a, next.Span); n > 0 {
			next.Sentence = n
		}
	}
	if next != s {
		next.old = false
		r.edits = append(r.edits, frontmatter.SetItem(i, sourceEntry(next), "sources"))
		r.entryHash("sources", s.ID, next.claim())
		r.sources[i] = next
	}
}

// rehome follows an article that has another name now, in an entry that a person
// put in: the words are theirs, and they are the same.
func (r *renewal) rehome(i int, s Source) {
	a := r.c.whereabouts(s)
	if a == nil || a.Name == s.Article {
		return
	}
	next := s
	next.Article = a.Name
	at := strings.Index(a.Body, s.Quote)
	next.Span = [2]int{at, at + len(s.Quote)}
	if n := r.c.sentenceAt(a, next.Span); n > 0 {
		next.Sentence = n
	}
	r.edits = append(r.edits, frontmatter.SetItem(i, sourceEntry(next), "sources"))
	r.sources[i] = next
	// Its words were seen there: the next run does not take them for a person's anew.
	r.notes = append(r.notes, aboutSource(Act{Act: decisions.SourceAdded, Event: r.e.ID, Key: "article", Old: s.Article, New: next.Article}, next))
}

// whereabouts is the article that a sentence stands in: its own, or if that is
// gone the only one that has the very words, which is the same under a new name.
func (c *Content) whereabouts(s Source) *Article {
	_, unread := c.unread[s.Article]
	if own := c.articleOf(s.Article); own != nil || unread || c.broken[s.Article] || c.held[s.Article] != "" || s.Quote == "" || s.Article == "" {
		return own
	}
	var out *Article
	for _, x := range c.Articles {
		if strings.Contains(x.Body, s.Quote) {
			if out != nil {
				return nil
			}
			out = x
		}
	}
	return out
}

// holds reports whether the source's span holds its words.
func (a *Article) holds(s Source) bool {
	return s.Span[1] <= len(a.Body) && s.Span[0] <= s.Span[1] && a.Body[s.Span[0]:s.Span[1]] == s.Quote
}

// claimed reports whether a person has put the sentence into another event.
func (a *applier) claimed(e *Event, s Source) bool {
	if a.claims == nil {
		a.claims = map[[2]string]string{}
		for _, o := range a.c.Events {
			for _, q := range o.Sources {
				if o.stands() && o.puts(q) {
					a.claims[[2]string{q.Article, q.Quote}] = o.ID
				}
			}
		}
	}
	by := a.claims[[2]string{s.Article, s.Quote}]
	return by != "" && by != e.ID
}

// puts reports whether a person has put a source into the event.
func (e *Event) puts(s Source) bool {
	return !e.Auto || e.sourceOwned(s)
}

// stands reports whether the event is one of its own, published or not.
func (e *Event) stands() bool {
	switch e.Review {
	case Rejected, Merged, Split, Withdrawn:
		return false
	}
	return true
}

// waiting reports whether a sentence stands in the place of one that a
// reviewed event quotes: it joins that event, or not, when a person says so.
func (a *applier) waiting(e *Event, s Source) bool {
	return slices.ContainsFunc(a.heirs[s.Article], func(h heir) bool { return h.event == e.ID && h.holds(s) })
}

// heir is a sentence that stands in the place of one that a reviewed event
// quotes.
type heir struct {
	event string
	span  [2]int
}

func (h heir) holds(s Source) bool { return s.Span[0] < h.span[1] && h.span[0] < s.Span[1] }

// heirs finds all of them, by article.
func (c *Content) heirs() map[string][]heir {
	out := map[string][]heir{}
	for _, e := range c.Events {
		pending := c.Pending(e)
		for _, id := range sortedKeys(pending) {
			if now := pending[id].Source; now.Quote != "" {
				out[now.Article] = append(out[now.Article], heir{e.ID, now.Span})
			}
		}
	}
	return out
}

// removed reports whether a person took the source out of the file.
func (e *Event) removed(id string) bool {
	_, wrote := e.wrote["sources."+id]
	return wrote && !e.hasSource(id)
}

// stands reports whether a source that was not found again stays: its article
// could not be read this time, or a person vouches for the event and the
// quotation is still in its article.
func (r *renewal) stands(s Source) bool {
	if r.c.broken[s.Article] {
		return true
	}
	if r.e.review != Accepted && r.e.Review != Corrected {
		return false
	}
	a := r.plan.articles[s.Article]
	return a != nil && s.Quote != "" && strings.Contains(a.Body, s.Quote)
}

// pairSources gives for each wanted source the index of the entry that it
// is, or -1: the same words of the same article, else the same words (the
// article has a new name), else the same sentence, edited, or an edited
// sentence elsewhere in its article.
func pairSources(have, want []Source) []int {
	of := make([]int, len(want))
	for j := range of {
		of[j] = -1
	}
	taken := make([]bool, len(have))
	left := 0
	for j := range want {
		for i := 0; i < len(have) && of[j] < 0; i++ {
			if !taken[i] && have[i].Article == want[j].Article && have[i].Quote == want[j].Quote && have[i].Span == want[j].Span {
				of[j], taken[i] = i, true
			}
		}
		if of[j] < 0 {
			left++
		}
	}
	if left == 0 {
		return of
	}
	marks := func(l []Source) []mark {
		out := make([]mark, len(l))
		for i, s := range l {
			out[i] = markOf(s)
		}
		return out
	}
	hm, wm := marks(have), marks(want)
	for _, same := range []func(i, j int) bool{
		func(i, j int) bool { return have[i].Article == want[j].Article && hm[i].like == wm[j].like },
		func(i, j int) bool { return hm[i].like == wm[j].like },
		func(i, j int) bool {
			return have[i].Article == want[j].Article && have[i].Sentence == want[j].Sentence && (alike(hm[i].like, wm[j].like) || hm[i].trigger == wm[j].trigger)
		},
		func(i, j int) bool { return alike(hm[i].like, wm[j].like) && have[i].Article == want[j].Article },
		func(i, j int) bool { return alike(hm[i].like, wm[j].like) },
	} {
		for j := range want {
			for i := 0; i < len(have) && of[j] < 0; i++ {
				if !taken[i] && same(i, j) {
					of[j], taken[i] = i, true
				}
			}
		}
	}
	return of
}
