package timex

import (
	"fmt"
	"strings"
)

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
)

// point is a value on the calendar, complete or with unknown parts.
type point struct {
	grain  grain
	y      int // astronomical; for decade and century its first year (centuries BC: the last year)
	m, d   int // month or day; -1 unknown
	n      int // week, season, quarter or half
	noYear bool
	noDay  bool // the month is known, not the day: 1918-08-XX
	part   int
	hour   int // -1: none
	min    int
	sec    int // -1: none
	zone   string
	mod    int
	wday   int // weekday of a value without a date: XXXX-WXX-2
}

func dayPoint(n int) point {
	c := date(n)
	return point{grain: gDay, y: c.y, m: c.m, d: c.d, hour: -1, sec: -1}
}

func unitPoint(g grain, y, m, n int) point {
	return point{grain: g, y: y, m: m, n: n, hour: -1, sec: -1}
}

// year4 prints a year as TIMEX3 does: BC0480 for 480 BC.
func year4(y int) string {
	if y <= 0 {
		return fmt.Sprintf("BC%04d", 1-y)
	}
	return fmt.Sprintf("%04d", y)
}

// timex3 prints the TIMEX3 value.
func (p point) timex3() string {
	s := p.timexDate()
	if p.hour >= 0 {
		s += fmt.Sprintf("T%02d:%02d", p.hour, p.min)
		if p.sec >= 0 {
			s += fmt.Sprintf(":%02d", p.sec)
		}
		return s + p.zone
	}
	if p.part > 0 {
		s += "T" + partNames[p.part]
	}
	return s
}

func (p point) timexDate() string {
	y := "XXXX"
	if !p.noYear {
		y = year4(p.y)
	}
	switch p.grain {
	case gDay:
		switch {
		case p.wday > 0:
			return fmt.Sprintf("%s-WXX-%d", y, p.wday)
		case p.noDay && p.m <= 0:
			return y + "-XX-XX"
		case p.noDay:
			return fmt.Sprintf("%s-%02d-XX", y, p.m)
		case p.m <= 0:
			return fmt.Sprintf("%s-XX-%02d", y, p.d)
		}
		return fmt.Sprintf("%s-%02d-%02d", y, p.m, p.d)
	case gWeek:
		if p.n <= 0 {
			return y + "-WXX"
		}
		return fmt.Sprintf("%s-W%02d", y, p.n)
	case gWeekend:
		if p.n <= 0 {
			return y + "-WXX-WE"
		}
		return fmt.Sprintf("%s-W%02d-WE", y, p.n)
	case gMonth:
		if p.m <= 0 {
			return y + "-XX"
		}
		return fmt.Sprintf("%s-%02d", y, p.m)
	case gSeason:
		return y + "-" + seasonNames[p.n]
	case gQuarter:
		if p.n <= 0 {
			return y + "-QX"
		}
		return fmt.Sprintf("%s-Q%d", y, p.n)
	case gHalf:
		return fmt.Sprintf("%s-H%d", y, p.n)
	case gDecade:
		if p.y <= 0 {
			return fmt.Sprintf("BC%03d", (-p.y)/10)
		}
		return fmt.Sprintf("%03d", p.y/10)
	case gCentury:
		if p.y <= 0 {
			return fmt.Sprintf("BC%02d", (-p.y)/100)
		}
		return fmt.Sprintf("%02d", p.y/100)
	case gMillen:
		if p.y <= 0 {
			return fmt.Sprintf("BC%d", (-p.y)/1000)
		}
		return fmt.Sprintf("%d", p.y/1000)
	}
	return y
}

