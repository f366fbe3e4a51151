package timex

// figures is how many items three numbers joined by one kind of mark take that
// stand at item i and look like a date, a year of four digits first or last:
// "31/31/2020", "2017.13.45"; 0 if there are none.
func figures(items []item, i int) int {
	if items[i].kind != numberItem || i+4 >= len(items) || items[i].flags&glued != 0 {
		return 0
	}
	a, b, c := &items[i], &items[i+2], &items[i+4]
	x, y := &items[i+1], &items[i+3]
	if x.kind != markItem || x.mark != y.mark || x.mark != '/' && x.mark != '-' && x.mark != '.' || b.kind != numberItem || c.kind != numberItem {
		return 0
	}
	for _, it := range []*item{x, b, y, c} {
		if it.flags&glued == 0 {
			return 0
		}
	}
	if b.digits > 2 || !(a.digits == 4 && c.digits <= 2 || a.digits <= 2 && c.digits == 4) {
		return 0
	}
	if i+5 < len(items) && items[i+5].flags&glued != 0 && items[i+5].kind != markItem {
		return 0
	}
	return 5
}

// score is how many items two bare numbers of four digits take that a word for
// "to" joins and of which the second is the smaller, so that they are no span of
// years: "1840 to 1790"; 0 if there are none. Years before Christ run so.
func (g *grammar) score(items []item, i int) int {
	four := func(k int) bool { return items[k].kind == numberItem && items[k].digits == 4 }
	if i+2 >= len(items) || !four(i) || !four(i+2) || items[i].num <= items[i+2].num {
		return 0
	}
	if to := &items[i+1]; to.kind != wordItem || !g.is(to, roleTo) || items[i].flags&glued != 0 {
		return 0
	}
	if i+3 < len(items) && items[i+3].kind == wordItem && items[i+3].word != 0 && g.lex.entries[items[i+3].word].classes.has(g.eraClass) {
		return 0
	}
	return 3
}

// passed is how many items no expression begins with, from item i on, whose
// match ends at end (below 0: none); 0 if one does.
func (m *matcher) passed(i, end int) int {
	n := m.g.score(m.items, i)
	if end >= 0 && (n == 0 || end > i+1) {
		return 0
	}
	if m.items[i].kind == wordItem {
		m.surname(i)
	}
	return max(n, 1)
}
