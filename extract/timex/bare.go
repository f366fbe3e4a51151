package timex

import "strings"

// A word or a number alone is a date only if nothing makes it a name or a
// count: not in quotation marks of its own, not glued to other figures, not
// behind what bears numbers, not behind a given name.

// lone reports whether a bare year stands by itself: no part of a telephone
// number, a reference ("2016/679") or a date that was not understood.
func (m *matcher) lone(first, end int) bool {
	at := func(i int) *item {
		if i >= 0 && i < len(m.items) {
			return &m.items[i]
		}
		return &item{}
	}
	if it, mark := at(first), at(first-1); it.flags&glued != 0 && mark.kind == markItem {
		before := at(first - 2)
		joined := mark.flags&glued != 0 && first >= 2
		switch mark.mark {
		case '/', '.', ',', '_', '@', '+', '#', '=', '\\', ':':
			if joined && (before.kind == numberItem || before.kind == wordItem && mark.mark != ',' && mark.mark != '.' && mark.mark != '/') {
				return false
			}
		case '-':
			if joined && before.kind == numberItem && (before.digits != 4 || before.num > at(first).num) {
				return false
			}
		}
	}
	next, after := at(end), at(end+1)
	if next.kind == markItem && next.flags&after.flags&glued != 0 && after.kind == numberItem {
		switch next.mark {
		case '/', '-':
			return follows(after, int(at(first).num))
		case '.', ':', ',':
			return false
		}
	}
	if next.kind == markItem && next.mark == ',' && after.kind == markItem && after.mark == '-' && after.flags&glued != 0 { // "1995,- Euro"
		return false
	}
	return !(next.kind == markItem && next.flags&glued != 0 && (next.mark == '_' || next.mark == '=' || next.mark == '@'))
}

// quoted reports whether the items [first, end) are all that stands between
// two quotation marks: a title, a word that is only cited.
func (m *matcher) quoted(first, end int) bool {
	if first == 0 || end >= len(m.items) {
		return false
	}
	a, b := &m.items[first-1], &m.items[end]
	if a.kind != markItem || b.kind != markItem || a.mark != '"' && a.mark != '\'' || b.mark != a.mark {
		return false
	}
	if m.text[a.start:a.end] == "«" && m.text[b.start:b.end] == "»" {
		return true
	}
	return m.items[first].flags&glued != 0 && b.flags&glued != 0 && a.flags&glued == 0
}

// person reports whether item i is a given name or a form of address, so that
// what follows is a surname: "Nina Freitag", "Mr Friday".
func (m *matcher) person(i int) bool {
	it := &m.items[i]
	if it.kind == markItem && it.mark == '.' && i > 0 && m.g.is(&m.items[i-1], roleAddress) {
		return true
	}
	if it.flags&capital != 0 && m.g.is(it, roleAddress) { // "the judge Friday ordered" is a day
		return true
	}
	if it.kind != wordItem || it.flags&capital == 0 {
		return false
	}
	if i == 0 {
		return m.g.is(it, roleGiven)
	}
	prev := &m.items[i-1]
	if !m.g.is(it, roleGiven) { // "Officer Jo Friday", "Maler Frieder Sonntag"
		return it.word == 0 && (m.g.is(prev, roleAddress) || m.g.bareRare && prev.kind == wordItem && prev.word == 0 && prev.flags&capital != 0)
	}
	return !(m.g.is(prev, roleGiven) && prev.flags&capital != 0) && !m.g.is(prev, rolePlacePrep)
}

// plural reports whether item i looks like what is counted: a word of the
// language's plural ending that is no other word of its tables, and no name
// ("1930 Stangen", but "1888 Kaiser Wilhelm").
func (m *matcher) plural(i int) bool {
	it := &m.items[i]
	if it.kind != wordItem || it.word != 0 || int(it.end-it.start) < minPlural {
		return false
	}
	if m.g.bareRare && (it.flags&capital == 0 || i+1 < len(m.items) && m.items[i+1].kind == wordItem && m.items[i+1].flags&capital != 0) {
		return false
	}
	w := m.text[it.start:it.end]
	for _, e := range m.g.plurals {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// minPlural is how long, in bytes, a word must be to be taken for a plural.
const minPlural = 5

// bearer reports whether item i ends as the words do that bear numbers:
// "Sicherheitsratsresolution".
func (m *matcher) bearer(i int) bool {
	it := &m.items[i]
	if it.kind != wordItem {
		return false
	}
	w := fold(m.text[it.start:it.end])
	for _, e := range m.g.bearerEnds {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// priceReach is how many items a verb of buying may stand from the price.
const priceReach = 12

// price reports whether the number at item i is what a thing is sold for in
// its clause: "sold for 1950".
func (m *matcher) price(i int) bool {
	if i == 0 || !m.has(i-1, m.g.pricePrep) {
		return false
	}
	for _, step := range [2]int{-1, 1} {
		for n, k := 0, i+step; n < priceReach && k >= 0 && k < len(m.items) && !boundary(m.items, k, false); n, k = n+1, k+step {
			if m.has(k, m.g.buys) {
				return true
			}
		}
	}
	return false
}
