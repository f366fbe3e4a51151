package timex

// Members of a list or range that leave out what a neighbour says: "am 11.,
// 18. und 25. März", "14.30–18 Uhr", "two or three weeks", "April 6 and 7",
// "1914/15". Each becomes an expression of its own with the parts that it
// borrows.

const maxMembers = 16

// shareLeft finds members before expression x, nearest first, not before item
// floor.
func (g *grammar) shareLeft(items []item, x *raw, floor int, out []raw) []raw {
	kind := shareKind(items, x, g)
	if kind == shareNone {
		return out
	}
	at := int(x.first)
	for n := 0; n < maxMembers; n++ {
		joint, i := g.jointLeft(items, at, floor)
		if i < 0 || !kind.joins(joint, n) {
			return out
		}
		y, ok := g.memberLeft(items, x, kind, i, floor)
		if !ok {
			return out
		}
		out = append(out, y)
		at = int(y.first)
	}
	return out
}

type joint uint8

const (
	jointNone joint = iota
	jointComma
	jointAnd
	jointTo
)

type shared uint8

const (
	shareNone shared = iota
	shareDay
	shareHour
	shareCount
	shareYear
)

// joins reports whether a joint may stand between members; a comma only
// where the list goes on behind it.
func (k shared) joins(j joint, n int) bool {
	switch k {
	case shareCount:
		return j == jointTo || j == jointAnd
	case shareHour, shareDay, shareYear:
		return j != jointComma || n > 0 || k == shareDay
	}
	return false
}

// shareKind is what members before x may leave out.
func shareKind(items []item, x *raw, g *grammar) shared {
	first := &items[x.first]
	p := &x.parts
	k := g.rules[x.rule].kind
	switch {
	case k == kindDate && p.has(fDay) && p.has(fMonth) && first.kind == numberItem && int(first.num) == p.get(fDay) && first.digits <= 2:
		return shareDay
	case k == kindDate && p.has(fDay) && p.has(fMonth) && p.has(fWeekday) && !p.has(fRel):
		return shareNone
	case k == kindDate && p.has(fHour) && first.kind == numberItem && int(first.num) == p.get(fHour) && !p.any(fDay, fOffset):
		return shareHour
	case k == kindDuration && p.has(fUnit) && !p.has(fUnit2) && (first.kind == numberItem || g.is(first, roleCard|roleTens)):
		return shareCount
	case k == kindDate && p.any(fDir, fMDir) && p.has(fNum) && first.kind == numberItem:
		return shareCount
	case k == kindDate && p.has(fYear) && (x.last-x.first == 1 || p.has(fEra) && first.kind == numberItem && int(first.num) == p.get(fYear)):
		return shareYear
	}
	return shareNone
}

// jointLeft reads joints leftwards from item at; i is the item before them.
func (g *grammar) jointLeft(items []item, at, floor int) (joint, int) {
	j, i := jointNone, at-1
	for n := 0; i >= floor && n < 4; n++ {
		it := &items[i]
		switch {
		case it.kind == markItem && it.mark == ',':
			j = max(j, jointComma)
		case it.kind == markItem && (it.mark == '-' || it.mark == '/'):
			j = jointTo
		case g.is(it, roleTo):
			j = jointTo
		case g.is(it, roleJoin):
			j = max(j, jointAnd)
		case g.is(it, roleFill) && i > floor:
		default:
			if j == jointNone {
				return j, -1
			}
			return j, i
		}
		i--
	}
	if j == jointNone || i < floor {
		return j, -1
	}
	return j, i
}

