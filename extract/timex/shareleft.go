package timex

// memberLeft reads a member that ends with item i.
func (g *grammar) memberLeft(items []item, x *raw, kind shared, i, floor int) (raw, bool) {
	y := *x
	y.shared = before
	first, end, ok := i, i+1, false
	switch kind {
	case shareDay:
		first, end, ok = g.dayLeft(items, &y.parts, i, floor)
	case shareHour:
		first, ok = hourLeft(items, &y.parts, i, floor)
	case shareCount:
		ok = g.countLeft(items, &y.parts, i, floor)
	case shareYear:
		ok = yearLeft(items, &y.parts, i, floor)
	}
	y.first, y.last = int32(first), int32(end)
	y.start, y.end = items[first].start, items[end-1].end
	return y, ok
}

// dayLeft reads a day that ends with item i, with the dot or letters of its
// ordinal: the letters belong to it, the dot does not.
func (g *grammar) dayLeft(items []item, p *parts, i, floor int) (first, end int, ok bool) {
	end = i + 1
	it := &items[i]
	if i > floor && it.flags&glued != 0 && (it.kind == markItem && it.mark == '.' || g.is(it, roleOrd)) {
		if it.kind == markItem {
			end = i
		}
		i--
		it = &items[i]
	}
	if it.kind != numberItem || it.digits > 2 || it.num < 1 || it.num > 31 || !sound(items, i, floor) {
		return i, end, false
	}
	p.drop(fWeekday, fPart, fHour, fMinute, fMod)
	p.put(fDay, it.num)
	return i, end, true
}

// hourLeft reads a clock time that ends with item i: "14", "14.30", "14:30".
func hourLeft(items []item, p *parts, i, floor int) (first int, ok bool) {
	it := &items[i]
	if it.kind != numberItem || it.digits > 2 {
		return i, false
	}
	h, m := it.num, int32(0)
	if i-2 >= floor && items[i-1].kind == markItem && (items[i-1].mark == '.' || items[i-1].mark == ':') &&
		it.flags&glued != 0 && items[i-1].flags&glued != 0 && items[i-2].kind == numberItem && it.digits == 2 {
		h, m = items[i-2].num, it.num
		i -= 2
	}
	if h < 0 || h > 24 || m > 59 || !sound(items, i, floor) {
		return i, false
	}
	p.drop(fMinute, fSecond, fPast, fMod)
	p.put(fHour, h)
	if m > 0 {
		p.put(fMinute, m)
	}
	return i, true
}

// countLeft reads a number of units: "two" of "two or three weeks".
func (g *grammar) countLeft(items []item, p *parts, i, floor int) bool {
	it := &items[i]
	switch {
	case it.kind == numberItem && it.num >= 0 && it.num < 2000 && sound(items, i, floor):
		p.put(fNum, it.num*1000)
	case it.kind == wordItem && g.is(it, roleCard|roleTens):
		v, ok := g.wordValue(it, fNum)
		if !ok {
			return false
		}
		p.put(fNum, v)
	default:
		return false
	}
	p.drop(fMod)
	return true
}

// yearLeft reads a year; of an era it may have fewer digits.
func yearLeft(items []item, p *parts, i, floor int) bool {
	it := &items[i]
	if it.kind != numberItem || !sound(items, i, floor) {
		return false
	}
	era := p.has(fEra) && it.num > 0 && it.num < 3000
	if !era && (it.digits != 4 || it.num < 1000 || it.num > 2100) {
		return false
	}
	p.put(fYear, it.num)
	return true
}

// sound reports whether a number is not the tail of a longer one or of a word.
func sound(items []item, i, floor int) bool {
	if items[i].flags&glued == 0 || i <= floor {
		return true
	}
	prev := &items[i-1]
	if prev.kind != markItem {
		return false
	}
	return prev.mark == '(' || prev.mark == '-' || prev.mark == '/' || prev.mark == 1 || prev.mark == '"'
}

// wordValue is the value that a word gives to a field.
func (g *grammar) wordValue(it *item, f field) (int32, bool) {
	e := &g.lex.entries[it.word]
	for i := range e.readings {
		for _, a := range e.readings[i].set {
			if a.field == f {
				return a.value, true
			}
		}
	}
	return 0, false
}
