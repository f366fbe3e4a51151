package title

import (
	"slices"
	"strings"

	"fasti/extract/article"
	"fasti/extract/syntax"
)

// A title leaves out dates, brackets and asides between dashes whatever the tree
// says of them. Since they mislead the parser more than other words do ("said on
// Friday he can", "Yesterday, Senator Lee won"), the sentence is read once more
// without them.

// least is how many words must be left of a sentence that is read without its
// dates.
const least = 4

// leaner reads the sentence of a tree without its dates, brackets and asides; nil
// if it has none, or if the trigger stands in one.
func (t *tree) leaner(trigger article.Span) *tree {
	gone := make([]bool, len(t.low))
	t.withoutBrackets(gone)
	t.withoutAsides(gone)
	t.withoutDates(gone)
	t.withoutLinks(gone)
	t.withoutLikes(gone)
	t.withoutCommas(gone)
	var words []int
	for i := range t.low {
		if !gone[i] {
			words = append(words, i)
		}
	}
	at := t.at(trigger.Start)
	if len(words) == len(t.low) || len(words) < least || at < 0 || gone[at] || t.fuses(gone) {
		return nil
	}
	s := t.in.Syntax.Part(t.index, words)
	if s == nil {
		return nil
	}
	token := make([]int, len(words))
	for n, i := range words {
		token[n] = t.token[i]
	}
	l := t.Writer.read(t.in, t.index, s, token)
	l.pruned = true
	return l
}

// fuses reports whether what is left out parts two of a coordination, which would
// share what only one of them has: "was founded in 1891 and bought by Acme".
func (t *tree) fuses(gone []bool) bool {
	dates := 0
	for i := 1; i < len(t.low); i++ {
		if gone[i-1] && !gone[i] && t.pos(i) == syntax.CCONJ {
			return true
		}
		if !gone[i] || gone[i-1] || t.pos(i) != syntax.ADP || t.timex[i] >= 0 {
			continue
		}
		end := i
		for end < len(t.low) && gone[end] {
			end++
		}
		if dates++; dates > 1 && (t.low[i-1] == "," || t.pos(i-1) == syntax.CCONJ) && end < len(t.low) && t.pos(end) == syntax.ADP {
			return true // "in Ulm, | am Dienstag | in Holm"
		}
	}
	return false
}

// withoutBrackets marks what stands in brackets.
func (t *tree) withoutBrackets(gone []bool) {
	for i := range t.low {
		gone[i] = gone[i] || t.brack[i]
	}
}

// withoutAsides marks what two dashes set apart: "The army — whose chief is Lee —
// entered Holm".
func (t *tree) withoutAsides(gone []bool) {
	open := -1
	for i := range t.low {
		if !strings.Contains("–—--", t.low[i]) || i == 0 || i+1 == len(t.low) || t.s.Words[i-1].End == t.s.Words[i].Start {
			continue
		}
		if open < 0 {
			open = i
			continue
		}
		for k := open; k <= i; k++ {
			gone[k] = true
		}
		open = -1
	}
}

// withoutLikes marks what only says that something went as it was told before: "wie
// geplant", "as planned".
func (t *tree) withoutLikes(gone []bool) {
	for i := 1; i+2 < len(t.low); i++ {
		if !t.is("reported", i) || t.s.Words[i+1].Morph.Form != syntax.Participle || t.kid(i+1, syntax.RelObj, syntax.RelObl, syntax.RelOblArg) > i+1 {
			continue
		}
		if n := i + 2; t.timex[n] >= 0 || t.pos(n) == syntax.ADP || t.pos(n) == syntax.VERB || t.pos(n) == syntax.PUNCT {
			gone[i], gone[i+1] = true, true
		}
	}
}

// withoutDates marks the dates that a sentence can do without, with the
// preposition before them.
func (t *tree) withoutDates(gone []bool) {
	for a := 0; a < len(t.low); {
		b := a + 1
		for b < len(t.low) && t.timex[b] == t.timex[a] {
			b++
		}
		if t.timex[a] >= 0 && t.dated(a) {
			t.withoutRun(gone, a, b)
		}
		a = b
	}
}

