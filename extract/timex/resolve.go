package timex

import (
	"fasti/extract/segment"
	"strconv"
)

// resolver works out values in the order of the text. It knows the day of
// publication and what was mentioned last, and says which of them it used.
type resolver struct {
	g         *grammar
	hasDCT    bool
	dct       civil
	dctDay    int
	dctTime   [2]int // hour and minute of publication; hour -1 if unknown
	narrative bool
	told      bool // the caller says that it is one

	last         point // the last value on the calendar; gNone: nothing yet
	lastEnd      int32 // where it ended
	lastStart    int32 // where it began
	trees        trees
	lastBlock    int32
	lastSentence int32
	lastYear     bool  // its year was said, not worked out
	lastSpan     bool  // it opened or closed a span of time: "since 2019"
	lastOpens    bool  // it opened its paragraph
	spans        bool  // the expression at hand does
	fine         civil // the last mention with a month; m 0: none since a year opened a passage
	year1        int   // the last bare year since then
	hasYear      bool
	fineBlock    int32
	yearBlock    int32
	day          int // the last value that was a day
	hasDay       bool
	dayEnd       int32
	dayBlock     int32
	daySent      int32
	texts        *texts
	names        names
	warnings     []Warning
	doc          *segment.Doc
	headYear     int // the year that the last heading names
	headBlock    int32
	headed       bool
	quiet        bool // what is worked out is only a try
	order        order
	region       string
	clockEnd     int32 // where a bare number ended that was rather a clock time
	essay        bool  // no narrative, but nothing in it is fresh either
}

// reason is why a value was chosen.
type reason struct {
	anchor string
	choice string
	basis  Basis
}

const (
	anchorDCT     = "dct"
	anchorMention = "mention"
	anchorText    = "text"
	anchorNone    = "none"
)

func newResolver(g *grammar, opt Options, n names) *resolver {
	r := &resolver{g: g, dctTime: [2]int{-1, 0}, names: n, texts: &texts{}}
	r.dct, r.hasDCT = parseDay(opt.DCT)
	if r.hasDCT {
		r.dctDay = days(r.dct.y, r.dct.m, r.dct.d)
		if len(opt.DCT) >= 16 && opt.DCT[10] == 'T' {
			h, err1 := strconv.Atoi(opt.DCT[11:13])
			m, err2 := strconv.Atoi(opt.DCT[14:16])
			if err1 == nil && err2 == nil && h >= 0 && h < 24 && m >= 0 && m < 60 {
				r.dctTime = [2]int{h, m}
			}
		}
	}
	return r
}

// parseDay reads the day of an RFC 3339 time or a YYYY-MM-DD date.
func parseDay(s string) (civil, bool) {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return civil{}, false
	}
	y, err1 := strconv.Atoi(s[:4])
	m, err2 := strconv.Atoi(s[5:7])
	d, err3 := strconv.Atoi(s[8:10])
	if err1 != nil || err2 != nil || err3 != nil || y < 0 || m < 1 || m > 12 || d < 1 || d > monthDays(y, m) {
		return civil{}, false
	}
	return civil{y, m, d}, true
}

// resolve gives the value of one expression; false if it has none worth
// reporting.
func (r *resolver) resolve(x *raw) (Timex, point, bool) {
	rule := &r.g.rules[x.rule]
	t := Timex{Anchor: anchorNone, Rule: rule.name, Aside: x.aside, During: x.near || x.over}
	var tmp [48]byte
	t.Start, t.End = int(x.start), int(x.end)
	p := x.parts
	t.NoDay = rule.kind == kindDate && p.only(fPart, fHour, fMinute, fSecond, fPast, fAMPM, fNoon, fZone, fMod, fMod2)
	mod := p.get(fMod)
	switch rule.kind {
	case kindRef:
		t.Type, t.Value, t.Mod = Date, refNames[p.get(fRef)], modNames[mod]
		return t, point{}, true
	case kindDuration:
		t.Type, t.Mod = Duration, modNames[mod]
		t.Value = r.texts.keep(p.span().length(tmp[:0]))
		if pt, why, ok := r.lengthOn(&p, x); ok {
			t.EDTF, t.Anchor, t.Basis = r.texts.keep(pt.edtf(tmp[:0])), why.anchor, why.basis
			t.Rule = r.names.of(r.g, x.rule, why.choice, false)
			return t, pt, true
		}
		return t, point{}, true
	case kindSet:
		t.Type, t.Mod = Set, modNames[mod]
		r.g.yearly(&p)
		t.Value = r.texts.keep(p.recurring(tmp[:0]))
		return t, point{}, true
	}
	pt, why, ok := r.point(&p, x)
	if !ok {
		return t, pt, false
	}
	t.Anchor, t.Basis = why.anchor, why.basis
	t.Rule = r.names.of(r.g, x.rule, why.choice, false)
	if pt.grain == gNone && p.get(fFlag) == flagLength {
		t.Type, t.Value, t.Mod, t.Basis = Duration, r.texts.keep(p.length(tmp[:0])), modNames[mod], NoBasis
		return t, pt, true
	}
	if pt.grain == gNone { // only a direction: "some weeks later"
		t.Type, t.Value, t.Basis = Date, refNames[pt.n], NoBasis
		return t, pt, true
	}
	if r.numbers(x) {
		return t, pt, false
	}
	if x.bare && r.implausible(pt.y, x) {
		r.warn(x.span(), FarOff, "a number that could be a year, but far from the day of publication; it was taken for none")
		return t, pt, false
	}
	if !pt.real() {
		r.warn(x.span(), NoSuchDay, "there is no such day or week")
		return t, pt, false
	}
	r.dress(&pt, &p, x)
	t.Third = p.has(fMod) && (pt.mod == modSTART || pt.mod == modMID || pt.mod == modEND)
	r.doubt(&pt, &p, x, why)
	switch p.get(fFlag) {
	case flagToday, flagNow:
		if r.general(x, &p) {
			t.Type, t.Value, t.Anchor, t.Basis, t.Rule = Date, refNames[refPresent], anchorNone, NoBasis, r.names.of(r.g, x.rule, "general", false)
			return t, pt, true
		}
	case flagLength:
		t.Type, t.Value, t.EDTF, t.Mod = Duration, r.texts.keep(p.length(tmp[:0])), r.texts.keep(pt.edtf(tmp[:0])), modNames[mod]
		if r.narrative || p.get(fDir) > 0 && x.tense == tensePast { // "in drei Jahren gebaut"
			t.EDTF, t.Basis = "", NoBasis
		}
		return t, pt, true
	case flagWeekOf, flagWeekend, flagWeekEnd, flagWeekFrom, flagRest, flagEarlier, flagLater, flagWeekBefore, flagWeekAfter:
		if !r.week(&pt, p.get(fFlag)) {
			return t, pt, false
		}
	case flagEve:
		if a, _, ok := pt.bounds(); ok && pt.grain == gDay {
			part := pt.part
			pt = dayPoint(a - 1)
			pt.part = part
		}
	}
	t.Type = Date
	if pt.hour >= 0 || pt.part > 0 {
		t.Type = Time
	}
	t.Value, t.EDTF, t.Mod = r.texts.keep(pt.timex3(tmp[:0])), r.texts.keep(pt.edtf(tmp[:0])), modNames[pt.mod]
	r.mention(pt, x, why)
	return t, pt, true
}

