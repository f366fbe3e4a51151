package site

import (
	"cmp"
	"slices"
	"strings"

	"fasti/extract/lang"
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

// titleLanguage is the event with the language of a person's title: what its
// words look like, of the site's and the reports' languages; where they are too
// few to tell, the site's first, in which its editors write.
func (t *timeline) titleLanguage(e *ledger.Event) *ledger.Event {
	if !e.TitleSaysNoLanguage() {
		return e
	}
	among := []string{t.cfg.Language}
	for _, o := range t.cfg.Editions {
		among = append(among, o.Language)
	}
	first := lang.Primary(among[min(1, len(among)-1)])
	for _, s := range e.Sources {
		if r := t.report[s.Article]; r != nil {
			among = append(among, r.Lang)
		}
	}
	for i, l := range among {
		among[i] = lang.Primary(l)
	}
	found := cmp.Or(t.detect().Among(e.Title, among...), first)
	if found == e.Lang {
		return e
	}
	v := *e
	v.Lang = found
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
