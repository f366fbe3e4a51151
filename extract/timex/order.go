package timex

import (
	"strings"

	"fasti/extract/segment"
)

// order is how a text writes a day of a month in figures: 3/11 is a day in
// November where the day stands first, and a day in March where the month does.
type order uint8

const (
	orderUnknown order = iota // the language alone says, and not for sure
	orderMonthGuess
	orderDayGuess
	orderMonth
	orderDay
)

// monthFirst are the regions that write the month first in every language.
const monthFirst = " US PH FM GU MH PW PR AS VI "

// mixedOrder are those that write both.
const mixedOrder = " CA "

// orderOf is the order that a text is read in: what its own dates prove, else
// what the region writes, else what the language mostly does.
func (g *grammar) orderOf(doc *segment.Doc, region string) order {
	if o := proven(doc.Text); o != orderUnknown {
		return o
	}
	switch r := " " + strings.ToUpper(region) + " "; {
	case g.dayFirst:
		return orderDay
	case region == "" || strings.Contains(mixedOrder, r):
		return orderMonthGuess
	case strings.Contains(monthFirst, r):
		return orderMonth
	}
	return orderDay
}

// settle gives the two numbers of a pair to day and month; false if they are
// none in any order. A number over twelve decides for its own date.
func (o order) settle(p *parts) bool {
	a, b := p.val(fFigure1), p.val(fFigure2)
	if a > 12 && b > 12 {
		return false
	}
	day, month := a, b
	if b > 12 || a <= 12 && (o == orderMonth || o == orderMonthGuess) {
		day, month = b, a
	}
	p.put(fDay, day)
	p.put(fMonth, month)
	return true
}

// ambiguous reports whether a pair of numbers could be read either way and
// nothing but a guess settled it.
func (o order) ambiguous(p *parts) bool {
	return (o == orderMonthGuess || o == orderDayGuess) && p.has(fFigure1) && p.val(fFigure1) <= 12 && p.val(fFigure2) <= 12 && p.val(fFigure1) != p.val(fFigure2)
}

// proven is the order that the text's own dates of three numbers prove, by a
// first or a second number over twelve; unknown if none does, or if they
// disagree.
func proven(text string) order {
	found := orderUnknown
	for i := 0; i < len(text); {
		k := strings.IndexByte(text[i:], '/')
		if k < 0 {
			break
		}
		at := i + k
		i = at + 1
		a, okA := number(text, at-1, -1)
		b, okB := number(text, at+1, 1)
		end := at + 1
		for end < len(text) && isDigit(text[end]) {
			end++
		}
		if !okA || !okB || end+2 >= len(text) || text[end] != '/' || !isDigit(text[end+1]) || !isDigit(text[end+2]) {
			continue
		}
		o := orderUnknown
		switch {
		case a > 12 && a <= 31 && b >= 1 && b <= 12:
			o = orderDay
		case b > 12 && b <= 31 && a >= 1 && a <= 12:
			o = orderMonth
		}
		if o != orderUnknown && found != orderUnknown && o != found {
			return orderUnknown
		}
		if o != orderUnknown {
			found = o
		}
	}
	return found
}

// number reads the one or two digits that end (step -1) or begin (step 1) at i.
func number(text string, i, step int) (int, bool) {
	from := i
	for i >= 0 && i < len(text) && isDigit(text[i]) {
		i += step
	}
	n := (i - from) * step
	if n < 1 || n > 2 {
		return 0, false
	}
	if step < 0 {
		from = i + 1
	}
	v := 0
	for _, c := range []byte(text[from : from+n]) {
		v = v*10 + int(c-'0')
	}
	return v, true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
