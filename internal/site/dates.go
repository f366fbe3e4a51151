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
	switch n := len([]rune(strings.ReplaceAll(v.Num, ".", ""))); { // the dot of an ordinal is narrow
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
