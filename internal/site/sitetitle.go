package site

import (
	"slices"
	"strings"

	"fasti/internal/ledger"
)

// inSiteWords is the event with a title in the words of the site, where
// params.fasti.titles asks for that and its own is a report's words in another
// language: "Talks: Blinken – Abbas, Ramallah".
func (t *timeline) inSiteWords(e *ledger.Event) *ledger.Event {
	if t.cfg.Fasti.Titles != "site" || !e.Auto || e.Titles[t.words.lang] != "" || slices.Contains(e.Edited, "title") ||
		e.Lang == "" || e.Lang == t.words.short() {
		return e
	}
	v := *e
	v.Title, v.Lang, v.TitleIs = t.siteTitle(e), t.words.lang, ""
	return &v
}

// siteTitle says what sort of event it is, who takes part and where.
func (t *timeline) siteTitle(e *ledger.Event) string {
	w := t.words
	kind := w.named("title_kind", e.Kind)
	if kind == e.Kind {
		kind = w.named("kind", e.Kind)
	}
	kind = capital(kind)
	if e.Status != "happened" && e.Status != "" {
		kind = w.say("title_status", "kind", kind, "status", w.named("status", e.Status))
	}
	who := t.takersPart(e)
	where := ""
	for _, p := range e.Places {
		if name := t.placeGroup(p).name; !strings.Contains(who, name) {
			where = name
			break
		}
	}
	switch {
	case who != "" && where != "":
		return w.say("title_who_where", "kind", kind, "who", who, "where", where)
	case who != "":
		return w.say("title_who", "kind", kind, "who", who)
	case where != "":
		return w.say("title_who", "kind", kind, "who", where)
	}
	return kind
}

// takersPart names whoever acts and whoever is acted upon or met, three at most.
func (t *timeline) takersPart(e *ledger.Event) string {
	var names []string
	for _, roles := range [][]string{{"actor", "speaker"}, {"host", "mediator", "recipient", "victim"}} {
		for _, p := range e.Actors {
			if slices.Contains(roles, p.Role) && len(names) < 3 {
				names = append(names, t.idName(p.ID))
			}
		}
	}
	return strings.Join(names, t.words.say("title_between"))
}
