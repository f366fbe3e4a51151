package timex

// grain is how much of the calendar a value covers.
type grain uint8

const (
	gNone grain = iota
	gDay
	gWeek
	gWeekend
	gMonth
	gSeason
	gQuarter
	gHalf
	gYear
	gDecade
	gCentury
	gMillen
	gSpan // from a day to another one
)

// point is a value on the calendar, complete or with unknown parts.
type point struct {
	grain  grain
	y      int // astronomical; for decade and century its first year (centuries BC: the last year)
	m, d   int // month or day; -1 unknown
	n      int // week, season, quarter or half; of a span its last day
	noYear bool
	noDay  bool // the month is known, not the day: 1918-08-XX
	part   int
	hour   int // -1: none
	min    int
	sec    int // -1: none
	zone   string
	mod    int
	unsure bool // it may be another one: EDTF's "?"
	wday   int  // weekday of a value without a date: XXXX-WXX-2
}

func dayPoint(n int) point {
	c := date(n)
	return point{grain: gDay, y: c.y, m: c.m, d: c.d, hour: -1, sec: -1}
}

func unitPoint(g grain, y, m, n int) point {
	return point{grain: g, y: y, m: m, n: n, hour: -1, sec: -1}
}

// bounds gives the first and last day; ok is false if they are not known.
func (p *point) bounds() (first, last int, ok bool) {
	if p.noYear || p.noDay {
		return 0, 0, false
	}
	month := func(a, b int) (int, int, bool) {
		return days(p.y, a, 1), days(p.y, b, monthDays(p.y, b)), true
	}
	switch p.grain {
	case gDay:
		n := days(p.y, p.m, p.d)
		return n, n, p.m > 0
	case gWeek:
		n := weekMonday(p.y, p.n)
		return n, n + 6, p.n > 0
	case gWeekend:
		n := weekMonday(p.y, p.n)
		return n + 5, n + 6, p.n > 0
	case gMonth:
		if p.m <= 0 {
			return 0, 0, false
		}
		return month(p.m, p.m)
	case gSeason:
		if p.n == 4 {
			return days(p.y, 12, 1), days(p.y+1, 3, 1) - 1, true
		}
		return month(3*p.n, 3*p.n+2)
	case gQuarter:
		if p.n <= 0 {
			return 0, 0, false
		}
		return month(3*p.n-2, 3*p.n)
	case gHalf:
		return month(6*p.n-5, 6*p.n)
	case gYear:
		return month(1, 12)
	case gDecade:
		return p.years(10)
	case gCentury:
		return p.years(100)
	case gMillen:
		return p.years(1000)
	case gSpan:
		return days(p.y, p.m, p.d), p.n, true
	}
	return 0, 0, false
}

func (p point) years(n int) (int, int, bool) {
	a := p.y
	if p.y <= 0 {
		a = p.y - n + 1
	}
	return days(a, 1, 1), days(a+n-1, 12, 31), true
}
