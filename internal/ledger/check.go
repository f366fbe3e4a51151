package ledger

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fasti/extract/lang"
	"fasti/internal/diag"
	"fasti/internal/edtf"
)

// Check lists everything doubtful in the content. The plan, which may be nil,
// is that of [Content.Apply] with the current articles; its findings are part
// of the list. Faults that [Load] found are not.
func (c *Content) Check(plan *Plan) []diag.Diagnostic {
	k := &checker{shelf: c.shelf(), actors: map[string]*Actor{}, events: map[string]*Event{}, langs: lang.Languages(), detect: detector()}
	for _, a := range c.Actors {
		k.actors[a.ID] = a
	}
	for _, e := range c.Events {
		k.events[e.ID] = e
	}
	k.checkArticles()
	for _, e := range c.Events {
		k.event(e)
	}
	k.claims()
	k.checkNames()
	k.checkActors()
	k.checkSeries()
	if plan != nil {
		k.found = append(k.found, plan.Findings...)
	}
	diag.Sort(k.found)
	return c.Unanswered(slices.Compact(k.found))
}

type checker struct {
	shelf
	actors map[string]*Actor
	events map[string]*Event
	langs  []string
	detect func() *lang.Detector
	found  []diag.Diagnostic
}

func (k *checker) report(d diag.Diagnostic) { k.found = append(k.found, d) }

func (k *checker) checkArticles() {
	for _, a := range k.c.heldBack {
		k.report(a.at.diagnose(a.Path, "title", diag.NotPublished, fmt.Sprintf("the article is held back (%s), and with it what it reports", k.c.held[a.Name]), ""))
	}
	links, texts := map[string]*Article{}, map[string]*Article{}
	for _, a := range k.c.Articles {
		if a.Date == "" {
			k.report(a.at.diagnose(a.Path, "date", diag.NoDate, "the article has no date of publication, so relative dates stay open", "add date: 2024-02-07 to its front matter"))
		}
		if a.Lang == "" {
			k.report(a.at.diagnose(a.Path, "lang", diag.NoLanguage, "the language is not given and could not be found from the text", "add lang: de or lang: en to its front matter"))
		}
		if ahead(a.Date, k.c.day) {
			k.report(a.at.diagnose(a.Path, "date", diag.DateAhead, fmt.Sprintf("the article is dated %s, and today is %s: what it tells of is dated by that", a.Date[:10], k.c.day), "correct date:"))
		}
		if a.Date != "" && a.Date < "1000" {
			k.report(a.at.diagnose(a.Path, "date", diag.DateAhead, fmt.Sprintf("the article is dated %s: what it tells of is dated by that", a.Date[:10]), "correct date:"))
		}
		k.checkLanguage(a)
		text := strings.Join(strings.Fields(a.Body), " ")
		for _, same := range []struct {
			of   map[string]*Article
			key  string
			what string
		}{{links, a.Link, "link"}, {texts, text, "text"}} {
			if same.key == "" {
				continue
			}
			if b := same.of[same.key]; b != nil {
				k.report(a.at.diagnose(a.Path, same.what, diag.Duplicate, fmt.Sprintf("it has the same %s as %s", same.what, b.Path), "remove one of the two"))
				break
			}
			same.of[same.key] = a
		}
	}
}

// event checks one event, unless people or fasti have taken it out.
func (k *checker) event(e *Event) {
	switch e.Review {
	case Rejected:
		return
	case Merged, Split:
		k.into(e)
		return
	case Withdrawn:
		k.report(e.at.diagnose(e.Path, "review", diag.WithdrawnReport, "it is withdrawn: no report supports it any more", "give it another source and accept it, or reject it"))
		return
	}
	if why := e.hold.on(k.c.day); why != "" {
		k.heldBack(e, why)
		return
	}
	k.languages(e.Path, e.at, "titles", e.Titles)
	k.languages(e.Path, e.at, "summaries", e.Summaries)
	for _, s := range e.Sources {
		k.languages(e.Path, e.at, "sources", s.Translation.byLanguage())
	}
	if len(e.Into) > 0 {
		k.report(e.at.diagnose(e.Path, "into", diag.Contradiction, fmt.Sprintf("into: %s does nothing while the event is %s: it stands as one of its own", strings.Join(e.Into, ", "), e.Review), "write review: merged, or take into: out"))
	}
	waits := k.pending(e)
	for _, s := range e.Sources {
		if _, changed := waits[s.ID]; !changed {
			k.source(e, s)
		}
	}
	k.date(e)
	k.ahead(e)
	k.standing(e)
}

