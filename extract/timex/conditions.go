package timex

import "slices"

func (m *matcher) conditions(r *rule, end int) bool {
	for i := range r.before {
		if !m.holds(&r.before[i], m.at-1, true) {
			return false
		}
	}
	for i := range r.after {
		if !m.holds(&r.after[i], end, false) {
			return false
		}
	}
	return true
}

// holds tests one condition on the item i beside the match.
func (m *matcher) holds(c *cond, i int, before bool) bool {
	if before && i+1 < len(m.items) && m.lineStart(i+1) {
		for _, s := range c.special {
			if s == "line" {
				return !c.not
			}
		}
	}
	hit := i < 0 || i >= len(m.items)
	if hit {
		hit = false
		for _, s := range c.special {
			hit = hit || s == "edge"
		}
		return hit != c.not
	}
	it := &m.items[i]
	if it.kind == wordItem && it.word != 0 {
		e := &m.g.lex.entries[it.word]
		for j := range e.readings {
			for _, want := range c.classes {
				if e.readings[j].class == want && (!e.readings[j].capital || it.flags&capital != 0) {
					hit = true
				}
			}
		}
	}
	if before && !hit && len(c.classes) > 0 {
		hit = m.phraseBefore(c, i)
	}
	for _, s := range c.special {
		hit = hit || m.special(s, i, before)
	}
	return hit != c.not
}

// lineStart reports whether an item begins a line, a bullet aside.
func (m *matcher) lineStart(i int) bool {
	if m.items[i].flags&line != 0 {
		return true
	}
	return i > 0 && m.items[i-1].kind == markItem && m.items[i-1].mark == '*' && m.items[i].flags&glued == 0
}

func (m *matcher) special(s string, i int, before bool) bool {
	it := &m.items[i]
	switch s {
	case "capital":
		return it.kind == wordItem && it.flags&capital != 0
	case "name":
		return it.kind == wordItem && it.flags&capital != 0 && (it.word == 0 || m.g.is(it, roleGiven))
	case "caps":
		return it.kind == wordItem && it.flags&allCaps != 0
	case "lower":
		return it.kind == wordItem && it.flags&capital == 0
	case "number":
		return it.kind == numberItem
	case "open":
		return it.kind == markItem && (it.mark == '(' || it.mark == '[')
	case "close":
		return it.kind == markItem && (it.mark == ')' || it.mark == ']')
	case "hyphen":
		return it.kind == markItem && it.mark == '-'
	case "dot":
		return it.kind == markItem && it.mark == '.'
	case "comma":
		return it.kind == markItem && it.mark == ','
	case "person":
		return before && m.person(i)
	case "bearer":
		return before && m.bearer(i)
	case "ends":
		return it.kind == markItem && it.flags&ends != 0
	case "pair":
		return !before && m.pairAt(i)
	case "slash":
		return it.kind == markItem && it.mark == '/'
	case "joined":
		return before && m.joined(i)
	case "past":
		return it.kind == wordItem && m.g.verb(m.items, i, m.text)&(rolePast|rolePastShape) != 0
	case "plural":
		return !before && m.plural(i)
	case "bc":
		return !before && m.beforeChrist(i)
	case "clock":
		return !before && m.clockAt(i)
	case "genitive":
		return !before && m.genitive(i)
	case "percent":
		return it.kind == markItem && (it.mark == '%' || it.mark == '$' || it.mark == '#')
	case "glued":
		j := i + 1
		if !before {
			j = i
		}
		return j < len(m.items) && m.items[j].flags&glued != 0 && (before || it.kind != markItem)
	}
	return false
}

// joined reports whether item i joins the match at hand to another one right
// before it: "25/10 to 1/11", "15.11 - 17.11".
func (m *matcher) joined(i int) bool {
	for n := 0; i >= m.floor && n < 2; n++ {
		it := &m.items[i]
		if !(it.kind == markItem && (it.mark == '-' || it.mark == ',' || it.mark == '/')) && !m.g.is(it, roleTo|roleJoin|roleFill) {
			return false
		}
		i--
	}
	return m.floor > 0 && i == m.floor-1
}

// clockAt reports whether a clock time begins at item i: "19 Uhr", "19:05",
// "17-18 Uhr".
func (m *matcher) clockAt(i int) bool {
	at := func(k int) *item {
		if k < len(m.items) {
			return &m.items[k]
		}
		return &item{}
	}
	if at(i).kind != numberItem || at(i).num > 24 {
		return false
	}
	for k := i + 1; k < i+6 && k < len(m.items); k++ {
		it := at(k)
		switch {
		case it.kind == wordItem:
			return m.g.is(it, roleHour)
		case it.kind == markItem && it.mark == ':' && it.flags&glued != 0:
			return at(k+1).kind == numberItem && at(k+1).digits == 2
		case it.kind == markItem && it.mark != '-' && it.mark != '.':
			return false
		}
	}
	return false
}

// beforeChrist reports whether item i joins a bare year to one that lies before
// Christ: "between 1200 and 800 BC".
func (m *matcher) beforeChrist(i int) bool {
	if i+2 >= len(m.items) || m.items[i+1].kind != numberItem || m.items[i+2].word == 0 || m.items[i+1].num > m.items[i-1].num {
		return false
	}
	if it := &m.items[i]; !(it.kind == markItem && (it.mark == '-' || it.mark == '/')) && !m.g.is(it, roleTo|roleJoin|roleOr|roleUntil) {
		return false
	}
	ent := &m.g.lex.entries[m.items[i+2].word]
	era := func(r *reading) bool {
		return r.class == m.g.eraClass && len(r.set) > 0 && r.set[0].value == 1
	}
	for k := range ent.readings {
		if era(&ent.readings[k]) {
			return true
		}
	}
	for _, h := range m.phrasesAt(ent, i+2) {
		if era(&h.phrase.reading) {
			return true
		}
	}
	return false
}

// genitive reports whether item i ends the match as an owner: "Friday's vote".
func (m *matcher) genitive(i int) bool {
	return m.items[i].kind == markItem && m.items[i].mark == '\'' && m.items[i].flags&glued != 0
}

// pairAt reports whether item i joins a bare year to a second one that follows
// it: "1924/25".
func (m *matcher) pairAt(i int) bool {
	if i+1 >= len(m.items) || i == 0 || m.items[i].kind != markItem || m.items[i].mark != '/' && m.items[i].mark != '-' {
		return false
	}
	next := &m.items[i+1]
	return m.items[i].flags&next.flags&glued != 0 && next.kind == numberItem && m.items[i-1].kind == numberItem && follows(next, int(m.items[i-1].num)) &&
		(i+2 >= len(m.items) || m.items[i+2].flags&glued == 0 || m.items[i+2].kind == markItem)
}

// phraseBefore reports whether a phrase of one of the classes ends with item i:
// "innerhalb von".
func (m *matcher) phraseBefore(c *cond, i int) bool {
	for at := i - 1; at >= 0 && at >= i-3; at-- {
		it := &m.items[at]
		if it.kind != wordItem || it.word == 0 {
			continue
		}
		for k := range m.g.lex.entries[it.word].phrases {
			p := &m.g.lex.entries[it.word].phrases[k]
			if len(p.rest) == i-at && slices.Contains(c.classes, p.reading.class) && p.length(m.items, at+1) >= 0 {
				return true
			}
		}
	}
	return false
}
