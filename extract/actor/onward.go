package actor

import (
	"unicode"
	"unicode/utf8"
)

// onward takes into a person's name what follows it and belongs to it: an
// Arabic article with its noun ("Abdel Fattah" al-Sisi), and another name
// behind a particle that no common word looks like ("Mohammed" bin
// "Abdulrahman Al Thani").
func (a *analysis) onward(at int) {
	c := &a.cands[at]
	end := a.doc.Sentences[max(a.doc.SentenceAt(c.Start), 0)].Last
	for c.last < end {
		next := at + 1
		for next < len(a.cands) && a.cands[next].drop {
			next++
		}
		free := next == len(a.cands) || a.cands[next].first > c.last
		switch {
		case a.words.suffixes[a.doc.Word(c.last)] && c.last-c.first > 1 && (free || a.cands[next].last == c.last+1):
			if !free {
				a.cands[next].drop = true
			}
			c.last++
		case a.articled(a.doc.Word(c.last)) && (free || a.cands[next].last == c.last+1):
			if !free {
				a.cands[next].drop = true
			}
			c.last++
		case free && next < len(a.cands) && a.cands[next].first == c.last+1 && a.cands[next].typ != MISC && a.cands[next].entry < 0 &&
			a.joins(a.doc.Word(c.last)):
			c.last = a.cands[next].last
			a.cands[next].drop = true
		default:
			c.End = a.doc.Tokens[c.last-1].End
			return
		}
	}
	c.End = a.doc.Tokens[c.last-1].End
}

// joins tells whether a word is a particle and nothing else in the language.
func (a *analysis) joins(w string) bool {
	return a.words.particle[w] && a.words.small[w] == "" && a.words.preps[w] == 0
}

// articled tells whether a word is an Arabic article with a name: al-Sisi,
// ar-Raschid.
func (a *analysis) articled(w string) bool {
	r, _ := utf8.DecodeRuneInString(a.words.bareNoun(w))
	return unicode.IsUpper(r)
}