// bounds gives the first and last day; ok is false if they are not known.
func (p point) bounds() (first, last int, ok bool) {
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

// edtf prints the value as EDTF, as exact as a day; "" where EDTF has none.
func (p point) edtf() string {
	if p.grain == gNone || p.wday > 0 {
		return ""
	}
	var s string
	switch p.mod {
	case modSTART, modMID, modEND:
		s = p.third()
	}
	if s == "" {
		s = p.edtfDate()
	}
	if s == "" {
		return ""
	}
	switch p.mod {
	case modAPPROX:
		if a, b, ok := strings.Cut(s, "/"); ok {
			return a + "~/" + b + "~"
		}
		return s + "~"
	case modBefore, modOnOrBefore:
		return "../" + lastPart(s)
	case modAfter, modOnOrAfter:
		return firstPart(s) + "/.."
	}
	return s
}

// firstPart and lastPart are the ends of an interval, or the date itself.
func firstPart(s string) string {
	a, _, _ := strings.Cut(s, "/")
	return a
}

func lastPart(s string) string {
	if _, b, ok := strings.Cut(s, "/"); ok {
		return b
	}
	return s
}

// edtfYear prints an astronomical year.
func edtfYear(y int) string {
	switch {
	case y > 9999 || y < -9999:
		return fmt.Sprintf("Y%d", y)
	case y < 0:
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

func edtfDay(n int) string {
	c := date(n)
	return fmt.Sprintf("%s-%02d-%02d", edtfYear(c.y), c.m, c.d)
}

func (p point) edtfDate() string {
	y := "XXXX"
	if !p.noYear {
		y = edtfYear(p.y)
	}
	switch p.grain {
	case gDay:
		switch {
		case p.noDay && p.noYear:
			return ""
		case p.noDay && p.m <= 0:
			return y + "-XX-XX"
		case p.noDay:
			return fmt.Sprintf("%s-%02d-XX", y, p.m)
		case p.m <= 0:
			return fmt.Sprintf("%s-XX-%02d", y, p.d)
		}
		return fmt.Sprintf("%s-%02d-%02d", y, p.m, p.d)
	case gMonth:
		if p.m <= 0 {
			if p.noYear {
				return ""
			}
			return y + "-XX"
		}
		return fmt.Sprintf("%s-%02d", y, p.m)
	case gSeason:
		return fmt.Sprintf("%s-%d", y, 20+p.n)
	case gQuarter:
		if p.n <= 0 {
			return ""
		}
		return fmt.Sprintf("%s-%d", y, 32+p.n)
	case gYear:
		if p.noYear {
			return ""
		}
		return y
	case gDecade, gCentury, gMillen:
		if p.y > 0 && !p.noYear {
			digits := map[grain]int{gDecade: 3, gCentury: 2, gMillen: 1}[p.grain]
			return y[:digits] + "XXX"[:4-digits]
		}
		if p.noYear {
			return ""
		}
		a, b, _ := p.bounds()
		return edtfYear(date(a).y) + "/" + edtfYear(date(b).y)
	case gHalf:
		if p.noYear {
			return ""
		}
		return fmt.Sprintf("%s-%02d/%s-%02d", y, 6*p.n-5, y, 6*p.n)
	}
	a, b, ok := p.bounds()
	if !ok {
		return ""
	}
	return edtfDay(a) + "/" + edtfDay(b)
}

// third gives the beginning, middle or end of a value as an interval: the
// days 1-10, 11-20 and 21-last of a month, four months of a year, and so on.
// Half of everything else that is called "beginning" lies there.
func (p point) third() string {
	i := p.mod - modSTART
	if p.noYear || p.noDay {
		return ""
	}
	switch p.grain {
	case gMonth:
		if p.m <= 0 {
			return ""
		}
		from, to := 1+10*i, 10+10*i
		switch {
		case p.n == 1:
			to = 15
		case p.n == 2:
			from, to = 16, monthDays(p.y, p.m)
		case i == 2:
			to = monthDays(p.y, p.m)
		}
		return edtfDay(days(p.y, p.m, from)) + "/" + edtfDay(days(p.y, p.m, to))
	case gYear:
		return fmt.Sprintf("%s-%02d/%s-%02d", edtfYear(p.y), 1+4*i, edtfYear(p.y), 4+4*i)
	case gWeek:
		a, _, _ := p.bounds()
		return edtfDay(a+[]int{0, 2, 4}[i]) + "/" + edtfDay(a+[]int{1, 3, 6}[i])
	case gQuarter, gSeason:
		if p.grain == gSeason && p.n == 4 {
			y, m := p.y, 12+i
			if m > 12 {
				y, m = y+1, m-12
			}
			return fmt.Sprintf("%s-%02d", edtfYear(y), m)
		}
		m := 3*p.n - 2 + i
		if p.grain == gSeason {
			m = 3*p.n + i
		}
		return fmt.Sprintf("%s-%02d", edtfYear(p.y), m)
	case gDecade, gCentury, gMillen:
		n := map[grain]int{gDecade: 10, gCentury: 100, gMillen: 1000}[p.grain]
		a, _, _ := p.bounds()
		y := date(a).y
		return edtfYear(y+n*i/3) + "/" + edtfYear(y+n*(i+1)/3-1)
	}
	return ""
}

// duration prints a length of time: P3D, PT2H, P1.5Y, PXM.
func duration(num int32, unit int) string {
	switch num {
	case 500:
		switch unit {
		case unitY:
			return "P6M"
		case unitH:
			return "PT30M"
		case unitD:
			return "PT12H"
		case unitDE:
			return "P5Y"
		case unitCE:
			return "P50Y"
		}
	case 250, 750:
		switch unit {
		case unitH:
			return fmt.Sprintf("PT%dM", num*60/1000)
		case unitCE:
			return fmt.Sprintf("P%dY", num/10)
		case unitY:
			return fmt.Sprintf("P%dM", num*12/1000)
		}
	}
	n := quantity(num)
	switch unit {
	case unitS:
		return "PT" + n + "S"
	case unitMin:
		return "PT" + n + "M"
	case unitH:
		return "PT" + n + "H"
	case unitHY:
		return duration(num*6, unitM)
	case unitSP:
		return "P" + n + "SEASON"
	}
	return "P" + n + unitNames[unit]
}

// quantity prints thousandths without useless zeros; X for the unknown.
func quantity(n int32) string {
	if n < 0 {
		return "X"
	}
	s := fmt.Sprintf("%d.%03d", n/1000, n%1000)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}
