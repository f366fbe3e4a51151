package site

import (
	"slices"
	"strings"
	"sync"

	"fasti/extract/lang"
	"fasti/internal/config"
	"fasti/internal/gold"
	"fasti/internal/ledger"
)

// timeline is the content arranged for the pages: what is published, in
// order, with the ways from one thing to another. All pages read it and none
// changes what it says; one goroutine makes them.
type timeline struct {
	cfg   *config.Config
	words *words

	events    eventList // published, dated ones first, in the order of time
	dated     int       // events[:dated] have a year
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
	placeOf   map[string]*group // by the word of an event
	kindOf    map[string]*group
	history   []ledger.Change
	gold      gold.Count        // what people's decisions say of the automatic part
	changed   map[string]string // id -> day of its last change
	turn      map[string]int    // id -> which line of the history that is, from 1
	historyBy map[string][]ledger.Change
	newest    string            // day of the newest change
	changeLog []ChangeDay       // see changeDays
	key       []*event          // for the home page
	surnames  map[string]int    // how many people have each
	gallery   *gallery          // nil without pictures
	outlines  map[frame]string  // land that was drawn, see outline
	meet      bool              // there is a meeting
	oneTongue bool              // all articles are in the site's language
	spelled   map[string]string // how reports write places, by the id
	differing map[*event]bool   // whether reports of an event disagree, asked once
	questions []question        // pages that answer a question over all events
	former    []ledger.Address
	once      []ledger.Once // by which events were listed at some time
	broken    func(name string) bool
	quoted    map[quoted]Quote      // what quote has made
	renamed   map[string]string     // id that an actor had -> the one that it has
	menus     map[string][]menuLink // the owner's own entries, by menu
	clocks    *clocks
	counts    counts                // of what the reports give numbers
	detect    func() *lang.Detector // made when it is needed
	twins     map[string][]Link     // people's own pages in the other languages, by address from the home folder
	overview  *axis                 // of the drawing on the pages of events; nil if there is nothing to draw

	// What pages are made from, see noteCells.
	notes     *notes
	cells     map[string]*cell
	lists     map[string]*eventList // by the name of the cell of their size
	shape     cell
	frame     cell
	newestDay cell
	span      cell
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
	points   int // how much it matters

	own, sides cell // see noteCells
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
	events eventList
	roles  map[string]int
	marks  []string // words that stand for it in a quotation, the longest first

	own cell // see noteCells
}

// report is an article as a source.
type report struct {
	*ledger.Article
	path   string
	events eventList

	own, face cell // see noteCells
}

// month is one month's events; number 0 stands for a year's events whose
// month no report gives.
type month struct {
	year, number int
	events       eventList
	running      eventList // begun in an earlier month and not yet over
	path         string
}

type year struct {
	year   int
	months []*month
	count  int
	path   string

	size cell // see noteCells
}

// newTimeline arranges the content.
func newTimeline(c *ledger.Content, cfg *config.Config, w *words) *timeline {
	return newTimelineBy(c, cfg, w, openClocks("", ""))
}

// newTimelineBy is newTimeline with clocks that have read something before.
func newTimelineBy(c *ledger.Content, cfg *config.Config, w *words, by *clocks) *timeline {
	t := &timeline{
		cfg: cfg, words: w, history: slices.Clone(c.History), gold: gold.Total(c),
		changed: map[string]string{}, turn: map[string]int{}, historyBy: map[string][]ledger.Change{}, byID: map[string]*event{}, all: map[string]*ledger.Event{},
		actorOf: map[string]*actor{}, report: map[string]*report{}, quoted: map[quoted]Quote{}, detect: sync.OnceValue(detector), counts: counts{}, clocks: by,
	}
	// A command run with another day's clock writes behind those of later days.
	slices.SortStableFunc(t.history, func(a, b ledger.Change) int { return strings.Compare(a.Day, b.Day) })
	for i, h := range t.history {
		t.turn[h.ID] = i + 1
		t.changed[h.ID] = max(t.changed[h.ID], h.Day)
		t.newest = max(t.newest, h.Day)
		t.historyBy[h.ID] = append(t.historyBy[h.ID], h)
	}
	t.former, t.renamed, t.broken, t.once = c.Addresses(), c.Renamed(), c.Broken, c.Once()
	for _, a := range c.Articles {
		r := &report{Article: a, path: "s/" + a.Name + "/index.html"}
		t.articles, t.report[a.Name] = append(t.articles, r), r
	}
	for _, a := range c.Actors {
		t.actorOf[a.ID] = newActor(a, w)
	}
	t.spelled = t.spellings(c.Events)
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
		e = t.inSiteWords(inLanguage(t.titleLanguage(c.Shown(e)), w.lang))
		t.all[e.ID] = e
		if e.Published(cfg.Fasti.Publish) {
			t.add(e)
		}
	}
	t.order()
	t.arrange()
	t.rate(c.Articles)
	t.chooseKey()
	t.surnames = map[string]int{}
	for _, a := range t.actors {
		if a.Kind == "person" {
			t.surnames[surname(a.name)]++
		}
	}
	t.questions = t.ask()
	t.meet = slices.ContainsFunc(t.events.all(), func(e *event) bool { return e.present() != nil })
	t.oneTongue = t.oneLanguage()
	t.overview = t.newAxis(t.drawn())
	t.noteCells()
	return t
}

// detector knows languages by their small words.
func detector() *lang.Detector {
	d, err := lang.NewDetector()
	if err != nil { // broken tables of our own; the extraction reports them
		return &lang.Detector{}
	}
	return d
}

func newActor(a *ledger.Actor, w *words) *actor {
	v := &actor{Actor: a, name: a.Title, path: "a/" + a.ID + "/index.html", roles: map[string]int{}}
	if n := a.Names[w.short()]; n != "" {
		v.name = n
	}
	if v.Names[w.short()] == "" {
		if n := shippedName(a, w); n != "" {
			v.name = n
		}
	}
	if v.name == "" {
		v.name = a.ID
	}
	v.name = plainDirection(v.name)
	v.marks = markWords(a)
	return v
}

// bound finds the first and the last day that an event may be on.
func (e *event) bound() {
	if a, ok := e.When.Earliest(); ok {
		e.first, e.last, e.bounded = a.Ordinal(), a.Ordinal(), true
		if b, ok := e.When.Latest(); ok {
			e.last = b.Ordinal()
		}
	} else if b, ok := e.When.Latest(); ok {
		e.first, e.last, e.bounded = b.Ordinal(), b.Ordinal(), true
	}
}

func (t *timeline) add(e *ledger.Event) {
	v := &event{Event: e, when: t.words.when(e.When), path: "e/" + e.Slug + "/index.html"}
	v.bound()
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
	t.events.unnoted = append(t.events.unnoted, v)
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
