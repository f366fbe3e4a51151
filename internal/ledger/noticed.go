package ledger

import (
	"cmp"
	"slices"
	"strings"

	"fasti/internal/decisions"
)

// noticed gives the acts that people have done by hand, in the files, and that
// the log does not tell yet.
func (c *Content) noticed() []Act {
	n := &noticing{c: c}
	for _, e := range c.Events {
		if c.stirs(e.ID) {
			n.event(e)
		}
	}
	for _, a := range c.Actors {
		if a.Auto && c.stirs(a.ID) {
			n.actor(a)
		}
	}
	n.files()
	return n.acts
}

// stirs reports whether something of an event or actor may have changed since people
// were last heard.
func (c *Content) stirs(id string) bool { return c.stirred == nil || c.stirred[id] }

type noticing struct {
	c    *Content
	acts []Act
}

func (n *noticing) add(a Act) { n.acts = append(n.acts, a) }

// byHand is the reason that such acts carry.
const byHand = "by hand"

func (n *noticing) event(e *Event) {
	if e.Auto {
		n.values(e)
		n.parts(e)
		n.taken(e)
	}
	n.made(e)
	n.review(e)
	n.put(e)
}

// made notices an event that people have made by hand: readers are told that it
// is new, and its address is known from then on. One that the log speaks of
// already was there before logs told of such events, and is no news.
func (n *noticing) made(e *Event) {
	if _, known := n.c.know().minted[e.ID]; known || e.Auto || !strings.HasPrefix(e.Path, eventsDir+"/") || !n.c.showable(e) {
		return
	}
	a := Act{Act: decisions.New, Event: e.ID, Key: "title", New: e.Title, Path: strings.TrimPrefix(e.Path, "content/"), Reason: byHand}
	if slices.ContainsFunc(n.c.Log().Acts, func(x Act) bool { return x.Event == e.ID }) {
		a = Act{Act: decisions.Given, Event: e.ID, Path: a.Path, Reason: byHand}
	}
	n.add(a)
}

// values notices titles, dates and the like.
func (n *noticing) values(e *Event) {
	told := n.c.know().values[e.ID]
	for _, v := range e.told() {
		key, now := v.key, v.now
		before, known := told[key]
		if known && before == now || !known && !slices.Contains(e.Edited, key) {
			continue
		}
		if _, wrote := e.wrote[key]; !known && !wrote && now == "" {
			continue // nobody has ever said anything there
		}
		if !known && key == "when" { // the date that fasti wrote is mostly that of a source
			for _, s := range e.Sources {
				if e.wrote[key] == fingerprint(s.When) {
					before = s.When
					break
				}
			}
		}
		n.add(Act{Act: decisions.Set, Event: e.ID, Key: key, Old: before, New: now})
	}
}

// told are the values of an event of which readers are told when they change, as
// they are shown, in the order of their keys.
func (e *Event) told() [6]keyed {
	return [...]keyed{
		{"kind", e.Kind}, {"places", show(e.Places)}, {"series", show(e.Series)}, {"status", e.Status}, {"title", e.Title}, {"when", e.when},
	}
}

// noticedValue reports whether a key is one of those whose values people change in
// the files of events and actors, and that say nothing of where an event stands.
func noticedValue(key string) bool {
	is := func(v keyed) bool { return v.key == key }
	told := new(Event).told()
	return key == "actors" || slices.ContainsFunc(told[:], is) || slices.ContainsFunc(noticeable(new(Actor)), is)
}

// parts notices actors that were put in, changed or taken out.
func (n *noticing) parts(e *Event) {
	told := n.c.know().values[e.ID]
	for _, p := range e.Actors {
		h, wrote := e.wrote["actors."+p.ID]
		if wrote && h == fingerprint(p.Role) {
			continue
		}
		if was, known := told["actor:"+p.ID]; known && was == p.Role {
			continue
		}
		before := ""
		if wrote {
			before = strings.TrimSpace(p.ID + " " + told["actor:"+p.ID])
		}
		n.add(Act{Act: decisions.Set, Event: e.ID, Key: "actors", Old: before, New: p.ID + " " + p.Role})
	}
	for _, key := range sortedKeys(e.wrote) {
		id, ok := strings.CutPrefix(key, "actors.")
		if !ok || slices.ContainsFunc(e.Actors, func(p Part) bool { return p.ID == id }) {
			continue
		}
		if was, known := told["actor:"+id]; !known || was != "" {
			n.add(Act{Act: decisions.Set, Event: e.ID, Key: "actors", Old: strings.TrimSpace(id + " " + was)})
		}
	}
}

