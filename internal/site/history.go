package site

import (
	"strings"

	"fasti/internal/ledger"
)

// historyOf lists what changed at an event or actor, the newest first.
func (t *timeline) historyOf(id string) []Link {
	var out []Link
	lines := t.historyBy[id]
	for i := len(lines) - 1; i >= 0; i-- {
		h := lines[i]
		out = append(out, Link{Text: t.changeText(h), Note: t.words.dateLabel(h.Day, true), Time: h.Day})
	}
	return out
}

// changeText is a line of history in words.
func (t *timeline) changeText(h ledger.Change) string {
	w := t.words
	s := w.named("change", h.What)
	if h.What == "new" {
		return joinNonEmpty(". ", s, h.Reason)
	}
	if h.What == "source added" { // the article's name and the sentence
		_, quote, _ := strings.Cut(h.New, " ")
		return w.say("change_report", "quote", clip(quote, 120))
	}
	if h.Key != "" {
		s = w.say("change_key", "what", s, "key", w.named("key", h.Key))
	}
	switch {
	case h.Old != "" && h.New != "":
		s = w.say("change_from_to", "what", s, "old", t.changeValue(h.Key, h.Old), "new", t.changeValue(h.Key, h.New))
	case h.New != "" && t.byID[h.New] != nil:
		s = w.say("change_into", "what", s, "new", t.byID[h.New].title(w))
	case h.New != "":
		s = w.say("change_to", "what", s, "new", t.changeValue(h.Key, h.New))
	}
	if h.Reason != "" {
		s += ". " + h.Reason
	}
	return s
}

// changeValue words the old or new value of a key.
func (t *timeline) changeValue(key, v string) string {
	switch key {
	case "when":
		return t.dateWord(v)
	case "kind", "status":
		return t.words.named(key, v)
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
