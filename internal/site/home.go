package site

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Home is the first page.
type Home struct {
	Page
	Segs    []Seg   `json:"segs"` // the title with its emphasised word
	Kicker  string  `json:"kicker"`
	Dek     string  `json:"dek"`
	Facts   []Fact  `json:"facts"`
	Score   *Chart  `json:"score"`
	Rail    []Rail  `json:"rail"`
	Filter  *Filter `json:"filter"`
	Months  []Month `json:"months"`
	Undated Link    `json:"undated"`
	Latest  []Link  `json:"latest"`
	Empty   string  `json:"empty"`
}

// Fact is a line of the table of figures.
type Fact struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Href  string `json:"href"`
	Time  string `json:"time"`

	// Log, for the line that the script fills in, is the days of changes with
	// the number of entries each: "2024-03-02:3 2024-02-20:14".
	Log string `json:"log"`
}

// Rail is a year in the margin with its months.
type Rail struct {
	Name  string `json:"name"`
	Href  string `json:"href"`
	Note  string `json:"note"` // how many events, where the months are not shown
	Items []Link `json:"items"`
}

// laneCount is how many of the chief actors get a line in the score.
const laneCount = 6

func (t *timeline) home() Home {
	w := t.words
	const path = "index.html"
	v := Home{Page: t.page(path, "index", "timeline", t.cfg.Title), Dek: t.cfg.Description}
	v.Description, v.Modified = t.cfg.Description, t.lastChange()
	v.Segs = v.SiteSegs
	if t.events.count() == 0 {
		v.Empty, v.Description = w.say("empty_site"), cmp.Or(v.Description, t.cfg.Title)
		v.JSONLD = t.siteLD(&v.Page, nil)
		return v
	}
	a := t.newAxis(t.drawn())
	span := ""
	v.Kicker = w.say("kicker")
	if a != nil {
		span = t.spanWords(a)
		v.Kicker = joinNonEmpty(" · ", v.Kicker, span)
		v.Score = t.score(a, path)
	}
	v.Dek = t.standfirst(span)
	if v.Description == "" {
		v.Description = v.Dek
	}
	v.JSONLD = t.siteLD(&v.Page, t.key)
	v.Latest = t.newestEvents(path)
	v.Facts = t.homeFacts(path)
	leads := t.leads()
	for _, m := range t.months {
		var key []*event
		for _, e := range m.events.all() {
			if e.isKey {
				key = append(key, e)
			}
		}
		if len(key) == 0 {
			continue
		}
		s := t.section(m, key, path)
		s.Running = nil
		s.Sub = w.count("key_of", m.events.count(), "k", w.count("key_events", len(key)))
		if len(key) == m.events.count() {
			s.Sub = w.count("events", len(key))
		} else {
			s.More = Link{Href: rel(path, t.monthPath(m)), Text: w.count("all_in_month", m.events.count(), "month", t.monthTitle(m))}
		}
		leadCards(s.Days, leads)
		v.Months = append(v.Months, s)
	}
	v.Rail = t.rail(path, t.lastYear(), func(m *month) string {
		if keyCount(m) > 0 {
			return "#" + monthID(m)
		}
		return rel(path, t.monthPath(m))
	})
	if n := t.events.count() - t.dated; n > 0 {
		v.Undated = Link{Href: rel(path, "undated/index.html"), Text: w.count("undated_events", n)}
	}
	v.Filter = t.filter(t.key, path, t.chief(laneCount))
	return v
}

// leads are the key events that the home page sets large: those of several days
// that an editor wrote about, and of every few the one that matters most.
func (t *timeline) leads() map[string]bool {
	out := map[string]bool{}
	for _, e := range t.key {
		if summary(e.Body) != "" && e.when.Mark == "range" {
			out[e.ID] = true
		}
	}
	ranked := append([]*event(nil), t.key...)
	sort.SliceStable(ranked, func(i, j int) bool { return ranked[i].points > ranked[j].points })
	for _, e := range ranked[:min(len(ranked), 1+len(ranked)/leadEvery)] {
		if e.Status == "happened" && len([]rune(e.Title)) <= leadLetters {
			out[e.ID] = true
		}
	}
	return out
}

// leadEvery is how many key events one large one stands for, and leadLetters how
// long its title may be: a long one is no headline.
const (
	leadEvery   = 10
	leadLetters = 110
)

// leadCards sets the leading events large.
func leadCards(days []Day, leads map[string]bool) {
	for i := range days {
		for j := range days[i].Cards {
			days[i].Cards[j].Lead = leads[days[i].Cards[j].ID]
		}
	}
}

func (t *timeline) homeFacts(from string) []Fact {
	w := t.words
	langs := map[string]bool{}
	for _, r := range t.articles {
		if r.Lang != "" {
			langs[r.Lang] = true
		}
	}
	facts := []Fact{
		{Name: w.say("facts_events"), Value: w.count("of_which_key", t.events.count(), "k", w.number(len(t.key)))},
		{Name: w.say("facts_actors"), Value: w.number(len(t.actors)), Href: rel(from, "a/index.html")},
		{Name: w.say("facts_places"), Value: w.number(len(t.places)), Href: rel(from, "p/index.html")},
		{Name: w.say("facts_reviewed"), Value: w.percent(t.reviewed(), t.events.count()), Href: rel(from, "about/index.html")},
	}
	if len(t.articles) > 0 {
		reports := Fact{Name: w.say("facts_reports"), Value: w.number(len(t.articles)), Href: rel(from, "s/index.html")}
		if len(langs) > 1 {
			reports.Value = w.count("in_languages", len(langs), "k", reports.Value)
		}
		facts = slices.Insert(facts, len(facts)-1, reports)
	}
	return append(facts, t.news(from)...)
}