// dress adds the time of day and the modifier to a day.
func (r *resolver) dress(pt *point, p *parts, x *raw) {
	if p.has(fMod) {
		pt.mod = p.get(fMod)
	}
	if x.near && pt.mod == modNone {
		pt.mod = modAPPROX
	}
	pt.unsure = x.unsure
	if p.has(fPart) {
		pt.part = p.get(fPart)
	}
	if h, m, ok := clock(p); ok {
		pt.hour, pt.min = h, m
		if p.has(fSecond) {
			pt.sec = p.get(fSecond)
		}
		if p.has(fZone) {
			pt.zone = zone(p.get(fZone))
		}
	}
}

// mention remembers a value for what is counted from it.
func (r *resolver) mention(pt point, x *raw, why reason) {
	if pt.noYear || pt.wday > 0 {
		return
	}
	r.passage(pt, x)
	r.last, r.lastStart, r.lastEnd, r.lastBlock, r.lastSentence = pt, x.start, x.end, x.block, x.sentence
	r.lastYear = x.parts.any(fYear, fYY, fYRel, fMRel, fYMRel) || why.anchor == anchorMention && (why.choice == "year" || r.lastYear)
	if x.parts.has(fYear) && r.doc != nil && heading(r.doc, int(x.block)) {
		r.headYear, r.headBlock, r.headed = pt.y, x.block, true
	}
	r.lastSpan, r.lastOpens = r.spans, x.first <= 2
	if pt.grain == gDay && !pt.noDay && pt.m > 0 {
		r.day, r.hasDay = days(pt.y, pt.m, pt.d), true
		r.dayEnd, r.dayBlock, r.daySent = x.end, x.block, x.sentence
	}
}

// general reports whether "today" means nowadays rather than the day of
// publication: in a narrative or an essay, or beside a verb that tells a state.
func (r *resolver) general(x *raw, p *parts) bool {
	if p.any(fPart, fHour, fWeekday) {
		return false
	}
	return r.narrative || r.essay || x.tense == tensePresent && p.get(fFlag) == flagToday
}

// passage keeps track of where in time a narrative is. A month or a day moves
// it; a bare year opens a new passage where it opens a sentence, and otherwise
// is only a possible step forward.
func (r *resolver) passage(pt point, x *raw) {
	switch {
	case (pt.grain == gDay || pt.grain == gMonth) && pt.m > 0:
		if r.fine.m > 0 && r.fineBlock == x.block && !x.opens && x.parts.has(fYear) && (pt.y-r.fine.y)*12+pt.m-r.fine.m < -2 {
			return // a look back within a sentence
		}
		r.fine, r.hasYear, r.fineBlock = civil{pt.y, pt.m, pt.d}, false, x.block
		if pt.noDay || pt.grain == gMonth {
			r.fine.d = 0
		}
	case pt.grain == gSeason && pt.n < 4:
		r.fine, r.hasYear, r.fineBlock = civil{pt.y, 3 * pt.n, 0}, false, x.block
	case pt.grain == gYear || pt.grain == gSeason:
		if x.opens {
			r.fine = civil{}
		}
		r.year1, r.hasYear, r.yearBlock = pt.y, true, x.block
	}
}
