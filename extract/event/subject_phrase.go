package event

import (
	"slices"
	"strings"

	"fasti/extract/segment"
)

// behindTime reports whether a word only says by whose clocks a time is told.
func (x *lexicon) behindTime(s *sentence, i int) bool {
	return i > 0 && s.words[i-1].timex >= 0 && slices.Contains(x.grammar["time-zone"], s.words[i].low)
}

// skipPhrase gives the word behind the noun phrase that begins at i.
func (x *lexicon) skipPhrase(s *sentence, c *clause, i, last int) int {
	return max(x.phraseEnd(s, c, i, last), i+1)
}

// phraseEnd gives the word behind the noun phrase that begins at i: articles
// and adjectives, a noun, names, and genitives behind it.
func (x *lexicon) phraseEnd(s *sentence, c *clause, i, last int) int {
	seen := false
	for ; i < last && c.has(i); i++ {
		w := &s.words[i]
		if end := s.quotedName(i, last); seen && end > i {
			return end + 1
		}
		switch {
		case seen && w.mention >= 0 && w.mention == s.words[i-1].mention && w.class != segment.Punct:
			// a name goes on: "Mohammed bin Salman"
		case w.class == segment.Punct || w.verbal == finite || w.verbal == infinitive || w.verbal == participle:
			return i
		case seen && (w.timex >= 0) != (s.words[i-1].timex >= 0):
			return i // "am Montag Minister X": a date and a noun are two phrases
		case seen && w.capital() && i > 0 && s.endsPerson(i-1) && w.mention != s.words[i-1].mention:
			return i // "traf Blinken Ministerpräsident Netanjahu": nothing goes on behind a person's name
		case seen && w.mention >= 0 && s.words[i-1].body && s.mentions[w.mention].person:
			return i // "nahm die Polizei Jo Roe fest"
		case seen && w.mention >= 0 && s.words[i-1].mention >= 0 && s.words[i-1].mention != w.mention && s.mentions[s.words[i-1].mention].person:
			return i
		case seen && w.capital() && s.words[i-1].mention >= 0 && s.words[i-1].mention != w.mention && s.mentions[s.words[i-1].mention].person && !x.ends("name-end", s.words[i-1].low):
			return i // "traf Blinken Präsident X": a person's name ends a phrase
		case seen && w.capital() && s.endsPlace(i-1) && w.mention != s.words[i-1].mention:
			return i // "trafen sich in Rom Minister X"
		case seen && w.capital() && w.mention >= 0 && s.words[i-1].mention >= 0 && w.mention != s.words[i-1].mention && s.mentions[w.mention].state && s.mentions[s.words[i-1].mention].state:
			return i // "hatten A und B Land C angegriffen"
		case seen && w.capital() && w.mention < 0 && s.words[i-1].capital() && s.words[i-1].mention < 0 && !s.words[i-1].is(tagNum) && i > 1 && s.words[i-2].class == segment.Lower && w.class == segment.Upper && x.plain(w):
			return i
		case seen && w.capital() && w.mention < 0 && i >= 2 && s.words[i-1].mention < 0 && s.words[i-2].is(tagArt) && x.twoNouns(s, i, last):
			return i // "die Täter Schmuck"
		case seen && w.class == segment.Number && s.words[i-1].class == segment.Upper && s.words[i-1].mention < 0:
			return i
		case w.capital() || w.class == segment.Number:
			seen = true
		case !seen:
			if w.is(tagPrep) {
				attr := x.attribute(s, c, i, last)
				if !x.verbLast || i == 0 || !s.words[i-1].is(tagArt) || attr < 0 {
					return i
				}
				i = attr
			}
		case w.is(tagGen):
			if !x.nounAhead(s, i+1, last) {
				return i
			}
			if w.is(tagCoord) {
				seen = false
			}
			if i+1 < last && s.words[i+1].class == segment.Lower {
				seen = false
			}
		default:
			return i
		}
	}
	return i
}

// attribute finds, from the preposition i behind an article on, the participle
// or adjective that the preposition belongs to and that a noun follows: "ein
// von Polen eingebrachter Entwurf"; -1 if there is none.
func (x *lexicon) attribute(s *sentence, c *clause, i, last int) int {
	noun := false
	for j := i + 1; j+1 < last && j < i+6 && c.has(j); j++ {
		w := &s.words[j]
		switch {
		case w.class == segment.Punct || w.verbal == finite || w.verbal == infinitive:
			return -1
		case w.capital():
			noun = true
		case noun && w.class == segment.Lower && w.tags == 0 && s.words[j+1].capital():
			return j
		}
	}
	return -1
}

// endsPerson reports whether word i is the last of a person's name.
func (s *sentence) endsPerson(i int) bool {
	m := s.words[i].mention
	return m >= 0 && s.mentions[m].person && s.mentions[m].last == i+1 && s.words[i].capital()
}

// endsPlace reports whether word i is the last of the name of a place that
// only says where.
func (s *sentence) endsPlace(i int) bool {
	m := s.words[i].mention
	return m >= 0 && s.mentions[m].place && s.mentions[m].last == i+1 && s.words[i].capital()
}

// quotedName gives the mark that closes a name in quotation marks behind a noun
// ("die Zeitung „Kurier“"), or i.
func (s *sentence) quotedName(i, last int) int {
	if w := &s.words[i]; w.text != "„" && w.text != "»" && w.text != "\"" || w.class != segment.Punct || i+2 >= last || !s.words[i+1].capital() {
		return i
	}
	for j := i + 2; j < last && j < i+7; j++ {
		if w := &s.words[j]; isQuoteMark(w) {
			return j
		} else if isBreak(w) || w.verbal == finite {
			return i
		}
	}
	return i
}

// twoNouns reports whether word i and the one before it are two phrases: a noun
// behind its article, not of those that names follow, and a last word that no
// other one hangs on.
func (x *lexicon) twoNouns(s *sentence, i, last int) bool {
	w, prev := &s.words[i], &s.words[i-1]
	if !x.verbLast || !prev.capital() || prev.isNoun || w.class != segment.Upper || prev.class != segment.Upper || prev.is(tagNum) || prev.timex >= 0 {
		return false
	}
	for _, n := range x.grammar["naming"] {
		if strings.HasSuffix(prev.low, n) {
			return false
		}
	}
	if i+1 >= last {
		return false
	}
	next := &s.words[i+1]
	return next.is(tagPrep) && !next.is(tagGen)
}

// plain reports whether a capitalised word is a common noun: a plural.
func (x *lexicon) plain(w *word) bool { return x.ends("plural-end", w.low) }

func (x *lexicon) nounAhead(s *sentence, i, last int) bool {
	for k := i; k < last && k < i+4; k++ {
		if s.words[k].capital() {
			return true
		}
		if s.words[k].class != segment.Lower || s.words[k].is(tagPrep) || s.words[k].verbal == finite {
			return false
		}
	}
	return false
}
