package timex

import "strings"

// What bears names has one behind it without a word between: "the group Black
// September", "im Ort Sonntag". And a date is part of a name if the rest of it
// follows at once: "October Films", "Easter Island".

// borne reports whether the match [first, end) is the name of what stands right
// before it. Bodies that act may have a weekday behind them that is one ("the
// company Monday said"); a thing or a place has not.
func (m *matcher) borne(first, end int) bool {
	if m.bestParts.has(fDay) && end < len(m.items) && m.has(end, m.g.orgEnd) { // "26 July Movement"
		return true
	}
	if first == 0 || !m.nameable(first) {
		return false
	}
	if m.bestParts.has(fDay) && m.titled(first, end) { // „Zum 1. Mai“
		return true
	}
	i := first - 1
	if it := &m.items[i]; it.kind == wordItem && !m.means(i) && it.flags&capital != 0 && m.alone(fMonth) && !m.begins(i) {
		return true // "Black September"
	}
	if m.described(i) {
		return true
	}
	i = m.withoutArticle(i)
	acts := m.bestParts.has(fWeekday) && !m.bestParts.has(fFeast)
	return m.ending(i, m.g.nameHead, m.g.nameHeads) || !acts && m.ending(i, m.g.groupHead, m.g.groupHeads)
}

// withoutArticle is the item before item i if that is an article which belongs to
// a name: "die Zeitung Der Sonntag"; else i.
func (m *matcher) withoutArticle(i int) int {
	if i > 0 && m.items[i].flags&capital != 0 && m.has(i, m.g.det) && !m.begins(i) {
		return i - 1
	}
	return i
}

// described reports whether item i is a capital of no meaning between what bears
// names and the match: "das Label Blauer Montag".
func (m *matcher) described(i int) bool {
	return i > 0 && m.items[i].kind == wordItem && m.items[i].flags&capital != 0 && !m.means(i) &&
		(m.ending(i-1, m.g.nameHead, m.g.nameHeads) || m.ending(i-1, m.g.groupHead, m.g.groupHeads))
}

// nameable reports whether the match can be a name at all: a weekday, a month, a
// feast or the like without a year, written as names are.
func (m *matcher) nameable(first int) bool {
	it := &m.items[first]
	if it.kind == wordItem && it.flags&capital == 0 || m.bestParts.any(fYear, fYY, fHour, fMod) {
		return false
	}
	return m.bestParts.any(fWeekday, fMonth, fFeast, fSeason, fOffset, fWeekend)
}

// means reports whether the word at item i has a meaning of its own in the
// tables, not only as the first of several.
func (m *matcher) means(i int) bool {
	w := m.items[i].word
	return w != 0 && len(m.g.lex.entries[w].readings) > 0
}

// alone reports whether the match has but one field.
func (m *matcher) alone(f field) bool {
	for k := field(1); k < fieldCount; k++ {
		if k != f && m.bestParts.has(k) {
			return false
		}
	}
	return m.bestParts.has(f)
}

// begins reports whether item i begins a sentence.
func (m *matcher) begins(i int) bool {
	return i == 0 || m.items[i].flags&line != 0 || boundary(m.items, i-1, false)
}

// ending reports whether item i is a word of a class, or, where the language
// joins words, ends with one of its longer words.
func (m *matcher) ending(i int, c classID, ends []string) bool {
	it := &m.items[i]
	if it.kind != wordItem {
		return false
	}
	if it.word != 0 && m.g.lex.entries[it.word].classes.has(c) {
		return true
	}
	if !m.g.bareRare || it.flags&capital == 0 {
		return false
	}
	w := fold(m.text[it.start:it.end])
	for _, e := range ends {
		if len(e) >= minHeadEnd && len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// minHeadEnd is how long, in bytes, a word must be to be looked for at the end
// of others.
const minHeadEnd = 3

// partOfName reports whether more of a name follows: a month that opens a
// sentence before another capital ("October Films"), and where nouns are
// written small a feast that does, or stands behind an article ("Easter
// Island"), a weekday between two ("Rapper Friday Jones"), or an owner of
// nothing ("Friday's, the restaurant").
func (m *matcher) partOfName(first, end int) bool {
	if m.items[first].flags&capital == 0 || end >= len(m.items) {
		return false
	}
	next := &m.items[end]
	if next.kind == markItem {
		return !m.g.bareRare && m.ownsNothing(end)
	}
	if next.kind != wordItem || next.flags&capital == 0 || m.calendarWord(end) {
		return false
	}
	if m.alone(fMonth) {
		return m.begins(first)
	}
	if m.g.bareRare || next.word != 0 {
		return false
	}
	return m.smallNouns(first)
}

// smallNouns is partOfName where nouns are written small and a capital follows.
func (m *matcher) smallNouns(first int) bool {
	if m.alone(fFeast) {
		return m.begins(first) || m.has(first-1, m.g.det)
	}
	if m.alone(fWeekday) && first > 0 && m.g.is(&m.items[first-1], roleAddress) { // "the singer Tuesday Knight"
		return true
	}
	return m.alone(fWeekday) && first > 0 && m.begins(first-1) && m.items[first-1].flags&capital != 0 && m.items[first-1].word == 0
}

// ownsNothing reports whether a genitive at item i has no noun behind it.
func (m *matcher) ownsNothing(i int) bool {
	if !m.genitive(i) || i+2 >= len(m.items) || m.items[i+1].kind != wordItem || m.items[i+1].end-m.items[i+1].start != 1 {
		return false
	}
	it := &m.items[i+2]
	return it.kind == markItem && it.mark == ','
}

// thing reports whether a bare number stands behind a noun with an article that
// names nothing that takes place: such nouns bear numbers ("der Vorlage 1876",
// "den Container 1944"). Only where nouns are known by their capital.
func (g *grammar) thing(items []item, x *raw, text string) bool {
	if !g.bareRare || x.first < 2 || paired(items, int(x.last)) {
		return false
	}
	i := int(x.first) - 1
	it := &items[i]
	if it.kind != wordItem || it.flags&(capital|allCaps) != capital || g.eventNoun(it, text) || it.word != 0 && g.lex.entries[it.word].classes.meets(&g.timely) {
		return false
	}
	m := matcher{g: g, items: items, text: text}
	if m.ending(i, g.yearHead, g.yearHeads) {
		return false
	}
	return m.withArticle(i)
}

// paired reports whether a second number is joined to the one before item i:
// "2011-12".
func paired(items []item, i int) bool {
	return i < len(items) && items[i].kind == markItem && items[i].flags&glued != 0 && (items[i].mark == '-' || items[i].mark == '/')
}

// withArticle reports whether an article stands before the noun at item i,
// small words between.
func (m *matcher) withArticle(i int) bool {
	for n := 0; n < 3 && i > 0; n++ {
		i--
		it := &m.items[i]
		switch {
		case it.kind != wordItem:
			return false
		case m.has(i, m.g.nounDet):
			return true
		case it.flags&capital != 0:
			return false
		}
	}
	return false
}
