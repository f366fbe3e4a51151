package site

import (
	"strconv"
	"strings"
	"time"

	"fasti/internal/edtf"
)

// When is a date as pages show it: in words, as the numeral in the margin, as
// a shape, and for machines. A part that no report gives is never filled in.
type When struct {
	EDTF  string `json:"edtf"`
	Label string `json:"label"` // "6 February 2024", "c. 30 January 2024"
	Short string `json:"short"` // "6 Feb 2024"
	Num   string `json:"num"`   // large in the margin: "6", "24–30", "Dec"
	Size  string `json:"size"`  // "s" or "xs" if the numeral is wide
	Under string `json:"under"` // below the numeral: "Tue", "Fri – Thu · 7 days"
	Where string `json:"where"` // month and year, for lists that cross months: "Feb 2024"
	Mark  string `json:"mark"`  // shape: day, range, part, about, doubt, oneof, open, none
	Sense string `json:"sense"` // the shape in words, "" for a plain day
	Start string `json:"start"` // for <time datetime>; "" if HTML cannot say it
	End   string `json:"end"`
}

// when works out how a date is shown.
func (w *words) when(d edtf.Date) When {
	v := When{EDTF: d.String(), Mark: markOf(d)}
	if d.IsZero() {
		v.Label, v.Short, v.Num, v.Size = w.say("date_none"), w.say("date_none"), "–", "s"
		v.Under = w.say("date_none")
		return v
	}
	v.Label, v.Short = w.label(d, false), w.label(d, true)
	v.Sense = w.sense(d, v.Mark)
	v.Num, v.Under, v.Where = w.margin(d)
	switch n := len([]rune(v.Num)); {
	case n > 6:
		v.Size = "xs"
	case n > 2:
		v.Size = "s"
	}
	if !d.IsSet() {
		v.Start, v.End = machine(d.Start()), ""
		if d.IsInterval() {
			v.End = machine(d.End())
		}
	}
	return v
}

// markOf is the shape that stands for how exact a date is.
func markOf(d edtf.Date) string {
	switch {
	case d.IsZero():
		return "none"
	case d.IsSet():
		return "oneof"
	case d.Uncertain():
		return "doubt"
	case d.Approximate():
		return "about"
	case d.IsInterval() && (!given(d.Start()) || !given(d.End())):
		return "open"
	case d.IsInterval() && d.Start() != d.End():
		return "range"
	case !exact(d.Start()):
		return "part"
	}
	return "day"
}

// exact reports whether the point is one known day.
func exact(p edtf.Point) bool {
	return p.HasYear && p.HasMonth && p.HasDay && p.YearMask|p.MonthMask|p.DayMask == 0 && p.Significant == 0
}

// given reports whether the end of an interval is there.
func given(p edtf.Point) bool { return p.HasYear && !p.Open && !p.Unknown }

func day(p edtf.Point) edtf.Day { return edtf.Day{Year: p.Year, Month: p.Month, Day: p.Day} }

// sense says the shape in words.
func (w *words) sense(d edtf.Date, mark string) string {
	switch mark {
	case "part":
		p := d.Start()
		switch {
		case d.YearUnknown():
			return w.say("date_year_unknown")
		case p.YearMask != 0 || p.Significant > 0:
			return w.say("date_year_unknown")
		case p.HasMonth || p.Season > 0:
			return w.say("date_day_unknown")
		}
		return w.say("date_month_unknown")
	case "about":
		return w.say("date_about")
	case "doubt":
		return w.say("date_doubt")
	case "oneof":
		return w.say("date_oneof")
	case "open":
		if !given(d.Start()) {
			return w.say("date_open_start")
		}
		return w.say("date_open_end")
	case "range":
		if n, ok := d.Days(); ok && exact(d.Start()) && exact(d.End()) {
			return w.count("days", int(n))
		}
	}
	return ""
}

