package site

import (
	"slices"
	"strings"

	"fasti/internal/ledger"
)

// tombstones stand at the addresses of events, actors and articles that the
// site once had and has no more: they lead on where there is somewhere to go,
// and else say what happened. None says the title of what was taken out.
func (t *timeline) tombstones() []Moved {
	var out []Moved
	for _, a := range t.former {
		var v Moved
		ok := false
		switch a.Section {
		case "e":
			v, ok = t.formerEvent(a)
		case "a":
			v, ok = t.formerActor(a)
		case "s":
			if t.report[a.Name] == nil {
				v, ok = t.tombstone(a, "gone_report", ""), true
			}
		}
		if ok {
			out = append(out, v)
		}
		if x := t.actorOf[t.renamed[a.ID]]; a.Section == "a" && x != nil && (t.actorOf[a.ID] == nil || t.actorOf[a.ID].events.count() == 0) {
			out = append(out, t.formerPairs(a.Name, x)...)
		}
	}
	return out
}

// formerPairs lead from the pages of two actors, one of whom had another name, to
// those of today.
func (t *timeline) formerPairs(name string, x *actor) []Moved {
	var out []Moved
	for _, o := range t.seenWith(x) {
		if o.n < pairMin {
			continue
		}
		first, second := name, o.who.ID
		if first > second {
			first, second = second, first
		}
		to := t.words.say("pair", "a", x.name, "b", o.who.name)
		out = append(out, t.aliasesOf([]string{"a/" + first + "/" + second}, Link{Text: to}, pairPath(x, o.who))...)
	}
	return out
}

// tombstone is a page that says that something is gone, and why.
func (t *timeline) tombstone(a ledger.Address, why, note string) Moved {
	path := a.Section + "/" + a.Name + "/index.html"
	v := Moved{Page: t.page(path, "moved", "", t.words.say("gone_title")), Heading: t.words.say("gone_title"), Text: joinNonEmpty(" ", t.words.say(why), note)}
	v.Robots = "noindex"
	return v
}

// formerEvent is what stands at an address that an event had.
func (t *timeline) formerEvent(a ledger.Address) (Moved, bool) {
	e := t.all[a.ID]
	switch {
	case e == nil && t.broken(a.Name): // its file has a fault, and may be mended
		return t.tombstone(a, "gone_held", ""), t.onceShown(a.ID, nil)
	case e == nil:
		return t.tombstone(a, "gone_deleted", ""), t.onceShown(a.ID, nil)
	case t.byID[a.ID] != nil:
		to := t.byID[a.ID]
		if e.Slug == a.Name {
			return Moved{}, false
		}
		return t.aliasesOf([]string{"e/" + a.Name}, Link{Text: to.title(t.words), Lang: t.foreign(to.Lang), Note: to.when.Label}, to.path)[0], true
	case e.Review == ledger.Withdrawn && e.Slug == a.Name:
		return Moved{}, false // movedPages
	case e.Review == ledger.Merged || e.Review == ledger.Split:
		into := t.follow(e, 0)
		if e.Slug == a.Name && len(into) > 0 {
			return Moved{}, false
		}
		v := t.tombstone(a, "moved_"+string(e.Review), "")
		for _, to := range into {
			v.To = append(v.To, Link{Href: rel(v.Path, to.path), Text: to.title(t.words), Lang: t.foreign(to.Lang), Note: to.when.Label})
		}
		if len(v.To) == 1 {
			v.Refresh = v.To[0].Href
		}
		return v, true
	}
	return t.tombstone(a, goneWhy(e), t.reason(a.ID, e)), t.onceShown(a.ID, e)
}

// goneWhy is the key of the words that say why an event is not shown.
func goneWhy(e *ledger.Event) string {
	switch {
	case e.Review == ledger.Rejected:
		return "gone_rejected"
	case e.Review == ledger.Withdrawn:
		return "gone"
	case e.Withheld != "":
		return "gone_held"
	case e.Status == "denied" || e.Status == "hypothetical":
		return "gone_status"
	}
	return "gone_held"
}

// reason is what the history says of why an event was taken out.
func (t *timeline) reason(id string, e *ledger.Event) string {
	lines := t.historyBy[id]
	for i := len(lines) - 1; i >= 0; i-- {
		if what := lines[i].What; what == string(e.Review) && lines[i].Reason != "" {
			return lines[i].Reason
		}
	}
	return ""
}

// onceShown reports whether an event may have had a page. One that was never
// shown gets no tombstone: its address has words of its title.
func (t *timeline) onceShown(id string, e *ledger.Event) bool {
	if e != nil && e.Withheld == "unread" {
		return false
	}
	reviewed, changed := false, false
	for _, h := range t.historyBy[id] {
		reviewed = reviewed || h.What == "accepted" || h.What == "corrected"
		changed = changed || h.Key == "status" || h.Key == "when" || h.Key == "basis"
	}
	if e != nil {
		reviewed = reviewed || e.Review == ledger.Accepted || e.Review == ledger.Corrected
	}
	switch {
	case reviewed:
		return true
	case t.cfg.Fasti.Publish == "accepted":
		return false
	case e == nil:
		return true
	case e.Withheld != "" && len(t.historyBy[id]) == 0: // by hand, and held back from the first
		return false
	}
	kept := e.Basis == "none" || e.Status == "denied" || e.Status == "hypothetical"
	return !kept || changed
}

// formerActor is what stands at an address that an actor had: the way to the
// actor that has its name now, else a word that it is gone.
func (t *timeline) formerActor(a ledger.Address) (Moved, bool) {
	if x := t.actorOf[a.ID]; x != nil && x.events.count() > 0 {
		return Moved{}, false
	}
	if x := t.actorOf[t.renamed[a.ID]]; x != nil && x.events.count() > 0 {
		return t.aliasesOf([]string{"a/" + a.Name}, Link{Text: x.name}, x.path)[0], true
	}
	name := ""
	for _, h := range t.historyBy[a.ID] {
		if h.Key == "title" && h.New != "" {
			name = h.New
		}
	}
	for _, x := range t.actors {
		if name != "" && x.events.count() > 0 && slices.ContainsFunc(append([]string{x.Title}, x.KnownAs...), func(n string) bool { return strings.EqualFold(n, name) }) {
			return t.aliasesOf([]string{"a/" + a.Name}, Link{Text: x.name}, x.path)[0], true
		}
	}
	return t.tombstone(a, "gone_actor", ""), t.cfg.Fasti.Publish != "accepted"
}