// taken notices sources that were taken out.
func (n *noticing) taken(e *Event) {
	for _, key := range sortedKeys(e.wrote) {
		id, ok := strings.CutPrefix(key, "sources.")
		if !ok || e.hasSource(id) {
			continue
		}
		if slices.ContainsFunc(n.c.know().bars[e.ID], func(b mark) bool { return b.id == id }) {
			continue
		}
		k, known := n.c.know().sources[e.ID][id]
		if !known {
			k = n.c.missing(e)
		}
		a := Act{Act: decisions.Remove, Event: e.ID, Source: id, Article: k.article, Sentence: k.sentence, Reason: byHand}
		if k.like != 0 {
			a.Like = likeText(k.like)
		}
		n.add(a)
	}
}

// showable reports whether readers may see an event as it stands: it is no draft,
// and not all that it quotes is unverified.
func (c *Content) showable(e *Event) bool {
	if !e.Published("all") || e.hold.on(c.day) != "" || e.Unread(c.Readers) {
		return false
	}
	lib := c.shelf()
	return len(e.Sources) == 0 || slices.ContainsFunc(e.Sources, func(s Source) bool { return lib.judge(e, s).shown })
}

// missing is the one sentence that the log knows of an event and that its file
// has no more; none if there are several.
func (c *Content) missing(e *Event) mark {
	var out []mark
	for _, k := range c.know().minted[e.ID].marks {
		if !slices.ContainsFunc(e.Sources, func(s Source) bool { return s.Article == k.article && likeness(s.Quote) == k.like }) &&
			!slices.ContainsFunc(out, func(q mark) bool { return q.article == k.article && q.like == k.like }) {
			out = append(out, k)
		}
	}
	if len(out) != 1 {
		return mark{}
	}
	return out[0]
}

// put notices sources that people have put in, and with them that their words
// stood in the article when a run first saw them.
func (n *noticing) put(e *Event) {
	for _, s := range e.Sources {
		a := n.c.articleOf(s.Article)
		if s.Quote == "" || a == nil || !strings.Contains(a.Body, s.Quote) || n.c.proven(e, s) {
			continue
		}
		n.add(aboutSource(Act{Act: decisions.Add, Event: e.ID, Key: "sources", New: s.Article + " " + s.Quote, Reason: byHand}, s))
	}
}

// review notices where people have put an event.
func (n *noticing) review(e *Event) {
	was := n.c.know().review[e.ID]
	if !e.Auto && was == "" && e.review == Accepted {
		return // made by hand
	}
	was = cmp.Or(was, Proposed)
	if e.review == was || e.byItself(e.review) {
		return
	}
	a := Act{Event: e.ID, Key: "review", Old: string(was), New: string(e.review), Reason: byHand}
	switch {
	case e.review == Accepted:
		a.Act = decisions.Accept
	case e.review == Rejected:
		a.Act = decisions.Reject
	case e.review == Merged && len(e.Into) == 1:
		a.Act, a.Into, a.New = decisions.Merge, e.Into[0], ""
	default:
		a.Act = decisions.Set
	}
	n.add(a)
}

// actor notices what people wrote into a file that fasti made.
func (n *noticing) actor(a *Actor) {
	told := n.c.know().values[a.ID]
	for _, v := range noticeable(a) {
		if before, known := told[v.key]; slices.Contains(a.Edited, v.key) && (!known || before != v.now) {
			n.add(Act{Act: decisions.Set, Actor: a.ID, Key: v.key, Old: before, New: v.now})
		}
	}
}

// keyed is what a key says.
type keyed struct{ key, now string }

// noticeable are the keys of an actor that people change.
func noticeable(a *Actor) []keyed {
	return []keyed{
		{"title", a.Title}, {"kind", a.Kind}, {"country", a.Country}, {"known_as", strings.Join(a.KnownAs, "; ")},
		{"not", strings.Join(a.Not, "; ")}, {"wikidata", a.Wikidata},
	}
}

// files notices files that people have deleted, or put back.
func (n *noticing) files() {
	there := map[string]bool{}
	for _, e := range n.c.Events {
		there[e.ID] = true
		for _, id := range e.also {
			there[id] = true
		}
	}
	for _, a := range n.c.Actors {
		there[a.ID] = true
	}
	for _, id := range sortedKeys(n.c.know().minted) {
		m := n.c.know().minted[id]
		act := Act{Event: id, Path: m.path, Reason: byHand}
		if strings.HasPrefix(m.path, "actors/") {
			act.Event, act.Actor = "", id
		}
		switch _, moved := n.c.know().renamed[id]; {
		case there[id] && n.c.know().deleted[id]:
			act.Act = decisions.Restore
		case !there[id] && !n.c.know().deleted[id] && !moved && len(n.c.broken) == 0: // a file that cannot be read may be it
			act.Act = decisions.Delete
		default:
			continue
		}
		n.add(act)
	}
}
