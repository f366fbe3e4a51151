package timex

// Words that are days, months or seasons are also surnames, clubs, papers and
// titles. Where they stand in a sentence says which of the two they are.

// titleReach is how many items a title in quotation marks has at most.
const titleReach = 8

// nominal reports whether the match [first, end) is a name by its place. A
// surname that was seen once stays one in the article.
func (m *matcher) nominal(first, end int) bool {
	last := &m.items[end-1]
	if m.borne(first, end) {
		return true
	}
	if last.kind != wordItem || m.items[first].kind != wordItem || m.bestParts.any(fYear, fDay, fHour) {
		return false
	}
	if m.partOfName(first, end) {
		return true
	}
	if last.flags&capital != 0 && end < len(m.items) && (m.has(end, m.g.nameEnd) || m.items[end].mark == '&') {
		return true
	}
	if m.titled(first, end) || m.g.smallDays && m.capitalDay(first) {
		return true
	}
	if end-first == 2 && m.has(first, m.g.det) && m.namedSeason(end-1, end) { // "The Autumn Leaves"
		return true
	}
	if end-first > 1 || last.flags&capital == 0 {
		return false
	}
	if m.leads(first, end) {
		m.bind(first)
		return true
	}
	if m.forename(first, end) {
		m.bind(first)
		return true
	}
	return m.isBound(first) || m.unusual(first, end)
}

// has reports whether the word at item i is one of a class.
func (m *matcher) has(i int, c classID) bool {
	it := &m.items[i]
	return it.kind == wordItem && it.word != 0 && m.g.lex.entries[it.word].classes.has(c)
}

// surname binds the word at item i if it is named as a person's: "Nina
// Freitag", "Mr Friday".
func (m *matcher) surname(i int) {
	it := &m.items[i]
	if i == 0 || it.flags&capital == 0 || !m.g.lex.entries[it.word].classes.meets(&m.g.calendar) {
		return
	}
	if (m.g.bareRare || m.g.is(&m.items[i-1], roleGiven|roleAddress)) && m.person(i-1) {
		m.bind(i)
	}
}

func (m *matcher) bind(i int) { m.bound = append(m.bound, m.items[i].word) }

// isBound reports whether the word at item i is a surname of this article, and
// nothing before it says that a day is meant: "am Freitag", "on Friday".
func (m *matcher) isBound(i int) bool {
	for _, w := range m.bound {
		if m.sameWord(w, m.items[i].word) {
			return i == 0 || !m.g.is(&m.items[i-1], roleYearIn) && !m.has(i-1, m.g.datePrep)
		}
	}
	return false
}

// sameWord reports whether two words are forms of one row: "Winter", "Winters".
func (m *matcher) sameWord(a, b int32) bool {
	x, y := m.g.lex.entries[a].readings, m.g.lex.entries[b].readings
	return a == b || len(x) > 0 && len(y) > 0 && x[0].class == y[0].class && x[0].row == y[0].row
}

// leads reports whether the match ends the one phrase that stands before the
// verb of its sentence, behind a noun without a preposition. Where the verb is
// second no date has room there: "Die Abgeordnete Freitag verlor".
func (m *matcher) leads(first, end int) bool {
	if end+1 < len(m.items) && m.items[end].kind == numberItem && m.items[end].digits == 2 { // "SG Sonntag 05"
		end++
	}
	if !m.g.bareRare || first == 0 || end >= len(m.items) || m.items[end].kind != wordItem || m.items[end].flags&capital != 0 ||
		m.g.verb(m.items, end, m.text)&(rolesFinite|rolePastShape|rolePresentShape) == 0 {
		return false
	}
	prev := &m.items[first-1]
	if prev.kind != wordItem || prev.flags&capital == 0 || prev.word != 0 && m.g.lex.entries[prev.word].classes.meets(&m.g.timely) {
		return false
	}
	for n, i := 0, first-1; i >= 0; i-- {
		it := &m.items[i]
		if boundary(m.items, i, false) || it.flags&line != 0 && i < first-1 && it.kind == markItem {
			break
		}
		if n++; n > 5 || it.kind != wordItem || m.g.is(it, rolePlacePrep|roleYearIn|roleFrom|roleUntil|roleSince|roleAheadPrep|roleHintAfter|roleHintBefore|rolesFinite) ||
			m.has(i, m.g.datePrep) || m.has(i, m.g.yearCue) {
			return false
		}
		if it.flags&line != 0 {
			break
		}
	}
	// "Der Freitag war" is a day, but "Der Freitag berichtete" is a paper.
	return !m.has(first-1, m.g.det) || !opening(m.items, first) || m.has(end, m.g.says)
}

