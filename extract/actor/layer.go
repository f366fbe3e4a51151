package actor

import (
	"slices"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// layer lays the dictionary's finds over the tagger's names. The dictionary
// wins where both see the same words or it sees more; the tagger wins where it
// sees a longer name (Bank of England, Paris Hilton). Words that are also
// common words need both.
func (f *Finder) layer(doc *segment.Doc, hits []cand, names []Name) []cand {
	tagged := f.tagged(doc, names)
	out := make([]cand, 0, len(hits)+len(tagged))
	h := 0
	for _, t := range tagged {
		for ; h < len(hits) && hits[h].End <= t.Start; h++ {
			out = f.alone(out, doc, hits[h])
		}
		from := h
		for h < len(hits) && hits[h].Start < t.End {
			h++
		}
		out = f.both(out, doc, hits[from:h], t)
	}
	for ; h < len(hits); h++ {
		out = f.alone(out, doc, hits[h])
	}
	slices.SortStableFunc(out, func(a, b cand) int { return a.Start - b.Start })
	f.ofRegions(doc, out)
	f.local(doc, out)
	return f.stateBodies(doc, out)
}

// tagged gives the engine's names as candidates, those that lie on tokens.
func (f *Finder) tagged(doc *segment.Doc, names []Name) []cand {
	out := make([]cand, 0, len(names))
	i := 0
	for _, n := range names {
		for i < len(doc.Tokens) && doc.Tokens[i].Start < n.Start {
			i++
		}
		j := i
		for j < len(doc.Tokens) && doc.Tokens[j].End <= n.End {
			j++
		}
		for j > i+1 && j < len(doc.Tokens) && f.words.is(doc.Word(j-1), "tail") && doc.Tokens[j].Class == segment.Number {
			j--
			n.End = doc.Tokens[j-1].End
		}
		for j > i+1 && f.words.is(doc.Word(j-1), "genitive") {
			j--
			n.End = doc.Tokens[j-1].End
		}
		if n.End < len(doc.Text) && doc.Text[n.End] == '$' {
			continue // US$
		}
		if j == i || doc.Tokens[i].Start != n.Start || doc.Tokens[j-1].End != n.End {
			continue
		}
		if first, last := f.withoutTimes(doc, i, j); first != i || last != j {
			i, j = first, last
			n.Start, n.End = doc.Tokens[i].Start, doc.Tokens[j-1].End
		}
		if k := f.behindRole(doc, i, j); k == j {
			continue // an office, no name: "National Security Adviser"
		} else if k > i {
			i, n.Start, n.Type = k, doc.Tokens[k].Start, PER
		}
		c, ok := f.amend(doc, cand{Span: n.Span, first: i, last: j, typ: n.Type, entry: -1, form: ByName, name: true, actor: -1})
		if ok {
			out = append(out, c)
		}
	}
	return out
}

// withoutTimes takes a day of the week with its preposition off a tagged name:
// "On Friday Roe left", "for Ramadan on Monday". Without the preposition it may
// be a part ("the Sunday Times"). An age is none either: "47-year-old Roe".
func (f *Finder) withoutTimes(doc *segment.Doc, first, last int) (int, int) {
	if _, form := f.ageAt(doc, first); form != "" && last-first > 1 {
		first++
	}
	if last-first > 1 && first > 0 && f.words.days[doc.Word(first)] && (f.words.preps[lowered(doc.Word(first-1))] != 0 || f.named(doc, first+1, last)) {
		first++
	}
	if last-first > 2 && f.words.days[doc.Word(last-1)] && f.words.preps[doc.Word(last-2)] != 0 {
		last -= 2
	}
	return first, last
}

// named tells whether the dictionary has the tokens as one form: "on Monday
// Air France".
func (f *Finder) named(doc *segment.Doc, first, last int) bool {
	span := article.Span{Start: doc.Tokens[first].Start, End: doc.Tokens[last-1].End}
	_, ok := f.dict.forms[span.Of(doc.Text)]
	return ok
}

// behindRole gives the first token of a tagged name behind the office that it
// begins in ("Secretary of State Jane Roe", "Mayor Jane Roe"), or first. The
// engine's names are cut, since offices are no part of them.
func (f *Finder) behindRole(doc *segment.Doc, first, last int) int {
	var buf []byte
	for i := max(first-2, 0); i <= first+2 && i < last; i++ {
		if i < first && doc.Tokens[i].Class == segment.Punct {
			continue
		}
		if i > first && doc.Tokens[i-1].Class != segment.Upper && doc.Tokens[i-1].Class != segment.Caps {
			break
		}
		_, end, cut := f.words.nouns.at(doc, i, last, buf)
		if cut > 0 || end <= first || end > last || i > first && !(end < last && capital(doc, end)) {
			continue
		}
		if end == last || capital(doc, end) {
			return end
		}
	}
	return first
}

// capital tells whether a token is a word with a capital.
func capital(doc *segment.Doc, i int) bool {
	return doc.Tokens[i].Class == segment.Upper || doc.Tokens[i].Class == segment.Caps
}

// alone takes a find of the dictionary that no tagged name touches.
func (f *Finder) alone(out []cand, doc *segment.Doc, hit cand) []cand {
	if hit.weak {
		if !f.standsOut(doc, hit) && !f.seconded(doc, hit) {
			return out
		}
		hit.weak = false
	}
	return append(out, hit)
}

// seconded tells whether the article names the state in another form too, its
// adjective or its seat: "Jordan closed the border. Amman …".
func (f *Finder) seconded(doc *segment.Doc, hit cand) bool {
	if hit.entry < 0 || hit.part || hit.form != ByName || f.dict.entries[hit.entry].kind != State || doc.Tokens[hit.first].Class != segment.Upper ||
		hit.last < len(doc.Tokens) && doc.Tokens[hit.last].Class != segment.Lower || hit.first > 0 && capital(doc, hit.first-1) {
		return false
	}
	for i := range doc.Tokens {
		if i == hit.first || !capital(doc, i) {
			continue
		}
		s, ok := f.dict.forms[doc.Word(i)]
		if ok && !s.weak && s.entry >= 0 && (s.entry == hit.entry || f.dict.entries[s.entry].seat == hit.entry) {
			return true
		}
	}
	return false
}

// standsOut tells whether a word that may be a common word is a name by its
// capital: among small words, in a language that writes nouns small ("spoke in
// Congress").
func (f *Finder) standsOut(doc *segment.Doc, hit cand) bool {
	if !f.words.smallNouns() || hit.part || hit.form != ByName || hit.last-hit.first != 1 || doc.Tokens[hit.first].Class != segment.Upper {
		return false
	}
	before, behind := hit.first-1, hit.last
	return before >= 0 && doc.Tokens[before].Class == segment.Lower &&
		(behind == len(doc.Tokens) || !capital(doc, behind) && (doc.Tokens[behind].Class != segment.Number || behind+1 < len(doc.Tokens) && doc.Tokens[behind+1].Class == segment.Lower))
}

// both settles one tagged name with the finds that touch it.
func (f *Finder) both(out []cand, doc *segment.Doc, hits []cand, t cand) []cand {
	if len(hits) == 0 {
		return append(out, t)
	}
	for _, h := range hits {
		if !h.part && (h.Start < t.Start || h.End > t.End) { // the dictionary sees more
			return append(out, strong(hits)...)
		}
	}
	if len(hits) == 1 && !hits[0].part && hits[0].Span == t.Span {
		return append(out, f.same(doc, hits[0], t))
	}
	if h := hits[0]; t.typ == PER && h.form == ByAdjective && !h.part && !h.weak && h.first == t.first && h.last < t.last {
		return append(out, strong(hits)...) // nobody's given name is an adjective of a state
	}
	if f.noGiven(doc, hits[0], t) || f.ownBody(doc, hits[0], t) || joinsParts(hits, t) {
		return append(out, strong(hits)...)
	}
	if f.isList(doc, hits, t) || f.overshoots(doc, hits, t) {
		return append(out, strong(hits)...)
	}
	for _, h := range hits {
		switch {
		case h.part && t.last-t.first == 1:
			out = append(out, h) // "Hamas-Angriff": a name of its own, and it means the Hamas
		case t.country == "" && t.typ == ORG && h.entry >= 0 && f.dict.entries[h.entry].typ == LOC:
			t.country = f.dict.entries[h.entry].country
		}
	}
	return append(out, t)
}

// same settles a find and a tagged name of the same words.
func (f *Finder) same(doc *segment.Doc, h, t cand) cand {
	if !h.weak {
		return h
	}
	e := f.dict.entries[h.entry]
	in := e.typ == LOC && h.first > 0 && f.words.preps[lowered(doc.Word(h.first-1))] == 'a' // nobody is in a person
	if in || t.typ == e.typ || t.typ != PER && e.kind != Person {
		h.weak = false
		return h
	}
	return t
}

// noGiven tells whether a tagged person's name of two words begins with a
// state or city that nobody is called by: "kündigte Peking Zölle an".
func (f *Finder) noGiven(doc *segment.Doc, h, t cand) bool {
	if t.typ != PER || t.last-t.first != 2 || h.part || h.weak || h.entry < 0 || h.first != t.first || h.last != t.first+1 {
		return false
	}
	k := f.dict.entries[h.entry].kind
	_, given := f.words.given[doc.Word(t.first)]
	return !given && (k == State || k == Place)
}

// ownBody tells whether a tagged name is a state's adjective in small letters
// and the noun of a body that every state has: "die georgische Armee" names
// the body and its state, for institutions to find.
func (f *Finder) ownBody(doc *segment.Doc, h, t cand) bool {
	if h.form != ByAdjective || h.part || h.weak || h.first != t.first || h.last != t.last-1 || doc.Tokens[h.first].Class != segment.Lower {
		return false
	}
	return f.words.bodies.forms[doc.Word(h.last)].state
}

// overshoots tells whether a tagged name is one of the dictionary's and more,
// but the rest is no name: small words ("Airbus jets", "a European
// Commission") or what a genitive owns ("Apple's chief").
func (f *Finder) overshoots(doc *segment.Doc, hits []cand, t cand) bool {
	if t.typ == MISC && f.bearing(doc).bearer(doc, t.first, true) {
		return false // "the ferry Estonia"
	}
	if len(hits) != 1 || hits[0].part || hits[0].weak || hits[0].form == ByAdjective || hits[0].entry < 0 {
		return false
	}
	h := hits[0]
	if h.first == t.first && h.last < t.last && f.words.is(doc.Word(h.last), "genitive") {
		return true
	}
	for i := t.first; i < t.last; i++ {
		if i >= h.first && i < h.last {
			continue
		}
		w := doc.Word(i)
		if doc.Tokens[i].Class != segment.Lower && !f.words.is(lowered(w), "a") && !f.words.is(lowered(w), "the") {
			return false
		}
	}
	return true
}

func strong(hits []cand) []cand {
	return slices.DeleteFunc(slices.Clone(hits), func(h cand) bool { return h.weak })
}

// isList tells whether a tagged name is nothing but names of the dictionary
// with marks and small words between them: "Katar, Ägypten und Jordanien".
func (f *Finder) isList(doc *segment.Doc, hits []cand, t cand) bool {
	if len(hits) < 2 {
		return false
	}
	at := t.first
	for i, h := range hits {
		if h.part || h.weak || h.entry < 0 {
			return false
		}
		if i > 0 && at == h.first {
			return false // Oracle Deutschland
		}
		for ; at < h.first; at++ {
			if c := doc.Tokens[at].Class; i == 0 || c != segment.Punct && c != segment.Lower {
				return false
			}
		}
		at = h.last
	}
	return at == t.last
}
