package timex

import "fasti/extract/article"

// Warning is something about a date that a person may want to settle.
type Warning struct {
	article.Span
	Code    string
	Message string
}

// The codes of warnings.
const (
	NoSuchDay     = "no-such-day"       // 31 June, 29 February of a year that has none
	WeekdayOff    = "weekday-disagrees" // "Friday, 14 October 2023", which was a Saturday
	OrderGuessed  = "day-or-month"      // 3/11 in a text whose order is not known
	FarOff        = "far-from-publication"
	HalfRead      = "date-half-read" // figures that look like a date and could not be read whole
	maxWarnings   = 50               // of one text
	farYears      = 400              // from publication, in news
	farAheadYears = 60
)

func (r *resolver) warn(s article.Span, code, message string) {
	if len(r.warnings) < maxWarnings && !r.quiet {
		r.warnings = append(r.warnings, Warning{s, code, message})
	}
}

// span is the bytes of an expression.
func (x *raw) span() article.Span { return article.Span{Start: int(x.start), End: int(x.end)} }

// doubt warns of a value that stands and yet may be wrong.
func (r *resolver) doubt(pt *point, p *parts, x *raw, why reason) {
	if w := p.get(fWeekday); w > 0 && pt.grain == gDay && !pt.noYear && !pt.noDay && pt.m > 0 && p.has(fDay) && weekday(days(pt.y, pt.m, pt.d)) != w {
		r.warn(x.span(), WeekdayOff, "the weekday and the date disagree; the date was taken")
	}
	if r.order.ambiguous(p) {
		r.warn(x.span(), OrderGuessed, "which number is the day is a guess (say the region: lang en-GB, or params.fasti.region)")
	}
	if r.hasDCT && !r.narrative && !pt.noYear && pt.grain >= gDay && pt.grain <= gYear && p.get(fEra) == 0 && !p.has(fEra) &&
		(pt.y > r.dct.y+farAheadYears || pt.y < r.dct.y-farYears && why.basis != Explicit) {
		r.warn(x.span(), FarOff, "the date lies far from the day of publication")
	}
}

// How many years off a bare number may lie to be taken for a year in news.
const (
	bareBack  = 250
	bareAhead = 40
)

// implausible reports whether a bare number is too far from publication to be a
// year there: ahead of it, or long before it where it may as well be a clock
// time; of a text of unknown day if it has named no date yet; and the end of a span whose beginning is one: "from 1000 to 1800".
func (r *resolver) implausible(y int, x *raw) bool {
	if r.hasDCT && r.narrative || !r.hasDCT && (r.told || r.last.grain != gNone) {
		return false
	}
	if x.stamp && (!r.hasDCT || y < r.dct.y-bareBack || r.clockEnd > 0 && x.start-r.clockEnd <= clockGap) {
		r.clockEnd = x.end
		return true
	}
	return r.hasDCT && y > r.dct.y+bareAhead
}

// numbers reports whether a bare number is that of the thing before it, in news
// whose paragraph has named no other year.
func (r *resolver) numbers(x *raw) bool {
	return x.thing && !r.told && !r.narrative && !(r.lastYear && r.lastBlock == x.block)
}

// clockGap is how many bytes lie at most between the two ends of a span of time.
const clockGap = 8
