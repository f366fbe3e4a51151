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
	jointOr
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
	p := &x.parts
	at := x.first
	if items[at].kind == wordItem && at+1 < x.last && items[at+1].kind == numberItem && !g.timeWord(&items[at]) {
		at++ // an article: "le 15 janvier"
	}
	first := &items[at]
	k := g.rules[x.rule].kind
	switch {
	case k == kindDate && p.has(fDay) && (p.has(fMonth) || p.only(fDay)) && (first.kind == numberItem && int(first.num) == p.get(fDay) && first.digits <= 2 || g.is(first, roleCard)):
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
		case g.is(it, roleTo), g.is(it, roleUntil) && j == jointTo:
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
