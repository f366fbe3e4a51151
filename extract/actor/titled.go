package actor

import (
	"slices"
	"strings"

	"fasti/extract/actor/namekey"
	"fasti/extract/article"
	"fasti/extract/segment"
)

// titled adds the people that the engine does not know but an office
// announces: "Premierministerin Sigrun Amberg", "President Tesfaye Alemu". Two
// or three capitalised words right behind the noun of an office are a
// person's name, unless the dictionary or the lexicon knows one of them; so
// are they between marks ("the mayor, Orla Finch, left") where a language
// writes nouns small.
func (f *Finder) titled(doc *segment.Doc, names []Name) []Name {
	var more []Name
	var buf []byte
	for _, sent := range doc.Sentences {
		if sent.First == sent.Last || !strings.ContainsAny(doc.Word(sent.Last-1), ".!?\"”“»«’") {
			continue // headings and lists write all words with capitals
		}
		for i := sent.First; i < sent.Last; i++ {
			if c := doc.Tokens[i].Class; c == segment.Punct || c == segment.Number {
				continue
			}
			_, last, _ := f.words.nouns.at(doc, i, sent.Last, buf)
			if last == 0 {
				continue
			}
			aside := f.words.smallNouns() && last < sent.Last && doc.Word(last) == ","
			if aside {
				last++
			}
			end := last
			for end < sent.Last && doc.Tokens[end].Class == segment.Upper && f.unknown(doc, end) {
				end++
			}
			if aside && (end == sent.Last || doc.Tokens[end].Class != segment.Punct) {
				continue
			}
			if n := end - last; n == 2 || n == 3 {
				more = append(more, Name{Span: article.Span{Start: doc.Tokens[last].Start, End: doc.Tokens[end-1].End}, Type: PER})
			}
			i = max(i, end-1)
		}
	}
	more = slices.DeleteFunc(more, func(m Name) bool { // the engine knows better where it sees a name of more words, or one before the last
		return slices.ContainsFunc(names, func(n Name) bool {
			return n.Overlaps(m.Span) && (n.End != m.End || n.Start < m.Start || n.Type == PER && strings.Contains(n.Of(doc.Text), " "))
		})
	})
	if len(more) == 0 {
		return names
	}
	out := slices.DeleteFunc(slices.Clone(names), func(n Name) bool {
		return slices.ContainsFunc(more, func(m Name) bool { return m.Contains(n.Span) && m.Span != n.Span })
	})
	for _, m := range more {
		if !slices.ContainsFunc(out, func(n Name) bool { return n.Overlaps(m.Span) }) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b Name) int { return a.Start - b.Start })
	return out
}

// doubleNames adds the people whose hyphened surname the article repeats and
// whom the engine does not know, where they begin a sentence: "Irmgund
// Sommer-Kulp … Sommer-Kulp".
func (f *Finder) doubleNames(doc *segment.Doc, names []Name) []Name {
	times := map[string]int{}
	for i, t := range doc.Tokens {
		if w := t.Of(doc.Text); isDouble(w) && f.unknown(doc, i) && !f.aboutKnown(w) {
			times[w]++
		}
	}
	if len(times) == 0 {
		return names
	}
	var more []Name
	for _, sent := range doc.Sentences {
		i := sent.First + 1 // elsewhere a noun may stand before: "der Bahnhof Altona-Nord"
		if i+1 >= sent.Last || doc.Tokens[i+1].Class != segment.Lower || times[doc.Word(i)] < 2 || doc.Tokens[i-1].Class != segment.Upper || !f.unknown(doc, i-1) || doc.Tokens[i-1].End+1 != doc.Tokens[i].Start {
			continue
		}
		if w := lowered(doc.Word(i - 1)); f.words.preps[w] != 0 || f.words.prepositions[w] || f.words.small[w] != "" || f.words.follows[w] {
			continue // "Für Sommer-Kulp"
		}
		m := Name{Span: article.Span{Start: doc.Tokens[i-1].Start, End: doc.Tokens[i].End}, Type: PER}
		if !slices.ContainsFunc(names, func(n Name) bool { return n.Overlaps(m.Span) }) {
			more = append(more, m)
		}
	}
	out := append(more, names...)
	slices.SortStableFunc(out, func(a, b Name) int { return a.Start - b.Start })
	return out
}

// aboutKnown tells whether a word with a hyphen begins with the name of somebody
// or something that the tables know: "Merkel-Kritik" is no surname.
func (f *Finder) aboutKnown(w string) bool {
	front, _, _ := strings.Cut(w, "-")
	return f.known(front) || len(f.words.holders.byFamily[namekey.Split(front).Key()]) > 0
}

