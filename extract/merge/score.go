package merge

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/event"
)

// Points for and against two items being one event. They are integers, so
// that every processor joins alike. The sums that matter: the same day, kind
// and pair of actors are enough; of one actor or another day, words or a place
// must speak for it too.
const (
	enough = 60 // from here two items are one event
	doubt  = 48 // from here a person is asked

	sameDay    = 25
	nearDay    = 6 // neighbouring days: nights, time zones, mistakes
	sameWindow = 8 // overlapping, one of them no more than a month
	wideWindow = 4

	sameKind    = 20
	relatedKind = 4
	otherKind   = -15

	allActors   = 30 // scaled by how far the actors agree
	otherPeople = -20
	rareActor   = 6 // one of the shared actors is not in everything
	sameTrigger = 15
	allWords    = 40 // scaled by how far the words agree
	fewWords    = -22
	otherWord   = -15 // the same, but two take part in both
	samePlace   = 8
	otherPlace  = -12
	otherScene  = -30 // another place for what can only happen in one
	sameID      = 20
	sameSeries  = 25
	sameCount   = 6
	otherThing  = -40 // one word, nobody in both, and each tells something in the other's place
	oneScene    = 12  // in two languages harm was done in one town on one day
)

// tellingWords is from how far words agree, in per cent, they can stand for
// somebody who takes part in both.
const tellingWords = 40

// verdict is what comparing two items gives.
type verdict struct {
	score int
	never bool     // something rules it out
	why   []string // what gave points, if that is to be told: "dates +25"
}

// reckoning sums points up.
type reckoning struct {
	score int
	trace bool
	why   []string
}

// add adds points for a reason.
func (t *reckoning) add(points int, reason string) {
	t.score += points
	if t.trace && points != 0 {
		t.why = append(t.why, fmt.Sprintf("%s %+d", reason, points))
	}
}

// atMost holds the points down for a reason.
func (t *reckoning) atMost(points int, reason string) {
	if t.trace && t.score > points {
		t.why = append(t.why, reason)
	}
	t.score = min(t.score, points)
}

// scorer compares items.
type scorer struct {
	rarity map[string]int // stem -> weight from 1 (common) to 4 (rare)
	parts  map[int]int    // actor -> number of items it takes part in
	often  int            // from so many on an actor is common
	trace  bool           // tell what gave points
}

func newScorer(items []*item) *scorer {
	df := map[string]int{}
	for _, it := range items {
		for _, w := range it.words {
			df[it.res.Article.Lang+" "+w]++
		}
	}
	s := &scorer{rarity: make(map[string]int, len(df)), parts: map[int]int{}, often: max(8, len(items)/40)}
	for _, it := range items {
		for _, p := range it.actors {
			s.parts[p.actor]++
		}
	}
	for w, n := range df {
		weight := 4
		for limit := 4; n > limit && weight > 1; limit *= 8 {
			weight--
		}
		s.rarity[w] = weight
	}
	return s
}

var never = verdict{never: true}

// compare scores two items. It is symmetric.
func (s *scorer) compare(a, b *item) verdict {
	if ruledOut(a, b) || (a.over != nil || b.over != nil) && ruledOut(a.told(), b.told()) {
		return never
	}
	date, ok := dateScore(a, b)
	if !ok {
		return never
	}
	t := reckoning{trace: s.trace}
	t.add(date, "dates")
	t.add(kindScore(a.ev.Kind, b.ev.Kind), "kinds")
	cast, shared, rare := s.actorScore(a, b)
	t.add(cast, "who takes part")
	if rare && date >= sameDay {
		t.add(rareActor, "somebody who is not in everything")
	}
	one := a.oneLanguage(b)
	words := 0
	if one {
		words = s.wording(a, b, shared, &t)
	}
	s.details(a, b, &t)
	oneTown := sameTown(a, b) && date >= sameDay
	if oneTown {
		t.add(oneScene, "harm in one town on one day")
	}
	if shared == 0 && a.trigger == b.trigger && one && s.exchanged(a, b) {
		t.add(otherThing, "each tells something in the other's place")
	}
	if why := s.doubted(a, b, evidence{date, words, shared, oneTown}); why != "" {
		t.atMost(doubt-1, why)
	}
	return verdict{score: t.score, why: t.why}
}

// evidence is what was found of two items: the points for their dates, how far
// words agree in per cent, how many take part in both, and whether both tell of harm
// in one town on one day.
type evidence struct {
	date, words, shared int
	oneTown             bool
}

// doubted gives the reason why two items are not joined whatever points they have,
// "" if there is none.
func (s *scorer) doubted(a, b *item, e evidence) string {
	if e.date == nearDay && s.eachItsDay(a, b) {
		return "each names its day"
	}
	if e.words >= tellingWords {
		return ""
	}
	deed := a.ev.Kind == event.Reject && a.trigger == b.trigger && e.shared > 1 // a bill is vetoed once
	spoken := (a.ev.Kind.Spoken() || b.ev.Kind.Spoken()) && !deed
	if spoken && !meets(a.ids, b.ids) && (a.oneLanguage(b) || e.shared < 2) {
		return "one speaker says many things in a day"
	}
	if e.shared == 0 && !e.oneTown && !(meets(a.ids, b.ids) && e.date >= sameDay) {
		return "nobody in both"
	}
	return ""
}