// label is the date in words.
func (w *words) label(d edtf.Date, short bool) string {
	switch {
	case d.IsSet():
		return w.setLabel(d, short)
	case !d.IsInterval() || d.Start() == d.End():
		return w.point(d.Start(), short)
	}
	a, b := d.Start(), d.End()
	switch {
	case !given(a) && !given(b):
		return w.say("date_none")
	case !given(a):
		return w.byDay("date_until", b, w.point(b, short))
	case !given(b):
		return w.byDay("date_since", a, w.point(a, short))
	}
	if exact(a) && exact(b) && a.Qualifiers() == 0 && b.Qualifiers() == 0 && a.Year == b.Year && a.Year > 0 {
		with := []string{"d1", strconv.Itoa(a.Day), "d2", strconv.Itoa(b.Day), "m1", w.month(a.Month, short), "m2", w.month(b.Month, short), "y", w.year(a.Year)}
		if a.Month == b.Month {
			return w.say("date_days", with...)
		}
		return w.say("date_months", with...)
	}
	return w.say("date_from_to", "a", w.point(a, short), "b", w.point(b, short))
}

// setLabel is "between a and b" for a closed run, else the first and last.
func (w *words) setLabel(d edtf.Date, short bool) string {
	a, b := d.Start(), d.End()
	switch {
	case !given(a) && !given(b):
		return w.say("date_none")
	case !given(a):
		return w.byDay("date_until", b, w.point(b, short))
	case !given(b):
		return w.byDay("date_since", a, w.point(a, short))
	case a == b:
		return w.point(a, short)
	}
	from := w.point(a, short)
	if exact(a) && exact(b) && a.Year == b.Year && a.Year > 0 {
		if from = w.say("date_dm", "d", strconv.Itoa(a.Day), "m", w.month(a.Month, short)); a.Month == b.Month {
			from = w.say("date_d", "d", strconv.Itoa(a.Day))
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
		return w.say("date_dm_noyear", "d", strconv.Itoa(p.Day), "m", w.month(p.Month, short))
	case p.YearMask == 0xf && month:
		return w.say("date_m_noyear", "m", w.month(p.Month, short))
	case p.YearMask == 0xf:
		return w.say("date_none")
	case month && dayKnown:
		s := w.say("date_dmy", "d", strconv.Itoa(p.Day), "m", w.month(p.Month, short), "y", y)
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
		return w.say("date_decade", "y", w.year(p.Year))
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
	case y >= 100:
		return strconv.Itoa(y)
	case y > 0:
		return w.say("date_ce", "y", strconv.Itoa(y))
	}
	return w.say("date_bce", "y", strconv.Itoa(1-y))
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

// weekday names the day of the week.
func (w *words) weekday(d edtf.Day, short bool) string {
	if name := w.names.WeekdaysAbbreviated()[d.Weekday()]; short && name != "" {
		return name
	}
	return w.names.WeekdaysWide()[d.Weekday()]
}

// margin gives the numeral of the margin and what stands below it.
func (w *words) margin(d edtf.Date) (num, under, where string) {
	a, b := d.Start(), d.End()
	if d.IsInterval() && !given(a) {
		a = b
	}
	if d.IsInterval() && !given(b) {
		b = a
	}
	where = w.where(a)
	switch {
	case (d.IsInterval() || d.IsSet()) && exact(a) && exact(b) && a != b:
		num = w.say("date_num_range", "a", w.dayNumber(a.Day), "b", w.dayNumber(b.Day))
		if a.Month != b.Month || a.Year != b.Year {
			num = w.say("date_num_range", "a", w.dayAndMonth(a), "b", w.dayAndMonth(b))
		}
		under = w.say("date_from_to", "a", w.weekday(day(a), true), "b", w.weekday(day(b), true))
	case d.IsInterval() && a != b && a.HasMonth && b.HasMonth && !a.HasDay && !b.HasDay && a.Year == b.Year:
		num, where = w.say("date_num_range", "a", w.month(a.Month, true), "b", w.month(b.Month, true)), w.yearOf(a)
	case d.IsInterval() && a != b && !exact(a):
		num, where = w.say("date_num_range", "a", w.point(a, true), "b", w.point(b, true)), ""
	case exact(a):
		num, under = w.dayNumber(a.Day), w.weekday(day(a), true)
		if a.Qualifiers()&edtf.Approximate != 0 {
			num = w.say("date_circa", "x", num)
		}
		if a.Qualifiers()&edtf.Uncertain != 0 {
			num = w.say("date_query", "x", num)
		}
	case a.YearMask == 0xf && a.HasDay && a.DayMask == 0:
		num, under = w.dayNumber(a.Day), w.month(a.Month, true)
		where = ""
	case a.HasMonth && a.MonthMask == 0:
		num = w.month(a.Month, true)
		if a.Qualifiers()&edtf.Approximate != 0 {
			num = w.say("date_circa", "x", num)
		}
		if a.Qualifiers()&edtf.Uncertain != 0 {
			num = w.say("date_query", "x", num)
		}
		where = w.yearOf(a)
		if a.YearMask == 0xf {
			where = ""
		}
	case a.Season > 0:
		num = w.say("season_" + strconv.Itoa(a.Season))
		where = w.yearOf(a)
	default:
		num, where = w.point(a, true), ""
	}
	if s := w.sense(d, markOf(d)); s != "" {
		under = joinNonEmpty(" · ", under, s)
	}
	return num, under, where
}

func (w *words) dayAndMonth(p edtf.Point) string {
	return w.say("date_num_dm", "d", strconv.Itoa(p.Day), "m", w.month(p.Month, true))
}

func (w *words) dayNumber(d int) string { return w.say("date_num", "d", strconv.Itoa(d)) }

// where is month and year of a point, as far as known.
func (w *words) where(p edtf.Point) string {
	if !p.HasYear || p.YearMask == 0xf {
		return ""
	}
	if p.HasMonth && p.MonthMask == 0 {
		return w.say("date_my", "m", w.month(p.Month, true), "y", w.yearOf(p))
	}
	return w.yearOf(p)
}

// machine is the value of a datetime attribute; "" where HTML has none, as
// for years before 1 and digits that are not known.
func machine(p edtf.Point) string {
	if !p.HasYear || p.Year < 1 || p.YearMask|p.MonthMask|p.DayMask != 0 || p.Significant > 0 || p.Season > 0 || p.Open || p.Unknown {
		return ""
	}
	s := strconv.Itoa(p.Year)
	s = strings.Repeat("0", max(0, 4-len(s))) + s
	if p.HasMonth {
		s += "-" + twoDigits(p.Month)
		if p.HasDay {
			s += "-" + twoDigits(p.Day)
		}
	}
	return s
}

// published reads the day of an article's date, RFC 3339 or YYYY-MM-DD.
func published(date string) (edtf.Day, bool) {
	if len(date) < 10 {
		return edtf.Day{}, false
	}
	t, err := time.Parse(time.DateOnly, date[:10])
	if err != nil {
		return edtf.Day{}, false
	}
	return edtf.Day{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, true
}

// dayLabel is a known day in words.
func (w *words) dayLabel(d edtf.Day, short bool) string {
	return w.say("date_dmy", "d", strconv.Itoa(d.Day), "m", w.month(d.Month, short), "y", w.year(d.Year))
}

// dateLabel is the day of an article or of a line of history in words.
func (w *words) dateLabel(date string, short bool) string {
	if d, ok := published(date); ok {
		return w.dayLabel(d, short)
	}
	return date
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func joinNonEmpty(sep string, parts ...string) string {
	var full []string
	for _, p := range parts {
		if p != "" {
			full = append(full, p)
		}
	}
	return strings.Join(full, sep)
}
