package actor

import (
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/extract/segment"
)

// amend corrects one of the engine's names by what every language's tables
// say, and tells whether it is a name at all. The engine has learned from a
// few thousand sentences, and now and then it does not see what anyone sees.
func (f *Finder) amend(doc *segment.Doc, c cand) (cand, bool) {
	c = f.withoutVerb(doc, c)
	first, last := doc.Word(c.first), doc.Word(c.last-1)
	switch {
	case f.noName(doc, c):
		return c, false
	case c.last-c.first == 1 && f.words.is(first, "nobody"):
		c.typ = MISC // "MESZ", "Easter"
	case (c.typ == ORG || c.typ == PER) && f.runsOn(doc, c) > 0:
		c.last = f.runsOn(doc, c) // "the attack by Blue Dawn on Ecuador"
		c.End = doc.Tokens[c.last-1].End
	case c.last-c.first > 1 && f.words.legal[last]:
		c.typ = ORG // "Lindholm Ltd"
	case f.byLastWord(first, last, c.last-c.first) != "":
		c.typ = f.byLastWord(first, last, c.last-c.first)
	case c.typ == LOC && c.last-c.first == 2 && f.given(first) && !f.known(last) && !f.words.smallNouns():
		c.typ = PER // "Lorenz Ostendorf"; English has its "Charlotte Bay"
	case c.typ == LOC && c.first > 0 && f.bodyAt(doc, c.first-1) == "company" && !f.known(first):
		c.typ = ORG // "des Konzerns Lindholm"
	}
	return c, true
}

// byLastWord is what a name of some words is by its last one, whatever the engine takes it
// for: "Karl Marx Avenue" is a place, "Kamloops Police" a body; "" if that does not say.
func (f *Finder) byLastWord(first, last string, words int) NameType {
	switch {
	case words < 2:
	case f.words.is(last, "service"):
		return ORG
	case f.words.is(last, "site") && (words > 2 || !f.given(first)):
		return LOC
	}
	return ""
}

// withoutVerb takes the verb off the end of a name that the engine has drawn on
// to it: "Gewerkschaft Seewerk lehnte".
func (f *Finder) withoutVerb(doc *segment.Doc, c cand) cand {
	for c.last-c.first > 1 && doc.Tokens[c.last-1].Class == segment.Lower && f.words.acts[doc.Word(c.last-1)] != 0 {
		c.last--
		c.End = doc.Tokens[c.last-1].End
	}
	return c
}

// runsOn finds the end of a name that the engine has drawn on to the place
// behind it: a preposition and what the dictionary has as a name
// belong to none. 0: it does not run on.
func (f *Finder) runsOn(doc *segment.Doc, c cand) int {
	for i := c.first + 1; i+1 < c.last; i++ {
		if w := doc.Word(i); doc.Tokens[i].Class == segment.Lower && f.words.preps[w] != 0 && f.words.preps[w] != 'p' && f.known(doc.Word(i+1)) {
			return i
		}
	}
	return 0
}

// onlyTitles tells whether nothing but titles stands in a name.
func (f *Finder) onlyTitles(doc *segment.Doc, c cand) bool {
	for i := c.first; i < c.last; i++ {
		if _, ok := f.words.titles[doc.Word(i)]; !ok {
			return false
		}
	}
	return true
}

// noName tells whether one of the engine's names is none: "Dr." of "Prof. Dr.
// Halm", "in May", "then-U.S." of "then-U.S. president".
func (f *Finder) noName(doc *segment.Doc, c cand) bool {
	if f.onlyTitles(doc, c) {
		return true
	}
	w := doc.Word(c.first)
	return c.last-c.first == 1 && (f.formerly(w) || f.words.months[w] && c.first > 0 && f.words.preps[lowered(doc.Word(c.first-1))] != 0)
}

// formerly tells whether a word is a compound with a word for former times.
func (f *Finder) formerly(w string) bool {
	front, _, ok := strings.Cut(w, "-")
	return ok && front == lowered(front) && f.words.is(front, "former")
}

// bearing gives the nouns for storms and ships of the language, with what a text tells of
// the words behind them.
func (f *Finder) bearing(doc *segment.Doc) bearers {
	return bearers{date: func(w string) bool { return f.words.days[w] || f.words.months[w] }, is: f.words.is, given: f.given, smallNouns: f.words.smallNouns(), unknown: func(i int) bool { return f.unknown(doc, i) }}
}

// given tells whether a word is a given name.
func (f *Finder) given(w string) bool {
	_, ok := f.words.given[w]
	return ok
}

// known tells whether the dictionary has a word.
func (f *Finder) known(w string) bool {
	_, ok := f.dict.forms[w]
	return ok
}

// joinsParts tells whether a name is one word made of two or more names that
// the dictionary has: "Israel-Hamas-Krieg" is none of its own.
func joinsParts(hits []cand, c cand) bool {
	return len(hits) > 1 && c.last-c.first == 1 && !slices.ContainsFunc(hits, func(h cand) bool { return !h.part })
}

