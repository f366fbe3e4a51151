package timex

import (
	"strings"

	"fasti/extract/article"
)

// openKind is the word before an expression that opens a range.
type openKind uint8

const (
	openNone   openKind = iota
	openFrom            // a closed range follows, or, with a closing word, an open one
	openBoth            // "between": the joint is "and"
	openSince           // open to the right
	openUntil           // open to the left
	openBefore          // open to the left, up to what is named
	openBy              // open to the left, with what is named
	openAfter           // open to the right, from what is named
)

// gaps notes what stands before and behind the expressions from index n on.
func (t *Tagger) gaps(s *scratch, items []item, n int) {
	g := t.g
	for k := n; k < len(s.raws); k++ {
		x := &s.raws[k]
		floor := int32(0)
		if k > 0 && s.raws[k-1].block == x.block {
			floor = s.raws[k-1].last
		}
		gp := gap{block: x.block, left: jointNone, from: x.start, end: x.end}
		gp.left = g.joint(items, int(floor), int(x.first), k > 0 && floor > 0)
		for i := int(x.first) - 1; i >= int(floor) && i >= int(x.first)-3; i-- {
			it := &items[i]
			o := g.opener(it)
			if o != openNone {
				gp.open, gp.from, gp.ahead = o, it.start, g.is(it, roleFromAhead)
				if o == openBefore && i > int(floor) && g.is(&items[i-1], roleNot) {
					gp.open, gp.from = openSince, items[i-1].start
				}
				if o == openFrom && i > int(floor) && g.is(&items[i-1], roleSinceHead) {
					gp.open, gp.from = openSince, items[i-1].start
					if i > int(floor)+1 && g.is(&items[i-2], roleTo) {
						gp.from = items[i-2].start
					}
				}
				break
			}
			if !g.is(it, roleFill) && !(g.is(it, roleTo) && i > int(floor) && g.is(&items[i-1], roleUntil|roleBefore)) && !(it.kind == markItem && it.mark == '"') {
				break
			}
		}
		if (gp.open == openBefore || gp.open == openAfter) && owns(items, int(x.last)) {
			gp.open, gp.from = openNone, x.start
		}
		if int(x.last) < len(items) && g.is(&items[x.last], roleOn) {
			gp.after, gp.end = true, items[x.last].end
		}
		s.gaps = append(s.gaps, gp)
	}
}

func (g *grammar) opener(it *item) openKind {
	switch {
	case g.is(it, roleBoth):
		return openBoth
	case g.is(it, roleSince):
		return openSince
	case g.is(it, roleUntil):
		return openUntil
	case g.is(it, roleFrom):
		return openFrom
	case g.is(it, roleBefore):
		return openBefore
	case g.is(it, roleAfter):
		return openAfter
	case g.is(it, roleBy):
		return openBy
	}
	return openNone
}

// joint reads the items between two expressions; jointNone if they hold
// anything but joints.
func (g *grammar) joint(items []item, from, to int, behind bool) joint {
	if !behind || to-from > 4 || from >= to {
		return jointNone
	}
	j := jointNone
	for i := from; i < to; i++ {
		it := &items[i]
		switch {
		case it.kind == markItem && it.mark == ',':
			j = max(j, jointComma)
		case it.kind == markItem && (it.mark == '-' || it.mark == '/'), g.is(it, roleTo|roleUntil):
			j = jointTo
		case g.is(it, roleOr):
			j = max(j, jointOr)
		case g.is(it, roleJoin):
			j = max(j, jointAnd)
		case it.kind == markItem && it.mark == '.' && it.flags&glued != 0: // the dot of an ordinal
		case g.is(it, roleFill|roleFrom):
		default:
			return jointNone
		}
	}
	return j
}

