package importer

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"fasti/extract/article"
	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/timex"
)

// maxStamp is the length in bytes of the longest line that is taken for one
// that only says when a page was made.
const maxStamp = 160

// stamps reads the days that a page prints for its readers: "Stand:
// 07.02.2024", "Published February 7, 2024".
type stamps struct {
	words   *words
	readers map[string]dayReader // by language

	weekdays map[string]bool
}

// dayReader finds dates in a line of one language.
type dayReader struct {
	segment *segment.Segmenter
	timex   *timex.Tagger
}

func newStamps(w *words) (*stamps, error) {
	s := &stamps{words: w, readers: map[string]dayReader{}, weekdays: map[string]bool{}}
	for _, l := range lang.Languages() {
		pack, err := lang.Load(l)
		if err != nil {
			return nil, err
		}
		weekdays(pack, s.weekdays)
		var r dayReader
		if r.segment, err = segment.New(pack); err != nil {
			return nil, fmt.Errorf("language %s: %w", l, err)
		}
		if r.timex, err = timex.New(pack); err != nil {
			return nil, fmt.Errorf("language %s: %w", l, err)
		}
		s.readers[l] = r
	}
	return s, nil
}

// printed is a day that stands in a line.
type printed struct {
	day      string // YYYY-MM-DD
	modified bool   // it is the day of a change
	cued     bool   // a word before it says what it is
	behind   bool   // it stands behind the heading
	at, end  int    // where it stands in the line
}

// slashed is a date of figures whose order differs between countries.
var slashed = regexp.MustCompile(`^(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/\d{2,4}$`)

// unsure tells a date whose day and month nobody can tell apart without knowing
// the country.
func unsure(text, region string) bool {
	m := slashed.FindStringSubmatch(text)
	return m != nil && region == "" && strings.TrimLeft(m[1], "0") != strings.TrimLeft(m[2], "0")
}

// placed tells a line of a place and a day: "Vik, 17 April 2029".
func (s *stamps) placed(line string, p printed) bool {
	place := strings.TrimRight(line[:p.at], " ")
	return len(line) < maxKicker && p.end == len(line) && strings.HasSuffix(place, ",") && len(strings.Fields(place)) <= 3 &&
		unicode.IsUpper(firstRune(place))
}

// officeCode opens the lines of press portals: "POL-UW: 07.02.2024 – 09:14".
var officeCode = regexp.MustCompile(`^[A-ZÄÖÜ]{1,6}(-[A-ZÄÖÜ]{1,6})+: ?`)

// coded tells a line that is nothing but a day behind the code of an office.
func (s *stamps) coded(line string) bool {
	code := officeCode.FindString(line)
	return code != "" && s.only(line[len(code):])
}

// byline is the name in a line that says by whom the page was made, and no more.
func (s *stamps) byline(l line) string {
	lower := strings.ToLower(l.text)
	c := s.words.opens(bylineCue, lower)
	if len(c) == 0 || len(l.text) > maxKicker || sentence(l.text) {
		return ""
	}
	if rest := strings.TrimLeft(l.text[min(len(c), len(l.text)):], " :"); personLike(rest) {
		return s.words.authors(rest)
	}
	return ""
}

// read gives the full days in a line, first the one of publication. The line
// must be short; language may be "" or one that fasti does not read, then all
// readers are asked.
func (s *stamps) read(line, language string) []printed {
	if len(line) > maxStamp || !strings.ContainsAny(line, "0123456789") {
		return nil
	}
	order := append([]string{lang.Primary(language)}, lang.Languages()...)
	for _, l := range order {
		if _, ok := s.readers[l]; !ok {
			continue
		}
		if found := s.days(line, lang.Region(language), s.readers[l]); len(found) > 0 {
			return found
		}
	}
	return s.shortDay(line)
}

// shortYear is a day in figures with a year of two: bare, it is none for a
// reader of prose, but in a line of stamps it is.
var shortYear = regexp.MustCompile(`(?:^|[ (])(\d{1,2})\.(\d{1,2})\.(\d\d)(?:[ ),]|$)`)

// shortDay is such a day in a line.
func (s *stamps) shortDay(line string) []printed {
	m := shortYear.FindStringSubmatchIndex(line)
	if m == nil {
		return nil
	}
	century := "20"
	if line[m[6]:m[7]] > pivot[2:4] {
		century = "19"
	}
	d, ok := article.ParseDate(fmt.Sprintf("%s%s-%02s-%02s", century, line[m[6]:m[7]], line[m[4]:m[5]], line[m[2]:m[3]]))
	if !ok {
		return nil
	}
	p := printed{day: d, at: m[2], end: m[7]}
	before := strings.ToLower(line[:m[2]])
	p.modified, p.cued = s.words.has(modifiedCue, before), s.words.has(publishedCue, before)
	p.cued = p.cued || p.modified
	return []printed{p}
}

// pivot says which century a year of two digits is in: up to ten years behind
// it.
const pivot = "2040-01-01"

