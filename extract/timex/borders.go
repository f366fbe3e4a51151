package timex

// opens reports whether an expression may begin at an item: not in the middle
// of a number or of a compound.
func (m *matcher) opens(at int) bool {
	it := &m.items[at]
	if it.flags&glued == 0 || at == 0 {
		return true
	}
	prev := &m.items[at-1]
	switch {
	case it.kind == numberItem && prev.kind == wordItem:
		return prev.end-prev.start == 2 // "l'1" no, "A7" no, "d'1" rare
	case it.kind == wordItem && prev.kind == numberItem:
		return false
	case it.kind == wordItem && prev.kind == wordItem:
		return true // behind an apostrophe: "l'an"
	case prev.kind == markItem && prev.flags&glued != 0 && at >= 2:
		pp := &m.items[at-2]
		switch prev.mark {
		case '.', ',', ':':
			return !(it.kind == numberItem && pp.kind == numberItem)
		case '-':
			// the second half of a compound, unless the first is of time too
			if at-1 < m.floor || it.kind == numberItem && (pp.kind == numberItem || ordinalDot(m.items, at-2)) {
				return true
			}
			return at-2 < m.floor
		}
	}
	return true
}

// closes reports whether an expression may end before item end.
func (m *matcher) closes(end int) bool {
	if end >= len(m.items) {
		return true
	}
	last, next := &m.items[end-1], &m.items[end]
	if next.flags&glued == 0 {
		return true
	}
	switch next.kind {
	case wordItem:
		return last.kind == markItem
	case numberItem:
		return last.kind == markItem && last.mark != '.' && last.mark != ',' || last.kind == markItem && !m.numberBefore(end-1)
	}
	if end+1 >= len(m.items) || m.items[end+1].flags&glued == 0 {
		return true
	}
	after := &m.items[end+1]
	switch next.mark {
	case '.', ',', ':':
		return !(last.kind == numberItem && after.kind == numberItem) && !host(last, next, after)
	case '/':
		return !(last.kind == numberItem && after.kind == numberItem && m.figuresGoOn(end+2))
	case '-':
		if after.kind != wordItem {
			return true
		}
		return after.word != 0 && len(m.g.lex.entries[after.word].roots) > 0
	}
	return true
}

func (m *matcher) numberBefore(i int) bool {
	return i > 0 && m.items[i-1].kind == numberItem && m.items[i].flags&glued != 0
}

// ordinalDot reports whether item i is the dot behind a number: "7.–9. Mai".
func ordinalDot(items []item, i int) bool {
	return i > 0 && items[i].kind == markItem && items[i].mark == '.' && items[i].flags&glued != 0 && items[i-1].kind == numberItem
}

// figuresGoOn reports whether another slash and number follow at item i, so
// that what ended before was only half a date: "8/12/2023".
func (m *matcher) figuresGoOn(i int) bool {
	return i+1 < len(m.items) && m.items[i].kind == markItem && m.items[i].mark == '/' && m.items[i].flags&m.items[i+1].flags&glued != 0 &&
		m.items[i+1].kind == numberItem
}

// host reports whether a word, a mark and a word are the name of a host:
// "Monday.com". Behind the point of a sentence the next begins with a capital.
func host(last, next, after *item) bool {
	return next.mark == '.' && last.kind == wordItem && after.kind == wordItem && after.flags&capital == 0
}