// borrow gives a month or day without a year the year of the member that
// follows it in a list or range: "im Januar und Februar 1998".
func borrow(raws []raw, gaps []gap, g *grammar) {
	for k := len(raws) - 2; k >= 0; k-- {
		a, b := &raws[k], &raws[k+1]
		if gaps[k+1].left == jointNone {
			continue
		}
		if g.rules[a.rule].kind != kindDate || g.rules[b.rule].kind != kindDate {
			continue
		}
		pa, pb := &a.parts, &b.parts
		if pa.has(fDay) && !pa.has(fMonth) && pb.has(fMonth) && pb.has(fDay) {
			pa.put(fMonth, pb.val(fMonth))
			if pb.has(fYear) {
				pa.put(fYear, pb.val(fYear))
			}
			continue
		}
		if !pb.has(fYear) || pa.any(fYear, fYY, fYRel, fYMRel, fRel, fMRel, fOffset, fDir, fMDir) || !pa.any(fMonth, fSeason, fQuarter, fHalf) {
			continue
		}
		y := pb.val(fYear)
		if pa.has(fMonth) && pb.has(fMonth) && pa.val(fMonth) > pb.val(fMonth) && gaps[k+1].left == jointTo {
			y-- // "28 December to 3 January 2025"
		}
		pa.put(fYear, y)
		if pb.has(fEra) {
			pa.put(fEra, pb.val(fEra))
		}
	}
}

// ranges makes intervals of expressions that bound one span of time.
func ranges(tx []Timex, exts []extent, gaps []gap, r *resolver) []Range {
	var out []Range
	for i := 0; i < len(tx); i++ {
		g := gaps[i]
		if i+1 < len(tx) && gaps[i+1].block == g.block && bounding(&tx[i]) && bounding(&tx[i+1]) {
			j := gaps[i+1].left
			if set, ok := oneOf(tx[i:i+2], exts[i:i+2], j); ok {
				out = append(out, Range{Span: article.Span{Start: tx[i].Start, End: tx[i+1].End}, EDTF: set, First: i, Last: i + 1})
				i++
				continue
			}
			if j == jointTo || j == jointAnd && g.open == openBoth {
				a, b := firstPart(tx[i].EDTF), lastPart(tx[i+1].EDTF)
				if (tx[i].Type == tx[i+1].Type || night(tx[i:i+2], exts[i:i+2])) && exts[i].opens(exts[i+1]) && !backwards(a, b) {
					start := tx[i].Start
					if g.open != openNone {
						start = int(g.from)
					}
					out = append(out, Range{Span: article.Span{Start: start, End: tx[i+1].End}, EDTF: closed(a, b), First: i, Last: i + 1})
					i++
					continue
				}
			}
		}
		if o, ok := openRange(&tx[i], g.opensAhead(&tx[i], exts[i], r), i, r); ok {
			out = append(out, o)
		}
	}
	return out
}

// opensAhead is the gap with an opener of closed ranges turned into one that
// opens to the right before a day to come: "from April 1".
func (g gap) opensAhead(t *Timex, x extent, r *resolver) gap {
	if g.open == openFrom && g.ahead && t.Type == Date && r.hasDCT && x.known && int(x.first) > r.dctDay {
		g.open = openSince
	}
	return g
}

// backwards reports whether a day lies behind the day that should end its
// range: the beginning of a month may lie before what the whole month does not.
func backwards(a, b string) bool {
	const day = len("2024-02-07")
	return len(a) >= day && len(b) >= day && a[0] != '-' && b[0] != '-' && a[:day] > b[:day]
}

func closed(a, b string) string {
	if a == b {
		return a
	}
	return a + "/" + b
}

// bounding reports whether an expression can bound a range.
func bounding(t *Timex) bool { return (t.Type == Date || t.Type == Time) && t.EDTF != "" }

// extent is what ranges ask of a value: its first and last day, if they are
// known, and whether it is a clock time.
type extent struct {
	first, last  int32
	known, clock bool
}