// withoutRun marks the date from word a to before word b.
func (t *tree) withoutRun(gone []bool, a, b int) {
	for b < len(t.low) && t.is("clock", b) {
		b++
	}
	from := a
	for t.articleOf(gone, from-1, b) {
		from--
	}
	if t.beforeAttribute(from, b) {
		return
	}
	if t.joinedTo(b) || t.ofAttribute(a, b) || t.inMention(a) || from < a && !t.words.verbSecond && t.nominalWord(b) {
		return
	}
	if t.prepositionAt(from-1) && !gone[from-1] {
		from--
		if t.staysWith(from, a, b) || t.onlyOfParticiple(from-1, b) {
			return
		}
	} else if !t.inDate(gone, from-1) && t.attributive(from, a, b) {
		return
	}
	from, b = t.widened(gone, from, a, b)
	if t.gapped(from, b) {
		return
	}
	for i := from; i < b; i++ {
		gone[i] = true
	}
}

// articleOf reports whether word i is the article of a date that ends before word b,
// not of a noun behind it: "der | heute | 53-Jährige".
func (t *tree) articleOf(gone []bool, i, b int) bool {
	return i >= 0 && t.pos(i) == syntax.DET && !gone[i] && t.s.Words[i].Head < b
}

// prepositionAt reports whether word i is a preposition, no particle of a verb.
func (t *tree) prepositionAt(i int) bool {
	return i >= 0 && t.pos(i) == syntax.ADP && t.rel(i) != syntax.RelCompoundPrt
}

// staysWith reports whether a date stays with its preposition, word i: as a genitive,
// a limit, what a verb governs, or part of the noun behind it.
func (t *tree) staysWith(i, a, b int) bool {
	return t.is("genitive", i) || t.is("span", i) || t.compares(i) || t.needs(t.verbAbove(a), i) || t.behindNoun(i, b)
}

// onlyOfParticiple reports whether a participle at a noun, word i, has nothing but the date
// behind it that ends before word b, so that it could be read as a verb without it: "the
// meeting planned | for Friday | was cancelled".
func (t *tree) onlyOfParticiple(i, b int) bool {
	if t.words.verbSecond || i < 0 || t.rel(i) != syntax.RelAcl || t.s.Words[i].Morph.Form != syntax.Participle {
		return false
	}
	return !slices.ContainsFunc(t.kids[i], func(k int) bool { return k < i || k >= b })
}

// widened gives the words of a date with those beside it that only say more of it.
func (t *tree) widened(gone []bool, from, a, b int) (int, int) {
	for from > 0 && !gone[from-1] && t.ofDate(from-1, a, b) {
		from--
	}
	for b < len(t.low) && t.ofDate(b, a, b) {
		b++
	}
	return from, b
}

// gapped reports whether the date from word a to before word b stands in the second
// part of a contrast, which shares its verb with the first, in a language with the
// finite verb second: "wird hier verkauft, ab Mai dann in Ulm".
func (t *tree) gapped(a, b int) bool {
	return t.words.verbSecond && a > 0 && t.low[a-1] == "," && b < len(t.low) && t.pos(b) != syntax.PUNCT && !t.verbal(b)
}

// behindNoun reports whether a date with a preposition stands between two nouns, so
// that it belongs to the second: "the bid for | October elections".
func (t *tree) behindNoun(from, b int) bool {
	return !t.words.verbSecond && from > 0 && (t.pos(from-1) == syntax.NOUN || t.pos(from-1) == syntax.PROPN) && t.nominalWord(b)
}

// ofDate reports whether a word beside the date from word a to before word b only
// says more of it: "late on Sunday", "kurz nach 13 Uhr", "effective Monday".
func (t *tree) ofDate(i, a, b int) bool {
	switch t.pos(i) {
	case syntax.ADV:
		h := t.s.Words[i].Head
		return t.is("filler", i) || h >= a && h < b && !t.is("negation", i)
	case syntax.ADJ:
		return i > 0 && i < a && t.low[i-1] == ","
	}
	return false
}

// inMention reports whether a word stands in the name of somebody: "Kamloops This
// Week".
func (t *tree) inMention(i int) bool {
	for k := i; k < len(t.low); k++ {
		if p := t.who[k]; p.actor >= 0 && p.mention >= 0 && p.first < i {
			return true
		}
	}
	return false
}