// memberLeft reads a member that ends with item i.
func (g *grammar) memberLeft(items []item, x *raw, kind shared, i, floor int) (raw, bool) {
	y := *x
	y.shared = before
	end := i + 1
	it := &items[i]
	switch kind {
	case shareDay:
		if i > floor && (it.kind == markItem && it.mark == '.' && it.flags&glued != 0 || it.flags&glued != 0 && g.is(it, roleOrd)) {
			i--
			it = &items[i]
			if items[i+1].kind == markItem {
				end = i + 1 // the dot of an ordinal stays outside, as before a month's name it would not be an end
			}
		}
		if it.kind != numberItem || it.digits > 2 || it.num < 1 || it.num > 31 || !sound(items, i, floor) {
			return y, false
		}
		y.parts.drop(fWeekday, fPart, fHour, fMinute, fMod)
		y.parts.put(fDay, it.num)
	case shareHour:
		if it.kind != numberItem || it.digits > 2 {
			return y, false
		}
		h, m := it.num, int32(0)
		if i-2 >= floor && items[i-1].kind == markItem && (items[i-1].mark == '.' || items[i-1].mark == ':') &&
			it.flags&glued != 0 && items[i-1].flags&glued != 0 && items[i-2].kind == numberItem && it.digits == 2 {
			h, m = items[i-2].num, it.num
			i -= 2
		}
		if h < 0 || h > 24 || m > 59 || !sound(items, i, floor) {
			return y, false
		}
		y.parts.drop(fMinute, fSecond, fPast, fMod)
		y.parts.put(fHour, h)
		if m > 0 {
			y.parts.put(fMinute, m)
		}
	case shareCount:
		switch {
		case it.kind == numberItem && it.num >= 0 && it.num < 2000 && sound(items, i, floor):
			y.parts.put(fNum, it.num*1000)
		case it.kind == wordItem && (g.is(it, roleCard|roleTens)):
			v, ok := g.wordValue(it, fNum)
			if !ok {
				return y, false
			}
			y.parts.put(fNum, v)
		default:
			return y, false
		}
		y.parts.drop(fMod)
	case shareYear:
		if x.parts.has(fEra) && it.kind == numberItem && it.num > 0 && it.num < 3000 && sound(items, i, floor) {
			y.parts.put(fYear, it.num)
			break
		}
		if it.kind != numberItem || it.digits != 4 || it.num < 1000 || it.num > 2100 || !sound(items, i, floor) {
			return y, false
		}
		y.parts.put(fYear, it.num)
	}
	y.first, y.last = int32(i), int32(end)
	y.start, y.end = items[i].start, items[end-1].end
	return y, true
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

// shareRight finds members behind x: "April 6 and 7", "May 9-11, 1918",
// "1914/15".
func (g *grammar) shareRight(items []item, x *raw, limit int, out []raw) []raw {
	last := &items[x.last-1]
	p := &x.parts
	if g.rules[x.rule].kind != kindDate || last.kind != numberItem {
		return out
	}
	switch {
	case p.has(fMonth) && p.has(fDay) && !p.any(fYear, fHour) && int(last.num) == p.get(fDay):
		return g.daysRight(items, x, limit, out)
	case p.has(fYear) && int(last.num) == p.get(fYear) && last.digits == 4:
		return g.yearsRight(items, x, limit, out)
	}
	return out
}

func (g *grammar) daysRight(items []item, x *raw, limit int, out []raw) []raw {
	from := len(out)
	at := int(x.last)
	if at < limit && items[at].flags&glued != 0 && g.is(&items[at], roleOrd) {
		at++
	}
	for n := 0; n < maxMembers; n++ {
		i, j := at, jointNone
		for ; i < limit && i < at+3; i++ {
			it := &items[i]
			if it.kind == markItem && it.mark == ',' {
				j = max(j, jointComma)
			} else if it.kind == markItem && it.mark == '-' || g.is(it, roleTo) {
				j = jointTo
			} else if g.is(it, roleJoin) {
				j = max(j, jointAnd)
			} else {
				break
			}
		}
		if j == jointNone || i >= limit || items[i].kind != numberItem || items[i].digits > 2 || items[i].num < 1 || items[i].num > 31 {
			break
		}
		next := i + 1
		if next < limit && items[next].flags&glued != 0 {
			switch {
			case g.is(&items[next], roleOrd):
				next++
			case items[next].kind != markItem, items[next].mark == ':' || items[next].mark == '%':
				return out[:from]
			}
		}
		// "May 5 and 20 people": a bare number counts what follows it
		if next < limit && items[next].kind == wordItem && items[next].flags&glued == 0 && j != jointTo && !g.stops(&items[next]) {
			break
		}
		y := *x
		y.shared = behind
		y.parts.drop(fWeekday, fMod)
		y.parts.put(fDay, items[i].num)
		y.first, y.last = int32(i), int32(next)
		y.start, y.end = items[i].start, items[next-1].end
		if !plausible(&y.parts) {
			break
		}
		out = append(out, y)
		at = next
	}
	// a year behind the last member holds for all
	if len(out) > from {
		i := at
		if i < limit && items[i].kind == markItem && items[i].mark == ',' {
			i++
		}
		if i < limit && items[i].kind == numberItem && items[i].digits == 4 && items[i].num >= 1000 && items[i].num <= 2100 {
			x.parts.put(fYear, items[i].num)
			for k := from; k < len(out); k++ {
				out[k].parts.put(fYear, items[i].num)
			}
			tail := &out[len(out)-1]
			tail.last, tail.end = int32(i+1), items[i].end
		}
	}
	return out
}

// stops reports whether a word can follow a date: it is known and joins,
// points or is small and short (a preposition or verb form in the tables).
func (g *grammar) stops(it *item) bool {
	return g.is(it, roleJoin|roleTo|roleFrom|roleSince|roleUntil|rolePast|roleFuture|rolePresent|roleHave|roleStop)
}

// follows reports whether a number can be the second year of "1914-18" or
// "1371-1603".
func follows(num *item, year int) bool {
	switch num.digits {
	case 2:
		return int(num.num) > year%100
	case 4:
		return int(num.num) > year && int(num.num) <= year+800 && num.num < 2100
	}
	return false
}

func (g *grammar) yearsRight(items []item, x *raw, limit int, out []raw) []raw {
	at := int(x.last)
	if at+1 >= limit {
		return out
	}
	joint, num := &items[at], &items[at+1]
	if joint.kind == markItem && (joint.mark == '-' || joint.mark == '/') && joint.flags&glued != 0 && num.kind == numberItem &&
		num.flags&glued != 0 && follows(num, x.parts.get(fYear)) &&
		(at+2 >= limit || items[at+2].flags&glued == 0 || items[at+2].kind == markItem && items[at+2].mark != '-' && items[at+2].mark != '/') {
		y := *x
		y.shared = behind
		y.parts.drop(fMod, fMonth, fDay, fWeekday, fSeason, fQuarter, fHalf)
		y.parts.put(fYear, num.num)
		if num.digits == 2 {
			y.parts.put(fYear, int32(x.parts.get(fYear)/100*100)+num.num)
		}
		y.first, y.last = int32(at+1), int32(at+2)
		y.start, y.end = num.start, num.end
		out = append(out, y)
	}
	return out
}

// lend gives a member of a list the year that its neighbour with all parts
// gets, so that a list never straddles years by chance.
func (r *resolver) lend(raws []raw, i int) (reason, bool) {
	x := &raws[i]
	if i+1 < len(raws) && raws[i+1].joined && !r.useMention() && yearless(&x.parts) && yearless(&raws[i+1].parts) {
		return r.lendRange(x, &raws[i+1])
	}
	if x.shared == whole || !x.parts.has(fMonth) || x.parts.any(fYear, fYY, fYRel, fYMRel, fRel, fMRel) {
		return reason{}, false
	}
	j := i
	for raws[j].shared == x.shared {
		if x.shared == before {
			j++
		} else {
			j--
		}
		if j < 0 || j >= len(raws) || raws[j].block != x.block {
			return reason{}, false
		}
	}
	keep := *r
	pt, why, ok := r.point(&raws[j].parts, &raws[j])
	*r = keep
	if !ok || pt.noYear || pt.y < 1 || why.basis == NoBasis {
		return reason{}, false
	}
	x.parts.put(fYear, int32(pt.y))
	return why, true
}

// yearless reports whether an expression is a month or a day of one, and its
// year has yet to be found.
func yearless(p *parts) bool {
	return p.has(fMonth) && !p.any(fYear, fYY, fYRel, fYMRel, fRel, fMRel, fOrd, fWeekday)
}

// lendRange gives the beginning of a range the year that its end gets, or the
// one before: "vom 27. Dezember bis 6. Januar".
func (r *resolver) lendRange(x, end *raw) (reason, bool) {
	keep := *r
	pt, why, ok := r.point(&end.parts, end)
	*r = keep
	if !ok || pt.noYear || pt.y < 1 || why.basis == NoBasis {
		return reason{}, false
	}
	y := pt.y
	if a, b := &x.parts, &end.parts; a.val(fMonth)*32+a.val(fDay) > b.val(fMonth)*32+b.val(fDay) && a.has(fDay) == b.has(fDay) {
		y--
	}
	x.parts.put(fYear, int32(y))
	return why, true
}
