package importer

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"fasti/extract/article"
)

// mailLayouts are the forms of dates in feeds (RFC 822 and its successors),
// without the name of the day, which is often wrong and says nothing new.
var mailLayouts = [...]string{
	"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04 -0700", "2 Jan 06 15:04:05 -0700", "2 Jan 06 15:04 -0700",
	"2 January 2006 15:04:05 -0700", "2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 Jan 2006", "2 January 2006",
}

// zones are the zones that RFC 822 names. Other names mean different hours in
// different countries.
var zones = map[string]string{
	"UT": "+0000", "UTC": "+0000", "GMT": "+0000", "Z": "+0000", "EST": "-0500", "EDT": "-0400", "CST": "-0600",
	"CET": "+0100", "CEST": "+0200", "MEZ": "+0100", "MESZ": "+0200",
	"CDT": "-0500", "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
}

// readDate reads a date of publication in the forms of the web (ISO 8601) and
// of feeds (RFC 822). It gives "" for everything else: dates in words, or of
// numbers whose order nobody knows, are not guessed at, and a year before the
// printing press is a placeholder.
func readDate(s string) string {
	s = clean(s)
	if len(s) == 8 && strings.Trim(s, "0123456789") == "" {
		s = s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	d, ok := article.ParseDate(s)
	if bare, named := strings.CutSuffix(s, " UTC"); !ok && named { // "2024-02-07T17:05:00 UTC"
		d, ok = article.ParseDate(bare + "Z")
	}
	if m := gluedZone.FindStringSubmatch(s); !ok && m != nil && zones[m[2]] != "" { // "2024-02-07T17:05:00CST"
		d, ok = article.ParseDate(m[1] + zones[m[2]][:3] + ":" + zones[m[2]][3:])
	}
	if !ok {
		d = mailDate(s)
	}
	if len(d) < 4 || d[:4] < "1450" || isZero(d) {
		return ""
	}
	return d
}

// gluedZone finds a clock time with the name of its zone right behind it.
var gluedZone = regexp.MustCompile(`^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d) ?([A-Z]{2,4})$`)

// isZero tells the moment from which computers count: what stands where a
// program had no date.
func isZero(date string) bool {
	t, err := time.Parse(time.RFC3339, date)
	return err == nil && t.Unix() == 0
}

func mailDate(s string) string {
	if name, rest, ok := strings.Cut(s, ","); ok && len(name) <= 10 && strings.Trim(name, "0123456789") == name {
		s = strings.TrimSpace(rest)
	}
	zone := true
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		name := strings.ToUpper(s[i+1:])
		if offset, ok := zones[name]; ok {
			s = s[:i+1] + offset
		} else if strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && strings.Contains(s, ":") {
			s, zone = s[:i], false
		}
	}
	for _, layout := range mailLayouts {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		if zone && strings.HasSuffix(layout, "-0700") {
			return t.Format(time.RFC3339)
		}
		return t.Format(time.DateOnly)
	}
	return ""
}

