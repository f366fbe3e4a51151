package timex

import (
	"strings"

	"fasti/extract/segment"
)

// narrative decides whether a text tells of the past, so that its dates lean
// on one another, or reports news, whose dates lean on the day of
// publication. A history names many years, mostly long gone, and hardly says
// "yesterday"; news does the opposite.
//
// A short history tells itself by its structure: nothing in it is fresh, and it
// begins with a full date or a heading of long ago.
func narrative(raws []raw, g *grammar, r *resolver, genre string, doc *segment.Doc) bool {
	switch genre {
	case "news":
		return false
	case "narrative":
		return true
	}
	if !r.hasDCT {
		return true
	}
	old, fresh, dated := 0, 0, 0
	frame := false        // the first date is of long ago
	governed := int32(-1) // the last paragraph that opens with a year of long ago
	for i := range raws {
		p := &raws[i].parts
		if g.rules[raws[i].rule].kind != kindDate {
			continue
		}
		if dated++; raws[i].tense.ahead() && raws[i].block != governed {
			fresh++
		}
		switch {
		case p.has(fYear):
			if p.get(fEra) == 1 || p.get(fYear) < r.dct.y-2 {
				old++
				if p.any(fMonth, fSeason) {
					old++
				}
				opens := opensBlock(doc, &raws[i])
				if opens {
					governed = raws[i].block
				}
				if heading(doc, int(raws[i].block)) || opens && strings.HasPrefix(doc.Text[raws[i].end:], ":") {
					old += headingWeight
				}
				frame = frame || dated == 1 && old > 1
			} else {
				fresh++
			}
		case p.any(fOffset, fDir):
			fresh += 2
		case p.has(fWeekday) && !p.any(fDay, fMonth):
			fresh += 3
		case p.any(fRel, fYRel, fWeekday):
			fresh++
		}
	}
	return old >= 6 && old > 3*fresh || frame && fresh == 0 && old >= 4
}

// headingWeight is how many years of long ago a heading counts for beside its
// own, and headingLength the most bytes that it has.
const (
	headingWeight = 2
	headingLength = 60
)

// opensBlock reports whether an expression is the first of its paragraph.
func opensBlock(doc *segment.Doc, x *raw) bool {
	return int(x.block) < len(doc.Blocks) && doc.Blocks[x.block].Start == int(x.start)
}

// heading reports whether a block is a heading: short, without the end of a
// sentence, with text behind it.
func heading(doc *segment.Doc, i int) bool {
	if i+1 >= len(doc.Blocks) {
		return false
	}
	b := doc.Blocks[i].Of(doc.Text)
	return len(b) <= headingLength && b != "" && !strings.ContainsRune(".!?:;,", rune(b[len(b)-1]))
}

// essayLength is the length in bytes from which a text without fresh dates is
// taken for an essay.
const essayLength = 2500

// essay reports whether a long text says nothing that is fresh: no yesterday,
// no clock time, no bare weekday.
func essay(raws []raw, g *grammar, length int) bool {
	if length < essayLength {
		return false
	}
	for i := range raws {
		p := &raws[i].parts
		if g.rules[raws[i].rule].kind != kindDate {
			continue
		}
		if p.has(fOffset) && p.get(fFlag) != flagToday || p.any(fHour, fWeekday) && !p.has(fYear) {
			return false
		}
	}
	return true
}
