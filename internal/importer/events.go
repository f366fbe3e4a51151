package importer

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	ical "github.com/arran4/golang-ical"

	"fasti/extract/actor/namekey"
	"fasti/extract/article"
	"fasti/internal/diag"
	"fasti/internal/edtf"
	"fasti/internal/frontmatter"
)

// Event is an event that a person wrote into a list: a row of a table, an entry
// of a calendar.
type Event struct {
	Title, When, Kind, Status, Place string // When is EDTF, or "" if it could not be read

	Text, Link string
}

// maxEvents is how many events of one list are read.
const maxEvents = 20_000

// Events reads a list of events: CSV or TSV (also the sheet of TimelineJS), a
// table in Markdown, the JSON of TimelineJS, Markwhen, or a calendar (.ics). A
// row without a title is left out; one whose date could not be read is undated.
// The notes say how many of both there were.
func (im *Importer) Events(data []byte, name string) ([]Event, []string, error) {
	text, note, err := decode(data)
	if err != nil {
		return nil, nil, err
	}
	var notes []string
	if note != "" {
		notes = append(notes, note)
	}
	var all []Event
	head := strings.TrimSpace(text)
	switch ext := extension(name); {
	case strings.HasPrefix(head, "BEGIN:VCALENDAR"):
		all, err = im.calendar(head)
	case strings.HasPrefix(head, "{"):
		all, err = im.timelineJS([]byte(head))
	case ext == ".csv" || ext == ".tsv":
		all, err = im.separated(text, ext)
	case ext == ".mw" || ext == ".markwhen":
		all = im.markwhen(text)
	default:
		if all = im.markdownTable(text); len(all) == 0 {
			all = im.markwhen(text)
		}
	}
	if err != nil {
		return nil, nil, err
	}
	all, more := usable(all)
	if len(all) == 0 {
		return nil, nil, fault(diag.NotArticle, "no list of events was found in it", "CSV, tables in Markdown, TimelineJS, Markwhen and .ics are read; a table needs columns for date and title")
	}
	return all, append(notes, more...), nil
}

// usable drops what has no title, and counts what has no date.
func usable(all []Event) (good []Event, notes []string) {
	untitled, undated := 0, 0
	for _, e := range all {
		e.Title = clean(e.Title)
		switch {
		case e.Title == "":
			untitled++
			continue
		case e.When == "":
			undated++
		}
		if len(good) == maxEvents {
			notes = append(notes, fmt.Sprintf("only the first %d events were read", maxEvents))
			break
		}
		good = append(good, e)
	}
	if untitled > 0 {
		notes = append(notes, fmt.Sprintf("%d rows without a title were left out", untitled))
	}
	if undated > 0 {
		notes = append(notes, fmt.Sprintf("the dates of %d rows could not be read; their events are undated", undated))
	}
	return good, notes
}

// when reads a date, and the end of a span if there is one, as EDTF.
func (im *Importer) when(from, until string) string {
	a, b := im.moment(from), im.moment(until)
	switch {
	case a == "" || b == "" || a == b || strings.Contains(a, "/"):
		return a
	}
	d, err := edtf.Parse(a + "/" + b)
	if err != nil {
		return a
	}
	return d.String()
}

// moment reads one date: EDTF, ISO 8601 with a time, or in words of any
// language that fasti reads.
func (im *Importer) moment(s string) string {
	s = clean(s)
	if d, err := edtf.Parse(s); err == nil {
		return d.String()
	}
	if d := readDate(s); d != "" {
		return day(d)
	}
	if p := im.stamps.read(s, ""); len(p) == 1 {
		return p[0].day
	}
	return im.stamps.whole(s)
}

