package merge

import (
	"cmp"
	"slices"
	"strings"

	"fasti/extract"
	"fasti/extract/actor"
	"fasti/extract/actor/namekey"
	"fasti/extract/event"
	"fasti/internal/edtf"
)

// item is one event of one article, with what it is compared by.
type item struct {
	res   *extract.Result
	ev    *event.Event
	index int // of ev in res.Events
	order int // place in the canonical order

	when    edtf.Date // of the event; a person's date before the article's
	fixed   string    // the date a person gave, or ""
	group   string    // of a veto
	pinned  bool      // the veto names this very event, so that a group is a join too
	span    window
	day     int64 // ordinal of the article's day; 0 if unknown
	actors  []part
	places  []string // keys, sorted
	country bool     // all places are countries
	wording
	over *item // of one that is not published: the published one of the same sentence and day, or nil
}

// told gives the item that an unpublished one is a part of, or itself.
func (it *item) told() *item {
	if it.over != nil {
		return it.over
	}
	return it
}

// findOver finds for each unpublished item the published one that its sentence
// tells: the noun in "opened an exhibition" must not join what the verb cannot.
func findOver(items []*item) {
	type place struct {
		res      *extract.Result
		sentence int
		lo, hi   int64
	}
	of := func(it *item) place { return place{it.res, it.ev.Sources[0].Sentence, it.span.lo, it.span.hi} }
	published := map[place]*item{}
	for _, it := range items {
		if it.ev.Published && len(it.ev.Sources) > 0 && published[of(it)] == nil {
			published[of(it)] = it
		}
	}
	for _, it := range items {
		if !it.ev.Published && len(it.ev.Sources) > 0 {
			it.over = published[of(it)]
		}
	}
}

// part is an actor of the timeline in the event.
type part struct {
	actor int
	role  event.Role
	kind  actor.Kind
}

// window is the days that an event's date can be.
type window struct {
	lo, hi int64
	ok     bool
	yearly string // "10-07" of a date without a year
}

// days is the length of the window.
func (w window) days() int64 { return w.hi - w.lo + 1 }

func windowOf(d edtf.Date) window {
	if d.IsZero() {
		return window{}
	}
	if d.YearUnknown() {
		return window{yearly: strings.TrimRight(strings.TrimPrefix(d.String(), "XXXX-"), "~?%")}
	}
	lo, ok0 := d.Earliest()
	hi, ok1 := d.Latest()
	switch {
	case ok0 && ok1:
		return window{lo: lo.Ordinal(), hi: hi.Ordinal(), ok: true}
	case ok0:
		return window{lo: lo.Ordinal(), hi: lo.Ordinal() + open, ok: true}
	case ok1:
		return window{lo: hi.Ordinal() - open, hi: hi.Ordinal(), ok: true}
	}
	return window{}
}

// open is how many days an interval without an end is taken to last.
const open = 3660

// dateOf parses EDTF; what is none is the zero date.
func dateOf(s string) edtf.Date {
	d, err := edtf.Parse(s)
	if err != nil {
		return edtf.Date{}
	}
	return d
}

// collect makes the items of all articles, in canonical order.
func collect(arts []*Gist, cast *cast, opt Options) []*item {
	vetoes := map[string][]Veto{}
	for _, v := range opt.Vetoes {
		vetoes[v.Article] = append(vetoes[v.Article], v)
	}
	for _, list := range vetoes {
		slices.SortFunc(list, func(a, b Veto) int {
			return cmp.Or(cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.Trigger, b.Trigger),
				cmp.Compare(a.Group, b.Group), cmp.Compare(a.When, b.When))
		})
	}
	var items []*item
	for _, g := range arts {
		from := len(items)
		for i := range g.res.Events {
			if len(g.res.Events[i].Sources) > 0 {
				items = append(items, newItem(g, i, cast))
			}
		}
		heed(items[from:], vetoes[g.res.Article.Name])
		slices.SortStableFunc(items[from:], compareInArticle)
	}
	for i, it := range items {
		it.order = i
	}
	return items
}

func compareInArticle(a, b *item) int {
	x, y := a.ev, b.ev
	return cmp.Or(
		cmp.Compare(x.Sources[0].Sentence, y.Sources[0].Sentence),
		cmp.Compare(x.Trigger.Start, y.Trigger.Start), cmp.Compare(x.Trigger.End, y.Trigger.End),
		cmp.Compare(x.When, y.When), cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Status, y.Status),
	)
}

// heed applies an article's vetoes. One that names no trigger holds for a
// sentence with a single event; in others nobody can tell which it means.
func heed(items []*item, vetoes []Veto) {
	if len(vetoes) == 0 {
		return
	}
	inSentence := map[int]int{}
	for _, it := range items {
		inSentence[it.ev.Sources[0].Sentence]++
	}
	for _, it := range items {
		sentence := it.ev.Sources[0].Sentence
		for _, v := range vetoes {
			if v.Sentence != sentence || v.Trigger != textOf(it.res, it.ev.Trigger) && (v.Trigger != "" || inSentence[sentence] > 1) {
				continue
			}
			if v.Group != "" {
				it.group, it.pinned = v.Group, v.Trigger != ""
			}
			if v.When != "" {
				it.fixed, it.when = v.When, dateOf(v.When)
				it.span = windowOf(it.when)
			}
		}
	}
}

func newItem(g *Gist, index int, cast *cast) *item {
	r, ev := g.res, &g.res.Events[index]
	it := &item{res: r, ev: ev, index: index, wording: g.wordings[index], when: dateOf(ev.When)}
	it.span = windowOf(it.when)
	if len(r.Article.Date) >= 10 {
		if d, ok := dateOf(r.Article.Date[:10]).Earliest(); ok {
			it.day = d.Ordinal()
		}
	}
	for _, p := range ev.Parts {
		if i := cast.of(r.Article.Name, p.Actor); i >= 0 {
			it.actors = append(it.actors, part{cast.namesake(i), p.Role, cast.actors[i].Kind})
		}
	}
	slices.SortFunc(it.actors, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.actor, b.actor), cmp.Compare(a.role, b.role))
	})
	it.actors = slices.CompactFunc(it.actors, func(a, b part) bool { return a.actor == b.actor })
	it.country = len(ev.Places) > 0
	for _, p := range ev.Places {
		it.places = append(it.places, placeKey(r, p, cast))
		i := cast.of(r.Article.Name, p)
		it.country = it.country && i >= 0 && cast.actors[i].Kind == actor.State
	}
	it.places = distinct(it.places)
	return it
}

// placeKey is the same for a place in all languages as far as can be told.
func placeKey(r *extract.Result, place string, cast *cast) string {
	if i := cast.of(r.Article.Name, place); i >= 0 {
		return "@" + cast.actors[i].ID
	}
	return namekey.Skeleton(place)
}
