package extract

import (
	"strings"

	"fasti/extract/article"
	"fasti/extract/timex"
	"fasti/internal/edtf"
)

// The codes of warnings about the dates of events.
const (
	datesExclude = "dates-exclude"
	twoDates     = "two-dates"
)

// doubtDates warns of published events that lie where no date of their sentence
// allows it, and of two days in one clause, of which one was taken.
func (r *Result) doubtDates() {
	for i := range r.Events {
		e := &r.Events[i]
		if !e.Published || e.When == "" {
			continue
		}
		when, err := edtf.Parse(e.When)
		if err != nil {
			continue
		}
		dates := r.within(e.Sources[0].Span)
		if len(dates) > 0 && !r.allowed(when, e.Sources[0].Span, dates) {
			r.warn(e.Trigger, datesExclude, "the event was put on "+e.When+", which every date of its sentence excludes")
		}
		if e.Basis.Own() {
			if s, ok := r.rival(dates); ok {
				r.warn(s, twoDates, "two days stand in one clause; the event was put on "+e.When)
			}
		}
	}
}

// within are the time expressions of a sentence that lie on the calendar by
// themselves. A part of the day or an hour alone takes its day from elsewhere
// and so excludes none.
func (r *Result) within(s article.Span) []*timex.Timex {
	var out []*timex.Timex
	for i := range r.Timexes.Timexes {
		if t := &r.Timexes.Timexes[i]; t.EDTF != "" && !t.NoDay && s.Contains(t.Span) && !strings.HasPrefix(t.EDTF, "X") {
			out = append(out, t)
		}
	}
	return out
}

// allowed reports whether one of the dates or ranges of a sentence shares a day
// with the event's.
func (r *Result) allowed(when edtf.Date, s article.Span, dates []*timex.Timex) bool {
	for _, t := range dates {
		if d, err := edtf.Parse(t.EDTF); err != nil || meet(when, d) {
			return true
		}
	}
	for i := range r.Timexes.Ranges {
		if g := &r.Timexes.Ranges[i]; s.Overlaps(g.Span) {
			if d, err := edtf.Parse(g.EDTF); err != nil || meet(when, d) {
				return true
			}
		}
	}
	return false
}

// meet reports whether two dates may share a day. A night has two.
func meet(a, b edtf.Date) bool {
	a1, okA1 := a.Earliest()
	a2, okA2 := a.Latest()
	b1, okB1 := b.Earliest()
	b2, okB2 := b.Latest()
	return !(okA2 && okB1 && a2.Ordinal() < b1.Ordinal() || okB2 && okA1 && b2.Ordinal() < a1.Ordinal())
}

// listGap is the most bytes between two members of a list or a range.
const listGap = 8

// rival finds the second of two days that stand in one clause and are no
// members of one list or range.
func (r *Result) rival(dates []*timex.Timex) (article.Span, bool) {
	for k := 1; k < len(dates); k++ {
		a, b := dates[k-1], dates[k]
		if len(a.EDTF) != 10 || len(b.EDTF) != 10 || a.EDTF == b.EDTF || a.Aside || b.Aside {
			continue
		}
		between := r.Article.Text[a.End:b.Start]
		if len(between) > listGap && !strings.ContainsAny(between, ",;:()–—\"„“»«") && !r.oneRange(a, b) {
			return b.Span, true
		}
	}
	return article.Span{}, false
}

// oneRange reports whether two expressions bound one range.
func (r *Result) oneRange(a, b *timex.Timex) bool {
	for i := range r.Timexes.Ranges {
		if g := &r.Timexes.Ranges[i]; g.Contains(a.Span) && g.Contains(b.Span) {
			return true
		}
	}
	return false
}