// wording gives the points for the words of two items in one language, and how far
// those agree that can stand for somebody who takes part, in per cent.
func (s *scorer) wording(a, b *item, shared int, t *reckoning) int {
	words := s.agreement(a, b)
	t.add(words*allWords/100, "words")
	if (a.ev.Kind.Spoken() || b.ev.Kind.Spoken()) && shared < 2 {
		words = s.besides(a, b)
	}
	switch {
	case a.trigger != "" && a.trigger == b.trigger:
		t.add(sameTrigger, "one word for it")
	case words < 15 && shared > 1:
		t.add(otherWord, "hardly a word in both")
	case words < 15:
		t.add(fewWords, "hardly a word in both")
	}
	return words
}

// eachItsDay reports whether two items of neighbouring days say their days
// themselves, and nothing speaks for one scene.
func (s *scorer) eachItsDay(a, b *item) bool {
	if !toldDay(a) || !toldDay(b) {
		return false
	}
	return !a.ev.Kind.OfOnePlace() || !meets(a.places, b.places) || s.lacking(a, b) > 0 && s.lacking(b, a) > 0
}

// details gives the points for place, numbers and series.
func (s *scorer) details(a, b *item, t *reckoning) {
	if len(a.places) > 0 && len(b.places) > 0 {
		switch {
		case meets(a.places, b.places):
			t.add(samePlace, "one place")
		case a.ev.Kind.OfOnePlace():
			t.add(otherScene, "another scene")
		default:
			t.add(otherPlace, "another place")
		}
	}
	if meets(a.ids, b.ids) {
		t.add(sameID, "a number or name that only one thing has")
	}
	if meets(a.counts, b.counts) {
		t.add(sameCount, "one count")
	}
	if a.ev.Series != nil && b.ev.Series != nil {
		t.add(sameSeries, "one series")
	}
}

// ruledOut reports what no evidence can outweigh.
func ruledOut(a, b *item) bool {
	if a.res == b.res {
		return true // the article itself tells them apart
	}
	if a.group != "" && b.group != "" && a.group != b.group {
		return true
	}
	if a.fixed != "" && b.fixed != "" && a.fixed != b.fixed {
		return true
	}
	if x, y := a.ev.Series, b.ev.Series; x != nil && y != nil && x.Number > 0 && y.Number > 0 && x.Number != y.Number {
		return true
	}
	if otherIDs(a.ids, b.ids) || opposite(a, b) || reversed(a, b) || otherParts(a, b) || otherScenes(a, b) {
		return true
	}
	return a.oneLanguage(b) && (otherNames(a, b) || otherCompounds(a, b))
}

// oneLanguage reports whether two reports are in the same language.
func (it *item) oneLanguage(o *item) bool { return it.res.Article.Lang == o.res.Article.Lang }

// otherIDs reports the same word with another number or name: Resolution 2712,
// 2728; the satellite Kestrel, the satellite Merlin.
func otherIDs(a, b []string) bool {
	for _, x := range a {
		word, _, _ := strings.Cut(x, " ")
		of := func(id string) bool { return word != "" && strings.HasPrefix(id, word+" ") }
		if slices.ContainsFunc(b, of) && !slices.ContainsFunc(a, func(id string) bool { return of(id) && slices.Contains(b, id) }) {
			return true
		}
	}
	return false
}

// opposite reports statuses that cannot both be right, and plans that were
// reported after the thing itself.
func opposite(a, b *item) bool {
	x, y := a.ev.Status, b.ev.Status
	if x == y {
		return false
	}
	if y == event.Planned {
		a, b, x, y = b, a, y, x
	}
	if x == event.Planned {
		return y != event.Happened && y != event.Cancelled && y != event.Alleged ||
			a.day > 0 && b.day > 0 && a.day > b.day
	}
	return !x.Told() || !y.Told()
}

// reversed reports that who acts in the one receives in the other.
func reversed(a, b *item) bool {
	if !a.ev.Kind.Directed() {
		return false
	}
	turned := 0
	for _, p := range a.actors {
		q, ok := findPart(b.actors, p.actor)
		switch {
		case !ok:
		case p.role == q.role:
			return false
		case p.role.Acts() != q.role.Acts():
			turned++
		}
	}
	return turned >= 2
}

func findPart(parts []part, actor int) (part, bool) {
	i, ok := slices.BinarySearchFunc(parts, actor, func(p part, t int) int { return cmp.Compare(p.actor, t) })
	if !ok {
		return part{}, false
	}
	return parts[i], true
}

