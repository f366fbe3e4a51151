package site

import (
	"strconv"

	"fasti/internal/edtf"
)

// label is the date in words.
func (w *words) label(d edtf.Date, short bool) string {
	switch {
	case d.IsSet():
		return w.setLabel(d, short)
	case !d.IsInterval() || d.Start() == d.End():
		return w.point(d.Start(), short)
	}
	a, b := d.Start(), d.End()
	if !given(a) || !given(b) {
		return w.openLabel(a, b, short)
	}
	if exact(a) && exact(b) && a.Qualifiers() == 0 && b.Qualifiers() == 0 && a.Year == b.Year && a.Year > 0 {
		with := []string{"d1", w.dayIn(a.Day), "d2", w.dayIn(b.Day), "m1", w.month(a.Month, short), "m2", w.month(b.Month, short), "y", w.year(a.Year)}
		if a.Month == b.Month {
			return w.say("date_days", with...)
		}
		return w.say("date_months", with...)
	}
	return w.say("date_from_to", "a", w.point(a, short), "b", w.point(b, short))
}

// openLabel is the label of what has only one of its ends, or none.
func (w *words) openLabel(a, b edtf.Point, short bool) string {
	switch {
	case given(b):
		return w.byDay("date_until", b, w.point(b, short))
	case given(a):
		return w.byDay("date_since", a, w.point(a, short))
	}
	return w.say("date_none")
}

// setLabel is "between a and b" for a closed run, else the first and last.
func (w *words) setLabel(d edtf.Date, short bool) string {
	a, b := d.Start(), d.End()
	switch {
	case !given(a) || !given(b):
		return w.openLabel(a, b, short)
	case a == b:
		return w.point(a, short)
	}
	from := w.point(a, short)
	if exact(a) && exact(b) && a.Year == b.Year && a.Year > 0 {
		if from = w.say("date_dm", "d", w.dayIn(a.Day), "m", w.month(a.Month, short)); a.Month == b.Month {
			from = w.say("date_d", "d", w.dayIn(a.Day))
		}
	}
	if exact(a) && exact(b) {
		return w.say("date_between_day", "a", from, "b", w.point(b, short))
	}
	return w.say("date_between", "a", from, "b", w.point(b, short))
}

// byDay words a date with a preposition: many languages put an article before
// a day and none before a month or year.
func (w *words) byDay(key string, p edtf.Point, x string) string {
	if exact(p) && p.Qualifiers()&edtf.Approximate == 0 {
		key += "_day"
	}
	return w.say(key, "x", x)
}

// point is one date in words.
func (w *words) point(p edtf.Point, short bool) string {
	s := w.bare(p, short)
	q := p.Qualifiers()
	if q&edtf.Approximate != 0 {
		key := "date_circa"
		if p.HasDay && p.DayMask == 0 {
			key = "date_circa_day"
		}
		s = w.say(key, "x", s)
	}
	if q&edtf.Uncertain != 0 {
		s = w.say("date_query", "x", s)
	}
	return s
}

func (w *words) bare(p edtf.Point, short bool) string {
	y := w.yearOf(p)
	month := p.HasMonth && p.MonthMask == 0
	dayKnown := p.HasDay && p.DayMask == 0
	switch {
	case p.Season > 0:
		return w.say("date_season", "s", w.say("season_"+strconv.Itoa(p.Season)), "y", y)
	case p.YearMask == 0xf && month && dayKnown:
		return w.say("date_dm_noyear", "d", w.dayIn(p.Day), "m", w.month(p.Month, short))
	case p.YearMask == 0xf && month:
		return w.say("date_m_noyear", "m", w.month(p.Month, short))
	case p.YearMask == 0xf:
		return w.say("date_none")
	case month && dayKnown:
		s := w.say("date_dmy", "d", w.dayIn(p.Day), "m", w.month(p.Month, short), "y", y)
		if p.Clock.Set && !short {
			s = w.say("date_clock", "x", s, "t", twoDigits(p.Clock.Hour)+":"+twoDigits(p.Clock.Minute))
		}
		return s
	case month:
		return w.say("date_my", "m", w.month(p.Month, short), "y", y)
	}
	return y
}

// yearOf names the year, decade or century that is known.
func (w *words) yearOf(p edtf.Point) string {
	switch p.YearMask {
	case 1:
		return w.say("date_decade", "y", w.year(p.Year), "z", w.year(p.Year+9))
	case 3:
		if p.Year >= 0 {
			return w.ordinal("date_century", p.Year/100+1)
		}
	}
	return w.year(p.Year)
}

// year writes an astronomical year as people count: 0 is 1 BCE.
func (w *words) year(y int) string {
	switch {
	case y >= 10000:
		return w.number(y)
	case y >= 100:
		return strconv.Itoa(y)
	case y > 0:
		return w.say("date_ce", "y", strconv.Itoa(y))
	}
	if y > -9999 {
		return w.say("date_bce", "y", strconv.Itoa(1-y))
	}
	return w.say("date_bce", "y", w.number(1-y))
}

// month names a month, 1 to 12.
func (w *words) month(m int, short bool) string {
	if m < 1 || m > 12 {
		return "?"
	}
	if name := w.names.MonthsAbbreviated()[m-1]; short && name != "" {
		return name
	}
	return w.names.MonthsWide()[m-1]
}

// weekday names the day of the week; "" before the Gregorian calendar, where
// the day that a report means is not that of our reckoning.
func (w *words) weekday(d edtf.Day, short bool) string {
	if d.Year < 1582 || d.Year == 1582 && (d.Month < 10 || d.Month == 10 && d.Day < 15) {
		return ""
	}
	if name := w.names.WeekdaysAbbreviated()[d.Weekday()]; short && name != "" {
		return name
	}
	return w.names.WeekdaysWide()[d.Weekday()]
}

// dayIn is the number of a day in a date: some languages count the first.
func (w *words) dayIn(d int) string {
	if d == 1 && w.has("date_first") {
		return w.say("date_first")
	}
	return strconv.Itoa(d)
}

// dayLabel is a known day in words.
func (w *words) dayLabel(d edtf.Day, short bool) string {
	return w.say("date_dmy", "d", w.dayIn(d.Day), "m", w.month(d.Month, short), "y", w.year(d.Year))
}

// dateLabel is the day of an article or of a line of history in words.
func (w *words) dateLabel(date string, short bool) string {
	if d, ok := published(date); ok {
		return w.dayLabel(d, short)
	}
	return date
}