// table makes events of rows, the first of which names the columns.
func (im *Importer) table(rows [][]string) []Event {
	if len(rows) < 2 {
		return nil
	}
	at := map[string]int{}
	for i, h := range rows[0] {
		if f := im.words.columns[strings.ToLower(clean(h))]; f != "" {
			if _, have := at[f]; !have {
				at[f] = i
			}
		}
	}
	parts, slide := timelineColumns(rows[0]), columnOf(rows[0], "Type")
	if text, ok := at["text"]; ok && !has(at, "title") { // a table of days and what happened
		at["title"] = text
		delete(at, "text")
	}
	if _, ok := at["title"]; !ok || at["when"] == 0 && !has(at, "when") && parts == nil {
		return nil
	}
	var all []Event
	for _, r := range rows[1:] {
		get := func(f string) string {
			if i, ok := at[f]; ok && i < len(r) {
				return strings.TrimSpace(r[i])
			}
			return ""
		}
		if parts != nil && slide >= 0 && slide < len(r) && strings.EqualFold(clean(r[slide]), "title") {
			continue // the sheet's slide with the name of the whole
		}
		e := Event{Title: get("title"), Text: get("text"), Place: get("place"), Link: webLink(get("link")), Kind: strings.ToLower(get("kind")), Status: strings.ToLower(get("status"))}
		if parts != nil {
			e.When = im.when(joinDate(r, parts[0]), joinDate(r, parts[1]))
		} else {
			e.When = im.when(get("when"), get("until"))
			if from, until, ok := strings.Cut(dashes.Replace(years.ReplaceAllString(get("when"), "$1–$2")), "–"); e.When == "" && ok {
				e.When = im.when(from, until)
			}
		}
		all = append(all, e)
	}
	return all
}

// years are two years with a hyphen between them.
var years = regexp.MustCompile(`^\s*(\d{4})-(\d{4})\s*$`)

// dashes brings the signs between the two days of a span to one.
var dashes = strings.NewReplacer(" - ", "–", " — ", "–", "—", "–", " – ", "–")

func has(m map[string]int, key string) bool { _, ok := m[key]; return ok }

// timelineColumns are the columns of TimelineJS' sheet, which parts its dates:
// those of the beginning and of the end; nil if it is none.
func timelineColumns(head []string) [][]int {
	find := func(name string) int { return columnOf(head, name) }
	if find("Year") < 0 || find("Headline") < 0 {
		return nil
	}
	return [][]int{{find("Year"), find("Month"), find("Day")}, {find("End Year"), find("End Month"), find("End Day")}}
}

// columnOf is the column with a name of the sheet of TimelineJS; -1 if it has
// none.
func columnOf(head []string, name string) int {
	return slices.IndexFunc(head, func(h string) bool { return strings.EqualFold(clean(h), name) })
}

// joinDate puts the parts of a date in a row together.
func joinDate(row []string, at []int) string {
	var parts []string
	for _, i := range at {
		if i < 0 || i >= len(row) || strings.TrimSpace(row[i]) == "" {
			break
		}
		parts = append(parts, strings.TrimSpace(row[i]))
	}
	return fromParts(parts)
}

// fromParts makes year, month and day a date.
func fromParts(parts []string) string {
	var b strings.Builder
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		switch {
		case err != nil:
			return ""
		case i == 0 && n < 0:
			fmt.Fprintf(&b, "-%04d", -n)
		case i == 0:
			fmt.Fprintf(&b, "%04d", n)
		default:
			fmt.Fprintf(&b, "-%02d", n)
		}
	}
	return b.String()
}

// separated reads CSV, with commas, semicolons or tabs between the columns.
func (im *Importer) separated(text, ext string) ([]Event, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	line, _, _ := strings.Cut(text, "\n")
	switch {
	case ext == ".tsv" || strings.Count(line, "\t") > strings.Count(line, ","):
		r.Comma = '\t'
	case strings.Count(line, ";") > strings.Count(line, ","):
		r.Comma = ';'
	}
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fault(diag.Unreadable, "the table could not be read: "+clean(err.Error()), "")
	}
	return im.table(rows), nil
}

// markdownTable reads the tables of a Markdown file whose columns are those of
// events.
func (im *Importer) markdownTable(text string) []Event {
	var all []Event
	var rows [][]string
	for _, line := range append(strings.Split(text, "\n"), "") {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			all = append(all, im.table(rows)...)
			rows = nil
			continue
		}
		var cells []string
		head := append(rows, nil)[0]
		for i, c := range strings.Split(strings.Trim(strings.ReplaceAll(line, `\|`, "\x00"), "|"), "|") {
			cells = append(cells, im.words.spoken(strings.ReplaceAll(c, "\x00", "|"), head, i))
		}
		if strings.Trim(strings.Join(cells, ""), "-: ") == "" && len(rows) == 1 {
			continue // the line that parts the head from the rows
		}
		rows = append(rows, cells)
	}
	return all
}

