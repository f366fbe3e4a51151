package site

import (
	"slices"
	"strings"

	"fasti/internal/ledger"
)

// historyOf lists what changed at an event or actor, the newest first.
func (t *timeline) historyOf(id string) []Link {
	var out []Link
	lines := net(t.historyBy[id])
	for i := len(lines) - 1; i >= 0; i-- {
		h := lines[i]
		out = append(out, Link{Text: joinNonEmpty(" · ", t.changeWord(h), t.changeDetail(h), t.changedBy(h)), Note: t.words.dateLabel(h.Day, true), Time: h.Day})
	}
	return out
}

// net leaves out what the program changed and changed back, or on, within a day:
// a reader wants to know what became of an entry, not by how many runs. The lines
// may be of several entries.
func net(lines []ledger.Change) []ledger.Change {
	of := map[string][]*ledger.Change{} // by entry
	var out []*ledger.Change
	for _, h := range lines {
		own := of[h.ID]
		if at := goesOn(own, h); at < 0 {
			out, of[h.ID] = append(out, &h), append(own, &h)
		} else if own[at].New = h.New; own[at].Old == h.New {
			own[at].What = "" // nothing has become of it
			of[h.ID] = slices.Delete(own, at, at+1)
		}
	}
	var left []ledger.Change
	for _, h := range out {
		if h.What != "" {
			left = append(left, *h)
		}
	}
	return left
}

// goesOn finds the line of the same day that a change by the program goes on
// from: the last of its key, if that ended where this one begins; -1 if there is
// none.
func goesOn(lines []*ledger.Change, h ledger.Change) int {
	if h.What != byProgram || h.Key == "" || h.Reason != "" {
		return -1
	}
	for i := len(lines) - 1; i >= 0; i-- {
		o := lines[i]
		if o.Key != h.Key || o.New != h.Old {
			continue
		}
		if o.What != byProgram || o.Day != h.Day || o.Reason != "" || h.Old == "" && o.Old != h.New {
			return -1
		}
		return i
	}
	return -1
}

// byProgram is what the history calls a change that no person made.
const byProgram = "changed"

// changeWord says what sort of change a line of the history is.
func (t *timeline) changeWord(h ledger.Change) string {
	return t.words.named("change", strings.ReplaceAll(h.What, " ", "_"))
}

// changeDetail says what of an entry changed, and why.
func (t *timeline) changeDetail(h ledger.Change) string {
	w := t.words
	s := ""
	switch {
	case h.What == "new":
	case h.Key == "sources": // the article's name and the sentence
		_, quote, _ := strings.Cut(h.New+h.Old, " ")
		return w.say("change_quote", "quote", clip(quote, 120))
	case h.Key == "review" || h.What == "merged" || h.What == "split":
		var into []string
		for _, id := range strings.Fields(h.New) {
			if e := t.byID[id]; e != nil {
				into = append(into, w.say("change_into", "new", e.title(w)))
			}
		}
		s = strings.Join(into, ", ")
	case h.Key != "":
		s = w.named("key", h.Key)
		old, now := t.changeValue(h.Key, h.Old), t.changeValue(h.Key, h.New)
		switch {
		case old != "" && now != "":
			s = w.say("change_from_to", "what", s, "old", old, "new", now)
		case now != "":
			s = w.say("change_to", "what", s, "new", now)
		case old != "":
			s = w.say("change_gone", "what", s, "old", old)
		}
	}
	return joinNonEmpty(". ", s, h.Reason)
}

// changedBy names who decided, where the site names its editors; "" else.
func (t *timeline) changedBy(h ledger.Change) string {
	if t.cfg.Fasti.Editors != "named" || h.By == "" {
		return ""
	}
	return t.words.say("change_by", "who", h.By)
}

// changeValue words the old or new value of a key.
func (t *timeline) changeValue(key, v string) string {
	switch key {
	case "when":
		return t.dateWord(v)
	case "kind", "status":
		return t.words.named(key, v)
	case "actors": // an id, and a role behind it
		id, role, ok := strings.Cut(v, " ")
		if v = t.idName(id); ok {
			v += ", " + t.words.named("role", role)
		}
	case "places":
		var names []string
		for _, p := range strings.Split(v, ", ") {
			if p != "" {
				names = append(names, t.place(p).name)
			}
		}
		v = strings.Join(names, ", ")
	}
	return clip(v, 120)
}

// version is the day of the last change of an event, else that of its
// newest report.
func (t *timeline) version(e *event) string {
	if d := e.updated(t); d != "" {
		return t.words.dateLabel(d, false)
	}
	return "1"
}

// lastOf is the day of the last change of any of some events; "" if none has
// one.
func (t *timeline) lastOf(events []*event) string {
	day := ""
	for _, e := range events {
		day = max(day, e.updated(t))
	}
	return day
}

// updated is the day that feeds and citations give for an event: of its last
// change, else of its newest report. It never depends on the clock.
func (e *event) updated(t *timeline) string {
	day := t.changed[e.ID]
	if day != "" {
		return day
	}
	for _, r := range e.reports {
		if d, ok := published(r.Date); ok && d.String() > day {
			day = d.String()
		}
	}
	return day
}
