package site

import (
	"sort"
	"strconv"
	"strings"

	"fasti/internal/ledger"
)

// GroupIndex lists all places, or all kinds of events.
type GroupIndex struct {
	Page
	Heading string    `json:"heading"`
	Dek     string    `json:"dek"`
	Map     *Map      `json:"map"`
	Chart   *Chart    `json:"chart"` // with a lane for each of the most frequent
	Chief   []Link    `json:"chief"`
	Letters []Letters `json:"letters"`
}

// placeIndex and kindIndex are the ways into the timeline by where and by
// what.
func (t *timeline) placeIndex() GroupIndex {
	v := t.groupIndex("p/index.html", t.words.say("places_title"), t.places)
	v.Dek = t.words.listed("places_dek", len(t.places))
	var links []Link
	for _, g := range t.places {
		links = append(links, Link{Href: rel(v.Path, g.path), Text: g.name, Note: t.words.number(g.events.count())})
	}
	v.Letters = t.words.byLetter(links)
	v.Chief = v.Chief[:min(len(v.Chief), 12)]
	v.Map = t.mapOf(t.events.all(), v.Path, false)
	return v
}

func (t *timeline) kindIndex() GroupIndex {
	v := t.groupIndex("k/index.html", t.words.say("kinds_title"), t.kinds)
	v.Dek = t.words.listed("kinds_dek", len(t.kinds))
	return v
}

// otherIndexes leads to the indexes that the navigation has no room for.
func (t *timeline) otherIndexes(from string) []Link {
	var out []Link
	t.frame.look() // not how many there are
	if len(t.events.unnoted) > 0 {
		out = append(out, Link{Href: rel(from, allPath), Text: t.words.say("all_title")})
	}
	if t.meet {
		out = append(out, Link{Href: rel(from, meetingsPath), Text: t.words.say("meetings_title")})
	}
	if len(t.places) > 0 {
		out = append(out, Link{Href: rel(from, "p/index.html"), Text: t.words.say("places_title")})
	}
	if len(t.kinds) > 0 {
		out = append(out, Link{Href: rel(from, "k/index.html"), Text: t.words.say("kinds_title")})
	}
	return append(out, t.questionLinks(from)...)
}

// groupChief is how many groups an index shows by the number of their events,
// and groupLanes how many of those are drawn. A kind always fits.
const (
	groupChief = 40
	groupLanes = 8
)

func (t *timeline) groupIndex(path, title string, groups []*group) GroupIndex {
	v := GroupIndex{Page: t.page(path, "groups", "", title), Heading: title}
	v.Description = joinNonEmpty(" – ", title, t.cfg.Title)
	v.Crumbs = t.crumbs(path, Link{Text: title})
	chief := append([]*group(nil), groups...)
	sort.SliceStable(chief, func(i, j int) bool { return chief[i].events.count() > chief[j].events.count() })
	chief = chief[:min(len(chief), groupChief)]
	for _, g := range chief {
		v.Chief = append(v.Chief, Link{Href: rel(path, g.path), Text: g.name, Note: t.words.number(g.events.count()), Bar: pct(int64(g.events.count()) * 10000 / int64(chief[0].events.count()))})
	}
	if a := t.newAxis(t.events.all()[:t.dated]); a != nil && len(chief) > 1 {
		c := t.draw(a, path, 48)
		c.Title = t.words.say("score_title", "unit", t.words.say("per_"+a.unit))
		for _, g := range chief[:min(len(chief), groupLanes)] {
			c.Lanes = append(c.Lanes, Lane{
				Name: g.name, Href: rel(path, g.path), Count: t.words.number(g.events.count()),
				Dots: t.lane(a, g.events.all(), func(e *event) bool { return !e.isKey }, path),
			})
		}
		v.Chart = &c
	}
	return v
}

// byLetter puts links that stand in alphabetical order under their initials.
func (w *words) byLetter(links []Link) []Letters {
	var out []Letters
	for _, l := range links {
		initial := w.initial(l.Text)
		if n := len(out); n == 0 || out[n-1].Initial != initial {
			out = append(out, Letters{Initial: initial})
		}
		last := &out[len(out)-1]
		last.Items = append(last.Items, l)
	}
	return out
}

// coordinates writes a point as maps do: "30.04° N, 31.24° E".
func coordinates(w *words, at *ledger.Geo) string {
	part := func(v float64, pos, neg string) string {
		name := w.say("compass_" + pos)
		if v < 0 {
			v, name = -v, w.say("compass_"+neg)
		}
		return strings.Replace(strconv.FormatFloat(v, 'f', 2, 64), ".", w.say("decimal"), 1) + "° " + name
	}
	return part(at.Lat, "n", "s") + ", " + part(at.Lon, "e", "w")
}

// groupPages are the pages of the places or of the kinds, below their index.
func (t *timeline) groupPages(groups []*group, kicker string, index Link) []listMaker {
	var out []listMaker
	for _, g := range groups {
		out = append(out, listMaker{g.path, func() List { return t.groupPage(g, kicker, index) }})
	}
	return out
}

func (t *timeline) groupPage(g *group, kicker string, index Link) List {
	v := t.list(g.path, g.name)
	v.Kicker = kicker
	if g.at != nil && !g.area {
		v.Kicker += " · " + coordinates(t.words, g.at)
	}
	if g.actor != nil && g.actor.events.count() > 0 {
		v.See = Link{Href: rel(g.path, g.actor.path), Text: t.words.count("place_actor", g.actor.events.count(), "name", g.name)}
	}
	v.Crumbs = t.crumbs(g.path, index, Link{Text: g.name})
	v.Dek = t.words.count("events", g.events.count())
	events, more := t.best(g.events.all(), listMax)
	v.Months, v.More = t.byMonth(events, g.path), more
	if a := t.newAxis(g.events.all()); a != nil && g.events.count() > 3 {
		c := t.draw(a, g.path, 60)
		c.Title = t.words.say("score_title", "unit", t.words.say("per_"+a.unit))
		v.Chart = &c
	}
	return v
}
