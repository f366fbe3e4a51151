package timex

// shareRight finds members behind x: "April 6 and 7", "May 9-11, 1918",
// "1914/15".
func (g *grammar) shareRight(items []item, x *raw, limit int, out []raw) []raw {
	last := &items[x.last-1]
	if g.is(last, roleOrd) && x.last-x.first > 1 && last.flags&glued != 0 {
		last = &items[x.last-2]
	}
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
		j, i := g.jointRight(items, at, limit)
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
	yearBehind(items, x, out[from:], at, limit)
	return out
}

// jointRight reads the joint at an item, and where what it joins begins.
func (g *grammar) jointRight(items []item, at, limit int) (joint, int) {
	j, i := jointNone, at
	for ; i < limit && i < at+3; i++ {
		it := &items[i]
		switch {
		case it.kind == markItem && it.mark == ',':
			j = max(j, jointComma)
		case it.kind == markItem && it.mark == '-', g.is(it, roleTo), it.kind == markItem && it.mark == '/' && it.flags&glued != 0:
			j = jointTo
		case g.is(it, roleJoin):
			j = max(j, jointAnd)
		default:
			return j, i
		}
	}
	return j, i
}

// yearBehind gives the year behind the last member of a list to all of them.
func yearBehind(items []item, x *raw, members []raw, at, limit int) {
	if len(members) == 0 {
		return
	}
	if at < limit && items[at].kind == markItem && items[at].mark == ',' {
		at++
	}
	if at >= limit || items[at].kind != numberItem || items[at].digits != 4 || items[at].num < 1000 || items[at].num > 2100 {
		return
	}
	x.parts.put(fYear, items[at].num)
	for k := range members {
		members[k].parts.put(fYear, items[at].num)
	}
	tail := &members[len(members)-1]
	tail.last, tail.end = int32(at+1), items[at].end
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
