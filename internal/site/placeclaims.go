package site

import (
	"strings"

	"fasti/internal/gazetteer"
)

// placesStated are the places at which each article of an event puts it, where
// its sources say so: fasti notes them if the articles name different ones.
func (t *timeline) placesStated(e *event) (voices []*report, places map[*report][]string) {
	places = map[*report][]string{}
	for _, s := range e.Sources {
		r := t.report[s.Article]
		if r == nil || s.Misread || s.Places == "" {
			continue
		}
		if places[r] == nil {
			voices = append(voices, r)
			places[r] = strings.Split(s.Places, "|")
		}
	}
	return voices, places
}

// onePlace reports whether an event took place at one spot: a journey has
// several, and so may what lasts for days.
func onePlace(e *event) bool {
	return e.Kind != "travel" && !e.When.IsInterval()
}

// placeClaim is the row of an event whose reports name places that exclude each
// other; nil if there are none.
func (t *timeline) placeClaim(e *event) *Claim {
	if !onePlace(e) || len(e.reports) < 2 {
		return nil
	}
	voices, stated := t.placesStated(e)
	apart := false
	for i, a := range voices {
		for _, b := range voices[:i] {
			apart = apart || t.apart(stated[a], stated[b])
		}
	}
	if !apart {
		return nil
	}
	w := t.words
	c := &Claim{Name: w.say("claim_place"), Here: t.placesLabel(e.Places)}
	n := 0
	var said says
	for _, r := range voices {
		if !t.apart(stated[r], e.Places) {
			n++
		}
		said.add(t.placesLabel(stated[r]), t.voice(r))
	}
	c.Others = said.lines(w)
	if len(e.Places) == 0 || n == len(voices) { // the event has them all, or none: nobody has decided
		c.Here = w.say("claim_open")
		return c
	}
	t.agreement(c, n, len(voices))
	return c
}

// placesLabel names places.
func (t *timeline) placesLabel(places []string) string {
	var names []string
	for _, p := range places {
		names = append(names, isolate(t.place(p).name))
	}
	return strings.Join(names, t.words.say("list_comma"))
}

// apart reports whether no place of one list can be one of the other, as far as
// the gazetteer knows: what it does not know excludes nothing.
func (t *timeline) apart(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		for _, y := range b {
			p, q := t.place(x), t.place(y)
			if p.id == q.id || !elsewhere(p.known, q.known) {
				return false
			}
		}
	}
	return true
}

// farOff is from how many hundredths of a degree two towns are no longer one
// and its suburb.
const farOff = 20

// elsewhere reports whether two known places exclude each other: in different
// countries, or two towns of one that lie well apart.
func elsewhere(p, q gazetteer.Place) bool {
	if p.Country == "" || q.Country == "" {
		return false // a sea, a continent: it may hold the other
	}
	if p.Country != q.Country {
		return true
	}
	return p.Kind == "city" && q.Kind == "city" && p.Located && q.Located &&
		(max(p.Point.Lat-q.Point.Lat, q.Point.Lat-p.Point.Lat, p.Point.Lon-q.Point.Lon, q.Point.Lon-p.Point.Lon) > farOff)
}