// forename reports whether a weekday that opens a sentence is the given name of
// somebody: one other name follows, and a verb right behind it. Where it was the day,
// a comma would part it from the name: "Sunday Okafor scored".
func (m *matcher) forename(first, end int) bool {
	if m.g.bareRare || m.g.smallDays || !m.alone(fWeekday) || !m.begins(first) || end+1 >= len(m.items) {
		return false
	}
	name, verb := &m.items[end], &m.items[end+1]
	return name.kind == wordItem && name.word == 0 && name.flags&(capital|allCaps) == capital &&
		verb.kind == wordItem && verb.flags&capital == 0 && m.g.verb(m.items, end+1, m.text)&(rolesFinite|rolePastShape) != 0
}

// namedSeason reports whether the season at item i has a capital before another word
// that has one, in a language that writes seasons small.
func (m *matcher) namedSeason(i, end int) bool {
	if m.g.bareRare || !m.has(i, m.g.season) || m.items[i].flags&capital == 0 || end >= len(m.items) {
		return false
	}
	next := &m.items[end]
	return next.kind == wordItem && next.flags&capital != 0 && !m.calendarWord(end)
}

// unusual reports whether a season that is else written small has a capital
// beside another word that has one: "Summer Smith", "Colonel Winter".
func (m *matcher) unusual(first, end int) bool {
	if !m.has(first, m.g.season) {
		return false
	}
	for _, r := range m.g.lex.entries[m.items[first].word].readings {
		if r.capital {
			return false
		}
	}
	if first == 0 || boundary(m.items, first-1, false) || m.items[first].flags&line != 0 {
		return end < len(m.items) && m.items[end].kind == wordItem && m.items[end].flags&capital != 0 && !m.calendarWord(end)
	}
	prev := &m.items[first-1]
	return prev.kind == wordItem && prev.flags&capital != 0 && (prev.word == 0 || m.g.is(prev, roleAddress) || m.calendarWord(first-1) || !opening(m.items, first))
}

// calendarWord reports whether item i is a day, a month, a season or a feast.
func (m *matcher) calendarWord(i int) bool {
	it := &m.items[i]
	return it.kind == wordItem && it.word != 0 && m.g.lex.entries[it.word].classes.meets(&m.g.calendar)
}

// titled reports whether the match stands in a short quotation that is no
// speech: it begins with a capital and has neither a verb nor a mark.
func (m *matcher) titled(first, end int) bool {
	from, to := -1, -1
	for i := first - 1; i >= 0 && i >= first-titleReach && from < 0; i-- {
		if quoteMark(&m.items[i]) {
			from = i
		} else if !m.wordOfTitle(i) {
			return false
		}
	}
	for i := end; i < len(m.items) && i < end+titleReach && to < 0; i++ {
		if quoteMark(&m.items[i]) {
			to = i
		} else if !m.wordOfTitle(i) {
			return false
		}
	}
	if from < 0 || to < 0 || to-from > titleReach || !m.inside(to, to) || !m.inside(from+1, from) || m.items[from+1].flags&capital == 0 {
		return false
	}
	return to+1 >= len(m.items) || m.items[to+1].mark != ','
}

// inside reports whether items i-1 and i stand close together as a mark of
// quotation and what it quotes: French sets a blank between them.
func (m *matcher) inside(i, mark int) bool {
	s := m.text[m.items[mark].start:m.items[mark].end]
	return m.items[i].flags&glued != 0 || s == "«" || s == "»"
}

// capitalDay reports whether a day or month has a capital inside of a sentence,
// in a language that writes them small: "Le Dimanche républicain".
func (m *matcher) capitalDay(first int) bool {
	if m.items[first].flags&(capital|allCaps) != capital || first == 0 || m.items[first-1].kind != wordItem {
		return false
	}
	return (m.alone(fWeekday) || m.alone(fMonth)) && !m.begins(first)
}

// titleEnd reports whether a bare number ends a title in quotation marks:
// „Perspektive 2035“.
func (m *matcher) titleEnd(first, end int) bool {
	if first == 0 || end >= len(m.items) || m.items[first-1].kind != wordItem || m.items[first-1].flags&capital == 0 || m.means(first-1) {
		return false
	}
	if quoteMark(&m.items[end]) {
		return m.titled(first, end)
	}
	i := first - 2
	return i >= 0 && m.items[end].mark == '\'' && m.items[end].flags&glued != 0 && m.items[i].kind == markItem && m.items[i].mark == '\'' && m.items[first-1].flags&glued != 0 && m.items[i].flags&glued == 0
}

func quoteMark(it *item) bool { return it.kind == markItem && it.mark == '"' }

// wordOfTitle reports whether an item can stand in a title: a word that is no
// verb, a colon, a hyphen.
func (m *matcher) wordOfTitle(i int) bool {
	it := &m.items[i]
	if it.kind == markItem {
		return it.mark == ':' || it.mark == '-' || it.mark == '\''
	}
	return it.flags&capital != 0 || m.g.verb(m.items, i, m.text)&rolesFinite == 0
}
