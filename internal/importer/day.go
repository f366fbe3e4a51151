package importer

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"
	_ "time/tzdata" // the same zones on every machine

	"fasti/extract/article"
	"fasti/extract/lang"
)

// dated is a day of publication that a page gives, with where it stands.
type dated struct {
	date   string // as article.ParseDate gives it
	source string // for the note; "" where the page declares it as such
}

// pageDays are all the days that a page names, by what they are.
type pageDays struct {
	declared []dated // of publication, the surest first
	printed  []printed
	loose    string // of time elements beside the article
	address  string // in the page's address
	modified string // of the last change, as the page declares it
}

// choose settles the day of publication, with notes for a person. What the
// page declares goes first, then what it prints for readers, then its address,
// then the day of its last change. A stamp in universal time is brought to the
// day that the page prints or has in its address, else to the zone.
func (d pageDays) choose(zone string) (date string, notes []string) {
	first, cue := d.firstPrinted()
	switch {
	case len(d.declared) > 0:
		c := d.shown()
		date = c.date
		if c.source != "" {
			notes = append(notes, "its date is taken from "+c.source)
		}
	case first != "":
		date = first
		notes = append(notes, "its date is the one printed by its heading")
		if cue {
			notes[0] = "its date is the one printed as that of its last change or state"
		}
	case d.loose != "":
		date = d.loose
	case d.address != "":
		date = d.address
		notes = append(notes, "its date is taken from its address")
	case d.modified != "":
		date = d.modified
		notes = append(notes, "its date is that of its last change, because the page gives no other")
	}
	if date == "" {
		return "", notes
	}
	date, moved := local(date, first, d.address, zone)
	if moved != "" {
		notes = append(notes, moved)
	}
	if n := rewritten(date, d.modified); n != "" && date != d.modified {
		notes = append(notes, n)
	}
	return date, notes
}

// shown is the day that the page declares, but for one that contradicts what it
// shows its readers behind the heading: systems declare the day on which a draft
// was made, or that of another language's text. A day that is shown as that of the last change stays
// out of it, and so do neighbours, which differ by the zone.
func (d pageDays) shown() dated {
	said := d.declared[0]
	seen := ""
	for _, p := range d.printed {
		switch {
		case p.modified || !p.behind:
		case seen == "":
			seen = p.day
		case seen != p.day:
			return said
		}
	}
	if seen == "" || seen == day(said.date) || seen == day(d.modified) || neighbours(seen, day(said.date)) {
		return said
	}
	for _, c := range d.declared {
		if day(c.date) == seen {
			return c
		}
	}
	return dated{seen, fmt.Sprintf("the line by its heading; the page declares %s", day(said.date))}
}

// firstPrinted is the day of publication that the page prints, else that of a
// change, and whether it is that of a change.
func (d pageDays) firstPrinted() (string, bool) {
	for _, p := range d.printed {
		if !p.modified {
			return p.day, false
		}
	}
	for _, p := range d.printed {
		return p.day, true
	}
	return "", false
}

// local brings a stamp in universal time to the day that readers had: the one
// that the page prints or has in its address if it is a neighbour, else that
// of the zone.
func local(date, printed, address, zone string) (string, string) {
	t, err := time.Parse(time.RFC3339, date)
	if err != nil {
		return date, ""
	}
	if _, offset := t.Zone(); offset != 0 {
		return date, ""
	}
	for _, other := range []struct{ day, where string }{{printed, "is printed on the page"}, {address, "stands in its address"}} {
		if neighbours(day(date), other.day) {
			return other.day, fmt.Sprintf("its date is %s, which %s; the time %s is universal", other.day, other.where, date)
		}
		if other.day == day(date) {
			return date, ""
		}
	}
	loc, err := time.LoadLocation(zone)
	if zone == "" || err != nil {
		return date, ""
	}
	there := t.In(loc).Format(time.RFC3339)
	if day(there) == day(date) {
		return there, ""
	}
	return there, fmt.Sprintf("its date is that of %s; the page has %s", zone, date)
}