// inDate reports whether a date continues one that is gone: "am Freitag, | dem
// 3. Dezember".
func (t *tree) inDate(gone []bool, i int) bool {
	if i < 0 {
		return false
	}
	if t.low[i] == "," || t.pos(i) == syntax.CCONJ {
		i--
	}
	return i >= 0 && gone[i] && t.timex[i] >= 0
}

// withoutLinks marks what links two dates that are gone: "between May 2016 | and | June
// 2019".
func (t *tree) withoutLinks(gone []bool) {
	for i := 1; i+1 < len(t.low); i++ {
		if t.pos(i) == syntax.CCONJ && gone[i-1] && gone[i+1] && t.timex[i-1] >= 0 && t.timex[i+1] >= 0 {
			gone[i] = true
		}
	}
}

// attributive reports whether a date without a preposition belongs to a noun:
// "the planned June 15 date", "the 2020 election", "Buchpreis 2009".
func (t *tree) attributive(from, a, b int) bool {
	if figures(t.low[b-1]) {
		return true
	}
	if from == 0 || !t.nominalWord(b) {
		return false
	}
	switch t.pos(from - 1) {
	case syntax.ADJ, syntax.DET, syntax.ADP, syntax.PART, syntax.NUM:
		return true
	}
	return false
}

// ofAttribute reports whether a date belongs to an attribute, which says too little
// without it: "der am 10. Mai beginnenden Messe".
func (t *tree) ofAttribute(a, b int) bool {
	for i := a; i < b; i++ {
		if h := t.s.Words[i].Head; h >= b && t.rel(h) == syntax.RelAmod {
			return true
		}
	}
	return false
}

// beforeAttribute reports whether dates that end before word b stand between an article
// and an attribute: "das | vom 20. bis zum 22. Juli | dauernde Fest".
func (t *tree) beforeAttribute(from, b int) bool {
	if !t.words.verbSecond || b >= len(t.low) || t.rel(b) != syntax.RelAmod {
		return false
	}
	i := from - 1
	for i > 0 && (t.pos(i) == syntax.ADP || t.timex[i] >= 0) {
		i--
	}
	return i >= 0 && i < from-1 && t.pos(i) == syntax.DET
}

// joinedTo reports whether word i is written onto the one before it: "Monday's".
func (t *tree) joinedTo(i int) bool {
	return i > 0 && i < len(t.low) && t.pos(i) != syntax.PUNCT && t.s.Words[i-1].End == t.s.Words[i].Start
}

// nominalWord reports whether word i can be what a date before it belongs to.
func (t *tree) nominalWord(i int) bool {
	if i >= len(t.low) {
		return false
	}
	switch t.pos(i) {
	case syntax.NOUN, syntax.ADJ, syntax.PROPN:
		return true
	}
	return t.verbLike(i) && t.rel(i) == syntax.RelAmod
}

// figures reports whether a word is a number in figures.
func figures(low string) bool { return strings.Trim(low, "0123456789") == "" }

// withoutCommas marks the commas that only set apart what is gone.
func (t *tree) withoutCommas(gone []bool) {
	for a := 0; a < len(t.low); {
		if !gone[a] {
			a++
			continue
		}
		b := a
		for b < len(t.low) && (gone[b] || t.low[b] == "," && b+1 < len(t.low) && gone[b+1]) {
			gone[b] = true
			b++
		}
		before := a > 0 && t.low[a-1] == ","
		if b < len(t.low) && t.low[b] == "," && (before || t.opensBehind(a)) {
			gone[b] = true
			if before && t.timex[a] >= 0 {
				gone[a-1] = true
			}
		}
		a = b + 1
	}
}

// opensBehind reports whether a clause begins with word a, or with what follows on it:
// at the beginning, behind a link or a verb of saying.
func (t *tree) opensBehind(a int) bool {
	return a == 0 || t.words.is("content", t.lemma(a-1)) || t.pos(a-1) == syntax.CCONJ || t.opensQuote(a-1)
}

// opensQuote reports whether a word is a mark before which nothing stands.
func (t *tree) opensQuote(i int) bool { return i == 0 && t.pos(i) == syntax.PUNCT }