// dateScore compares the windows; ok is false if they lie apart.
func dateScore(a, b *item) (points int, ok bool) {
	x, y := a.span, b.span
	if x.yearly != "" || y.yearly != "" {
		return sameDay / 2, x.yearly == y.yearly || x.yearly != "" && onDay(y, x.yearly) || y.yearly != "" && onDay(x, y.yearly)
	}
	if !x.ok || !y.ok {
		return 0, false
	}
	switch {
	case x == y && x.days() <= 2:
		return sameDay, true
	case x.lo <= y.hi && y.lo <= x.hi:
		switch wide := max(x.days(), y.days()); {
		case wide <= 2:
			return sameDay, true
		case x == y:
			return sameDay - 5, true
		case wide <= 31:
			return sameWindow, true
		}
		return wideWindow, true
	case x.days() == 1 && y.days() == 1 && (x.lo == y.lo+1 || y.lo == x.lo+1):
		return nearDay, true
	}
	return 0, false
}

// onDay reports whether a day window is the month and day of a yearly date.
func onDay(w window, yearly string) bool {
	return w.ok && w.days() == 1 && strings.HasSuffix(dayText(w.lo), yearly)
}

// families are kinds that reports of one thing are often taken for.
var families = [...][]event.Kind{
	{event.Consult, event.Travel, event.Agree, event.Cooperate},
	{event.Consult, event.Statement, event.Request},
	{event.Assault, event.Coerce, event.Mobilize, event.Death, event.Accident, event.Disaster},
	{event.Agree, event.Yield, event.Economy, event.Court, event.Election, event.Cooperate},
	{event.Court, event.Agree, event.Request, event.Sanction, event.Statement, event.Reject},
	{event.Court, event.Coerce},
	{event.Accuse, event.Reject, event.Threaten, event.Statement, event.Request},
	{event.Appointment, event.Election, event.Yield},
	{event.Protest, event.Assault, event.Coerce},
	{event.Publication, event.Statement, event.Science, event.Culture},
}

func kindScore(a, b event.Kind) int {
	if a == b {
		return sameKind
	}
	for _, f := range families {
		if slices.Contains(f, a) && slices.Contains(f, b) {
			return relatedKind
		}
	}
	if a == event.Other || b == event.Other || a == "" || b == "" {
		return 0
	}
	return otherKind
}

// actorScore compares who takes part, people more than states, which take part
// in everything. shared is the number of actors in both; rare, that one of them is
// not in everything.
func (s *scorer) actorScore(a, b *item) (points, shared int, rare bool) {
	both, all := 0, 0
	onlyA, onlyB := false, false // people of one side only
	i, j := 0, 0
	for i < len(a.actors) || j < len(b.actors) {
		switch {
		case j == len(b.actors) || i < len(a.actors) && a.actors[i].actor < b.actors[j].actor:
			all += a.actors[i].weight()
			onlyA = onlyA || a.actors[i].person()
			i++
		case i == len(a.actors) || b.actors[j].actor < a.actors[i].actor:
			all += b.actors[j].weight()
			onlyB = onlyB || b.actors[j].person()
			j++
		default:
			w := max(a.actors[i].weight(), b.actors[j].weight())
			both, all = both+w, all+w
			if w > 1 {
				shared++
				rare = rare || s.parts[a.actors[i].actor] < s.often
			}
			i, j = i+1, j+1
		}
	}
	if all == 0 {
		return 0, 0, false
	}
	points = allActors * both / all
	if onlyA && onlyB {
		points += otherPeople
	}
	return points, shared, rare
}

func (p part) person() bool { return p.kind == actor.Person && p.role != event.Mentioned }

func (p part) weight() int {
	switch {
	case p.role == event.Mentioned:
		return 1
	case p.kind == actor.Person:
		return 4
	case p.kind == actor.Place:
		return 2
	}
	return 3
}

// agreement is how far the words of two items of one language agree, per
// cent, rare words weighing more. The smaller set decides: a short report is
// no other event for being short.
func (s *scorer) agreement(a, b *item) int {
	lang := a.res.Article.Lang + " "
	both, wa, wb := 0, 0, 0
	i, j := 0, 0
	for i < len(a.words) || j < len(b.words) {
		switch {
		case j == len(b.words) || i < len(a.words) && a.words[i] < b.words[j]:
			wa += s.rarity[lang+a.words[i]]
			i++
		case i == len(a.words) || b.words[j] < a.words[i]:
			wb += s.rarity[lang+b.words[j]]
			j++
		default:
			w := s.rarity[lang+a.words[i]]
			both, wa, wb = both+w, wa+w, wb+w
			i, j = i+1, j+1
		}
	}
	if small := min(wa, wb); small > 0 {
		return 100 * both / max(small, 12)
	}
	return 0
}

// besides is how far the words of two items agree when the words that report
// are left out.
func (s *scorer) besides(a, b *item) int {
	without := func(it *item) *item {
		o := *it
		o.words = slices.DeleteFunc(slices.Clone(it.words), func(w string) bool { return w == a.trigger || w == b.trigger })
		return &o
	}
	return s.agreement(without(a), without(b))
}

// meets reports whether two sorted lists share an element.
func meets(a, b []string) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c == 0:
			return true
		case c < 0:
			i++
		default:
			j++
		}
	}
	return false
}