// neighbours tells two days that are next to each other.
func neighbours(a, b string) bool {
	x, err1 := time.Parse(time.DateOnly, a)
	y, err2 := time.Parse(time.DateOnly, b)
	return err1 == nil && err2 == nil && (x.AddDate(0, 0, 1).Equal(y) || y.AddDate(0, 0, 1).Equal(x))
}

// longAfter is how many days after publication a change counts as a rewriting.
const longAfter = 14

// rewritten is a note on a page that was changed long after its publication:
// "yesterday" in it may be counted from either day.
func rewritten(date, modified string) string {
	x, err1 := time.Parse(time.DateOnly, day(date))
	y, err2 := time.Parse(time.DateOnly, day(modified))
	if err1 != nil || err2 != nil || y.Before(x.AddDate(0, 0, longAfter)) {
		return ""
	}
	return fmt.Sprintf("it was changed on %s, long after it was published: words such as \"yesterday\" are counted from %s and may be wrong (give the right day with --date)", day(modified), day(date))
}

// addressDay finds a day in an address: /2024/02/07/, /2024-02-07-, _20240207,
// /2024/0207/.
var addressDay = regexp.MustCompile(`(?:^|[/_.=-])((?:19|20)\d\d)([/_.-]?)(0[1-9]|1[0-2])([/_.-]?)(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)`)

// addressMonth finds one with the month's name.
var addressMonth = regexp.MustCompile(`(?i)/((?:19|20)\d\d/[a-z]{3}/(?:0?[1-9]|[12]\d|3[01]))(?:/|$)`)

// addressTurned finds a day in an address with its year last: /23-01-2024-.
var addressTurned = regexp.MustCompile(`(?:^|[/_.=-])(0?[1-9]|[12]\d|3[01])([-_.])(0?[1-9]|[12]\d|3[01])[-_.]((?:19|20)\d\d)(?:[/_.-]|$)`)

// turnedDay is the day of such an address; "" where nobody can tell which number
// is the month: the language and region of the page say it, or a number above
// twelve.
func turnedDay(path, tag string) string {
	m := addressTurned.FindStringSubmatch(path)
	if m == nil || !strings.Contains(m[0], m[2]+m[3]+m[2]) {
		return ""
	}
	d, month := m[1], m[3]
	switch region := lang.Region(tag); {
	case over(month):
		d, month = month, d
	case over(d) || strings.TrimLeft(d, "0") == strings.TrimLeft(month, "0"):
	case tag == "" || region == "" && lang.Primary(tag) == "en":
		return ""
	case region == "US":
		d, month = month, d
	}
	date, _ := article.ParseDate(fmt.Sprintf("%s-%02s-%02s", m[4], month, d))
	return date
}

// over tells a number that is no month.
func over(n string) bool { return len(n) == 2 && n > "12" }

// dayOfAddress is the day that an address names; "" if there is none. tag is the
// language of its page with its region, which tells the order of two small numbers.
func dayOfAddress(link, tag string) string {
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	m := addressDay.FindStringSubmatch(u.Path)
	if named := addressMonth.FindStringSubmatch(u.Path); m == nil && named != nil { // /2024/feb/07/
		if t, err := time.Parse("2006/Jan/2", named[1]); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	if m == nil {
		return turnedDay(u.Path, tag)
	}
	if m[2] != m[4] && m[4] != "" {
		return ""
	}
	d, ok := article.ParseDate(m[1] + "-" + m[3] + "-" + m[5])
	if !ok {
		return ""
	}
	return d
}

// zoneOf is the zone in which a paper writes: the caller's, else by the end of
// its host, else by its language; "" if that leaves it open.
func (w *words) zoneOf(given, link, language string) string {
	if given != "" {
		return given
	}
	if u, err := url.Parse(link); err == nil {
		host := strings.ToLower(u.Hostname())
		if i := strings.LastIndexByte(host, '.'); i >= 0 && w.zones[host[i:]] != "" {
			return w.zones[host[i:]]
		}
	}
	return w.zones[language]
}