// news says when something changed last and what, and leaves room for what is
// new since the reader's last visit, which only the reader's machine knows.
func (t *timeline) news(from string) []Fact {
	w := t.words
	days := t.changeDays()
	if len(days) == 0 {
		return nil
	}
	to := rel(from, "changes/index.html")
	facts := []Fact{{Name: w.say("facts_changed"), Value: days[0].Name, Time: days[0].Time, Href: to}}
	if sum := t.changeSum(days[0].Items); sum != "" {
		facts = append(facts, Fact{Name: w.say("facts_new"), Value: sum, Href: to})
	}
	var log []string
	for _, d := range days[:min(len(days), newsDays)] {
		log = append(log, d.Time+":"+strconv.Itoa(len(d.Items)))
	}
	return append(facts, Fact{Name: w.say("facts_visit"), Href: to, Log: strings.Join(log, " ")})
}

// newsDays is how many days of changes the home page remembers for its
// readers.
const newsDays = 60

func (t *timeline) reviewed() int {
	n := 0
	for _, e := range t.events.all() {
		if !e.unreviewed() {
			n++
		}
	}
	return n
}

// spanWords is "October 2023 – March 2024".
func (t *timeline) spanWords(a *axis) string {
	w := t.words
	first, last := dayOf(a.from), dayOf(a.to)
	x := w.say("date_my", "m", w.month(first.Month, false), "y", w.year(first.Year))
	if first.Year == last.Year && first.Month != last.Month {
		x = w.month(first.Month, false) // "January – November 2026"
	}
	y := w.say("date_my", "m", w.month(last.Month, false), "y", w.year(last.Year))
	switch {
	case a.unit == "year" || a.unit == "decade":
		x, y = w.year(first.Year), w.year(last.Year)
	case x == y:
		return x
	}
	return w.say("date_from_to", "a", x, "b", y)
}

// chief are the actors in most events.
func (t *timeline) chief(n int) []*actor {
	var all []*actor
	for _, a := range t.actors {
		if a.events.count() > 0 {
			all = append(all, a)
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].events.count() > all[j].events.count() })
	return all[:min(n, len(all))]
}

// score is the drawing of the home page.
func (t *timeline) score(a *axis, from string) *Chart {
	w := t.words
	c := t.draw(a, from, 76)
	c.Title = w.say("score_title", "unit", w.say("per_"+a.unit))
	c.Ahead = t.ahead(a, from)
	c.Marks = t.lane(a, t.key, func(*event) bool { return false }, from)
	for _, who := range t.chief(laneCount) {
		c.Lanes = append(c.Lanes, Lane{
			Name: t.shortName(who), Href: rel(from, who.path), Count: w.number(who.events.count()),
			Dots: t.lane(a, who.events.all(), func(e *event) bool { return !e.isKey }, from),
		})
	}
	return &c
}

// shortName is how a heading of little room calls an actor: a person by the
// last part of the name, unless another one has the same.
func (t *timeline) shortName(a *actor) string {
	s := surname(a.name)
	if a.Kind != "person" || t.surnames[s] > 1 {
		return a.name
	}
	return s
}

// railMonths is up to how many months a rail shows whole, and railYears how many
// years it names before and behind the open one.
const (
	railMonths = 18
	railYears  = 5
)

// lastYear is the last year in which something happened.
func (t *timeline) lastYear() int {
	last := 0
	for _, e := range t.drawn() {
		if e.month != nil {
			last = e.month.year
		}
	}
	return last
}

// rail lists the years around the open one, and the months of that which have
// events; of a short timeline the months of all years. Where years are left
// out, all events are named first.
func (t *timeline) rail(from string, open int, to func(*month) string) []Rail {
	var out []Rail
	t.shape.look()
	whole := len(t.months) <= railMonths
	at := slices.IndexFunc(t.years, func(y *year) bool { return y.year == open })
	if !whole && (at > railYears || at+railYears < len(t.years)-1) {
		out = append(out, Rail{Name: t.words.say("all_title"), Href: rel(from, allPath)}) // there are more than stand here
	}
	for i, y := range t.years {
		if !whole && (i < at-railYears || i > at+railYears) {
			continue
		}
		r := Rail{Name: t.words.year(y.year), Href: rel(from, y.path)}
		if !whole && y.year != open {
			if y.count > 0 { // how many is not said: one event would change the pages of all months
				out = append(out, r)
			}
			continue
		}
		r.Note = t.words.number(y.events())
		for _, m := range y.months {
			if m.events.count() == 0 {
				continue
			}
			l := Link{Href: to(m), Text: t.words.say("month_unknown_short"), Note: t.words.number(m.events.count())}
			if m.number > 0 {
				l.Text = t.words.month(m.number, false)
			}
			r.Items = append(r.Items, l)
		}
		if len(r.Items) > 0 {
			out = append(out, r)
		}
	}
	return out
}