// figures finds a date whose order is certain: the day first with dots, the
// year first with strokes; behind dashes ("23-01-2024") it is where the day is no
// month. compact finds one of ISO 8601 without dashes, ordinal
// one that counts the days of its year, dashed one of RFC 850 ("07-Feb-24").
var (
	figures = regexp.MustCompile(`^(?:(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})/(\d{1,2})/(\d{1,2})|(1[3-9]|2\d|3[01])-(\d{1,2})-(\d{4}))(?:\D|$)`)
	compact = regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)T(\d\d):?(\d\d):?(\d\d)?(Z|[+-]\d\d:?\d\d)?$`)
	ordinal = regexp.MustCompile(`^(\d{4})-?(\d{3})$`)
	dashed  = regexp.MustCompile(`\b(\d{1,2})-(\pL{3,})-(?:20)?(\d\d)\b`)
)

// anyDate reads the date that a feed, a page or a front matter declares: what
// [readDate] reads, and the forms that they have against the rules: names of months in the feed's own language,
// the month before the day, commas in other places, the year at the end.
func (w *words) anyDate(s string) string {
	s = clean(s)
	if d := readDate(s); d != "" {
		return d
	}
	if m := figures.FindStringSubmatch(s); m != nil { // 07.02.2024, 2024/02/07
		if d := readDate(fmt.Sprintf("%s%s-%02s-%02s", m[3], m[4]+m[9], m[2]+m[5]+m[8], m[1]+m[6]+m[7])); d != "" {
			return d
		}
	}
	if d := isoDate(s); d != "" {
		return d
	}
	return w.looseDate(dashed.ReplaceAllString(w.withoutWeekday(s), "$1 $2 20$3"))
}

// isoDate reads the rarer forms of ISO 8601: "20240207T180500Z", "2024-038".
func isoDate(s string) string {
	if m := compact.FindStringSubmatch(s); m != nil {
		zone := m[7]
		if len(zone) == len("+0100") {
			zone = zone[:3] + ":" + zone[3:]
		}
		return readDate(fmt.Sprintf("%s-%s-%sT%s:%s:%02s%s", m[1], m[2], m[3], m[4], m[5], m[6], zone))
	}
	if m := ordinal.FindStringSubmatch(s); m != nil {
		if t, err := time.Parse("2006-002", m[1]+"-"+m[2]); err == nil {
			return readDate(t.Format(time.DateOnly))
		}
	}
	return ""
}

// looseDate reads a date whose parts stand in any order, the month by name.
func (w *words) looseDate(s string) string {
	var d looseParts
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' }) {
		d.take(f, w.months[strings.ToLower(strings.TrimRight(f, "."))])
	}
	zero := d.year == 1970 && d.month+d.day == 2 && strings.HasPrefix(d.clock, "00:00")
	if d.year == 0 || d.month == 0 || d.day == 0 || zero {
		return ""
	}
	plain := fmt.Sprintf("%02d %s %04d", d.day, time.Month(d.month).String()[:3], d.year)
	if at := readDate(strings.TrimSpace(plain + " " + d.clock + " " + d.zone)); at != "" {
		return at
	}
	return readDate(plain)
}

// looseParts are the parts of a date as they are found.
type looseParts struct {
	year, month, day int
	clock, zone      string
}

// take takes one part; month is the month that it names, or 0.
func (d *looseParts) take(f string, month int) {
	n, err := strconv.Atoi(strings.TrimRight(f, "."))
	if number := err == nil && f[0] != '+' && f[0] != '-'; number && d.number(f, n) {
		return
	}
	switch {
	case strings.Contains(f, ":") && d.clock == "":
		d.clock = f
	case month > 0 && d.month == 0:
		d.month = month
	case d.clock != "" && d.zone == "" && d.year+d.month+d.day > 0:
		d.zone = f
	}
}

// number takes a year or a day of the month; false if it is neither.
func (d *looseParts) number(f string, n int) bool {
	switch {
	case len(f) == 4 && n >= 1450 && d.year == 0:
		d.year = n
	case n >= 1 && n <= 31 && d.day == 0:
		d.day = n
	default:
		return false
	}
	return true
}

// withoutWeekday cuts the name of the day, which may look like that of a month
// ("mar., 11 févr. 2031"), if one of a month follows.
func (w *words) withoutWeekday(s string) string {
	name, rest, ok := strings.Cut(s, ",")
	if !ok || strings.ContainsAny(name, "0123456789 ") {
		return s
	}
	for _, f := range strings.FieldsFunc(rest, func(r rune) bool { return r == ' ' || r == ',' || r == '-' }) {
		if w.months[strings.ToLower(strings.TrimRight(f, "."))] > 0 {
			return rest
		}
	}
	return s
}

// day is the day of a date with or without time.
func day(date string) string { return date[:min(len(date), 10)] }
