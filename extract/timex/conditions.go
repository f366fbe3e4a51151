package timex

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
		return it.kind == wordItem && it.flags&capital != 0 && it.word == 0
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
