package event

import "fasti/internal/edtf"

// dayOf gives the day that a date is; false if it is none, is not sure, or has no
// known year.
func dayOf(d edtf.Date) (edtf.Day, bool) {
	if !isDay(d) || d.YearUnknown() {
		return edtf.Day{}, false
	}
	return d.Earliest()
}

// isDay reports whether a date is a day without a time of day, also of no known
// year.
func isDay(d edtf.Date) bool { return d.Precision() == edtf.PrecisionDay && certain(d) }

// isYear reports whether a date is a year and no more.
func isYear(d edtf.Date) bool {
	return d.Precision() == edtf.PrecisionYear && !d.Start().HasMonth && certain(d)
}

// wider reports whether a date is less exact than a day; none is.
func wider(d edtf.Date) bool {
	return d.Precision() != edtf.PrecisionDay && d.Precision() != edtf.PrecisionTime && !d.IsInterval()
}

// certain reports whether nothing in a date is marked as doubtful.
func certain(d edtf.Date) bool { return !d.Approximate() && !d.Uncertain() }

// lastDay gives the day that a date is, or the second of two that are one night.
func lastDay(d edtf.Date) (edtf.Day, bool) {
	if !d.IsInterval() {
		return dayOf(d)
	}
	first, last, ok := twoDays(d)
	return last, ok && first.Add(1) == last
}

// twoDays gives the first and the last day of an interval from day to day.
func twoDays(d edtf.Date) (first, last edtf.Day, ok bool) {
	a, b := d.Start(), d.End()
	if !d.IsInterval() || a.Precision() != edtf.PrecisionDay || b.Precision() != edtf.PrecisionDay || !certain(d) {
		return first, last, false
	}
	first, ok = d.Earliest()
	last, known := d.Latest()
	return first, last, ok && known
}

// openEnd reports whether an interval is open at an end.
func openEnd(d edtf.Date) bool { return d.IsInterval() && (d.Start().Open || d.End().Open) }

// ahead reports whether a date lies wholly behind the day of publication.
func ahead(d, dct edtf.Date) bool {
	day, known := dct.Earliest()
	return known && later(d, day)
}

// earlier and later report whether a date lies wholly before or behind a day.
func earlier(d edtf.Date, day edtf.Day) bool {
	last, ok := d.Latest()
	return ok && last.Ordinal() < day.Ordinal()
}

func later(d edtf.Date, day edtf.Day) bool {
	first, ok := d.Earliest()
	return ok && first.Ordinal() > day.Ordinal()
}

// endsAhead is ahead; of what has an end only, it reports whether that lies
// behind the day of publication.
func endsAhead(d, dct edtf.Date) bool {
	if !d.IsInterval() || !d.Start().Open {
		return ahead(d, dct)
	}
	end, ok := d.End().Earliest()
	day, known := dct.Earliest()
	return ok && known && end.Ordinal() > day.Ordinal()
}

// overlapping reports whether two dates are the same, or one begins with the
// month or day that the other is a part of.
func overlapping(a, b edtf.Date) bool {
	return a == b || beginsIn(a, b) || beginsIn(b, a)
}

// beginsIn reports whether a date begins within another, which is no interval
// and says the same as far as it says anything.
func beginsIn(d, whole edtf.Date) bool {
	p, w := d.Start(), whole.Start()
	switch {
	case whole.IsInterval(), !w.HasYear, !p.HasYear, p.Year != w.Year, p.YearMask != w.YearMask:
		return false
	case w.Season > 0 || w.HasMonth && (p.Month != w.Month || !p.HasMonth):
		return p.Season > 0 && p.Season == w.Season
	}
	return !w.HasDay || p.HasDay && p.Day == w.Day
}

// grain says how exact a date is, and whether it is open to a side.
func grain(d edtf.Date) string {
	if d.IsInterval() {
		_, _, days := twoDays(d)
		switch {
		case d.Start().Open:
			return "until"
		case d.End().Open:
			return "since"
		case days:
			return "days"
		}
		return "other"
	}
	switch p := d.Precision(); {
	case d.IsZero() || !certain(d):
		return "other"
	case p == edtf.PrecisionDay && d.YearUnknown():
		return "day without year"
	case p == edtf.PrecisionDay:
		return "day"
	case d.Start().HasMonth || d.Start().Season > 0:
		return "month"
	case d.Start().Year >= 0 && d.Start().HasYear: // years before Christ stand apart
		return "year"
	}
	return "other"
}

// roughly counts the days to a day as if each month had 31, enough to compare near
// days; the weights know these figures.
func roughly(d edtf.Day) int { return d.Year*372 + d.Month*31 + d.Day }