func (s *stamps) days(line, region string, r dayReader) []printed {
	var a article.Article
	a.ReadText(line)
	var all []printed
	last := 0
	for _, t := range r.timex.Tag(r.segment.Split(&a), timex.Options{DCT: pivot, Region: region}).Timexes {
		whole := t.Basis == timex.Explicit || strings.HasSuffix(t.Rule, "-century")
		if len(t.Value) < 10 || !whole || t.Type != timex.Date && t.Type != timex.Time {
			continue
		}
		d, ok := article.ParseDate(t.Value[:10])
		if !ok || d[:4] < "1450" {
			continue
		}
		if unsure(line[t.Start:t.End], region) {
			continue
		}
		p := printed{day: d, at: t.Start, end: t.End}
		before := strings.ToLower(line[min(last, t.Start):t.Start])
		p.modified, p.cued = s.words.has(modifiedCue, before), s.words.has(publishedCue, before)
		p.cued = p.cued || p.modified
		all, last = append(all, p), t.End
	}
	return all
}

// whole is the date, of any exactness, that the whole line names; "" if it names
// none.
func (s *stamps) whole(text string) string {
	for _, l := range lang.Languages() {
		r := s.readers[l]
		var a article.Article
		a.ReadText(text)
		for _, t := range r.timex.Tag(r.segment.Split(&a), timex.Options{}).Timexes {
			if t.Start == 0 && t.End == len(a.Text) && t.Basis == timex.Explicit {
				return t.EDTF
			}
		}
	}
	return ""
}

// only tells whether a line says nothing but when, and how long it takes to
// read: dates, clock times, and the words that stand around them.
func (s *stamps) only(line string) bool {
	if len(line) > maxStamp {
		return false
	}
	lower := strings.ToLower(line)
	cued := s.words.has(publishedCue, lower) || s.words.has(modifiedCue, lower) || s.words.has(stampCue, lower)
	if !strings.ContainsAny(line, "0123456789") && !cued || !s.known(line) {
		return false
	}
	return cued || clockTime.MatchString(lower) || len(s.read(line, "")) > 0
}

// clockTime is a time of day in figures.
var clockTime = regexp.MustCompile(`\b([01]?\d|2[0-3])[:.][0-5]\d\b`)

// stamped tells a line that opens with the word for a day of publication or
// change, and the day right behind it.
func (s *stamps) stamped(line, lower string) bool {
	if len(line) > maxByline {
		return false
	}
	for _, k := range []cueKind{publishedCue, modifiedCue} {
		c := s.words.opens(k, lower)
		if rest := strings.TrimLeft(line[min(len(c), len(line)):], " :"); c != "" && len(s.read(rest, "")) > 0 && s.read(rest, "")[0].at < maxCue {
			return true
		}
	}
	return false
}

// maxCue is how many bytes may stand between the word for a day and the day:
// the name of the day in the week.
const maxCue = 14

// signed gives the names in a line that says when and by whom a page was made,
// in either order ("07.10.2030 08:12 von Peter Lutz", "Story by Ann Poe, June 7,
// 2031"), and whether it is such a line.
func (s *stamps) signed(line, language string) (string, bool) {
	last := line[strings.LastIndexByte(line, ' ')+1:]
	if len(line) > maxByline || sentence(line) && !s.known(last) {
		return "", false
	}
	dated := s.read(line, language)
	if len(dated) == 0 {
		return "", false
	}
	rest := line
	for _, p := range slices.Backward(dated) {
		rest = rest[:p.at] + " • " + rest[p.end:]
	}
	name, signed := "", false
	for _, part := range strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune("•·|–—,", r) }) {
		part = strings.Trim(clockTime.ReplaceAllString(part, ""), " :-.")
		part = s.fromByline(part)
		c := s.words.opens(bylineCue, strings.ToLower(part))
		switch {
		case s.known(part) || s.words.opens(labelCue, strings.ToLower(part)) != "":
		case c != "" && !signed:
			name, signed = s.words.authors(part), true
			if name != "" && !personLike(name) && len(strings.Fields(name)) > 1 {
				return "", false
			}
			if !unicode.IsUpper(firstRune(name)) { // the name of an account
				name = ""
			}
		default:
			return "", false
		}
	}
	return name, signed
}

// fromByline is the part of a line from the word before its authors on, if all
// before it stands around days; else the part itself.
func (s *stamps) fromByline(part string) string {
	for i, r := range part {
		if r == ' ' && s.words.opens(bylineCue, strings.ToLower(part[i+1:])) != "" && s.known(part[:i]) {
			return part[i+1:]
		}
	}
	return part
}

// known tells whether all words of a part of a line are such as stand around
// days.
func (s *stamps) known(part string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(part), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !s.words.around[w] && s.words.months[w] == 0 && !s.weekdays[w] {
			return false
		}
	}
	return true
}

// weekdays are the names of days in the languages that fasti reads, in small
// letters.
func weekdays(pack *lang.Pack, into map[string]bool) {
	for _, row := range pack.Table("timex/words").Rows {
		if row.Field(0) != "weekday" && row.Field(0) != "weekday-abbr" {
			continue
		}
		for _, name := range strings.Split(row.Field(2), "|") {
			name, _, _ = strings.Cut(name, "[")
			into[strings.ToLower(strings.TrimSuffix(name, "."))] = true
		}
	}
}
