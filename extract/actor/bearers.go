package actor

import (
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// longestBorne is how many words the name of a storm or ship has at most.
const longestBorne = 3

// bearers marks the names of storms, ships and spacecraft, which are called like people
// and places and are neither: "Hurricane Humberto", "die Fähre Estonia". The noun is
// taken for a part of the name, so that no dictionary knows it; where the name stands
// alone later, it is none of a person or body either.
func (f *Finder) bearers(doc *segment.Doc, names []Name) []Name {
	var borne []Name
	alone := map[string]bool{}
	for _, sent := range doc.Sentences {
		for i := sent.First; i+1 < sent.Last; i++ {
			if !f.bearer(doc, i, i == sent.First) {
				continue
			}
			from, first := i, i+1
			if doc.Tokens[first].Class == segment.Punct && first+1 < sent.Last {
				from, first = first+1, first+1 // "die Raumfähre „Columbia“"
			}
			end := first
			for end < sent.Last && end < first+longestBorne && doc.Tokens[end].Class == segment.Upper && (end == first || doc.Tokens[end-1].End+1 == doc.Tokens[end].Start) {
				end++
			}
			if end == first || f.words.days[doc.Word(first)] || f.words.months[doc.Word(first)] {
				continue
			}
			n := Name{Span: article.Span{Start: doc.Tokens[from].Start, End: doc.Tokens[end-1].End}, Type: MISC}
			behind, runs := doc.Tokens[first].Start, end < sent.Last && doc.Tokens[end].Class == segment.Lower
			if !f.bears(doc, names, n, behind, runs) || !seen(names, behind) && !(f.words.smallNouns() && f.unknown(doc, first)) {
				continue
			}
			borne = append(borne, n)
			alone[doc.Text[doc.Tokens[first].Start:n.End]] = true
			i = end - 1
		}
	}
	if len(borne) == 0 {
		return names
	}
	return f.withBorne(doc, names, borne, alone)
}

// bears tells whether n is the name of what its noun says: the engine sees no longer
// name there, and none of a body, or of a person, that begins with the noun: "Storm
// Energy Ltd", "Ferry Holm". If it runs on over a word in small letters, that is one name
// drawn on to another.
func (f *Finder) bears(doc *segment.Doc, names []Name, n Name, behind int, runs bool) bool {
	storm := f.words.is(lowered(doc.Text[n.Start:max(n.Start, behind-1)]), "storm")
	return !slices.ContainsFunc(names, func(o Name) bool {
		return o.Overlaps(n.Span) && (o.End > n.End && !runs || o.Start < n.Start || o.Start < behind && (o.Type == ORG || o.Type == PER && !storm))
	})
}

// seen tells whether the engine sees a name at an offset.
func seen(names []Name, at int) bool {
	return slices.ContainsFunc(names, func(o Name) bool { return o.Start <= at && at < o.End })
}

// bearer tells whether token i is a noun for what bears a name of its own. Where nouns are
// written small, a capital makes one of storms alone: "Hurricane Humberto", but "Ferry Holm".
func (f *Finder) bearer(doc *segment.Doc, i int, opens bool) bool {
	w := doc.Word(i)
	if f.words.smallNouns() && !opens && doc.Tokens[i].Class == segment.Upper {
		return f.words.is(lowered(w), "storm")
	}
	for n := range w { // "Containerschiff"
		if low := lowered(w[n:]); f.words.is(low, "storm") || f.words.is(low, "bearer") {
			return n == 0 || !f.words.smallNouns()
		}
	}
	return false
}

// withBorne puts the names of storms and ships in place of those that lie in them, and
// makes the same names alone none of a person or body, if nobody in the article is
// called so as well.
func (f *Finder) withBorne(doc *segment.Doc, names, borne []Name, alone map[string]bool) []Name {
	over := func(n Name) bool {
		return slices.ContainsFunc(borne, func(b Name) bool { return b.Overlaps(n.Span) })
	}
	for _, n := range names {
		if over(n) {
			continue
		}
		if given, last, ok := strings.Cut(n.Of(doc.Text), " "); ok && n.Type == PER && f.given(given) {
			delete(alone, last) // "Barry Holm", beside the storm Holm
			delete(alone, given)
		}
	}
	out := borne
	for _, n := range names {
		if over(n) {
			continue
		}
		if alone[n.Of(doc.Text)] {
			n.Type = MISC
		}
		out = append(out, n)
	}
	slices.SortStableFunc(out, func(a, b Name) int { return a.Start - b.Start })
	return out
}

// borne makes an actor of each storm or ship that has a name, by the whole name and by
// what it is called alone: two storms of one day are two.
func (a *analysis) borne() {
	byName := map[string]int{}
	for i := range a.cands {
		c := &a.cands[i]
		if !c.name || c.typ != MISC || c.actor >= 0 || c.last-c.first < 2 || !a.bearer(a.doc, c.first, true) {
			continue
		}
		called := a.doc.Text[a.doc.Tokens[c.first+1].Start:c.End]
		at, ok := byName[called]
		if !ok {
			at = len(a.actors)
			byName[called] = at
			a.actors = append(a.actors, draft{name: c.Of(a.doc.Text), kind: Group, entry: -1, aliases: []string{called}, words: strings.Fields(c.Of(a.doc.Text))})
		}
		c.actor = at
	}
	for i := range a.cands {
		if c := &a.cands[i]; c.name && c.typ == MISC && c.actor < 0 {
			if at, ok := byName[c.Of(a.doc.Text)]; ok {
				c.actor = at
			}
		}
	}
}
