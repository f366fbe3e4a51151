package merge

import (
	"cmp"
	"slices"

	"fasti/extract/event"
	"fasti/internal/edtf"
)

// report is one independent witness of a date: sentences with the same words
// are one, however many papers print them.
type report struct {
	when  edtf.Date
	basis event.Basis
	day   int64 // of the article
}

// vote picks the date of an event: a person's before all; else the most
// precise that most independent reports support. A report supports a date
// that lies within its own ("in February" supports the 6th). Reports that give
// a date by their own words count double beside those that inherit it or are
// only fresh.
func vote(items []*item) (when string, basis event.Basis) {
	for _, it := range items {
		if it.fixed != "" {
			return it.fixed, it.ev.Basis
		}
	}
	reports := witnesses(items)
	if len(reports) == 0 {
		return "", event.None
	}
	best := reports[0]
	for _, r := range reports[1:] {
		if compareDates(r, best, reports) < 0 {
			best = r
		}
	}
	return best.when.String(), best.basis
}

// compareDates orders two candidates, the better first.
func compareDates(a, b report, reports []report) int {
	return cmp.Or(
		-cmp.Compare(support(a, reports), support(b, reports)),
		cmp.Compare(width(a.when), width(b.when)),
		cmp.Compare(basisRank(a.basis), basisRank(b.basis)),
		cmp.Compare(a.day, b.day),
		edtf.Compare(a.when, b.when),
	)
}

func support(r report, reports []report) int {
	n := 0
	for _, o := range reports {
		if o.when == r.when || edtf.Contains(o.when, r.when) {
			n += 1 + boolean(basisRank(o.basis) <= 2, false)
		}
	}
	return n
}

// width is the number of days a date can be; unknown is wider than all.
func width(d edtf.Date) int64 {
	if n, ok := d.Days(); ok {
		return n
	}
	return 1 << 40
}

// witnesses gives one report for each article and sentence, copies left out.
func witnesses(items []*item) []report {
	var out []report
	said := map[string]bool{}
	for _, it := range items {
		when := it.when
		if when.IsZero() {
			continue
		}
		quote := textOf(it.res, it.ev.Sources[0].Span) + "\x00" + it.ev.When
		if said[quote] {
			continue
		}
		said[quote] = true
		out = append(out, report{when, it.ev.Basis, it.day})
	}
	return out
}

// basisRank orders the bases from the firmest.
func basisRank(b event.Basis) int {
	return slices.Index([]event.Basis{event.Explicit, event.Inferred, event.Relative, event.Inherited, event.DCT, event.None}, b)
}