func (k *checker) into(e *Event) {
	for _, id := range e.Into {
		t := k.events[id]
		switch {
		case t == nil:
			k.report(e.at.diagnose(e.Path, "into", diag.BrokenJoin, fmt.Sprintf("into: there is no event %s", id), "name the id that stands under fasti: in another event"))
		case k.circular(e, t):
			k.report(e.at.diagnose(e.Path, "into", diag.BrokenJoin, fmt.Sprintf("into: %s leads back to this event", id), "let one of them stand"))
		}
	}
}

func (k *checker) circular(e, t *Event) bool {
	for range len(k.c.Events) + 1 {
		if t == e {
			return true
		}
		if t == nil || t.Review != Merged || len(t.Into) == 0 {
			return false
		}
		t = k.events[t.Into[0]]
	}
	return true
}

// ahead tells of a date of a person's that lies behind all that reports it.
func (k *checker) ahead(e *Event) {
	first, bounded := e.When.Earliest()
	if !bounded || e.Auto && !slices.Contains(e.Edited, "when") || e.Status != "happened" && e.Status != "alleged" {
		return
	}
	last, reports := int64(0), false
	for _, s := range e.Sources {
		if a := k.articles[s.Article]; a != nil {
			if day, ok := articleDay(a); ok {
				last, reports = max(last, day), true
			}
		}
	}
	if reports && first.Ordinal() > last {
		k.report(e.at.diagnose(e.Path, "when", diag.AfterArticle, fmt.Sprintf("it is dated %s, after all that reports it", e.When), "correct when:, or set status: planned"))
	}
}

// source checks that the evidence stands where it is said to stand.
func (k *checker) source(e *Event, s Source) {
	at := "sources." + s.ID
	a := k.articles[s.Article]
	if v := k.shelf.judge(e, s); v.code != "" {
		k.report(e.at.diagnose(e.Path, at, v.code, v.message, v.hint))
	}
	if a == nil {
		return
	}
	if day, ok := articleDay(a); ok && s.When != "" {
		d, err := edtf.Parse(s.When)
		first, bounded := d.Earliest()
		if err == nil && bounded && first.Ordinal() > day && (s.Status == "happened" || s.Status == "alleged") {
			k.report(e.at.diagnose(e.Path, at, diag.AfterArticle, fmt.Sprintf("%s reports on %s what is dated %s", s.Article, a.Date[:10], s.When), "correct when:, or set status: planned"))
		}
	}
}

// articleDay is the day of publication as an ordinal.
func articleDay(a *Article) (int64, bool) {
	if len(a.Date) < 10 {
		return 0, false
	}
	d, ok := edtf.Must(a.Date[:10]).Earliest()
	return d.Ordinal(), ok
}

func (k *checker) date(e *Event) {
	if e.When.IsZero() {
		if !e.Published("all") {
			return // standing says so
		}
		k.report(e.at.diagnose(e.Path, "title", diag.Undated, "the event has no date", "add when:, or accept it as undated"))
		return
	}
	if n, ok := e.When.Days(); ok && n > 366 {
		k.report(e.at.diagnose(e.Path, "when", diag.WideDate, fmt.Sprintf("%s spans %d days", e.When, n), "narrow it if the sources allow"))
	}
	var says []string
	for _, s := range e.Sources {
		s = e.reading(s)
		if d, err := edtf.Parse(s.When); err == nil && !edtf.Overlaps(d, e.When) {
			says = append(says, s.Article+" "+s.When)
		}
	}
	if len(says) > 0 {
		k.report(e.at.diagnose(e.Path, "when", diag.DatesDiffer, fmt.Sprintf("%s, but %s", e.When, strings.Join(says, ", ")), "set when: if you know better; the page shows who says what"))
	}
}

// heldBack tells of an event that is not shown on the day, and of one that is not
// on any.
func (k *checker) heldBack(e *Event, why string) {
	if h := e.hold; h.from != "" && h.until != "" && h.until <= h.from {
		k.report(e.at.diagnose(e.Path, "title", diag.Contradiction, fmt.Sprintf("it ends on %s, before it begins on %s, so it is never shown", h.until, h.from), "correct publishDate: or expiryDate:"))
		return
	}
	k.report(e.at.diagnose(e.Path, "title", diag.NotPublished, "it is held back: "+why, ""))
}

