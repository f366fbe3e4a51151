package actor

import (
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// longestBorne is how many words the name of a storm or ship has at most.
const longestBorne = 3

// bearers knows the nouns for what has a name of its own and is nobody.
type bearers struct {
	is         func(word, class string) bool // of the small words: "storm", "bearer"
	given      func(word string) bool        // a given name
	unknown    func(token int) bool          // in no dictionary
	date       func(word string) bool        // names a day or month
	smallNouns bool                          // nouns are written small
}

// mark marks the names of storms, ships and spacecraft, which are called like people
// and places and are neither: "Hurricane Humberto", "die Fähre Estonia". The noun is
// taken for a part of the name, so that no dictionary knows it; where the name stands
// alone later, it is none of a person or body either.
func (w bearers) mark(doc *segment.Doc, names []Name) []Name {
	var borne []Name
	alone := map[string]bool{}
	for _, sent := range doc.Sentences {
		for i := sent.First; i+1 < sent.Last; i++ {
			if !w.bearer(doc, i, i == sent.First) {
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
			if end == first || w.date(doc.Word(first)) {
				continue
			}
			n := Name{Span: article.Span{Start: doc.Tokens[from].Start, End: doc.Tokens[end-1].End}, Type: MISC}
			behind, runs := doc.Tokens[first].Start, end < sent.Last && doc.Tokens[end].Class == segment.Lower
			if !w.bears(doc, names, n, behind, runs) || !seen(names, behind) && !(w.smallNouns && w.unknown(first)) {
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
	return w.withBorne(doc, names, borne, alone)
}

// bears tells whether n is the name of what its noun says: the engine sees no longer
// name there, and none of a body, or of a person, that begins with the noun: "Storm
// Energy Ltd", "Ferry Holm". If it runs on over a word in small letters, that is one name
// drawn on to another.
func (w bearers) bears(doc *segment.Doc, names []Name, n Name, behind int, runs bool) bool {
	storm := w.is(strings.ToLower(doc.Text[n.Start:max(n.Start, behind-1)]), "storm")
	return !slices.ContainsFunc(names, func(o Name) bool {
		switch {
		case !o.Overlaps(n.Span):
			return false
		case o.Start < n.Start, o.End > n.End && !runs:
			return true
		}
		return o.Start < behind && (o.Type == ORG || o.Type == PER && !storm)
	})
}

// seen tells whether the engine sees a name at an offset.
func seen(names []Name, at int) bool {
	return slices.ContainsFunc(names, func(o Name) bool { return o.Start <= at && at < o.End })
}

// bearer tells whether token i is a noun for what bears a name of its own. Where nouns are
// written small, a capital makes one of storms alone: "Hurricane Humberto", but "Ferry Holm".
func (w bearers) bearer(doc *segment.Doc, i int, opens bool) bool {
	noun := doc.Word(i)
	if w.smallNouns && !opens && doc.Tokens[i].Class == segment.Upper {
		return w.is(strings.ToLower(noun), "storm")
	}
	for n := range noun { // "Containerschiff"
		if low := strings.ToLower(noun[n:]); w.is(low, "storm") || w.is(low, "bearer") {
			return n == 0 || !w.smallNouns
		}
	}
	return false
}

// withBorne puts the names of storms and ships in place of those that lie in them, and
// makes the same names alone none of a person or body, if nobody in the article is
// called so as well.
func (w bearers) withBorne(doc *segment.Doc, names, borne []Name, alone map[string]bool) []Name {
	over := func(n Name) bool {
		return slices.ContainsFunc(borne, func(b Name) bool { return b.Overlaps(n.Span) })
	}
	for _, n := range names {
		if over(n) {
			continue
		}
		if given, last, ok := strings.Cut(n.Of(doc.Text), " "); ok && n.Type == PER && w.given(given) {
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