// isDouble tells whether a word is two capitalised words joined by a hyphen.
func isDouble(w string) bool {
	front, back, ok := strings.Cut(w, "-")
	return ok && isCapitalised(front) && isCapitalised(back)
}

// isCapitalised tells whether only the first of a word's letters is large.
func isCapitalised(w string) bool {
	return len(w) > 2 && w != lowerFirst(w) && lowered(w) == lowerFirst(w)
}

// unknown tells whether a capitalised word can be part of a name that nobody
// knows: no word of the dictionary, no office, no small word.
func (f *Finder) unknown(doc *segment.Doc, i int) bool {
	w := doc.Word(i)
	if _, ok := f.dict.forms[w]; ok && f.words.given[w] == 0 && len(f.words.given) > 0 {
		return false
	}
	_, last, _ := f.words.nouns.at(doc, i, i+1, nil)
	_, body := f.words.bodies.forms[w]
	return last == 0 && !body && f.words.small[w] == "" && !f.words.days[w]
}

// longestQuoted is how many words a name in quotation marks has at most.
const longestQuoted = 6

// quoted adds the names that stand in quotation marks behind the noun for the
// body: "der Verein „Freie Stimme“", 'the paper "Northern Lights"'. What the engine
// saw inside is a part of them.
func (f *Finder) quoted(doc *segment.Doc, names []Name) []Name {
	var more []Name
	for _, sent := range doc.Sentences {
		for i := sent.First + 1; i+2 < sent.Last; i++ {
			if doc.Tokens[i].Class != segment.Punct || !isQuote(doc.Word(i)) || doc.Tokens[i+1].Class != segment.Upper {
				continue
			}
			switch f.bodyAt(doc, i-1) {
			case "company", "club", "artists", "association", "union", "party", "group", "fighters", "none":
			default:
				continue
			}
			end := i + 1
			for end < sent.Last && end <= i+longestQuoted && !isQuote(doc.Word(end)) {
				end++
			}
			if end == sent.Last || end > i+longestQuoted || doc.Tokens[end-1].Class == segment.Punct {
				continue
			}
			more = append(more, Name{Span: article.Span{Start: doc.Tokens[i+1].Start, End: doc.Tokens[end-1].End}, Type: ORG})
		}
	}
	if len(more) == 0 {
		return names
	}
	out := slices.DeleteFunc(slices.Clone(names), func(n Name) bool {
		return slices.ContainsFunc(more, func(m Name) bool { return m.Overlaps(n.Span) })
	})
	out = append(out, more...)
	slices.SortStableFunc(out, func(a, b Name) int { return a.Start - b.Start })
	return out
}

// isQuote tells whether a token is a quotation mark of either side.
func isQuote(w string) bool {
	switch w {
	case "\"", "„", "“", "”", "»", "«":
		return true
	}
	return false
}

// stateBodies takes the name of a state into that of the body behind it, where
// a name may stand before another as it is: "United States House of
// Representatives", "United States General Services Administration".
func (f *Finder) stateBodies(doc *segment.Doc, cands []cand) []cand {
	if !f.words.smallNouns() {
		return cands
	}
	for i := range cands {
		c := &cands[i]
		if c.drop || c.part || !c.name || c.entry < 0 || c.form != ByName || f.dict.entries[c.entry].kind != State {
			continue
		}
		end := f.stateBody(doc, cands[i+1:], c)
		if end == 0 {
			continue
		}
		entry := int32(-1)
		for k := i + 1; k < len(cands) && cands[k].first < end; k++ {
			if cands[k].last == end && cands[k].typ == ORG && cands[k].first == c.last {
				entry = cands[k].entry
			}
			cands[k].drop = true
		}
		c.country = f.dict.entries[c.entry].country
		c.entry, c.typ, c.weak, c.last, c.base = entry, ORG, false, end, ""
		c.Span = article.Span{Start: doc.Tokens[c.first].Start, End: doc.Tokens[end-1].End}
	}
	return slices.DeleteFunc(cands, func(c cand) bool { return c.drop })
}

// stateBody gives the token behind the body's name that goes on a state's name,
// 0 if none does.
func (f *Finder) stateBody(doc *segment.Doc, behind []cand, c *cand) int {
	for k := range behind {
		if n := &behind[k]; n.first == c.last && n.name && n.typ == ORG && n.last-n.first > 2 && strings.Contains(n.Of(doc.Text), " ") {
			return n.last // House of Representatives
		}
	}
	end := c.last
	for end < len(doc.Tokens) && doc.Tokens[end].Class == segment.Upper {
		end++
	}
	for ; end > c.last+1; end-- {
		if w := doc.Word(end - 1); f.words.bodyEnds[w] {
			return end
		}
	}
	return 0
}