// standing checks what is shown and what is not.
func (k *checker) standing(e *Event) {
	if !e.Published("all") {
		why := "it is said not to have taken place"
		switch {
		case e.Hidden:
			why = "publish: false"
		case e.Status == "hypothetical":
			why = "it is hypothetical"
		case e.Basis == "none":
			why = "no date could be worked out"
		}
		k.report(e.at.diagnose(e.Path, "title", diag.NotPublished, "it is kept, not published: "+why, "correct it, or accept it if it belongs on the timeline"))
		return
	}
	if e.Quoted() && e.Review != Accepted {
		k.report(e.at.diagnose(e.Path, "title", diag.TitleQuoted, "the title is a quotation: no wording was sure enough", "read the source and reword title:, or let it stand"))
	}
	for _, p := range e.Actors {
		if k.actors[p.ID] == nil {
			k.report(e.at.diagnose(e.Path, "actors."+p.ID, diag.UnknownActor, fmt.Sprintf("the actor %s has no file", p.ID), fmt.Sprintf("write %s/%s.md, or correct the id", actorsDir, p.ID)))
		}
	}
	if s := e.Series; s != nil && s.Of != "" && k.actors[s.Of] == nil && (!e.Auto || slices.Contains(e.Edited, "series")) {
		k.report(e.at.diagnose(e.Path, "series", diag.UnknownActor, fmt.Sprintf("series: %s of %s, who has no file", s.What, s.Of), fmt.Sprintf("write %s/%s.md, or correct the id", actorsDir, s.Of)))
	}
	if e.Key && e.Review == Proposed && len(e.Sources) < 2 {
		k.report(e.at.diagnose(e.Path, "key", diag.KeyUnreviewed, "it is on the home page, rests on one source, and nobody has reviewed it", "read the source, then fasti accept "+e.ID))
	}
}

// checkNames finds names that two actors go by.
func (k *checker) checkNames() {
	owner := map[string]*Actor{}
	for _, a := range k.c.Actors {
		names := []string{a.Title}
		for _, lang := range sortedKeys(a.Names) {
			names = append(names, a.Names[lang])
		}
		names = append(names, a.KnownAs...)
		for _, n := range names {
			key := strings.ToLower(line(n))
			b := owner[key]
			if b == nil {
				owner[key] = a
				continue
			}
			if b != a && !k.c.ActorsApart(a.ID, b.ID) && !slices.Contains(a.Not, n) && !slices.Contains(b.Not, n) {
				k.report(a.at.diagnose(a.Path, "known_as", diag.NameShared, fmt.Sprintf("%q is also a name of %s", n, b.ID), "remove it from one of the two, or add it to the not: of one"))
			}
		}
	}
}

// checkSeries finds numbers that are missing or taken twice.
func (k *checker) checkSeries() {
	type series struct{ of, what string }
	rows := map[series]map[int][]*Event{}
	var order []series
	for _, e := range k.c.Events {
		if e.Series == nil || e.Series.Number < 1 || !e.Published("all") {
			continue
		}
		s := series{e.Series.Of, strings.ToLower(e.Series.What)}
		if rows[s] == nil {
			rows[s] = map[int][]*Event{}
			order = append(order, s)
		}
		rows[s][e.Series.Number] = append(rows[s][e.Series.Number], e)
	}
	for _, s := range order {
		last, missing := 0, []string{}
		for n, es := range rows[s] {
			last = max(last, n)
			if len(es) > 1 {
				for _, e := range es[1:] {
					k.report(e.at.diagnose(e.Path, "series", diag.SeriesTwice, fmt.Sprintf("%s is number %d of %s too", es[0].ID, n, e.Series.What), "join them with fasti merge, or correct a number"))
				}
			}
		}
		for n := 1; n < last && len(missing) < 20; n++ {
			if len(rows[s][n]) == 0 {
				missing = append(missing, strconv.Itoa(n))
			}
		}
		if e := rows[s][last][0]; len(missing) > 0 {
			k.report(e.at.diagnose(e.Path, "series", diag.SeriesGap, fmt.Sprintf("of %s there is number %d, but not %s", e.Series.What, last, strings.Join(missing, ", ")), "add articles that report them, or events by hand"))
		}
	}
}
