package ledger

import (
	"slices"
	"strings"

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
	for i := len(e.Sources) - 1; i >= 0; i-- {
		s := e.Sources[i]
		mine := !owned(e.wrote, "sources."+s.ID, true, s)
		j := slices.Index(of, i)
		switch {
		case !mine:
		case j >= 0:
			next := want[j]
			next.ID = s.ID
			if next != s {
				r.edits = append(r.edits, frontmatter.SetItem(i, sourceEntry(next), "sources"))
				r.entryHash("sources", s.ID, next)
				r.sources[i] = next
			}
		case r.stands(s):
		default:
			r.edits = append(r.edits, frontmatter.DeleteItem(i, "sources"), frontmatter.Delete("fasti", "wrote", "sources", s.ID))
			r.sources = slices.Delete(r.sources, i, i+1)
			r.note("source removed", "sources", s.Article+" "+s.Quote, "", "")
		}
	}
	for j, s := range want {
		if of[j] >= 0 {
			continue
		}
		if s.ID = sourceID(s, func(string) bool { return false }); e.removed(s.ID) {
			continue
		}
		s.ID = sourceID(s, func(id string) bool { return e.hasSource(id) || e.removed(id) })
		r.edits = append(r.edits, frontmatter.Append(sourceEntry(s), EventKeys(), "sources"))
		r.entryHash("sources", s.ID, s)
		r.sources = append(r.sources, s)
		r.note("source added", "sources", "", s.Article+" "+s.Quote, "")
	}
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
	marks := func(l []Source) []mark {
		out := make([]mark, len(l))
		for i, s := range l {
			out[i] = markOf(s)
		}
		return out
	}
	hm, wm := marks(have), marks(want)
	for _, same := range []func(i, j int) bool{
		func(i, j int) bool {
			return have[i].Article == want[j].Article && have[i].Quote == want[j].Quote && have[i].Span == want[j].Span
		},
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
