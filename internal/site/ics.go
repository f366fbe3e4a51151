package site

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"fasti/internal/edtf"
)

// calendar writes events as iCalendar (RFC 5545): lines end in CRLF and are
// folded at 75 bytes (3.1), texts are escaped (3.3.11), an all-day event ends
// on the day after its last (3.6.1). Only events whose days are known stand in
// it, or one of whose days it was, with a note: a calendar has no way to say "in
// December".
func (t *timeline) calendar(events []*event, name, path string) []byte {
	return t.calendarLayout(name, path).join(events)
}

func (t *timeline) calendarLayout(name, path string) layout {
	c := &icsWriter{}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//fasti//timeline//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	c.line("X-WR-CALNAME", icsText(name))
	one := &icsWriter{}
	return layout{head: c.b.Bytes(), tail: "END:VCALENDAR\r\n", piece: func(e *event) []byte {
		one.b.Reset()
		if from, to, ok := wholeDays(e.When); ok {
			t.vevent(one, e, from, to, path)
		}
		return one.b.Bytes()
	}}
}

// wholeDays gives the first day of an event and the day after its last, if
// its days are given.
func wholeDays(d edtf.Date) (from, to edtf.Day, ok bool) {
	if d.IsZero() || !exact(d.Start()) || !exact(d.End()) {
		return from, to, false
	}
	from, to = day(d.Start()), day(d.End()).Add(1)
	return from, to, from.Year >= 1 && to.Year <= 9999
}

func (t *timeline) vevent(c *icsWriter, e *event, from, to edtf.Day, path string) {
	host := "fasti.invalid"
	if u, err := url.Parse(t.cfg.BaseURL); err == nil && u.Host != "" {
		host = u.Host
	}
	title := t.headline(e)
	if e.when.Mark != "day" && e.when.Mark != "range" {
		title += " (" + e.when.Label + ")"
	}
	stamp := strings.ReplaceAll(e.updated(t), "-", "")
	if stamp == "" {
		stamp = "19700101"
	}
	c.line("BEGIN", "VEVENT")
	c.line("UID", icsText(e.ID+"@"+host))
	c.line("DTSTAMP", stamp+"T000000Z")
	c.line("DTSTART;VALUE=DATE", icsDay(from))
	c.line("DTEND;VALUE=DATE", icsDay(to))
	summary := "SUMMARY"
	if e.Lang != "" {
		summary += ";LANGUAGE=" + slug(e.Lang)
	}
	c.line(summary, icsText(title))
	var said []string
	if e.When.IsSet() {
		said = append(said, t.words.say("ics_oneof", "x", e.when.Label))
	}
	for _, s := range e.Sources {
		by := s.Article
		if r := t.report[s.Article]; r != nil {
			by = publisherOf(r)
		}
		said = append(said, t.prose(s)+" ("+by+")")
	}
	if len(said) > 0 {
		c.line("DESCRIPTION", icsText(strings.Join(said[:min(len(said), 5)], "\n")))
	}
	if len(e.Places) > 0 {
		var names []string
		for _, p := range e.Places {
			names = append(names, t.place(p).name)
		}
		c.line("LOCATION", icsText(strings.Join(names, ", ")))
	}
	if at := t.spot(e); at != nil { // latitude first, unlike GeoJSON (3.8.1.6)
		c.line("GEO", strconv.FormatFloat(at.Lat, 'f', -1, 64)+";"+strconv.FormatFloat(at.Lon, 'f', -1, 64))
	}
	categories := t.marks(e)
	if e.Kind != "" {
		categories = append([]string{t.words.named("kind", e.Kind)}, categories...)
	}
	if len(categories) > 0 {
		for i := range categories {
			categories[i] = icsText(categories[i])
		}
		c.line("CATEGORIES", strings.Join(categories, ","))
	}
	if strings.HasPrefix(t.cfg.BaseURL, "http") {
		c.line("URL", t.address(path, e.path))
	}
	c.line("STATUS", icsStatus(e))
	c.line("TRANSP", "TRANSPARENT")
	c.line("END", "VEVENT")
}

func icsStatus(e *event) string {
	switch {
	case e.Status == "cancelled":
		return "CANCELLED"
	case e.Status != "happened":
		return "TENTATIVE"
	}
	return "CONFIRMED"
}

func icsDay(d edtf.Day) string { return strings.ReplaceAll(d.String(), "-", "") }

// icsText escapes a text value.
func icsText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	s = strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\n' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, s)
	return icsEscapes.Replace(s)
}

var icsEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

type icsWriter struct{ b bytes.Buffer }

// line writes a content line, folded so that no line is longer than 75 bytes
// and no character is cut.
func (c *icsWriter) line(name, value string) {
	s := name + ":" + value
	limit := 75
	for len(s) > limit {
		cut := limit
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		c.b.WriteString(s[:cut] + "\r\n ")
		s, limit = s[cut:], 74 // the space counts
	}
	c.b.WriteString(s + "\r\n")
}