// spoken is the text of a cell without the marks of Markdown; in the column for
// links it is the address.
func (w *words) spoken(cell string, head []string, column int) string {
	if column < len(head) && w.columns[strings.ToLower(clean(head[column]))] == "link" {
		return first(webAddress.FindString(cell), cell)
	}
	var r article.Article
	r.ReadMarkdown(numbered.ReplaceAllString(lineBreak.ReplaceAllString(strings.TrimSpace(cell), " "), `$1\$2`))
	return strings.TrimSpace(r.Text)
}

var (
	webAddress = regexp.MustCompile(`https?://[^\s)>\]]+`)
	numbered   = regexp.MustCompile(`^(\d+)([.)]\s)`) // in a cell no list, but a day
	lineBreak  = regexp.MustCompile(`(?i)<br\s*/?>`)
)

// timelineJS reads the JSON of TimelineJS.
func (im *Importer) timelineJS(data []byte) ([]Event, error) {
	type date struct {
		Year  json.Number `json:"year"`
		Month json.Number `json:"month"`
		Day   json.Number `json:"day"`
	}
	var m struct {
		Events []struct {
			Start date `json:"start_date"`
			End   date `json:"end_date"`
			Text  struct {
				Headline string `json:"headline"`
				Text     string `json:"text"`
			} `json:"text"`
			Media struct {
				URL string `json:"url"`
			} `json:"media"`
			Group string `json:"group"`
		} `json:"events"`
	}
	d := json.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(&m); err != nil {
		return nil, fault(diag.Unreadable, "the timeline could not be read: "+clean(err.Error()), "")
	}
	parts := func(d date) string {
		var p []string
		for _, n := range []json.Number{d.Year, d.Month, d.Day} {
			if n == "" {
				break
			}
			p = append(p, n.String())
		}
		return fromParts(p)
	}
	var all []Event
	for _, e := range m.Events {
		all = append(all, Event{
			Title: plainText(e.Text.Headline), Text: strings.TrimSpace(markdown(fragment(e.Text.Text))), Link: webLink(e.Media.URL),
			When: im.when(parts(e.Start), parts(e.End)), Kind: strings.ToLower(e.Group),
		})
	}
	return all, nil
}

// markwhenLine is an entry of Markwhen: a date or a span of two before a colon.
var markwhenLine = regexp.MustCompile(`^(\S.*?):\s+(.+)$`)

// markwhenGroup opens or closes a group of entries, or a page.
var markwhenGroup = regexp.MustCompile(`^(?:#|(?i:(?:end)?(?:section|group)\b)|_-_-_)`)

// markwhen reads a text of Markwhen: entries "2024-02-05: what", with lines
// below that belong to it. Dates in figures begin with the month, unless its
// head says otherwise.
func (im *Importer) markwhen(text string) []Event {
	var good, open []Event
	dayFirst := markwhenDays.MatchString(text)
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch m := markwhenLine.FindStringSubmatch(line); {
		case m != nil && im.span(m[1], dayFirst) != "":
			good, open = append(good, open...), []Event{{Title: strings.TrimSpace(tags.ReplaceAllString(m[2], "")), When: im.span(m[1], dayFirst)}}
		case markwhenGroup.MatchString(line):
			good, open = append(good, open...), nil
		case len(open) > 0 && line != "" && !strings.HasPrefix(line, "//"):
			open[0].Text = strings.TrimSpace(open[0].Text + "\n\n" + line)
		}
	}
	return append(good, open...)
}

// markwhenDays tells that dates in figures begin with the day.
var markwhenDays = regexp.MustCompile(`(?m)^dateFormat:\s*d`)

// span reads the date of an entry of Markwhen, or the two of a span.
func (im *Importer) span(s string, dayFirst bool) string {
	if w := im.when(inOrder(s, dayFirst), ""); w != "" {
		return w
	}
	for _, sign := range []string{" - ", " – ", " / ", "/", "–"} {
		if from, until, ok := strings.Cut(s, sign); ok {
			if w := im.when(inOrder(from, dayFirst), inOrder(until, dayFirst)); w != "" {
				return w
			}
		}
	}
	return ""
}