// bodyAt is the class of the noun for a body that token i is, or "".
func (f *Finder) bodyAt(doc *segment.Doc, i int) string {
	x, last, _ := f.words.bodies.at(doc, i, i+1, false, nil)
	if last == 0 {
		return ""
	}
	return x.class
}

// longestBodyNoun is how many words a noun for a body has at most.
const longestBodyNoun = 3

// bodyBefore is the class of the noun for a body, of one word or more, that
// ends right before token i: "auction house Torvan"; or "".
func (f *Finder) bodyBefore(doc *segment.Doc, i, first int) string {
	for j := max(first, i-longestBodyNoun); j < i; j++ {
		if x, last, _ := f.words.bodies.at(doc, j, i, j == first, nil); last == i {
			return x.class
		}
	}
	return ""
}

// announced adds the names that a noun for a company, party or union announces and
// that the engine does not see: "des Konzerns Lindholm", and, since there the
// noun is a part of it, "die Gewerkschaft Bodenverkehr".
func (f *Finder) announced(doc *segment.Doc, names []Name) []Name {
	var more []Name
	at := 0
	for _, sent := range doc.Sentences {
		for i := sent.First + 1; i < sent.Last; i++ {
			if doc.Tokens[i].Class != segment.Upper || doc.Tokens[i-1].End+1 != doc.Tokens[i].Start {
				continue
			}
			first, end := i, i+1
			switch f.bodyBefore(doc, i, sent.First) {
			case "company", "party":
			case "union":
				first--
			default:
				continue
			}
			if !f.unknown(doc, i) {
				continue
			}
			for end < sent.Last && end < i+3 && doc.Tokens[end].Class == segment.Upper && f.unknown(doc, end) {
				end++
			}
			n := Name{Span: article.Span{Start: doc.Tokens[first].Start, End: doc.Tokens[end-1].End}, Type: ORG}
			for at < len(names) && names[at].End <= n.Start {
				at++
			}
			if at == len(names) || names[at].Start >= n.End {
				more = append(more, n)
			}
		}
	}
	if len(more) == 0 {
		return names
	}
	out := append(more, names...)
	slices.SortStableFunc(out, func(a, b Name) int { return a.Start - b.Start })
	return out
}

// local takes a court, club, office or another body and the place that it is of,
// right behind it, for one name: "Landgericht Kiel", "Frauenchor Peine".
func (f *Finder) local(doc *segment.Doc, cands []cand) {
	for i := range cands {
		c := &cands[i]
		if c.typ != LOC || !c.name || c.part || c.weak || i > 0 && cands[i-1].last > c.first-1 {
			continue
		}
		if s := doc.SentenceAt(c.Start); s < 0 || c.first-1 < doc.Sentences[s].First {
			continue
		}
		x, last, cut := f.words.bodies.at(doc, c.first-1, c.first, false, nil)
		if last == 0 || !ofPlaces(x.class, cut > 0) {
			continue
		}
		c.first--
		c.Start = doc.Tokens[c.first].Start
		if c.entry >= 0 {
			c.country = f.dict.entries[c.entry].country
		}
		c.typ, c.entry, c.form, c.base = ORG, -1, ByName, ""
	}
}

// ofPlaces tells whether bodies of a class are named by the place that they are
// of; courts, offices and councils by a compound alone ("Landgericht Kiel").
func ofPlaces(class string, compound bool) bool {
	switch class {
	case "prosecution", "club", "artists", "association", "union", "branch", "none":
		return true
	case "court", "office", "council":
		return compound
	}
	return false
}

// ofRegions unties a body's short name from the body of the whole state where the
// adjective of a city or region stands before it: "der Berliner Verfassungsschutz" is
// that of Berlin.
func (f *Finder) ofRegions(doc *segment.Doc, cands []cand) {
	for i := range cands {
		c := &cands[i]
		if c.entry < 0 || c.typ != ORG || c.part || c.last-c.first > 1 || c.first == 0 {
			continue
		}
		e := &f.dict.entries[c.entry]
		if e.country == "" || c.Of(doc.Text) == e.name {
			continue
		}
		region := i > 0 && cands[i-1].last == c.first && f.ofRegion(&cands[i-1])
		city := f.cityAdjective(doc, c.first-1)
		if !region && !city {
			continue
		}
		if city {
			c.first--
			c.Start = doc.Tokens[c.first].Start
		}
		c.entry, c.base = -1, ""
	}
}

// cityAdjective tells whether a word has the form of a city's adjective, and is no
// other word with such an end: "Berliner".
func (f *Finder) cityAdjective(doc *segment.Doc, i int) bool {
	w, end := doc.Word(i), f.words.cityEnd
	if end == "" || doc.Tokens[i].Class != segment.Upper || !strings.HasSuffix(w, end) || len(w) < len(end)+4 {
		return false
	}
	_, role, _ := f.words.nouns.at(doc, i, i+1, nil)
	_, body, _ := f.words.bodies.at(doc, i, i+1, false, nil)
	return role == 0 && body == 0 && f.words.preps[w] == 0 && f.words.small[w] == ""
}
