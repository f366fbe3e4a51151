package site

import (
	"net/url"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/internal/config"
	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// timeline is the content arranged for the pages: what is published, in
// order, with the ways from one thing to another. All pages read it and none
// changes it.
type timeline struct {
	cfg   *config.Config
	words *words

	events    []*event // published, dated ones first, in the order of time
	dated     int      // events[:dated] have a year
	byID      map[string]*event
	all       map[string]*ledger.Event // published or not
	actors    []*actor                 // with a page, by name
	actorOf   map[string]*actor
	articles  []*report // the newest first
	report    map[string]*report
	months    []*month // in order, with the months not known of each year first
	years     []*year
	places    []*group
	kinds     []*group
	history   []ledger.Change
	changed   map[string]string // id -> day of its last change
	historyBy map[string][]ledger.Change
	key       []*event // for the home page
}

type event struct {
	*ledger.Event
	when     When
	parts    []part
	reports  []*report // one for each article that it rests on, in order of sources
	path     string    // of its page
	month    *month    // nil for events without a year
	first    int64     // ordinal of the earliest day, where bounded
	last     int64
	bounded  bool
	isKey    bool
	position int // in events
}

// part is an actor in an event.
type part struct {
	who  *actor // nil if the id is nobody's
	id   string
	role string
}

type actor struct {
	*ledger.Actor
	name   string // in the site's language
	path   string
	events []*event
	roles  map[string]int
	marks  []string // words that stand for it in a quotation, the longest first
}

// report is an article as a source.
type report struct {
	*ledger.Article
	path   string
	events []*event
}

// month is one month's events; number 0 stands for a year's events whose
// month no report gives.
type month struct {
	year, number int
	events       []*event
	running      []*event // begun in an earlier month and not yet over
	path         string
}

type year struct {
	year   int
	months []*month
	count  int
	path   string
}

// group is the events of a place or of a kind.
type group struct {
	id, name string
	path     string
	events   []*event
}

// newTimeline arranges the content.
func newTimeline(c *ledger.Content, cfg *config.Config, w *words) *timeline {
	t := &timeline{
		cfg: cfg, words: w, history: c.History,
		changed: map[string]string{}, historyBy: map[string][]ledger.Change{}, byID: map[string]*event{}, all: map[string]*ledger.Event{},
		actorOf: map[string]*actor{}, report: map[string]*report{},
	}
	for _, h := range c.History {
		t.changed[h.ID] = max(t.changed[h.ID], h.Day)
		t.historyBy[h.ID] = append(t.historyBy[h.ID], h)
	}
	for _, a := range c.Articles {
		r := &report{Article: a, path: "s/" + a.Name + "/index.html"}
		t.articles, t.report[a.Name] = append(t.articles, r), r
	}
	for _, a := range c.Actors {
		t.actorOf[a.ID] = newActor(a, w)
	}
	taken := map[string]bool{}
	for _, e := range c.Events {
		// Files of one name in two folders, or names that some disks cannot
		// tell apart, still have a page each.
		if key := strings.ToLower(e.Slug); taken[key] {
			other := *e
			other.Slug += "-" + e.ID
			e = &other
		}
		taken[strings.ToLower(e.Slug)] = true
		t.all[e.ID] = e
		if e.Published(cfg.Fasti.Publish) {
			t.add(e)
		}
	}
	t.order()
	t.arrange()
	t.chooseKey()
	return t
}

func newActor(a *ledger.Actor, w *words) *actor {
	v := &actor{Actor: a, name: a.Title, path: "a/" + a.ID + "/index.html", roles: map[string]int{}}
	if n := a.Names[strings.SplitN(w.lang, "-", 2)[0]]; n != "" {
		v.name = n
	}
	if v.name == "" {
		v.name = a.ID
	}
	v.marks = markWords(a)
	return v
}

func (t *timeline) add(e *ledger.Event) {
	v := &event{Event: e, when: t.words.when(e.When), path: "e/" + e.Slug + "/index.html"}
	if a, ok := e.When.Earliest(); ok {
		v.first, v.last, v.bounded = a.Ordinal(), a.Ordinal(), true
		if b, ok := e.When.Latest(); ok {
			v.last = b.Ordinal()
		}
	} else if b, ok := e.When.Latest(); ok {
		v.first, v.last, v.bounded = b.Ordinal(), b.Ordinal(), true
	}
	for _, p := range e.Actors {
		v.parts = append(v.parts, part{who: t.actorOf[p.ID], id: p.ID, role: p.Role})
	}
	seen := map[*report]bool{}
	for _, s := range e.Sources {
		if r := t.report[s.Article]; r != nil && !seen[r] {
			seen[r] = true
			v.reports = append(v.reports, r)
		}
	}
	t.events = append(t.events, v)
}

// order sorts the events, totally, and fills what hangs on the order.
func (t *timeline) order() {
	sort.Slice(t.events, func(i, j int) bool {
		return before(t.events[i], t.events[j])
	})
	for i, e := range t.events {
		e.position = i
		t.byID[e.ID] = e
		if e.bounded {
			t.dated = i + 1
		}
		for _, r := range e.reports {
			r.events = append(r.events, e)
		}
		seen := map[*actor]bool{}
		for _, p := range e.parts {
			if p.who == nil {
				continue
			}
			p.who.roles[p.role]++
			if !seen[p.who] {
				seen[p.who] = true
				p.who.events = append(p.who.events, e)
			}
		}
	}
	for _, a := range t.actorOf {
		if len(a.events) > 0 || !a.Auto {
			t.actors = append(t.actors, a)
		}
	}
	sort.Slice(t.actors, func(i, j int) bool {
		a, b := t.actors[i], t.actors[j]
		if ka, kb := sortKey(a.name), sortKey(b.name); ka != kb {
			return ka < kb
		}
		return a.ID < b.ID
	})
	sort.SliceStable(t.articles, func(i, j int) bool {
		a, b := t.articles[i], t.articles[j]
		if a.Date != b.Date {
			return a.Date > b.Date
		}
		return a.Name < b.Name
	})
}

// before orders events as pages list them: as edtf.Compare does, but what is
// dated only by its end ("until 8 February") stands at its end.
func before(a, b *event) bool {
	if a.bounded && b.bounded && a.first != b.first {
		return a.first < b.first
	}
	if a.bounded != b.bounded {
		return a.bounded
	}
	if c := edtf.Compare(a.When, b.When); c != 0 {
		return c < 0
	}
	return a.ID < b.ID
}

// arrange puts the events into months, years, places and kinds.
func (t *timeline) arrange() {
	months := map[[2]int]*month{}
	at := func(y, m int) *month {
		v := months[[2]int{y, m}]
		if v == nil {
			v = &month{year: y, number: m, path: yearDir(y) + "/" + twoDigits(m) + "/index.html"}
			months[[2]int{y, m}] = v
			t.months = append(t.months, v)
		}
		return v
	}
	for _, e := range t.events[:t.dated] {
		y, m := monthOf(e)
		e.month = at(y, m)
		e.month.events = append(e.month.events, e)
	}
	for _, e := range t.events[:t.dated] {
		for _, m := range e.laterMonths() {
			v := at(m[0], m[1])
			v.running = append(v.running, e)
		}
	}
	sort.Slice(t.months, func(i, j int) bool {
		a, b := t.months[i], t.months[j]
		return a.year < b.year || a.year == b.year && a.number < b.number
	})
	for _, m := range t.months {
		if len(t.years) == 0 || t.years[len(t.years)-1].year != m.year {
			t.years = append(t.years, &year{year: m.year, path: yearDir(m.year) + "/index.html"})
		}
		y := t.years[len(t.years)-1]
		y.months = append(y.months, m)
		y.count += len(m.events)
	}
	t.places = t.groups("p", "place", func(e *event) []string { return e.Places })
	t.kinds = t.groups("k", "kind", func(e *event) []string { return nonEmpty(e.Kind) })
}

// groups collects the events by the words that of gives for each.
func (t *timeline) groups(dir, family string, of func(*event) []string) []*group {
	by := map[string]*group{}
	var all []*group
	for _, e := range t.events {
		for _, word := range of(e) {
			g := by[word]
			if g == nil {
				g = &group{id: word, name: t.placeOrWord(family, word), path: dir + "/" + slug(word) + "/index.html"}
				by[word] = g
				all = append(all, g)
			}
			if n := len(g.events); n == 0 || g.events[n-1] != e {
				g.events = append(g.events, e)
			}
		}
	}
	sort.Slice(all, func(i, j int) bool {
		if a, b := sortKey(all[i].name), sortKey(all[j].name); a != b {
			return a < b
		}
		return all[i].id < all[j].id
	})
	return all
}

func (t *timeline) placeOrWord(family, word string) string {
	if a := t.actorOf[word]; a != nil && family == "place" {
		return a.name
	}
	if family == "place" {
		return placeName(word)
	}
	return t.words.named(family, word)
}

// placeName writes a place that is known by its id alone: "tel-aviv" is Tel
// Aviv. What an editor wrote in full stays as it is.
func placeName(id string) string {
	if strings.ToLower(id) != id || strings.Contains(id, " ") {
		return id
	}
	parts := strings.Split(id, "-")
	for i, p := range parts {
		if r, n := utf8.DecodeRuneInString(p); n > 0 {
			parts[i] = string(unicode.ToUpper(r)) + p[n:]
		}
	}
	return strings.Join(parts, " ")
}

// monthOf says under which month an event is listed; month 0 if that is not
// known, or the date reaches over a whole year.
func monthOf(e *event) (y, m int) {
	p := e.When.Start()
	if !given(p) {
		p = e.When.End()
	}
	d := edtf.DayOf(e.first)
	if p.Season > 0 || p.HasMonth && p.MonthMask == 0 {
		return d.Year, d.Month
	}
	return d.Year, 0
}

// laterMonths are the months after its first that an event of several days
// reaches into, 24 at most: what lasts longer is no event of months.
func (e *event) laterMonths() [][2]int {
	if e.when.Mark != "range" || !exact(e.When.Start()) {
		return nil
	}
	var out [][2]int
	a, b := edtf.DayOf(e.first), edtf.DayOf(e.last)
	for y, m := a.Year, a.Month; len(out) < 24; {
		if m++; m > 12 {
			y, m = y+1, 1
		}
		if y > b.Year || y == b.Year && m > b.Month {
			break
		}
		out = append(out, [2]int{y, m})
	}
	return out
}

// keyPerMonth, keyTotal and keyAll bound the home page: as many events of a
// month and in all, and the size up to which a timeline is shown whole.
const (
	keyPerMonth = 3
	keyTotal    = 40
	keyAll      = 12
)

// chooseKey picks the events of the home page: those that editors marked,
// then, month by month, those with most independent publishers.
func (t *timeline) chooseKey() {
	chosen := 0
	dated := t.events[:t.dated]
	for _, e := range dated {
		if e.Key || len(dated) <= keyAll {
			e.isKey = true
			chosen++
		}
	}
	a := t.newAxis(dated)
	for round := 0; round < keyPerMonth && chosen < keyTotal; round++ {
		for _, m := range t.months {
			if chosen >= keyTotal || keyCount(m) > round {
				continue
			}
			if e := m.strongest(a); e != nil {
				e.isKey = true
				chosen++
			}
		}
	}
	for _, e := range dated {
		if e.isKey {
			t.key = append(t.key, e)
		}
	}
}

func keyCount(m *month) int {
	n := 0
	for _, e := range m.events {
		if e.isKey {
			n++
		}
	}
	return n
}

// strongest is the best attested event of the month that is not key yet and
// lies in the time that the timeline is about.
func (m *month) strongest(a *axis) *event {
	var best *event
	for _, e := range m.events {
		if !e.isKey && e.first >= a.from && e.first <= a.to && (best == nil || e.weight() > best.weight()) {
			best = e
		}
	}
	return best
}

// weight says how well attested an event is: publishers count most, then a
// person's review, reports, that it happened, and the extractor's confidence.
func (e *event) weight() int {
	publishers := map[string]bool{}
	for _, r := range e.reports {
		publishers[r.Publisher] = true
	}
	n := 10000*len(publishers) + 1000*min(len(e.reports), 9) + 10*e.Confidence
	if e.Review == ledger.Accepted || e.Review == ledger.Corrected || !e.Auto {
		n += 5000
	}
	if e.Status == "happened" {
		n += 2000
	}
	if len(strings.Fields(e.Title)) > 2 { // a title of a word or two says little
		n += 1500
	}
	return n + 700*min(len(e.parts), 3)
}

// yearDir is the folder of a year: "2024", "-0043".
func yearDir(y int) string {
	s := edtf.Day{Year: y, Month: 1, Day: 1}.String()
	return strings.TrimSuffix(s, "-01-01")
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// href writes a path as the address of a link.
func href(path string) string {
	path, fragment, _ := strings.Cut(path, "#")
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	s := strings.Join(parts, "/")
	if fragment != "" {
		s += "#" + url.PathEscape(fragment)
	}
	return s
}