// figuresOnly is a date of figures between strokes.
var figuresOnly = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)

// inOrder brings a date of figures, whose order is known, to that of ISO 8601.
func inOrder(s string, dayFirst bool) string {
	m := figuresOnly.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return s
	}
	if dayFirst {
		m[1], m[2] = m[2], m[1]
	}
	return fmt.Sprintf("%s-%02s-%02s", m[3], m[1], m[2])
}

// tags are the marks of Markwhen by which entries are grouped.
var tags = regexp.MustCompile(`(?:^|\s)#[\p{L}\w-]+`)

// calendar reads the entries of a calendar (RFC 5545). The end of an entry of
// whole days is the day after its last.
func (im *Importer) calendar(text string) ([]Event, error) {
	c, err := ical.ParseCalendar(strings.NewReader(text))
	if err != nil {
		return nil, fault(diag.Unreadable, "the calendar could not be read: "+clean(err.Error()), "")
	}
	var all []Event
	for _, v := range c.Events() {
		get := func(p ical.ComponentProperty) string {
			if x := v.GetProperty(p); x != nil {
				return strings.TrimSpace(x.Value)
			}
			return ""
		}
		from, until := icalDay(get(ical.ComponentPropertyDtStart)), get(ical.ComponentPropertyDtEnd)
		end := icalDay(until)
		if len(until) == 8 && end != "" {
			if t, err := time.Parse(time.DateOnly, end); err == nil {
				end = t.AddDate(0, 0, -1).Format(time.DateOnly)
			}
		}
		e := Event{Title: get(ical.ComponentPropertySummary), Text: get(ical.ComponentPropertyDescription), Place: get(ical.ComponentPropertyLocation), Link: webLink(get(ical.ComponentPropertyUrl))}
		if strings.EqualFold(get(ical.ComponentPropertyStatus), "CANCELLED") {
			e.Status = "cancelled"
		}
		e.When = im.when(from, end)
		all = append(all, e)
	}
	return all, nil
}

// icalDay is the day of 20240205 or 20240205T180000Z.
func icalDay(s string) string {
	if len(s) < 8 {
		return ""
	}
	return readDate(s[:8])
}

// Path is where the event's file goes, relative to the site's folder, without
// a number that parts it from others.
func (e Event) Path() string {
	slug := namekey.Slug(e.Title)
	if len(slug) > maxName {
		slug = strings.Trim(slug[:maxName], "-")
	}
	if slug == "" {
		slug = "event"
	}
	year := regexp.MustCompile(`^\d{4}`).FindString(e.When)
	if year == "" {
		return path.Join("content/events/undated", slug+".md")
	}
	from, _, _ := strings.Cut(e.When, "/")
	return path.Join("content/events", year, strings.Trim(namekey.Slug(from), "-")+"-"+slug+".md")
}

// File prints the event as one made by hand. kinds and statuses that fasti does
// not know are kept in the text, so that nothing is lost.
func (e Event) File(kinds, statuses []string) []byte {
	m := frontmatter.Map{{Key: "title", Value: e.Title}}
	if e.When != "" {
		m = append(m, frontmatter.Entry{Key: "when", Value: frontmatter.Quoted(e.When)})
	}
	var body []string
	for _, f := range []struct {
		key, value string
		known      []string
	}{{"kind", e.Kind, kinds}, {"status", e.Status, statuses}} {
		switch {
		case f.value == "":
		case contained(f.known, f.value):
			m = append(m, frontmatter.Entry{Key: f.key, Value: f.value})
		default:
			body = append(body, f.key+": "+f.value)
		}
	}
	if e.Place != "" {
		m = append(m, frontmatter.Entry{Key: "places", Value: frontmatter.List{clean(e.Place)}})
	}
	if e.Text != "" {
		body = append([]string{e.Text}, body...)
	}
	if e.Link != "" {
		body = append(body, "<"+e.Link+">")
	}
	text := ""
	if len(body) > 0 {
		text = "\n" + strings.Join(body, "\n\n") + "\n"
	}
	return frontmatter.New(m, []byte(text))
}

func contained(all []string, s string) bool {
	for _, x := range all {
		if x == s {
			return true
		}
	}
	return false
}
