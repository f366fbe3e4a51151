package actor

import (
	"slices"
	"strings"

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