func (p *point) extent() extent {
	a, b, ok := p.bounds()
	return extent{int32(a), int32(b), ok && p.grain != gNone, p.hour >= 0}
}

// opens reports whether a range may go from one value to another: neither ends
// before the other begins, as far as is known, and both are clock times or
// neither.
func (x extent) opens(y extent) bool {
	return x.clock == y.clock && (!x.known || !y.known || x.first <= y.last)
}

// openRange: since 2021, until the end of May, from January on, for three
// years now.
func openRange(t *Timex, g gap, i int, r *resolver) (Range, bool) {
	span := article.Span{Start: int(g.from), End: int(g.end)}
	if t.Type == Duration {
		if d, ok := r.back(t.Value); ok && g.open == openSince {
			return Range{Span: span, EDTF: d + "/..", First: i, Last: -1}, true
		}
		return Range{}, false
	}
	if !bounding(t) {
		return Range{}, false
	}
	switch {
	case g.open == openUntil:
		return Range{Span: span, EDTF: "../" + lastPart(t.EDTF), First: -1, Last: i}, true
	case g.open == openBefore && bounded(t):
		return Range{Span: span, EDTF: "../" + firstPart(t.EDTF), First: -1, Last: i, Sometime: true}, true
	case g.open == openBy && bounded(t) && t.Type == Date:
		return Range{Span: span, EDTF: "../" + lastPart(t.EDTF), First: -1, Last: i, Sometime: true}, true
	case g.open == openAfter && bounded(t):
		return Range{Span: span, EDTF: lastPart(t.EDTF) + "/..", First: i, Last: -1}, true
	case g.open == openSince, g.open == openFrom && g.after:
		return Range{Span: span, EDTF: firstPart(t.EDTF) + "/..", First: i, Last: -1}, true
	}
	return Range{}, false
}

// back is the date that lies a whole duration before publication.
func (r *resolver) back(value string) (string, bool) {
	n := 0
	if !r.hasDCT || r.narrative || len(value) < 3 || value[0] != 'P' {
		return "", false
	}
	for _, c := range value[1 : len(value)-1] {
		if c < '0' || c > '9' || n > 5000 {
			return "", false
		}
		n = n*10 + int(c-'0')
	}
	var pt point
	switch value[len(value)-1] {
	case 'Y':
		pt = unitPoint(gYear, r.dct.y-n, 0, 0)
	case 'M':
		c := addMonths(r.dct, -n)
		pt = unitPoint(gMonth, c.y, c.m, 0)
	case 'W':
		pt = dayPoint(r.dctDay - 7*n)
	case 'D':
		pt = dayPoint(r.dctDay - n)
	default:
		return "", false
	}
	return string(pt.edtf(nil)), true
}

// bounded reports whether what lies before or after an expression is a span of
// days: not of the hours of its day, and not of what is open itself.
func bounded(t *Timex) bool {
	return firstPart(t.EDTF) != ".." && lastPart(t.EDTF) != ".." && t.EDTF[0] != 'X' && (t.Type == Date || strings.HasPrefix(t.Rule, "clock"))
}

// oneOf is the set of two dates of which one is meant: "1860 or 1861".
func oneOf(tx []Timex, exts []extent, j joint) (string, bool) {
	a, b := tx[0].EDTF, tx[1].EDTF
	if j != jointOr || tx[0].Type != Date || tx[1].Type != Date || len(a) != len(b) || strings.ContainsAny(a+b, "/X~?%") ||
		!exts[0].known || !exts[1].known || exts[0].first >= exts[1].first {
		return "", false
	}
	return "[" + a + "," + b + "]", true
}

// night reports whether the second of two expressions is the day in which the
// night of the first ends: "Nacht vom 21. auf den 22. Januar".
func night(tx []Timex, exts []extent) bool {
	return strings.HasSuffix(tx[0].Value, "TNI") && tx[1].Type == Date && exts[0].known && exts[1].known && exts[1].first == exts[0].first+1
}
