package site

import (
	"strconv"

	"fasti/internal/edtf"
)

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
		if x, y := w.weekday(day(a), true), w.weekday(day(b), true); x != "" && y != "" {
			under = w.say("date_from_to", "a", x, "b", y)
		}
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
	return w.say("date_num_dm", "d", w.dayIn(p.Day), "m", w.month(p.Month, true))
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
