package site

import (
	"fmt"
	"testing"

	"fasti/extract/article"
	"fasti/internal/config"
	"fasti/internal/edtf"
	"fasti/internal/ledger"
)

// sample is a small timeline of invented people and events that holds every
// shape of date, every status and three scripts.
func sample(t testing.TB) (*ledger.Content, *config.Config) {
	t.Helper()
	c := &ledger.Content{}
	c.Articles = []*ledger.Article{
		report1("harbour-talks", "Hafengespräche gehen weiter", "2031-03-12", "de", "Küstenbote", "https://example.org/a/harbour-talks"),
		report1("ferry-strike", "Ferry crews walk out", "2031-03-14T08:30:00+01:00", "en", "Sound Gazette", "https://example.org/b/ferry"),
		report1("tide-report", "Le rapport sur la marée", "2031-04-02", "fr", "Le Phare", ""),
		report1("qarn", "محادثات المرفأ", "2031-03-13", "ar", "صحيفة الساحل", "https://example.org/c/qarn"),
		report1("unused", "Weather on the sound", "2031-05-01", "en", "Sound Gazette", "javascript:alert(1)"),
	}
	person := func(id, name, surname string, roles ...ledger.ActorRole) *ledger.Actor {
		return &ledger.Actor{ID: id, Title: name, Kind: "person", KnownAs: []string{surname}, Roles: roles, Auto: true}
	}
	c.Actors = []*ledger.Actor{
		person("mara-lindqvist", "Mara Lindqvist", "Lindqvist", ledger.ActorRole{Title: "Hafenministerin", Of: "nordsund", From: "2029"}),
		person("jonas-wolter", "Jonas Wolter", "Wolter"),
		person("tariq-al-amin", "Tariq al-Amin", "al-Amin"),
		{ID: "nordsund", Title: "Nordsund", Kind: "state", Names: map[string]string{"en": "North Sound", "de": "Nordsund", "ar": "المضيق الشمالي"}, Wikidata: "Q1", Auto: true},
		{ID: "ferry-union", Title: "Ferry Workers’ Union", Kind: "organisation", Body: "Founded by pilots. See [its page](https://example.org/).", Auto: true},
		{ID: "nobody", Title: "Nobody Yet", Kind: "person", Auto: true},
	}
	ev := func(id, slug, when, title string, f func(*ledger.Event)) {
		var d edtf.Date
		if when != "" {
			var err error
			if d, err = edtf.Parse(when); err != nil {
				t.Fatal(err)
			}
		}
		e := &ledger.Event{ID: id, Slug: slug, Title: title, When: d, Kind: "consult", Status: "happened", Basis: "explicit", Confidence: 80, Review: ledger.Proposed, Auto: true, Lang: "de",
			Actors:  []ledger.Part{{ID: "mara-lindqvist", Role: "actor"}, {ID: "nordsund", Role: "host"}},
			Sources: []ledger.Source{{ID: "s" + id, Article: "harbour-talks", Sentence: 2, Span: [2]int{10, 90}, When: when, Basis: "explicit", Status: "happened", Said: "am 7. März", Quote: "Mara Lindqvist empfing am 7. März den Unterhändler Wolter in *Nordsund*."}}}
		if f != nil {
			f(e)
		}
		c.Events = append(c.Events, e)
	}
	ev("aa1", "day", "2031-03-07", "Lindqvist empfängt Wolter in Nordsund", func(e *ledger.Event) {
		e.Actors = append(e.Actors, ledger.Part{ID: "jonas-wolter", Role: "recipient"})
		e.Sources = append(e.Sources,
			ledger.Source{ID: "x2", Article: "ferry-strike", Sentence: 1, Span: [2]int{0, 50}, When: "2031-03-07", Basis: "relative", Status: "happened", Said: "last Friday", Quote: "Lindqvist's talks with Wolter began last Friday, a spokesman said."},
			ledger.Source{ID: "x3", Article: "qarn", Sentence: 3, Span: [2]int{0, 50}, When: "2031-03-08", Basis: "inferred", Status: "alleged", Said: "السبت", Quote: "التقت الوزيرة المفاوض يوم السبت في المرفأ."})
		e.Key = true
		e.Review = ledger.Corrected
		e.Body = "The two meet for the first time since the storm. **Both** call it a start.\n\nMore below."
		e.Places = []string{"nordsund", "Alte Werft"}
	})
	ev("aa2", "range", "2031-03-10/2031-03-13", "Vier Tage Streik der Fähren", func(e *ledger.Event) {
		e.Kind, e.Actors = "protest", []ledger.Part{{ID: "ferry-union", Role: "actor"}}
		e.Series = &ledger.Series{Of: "ferry-union", What: "Streik", Number: 2}
	})
	ev("aa3", "month", "2031-03", "Gutachten zur Flut erscheint", func(e *ledger.Event) { e.Kind = "publication" })
	ev("aa4", "about", "2031-03-20~", "Ein Lotse verlässt den Dienst", nil)
	ev("aa5", "doubt", "2031-03-22?", "Treffen auf der Insel", func(e *ledger.Event) { e.Status = "alleged" })
	ev("aa6", "oneof", "[2031-03-24..2031-03-26]", "Übergabe des Entwurfs", nil)
	ev("aa7", "open", "2031-04-02/..", "Sperrung der Fahrrinne", nil)
	ev("aa8", "until", "../2031-04-20", "Bergung des Wracks", nil)
	ev("aa9", "year", "2031", "Neubau der Mole beschlossen", nil)
	ev("ab1", "planned", "2031-05-03", "Zweites Gipfeltreffen", func(e *ledger.Event) { e.Status = "planned" })
	ev("ab2", "cancelled", "2031-05-04", "Konzert am Kai", func(e *ledger.Event) { e.Status, e.Kind = "cancelled", "culture" })
	ev("ab3", "yearless", "XXXX-10-07", "Gedenken an die Sturmflut", nil)
	ev("ab4", "cross", "2031-03-30/2031-04-02", "Konferenz über den Sund", func(e *ledger.Event) {
		e.Series = &ledger.Series{Of: "mara-lindqvist", What: "Reise", Number: 3}
		e.Key = true
		e.Body = "Four days on the water."
	})
	ev("ab5", "undated", "", "Verkauf der alten Werft", func(e *ledger.Event) { e.Review = ledger.Accepted })
	ev("ab6", "hostile", "2031-04-11", `<script>alert("x")</script> & "quotes"} {{< figure >}}`, func(e *ledger.Event) {
		e.Sources[0].Quote = `</blockquote><img src=x onerror=alert(1)> {{ "x" }} {{< ref "a" >}} 7. April`
		e.Sources[0].Said = "7. April"
	})
	ev("ab7", "long", "2031-04-12", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlung vertagt sich nach einer Aussprache, die länger dauerte, als alle Beteiligten am Morgen des Tages vermutet hatten", nil)
	ev("ab8", "byhand", "2031-04-15", "Opening of the new pier", func(e *ledger.Event) {
		e.Auto, e.Sources, e.Lang, e.Basis = false, nil, "en", ""
	})
	ev("ac1", "english", "2031-04-16", "Crews return to work", func(e *ledger.Event) { e.Lang = "en" })
	ev("ac2", "gone", "2031-04-17", "Gone", func(e *ledger.Event) { e.Review = ledger.Withdrawn })
	ev("ac3", "joined", "2031-03-07", "Joined", func(e *ledger.Event) { e.Review, e.Into = ledger.Merged, []string{"aa1"} })
	ev("ac4", "denied", "2031-03-08", "Denied", func(e *ledger.Event) { e.Status = "denied" })
	// Places: a town by its German name, one that an editor has put down, an
	// event with a point of its own, an island.
	c.Actors = append(c.Actors, &ledger.Actor{ID: "alte-mole", Title: "Alte Mole", Kind: "place", Geo: &ledger.Geo{Lat: 55.4, Lon: 11.25}})
	at := func(places ...string) func(*ledger.Event) {
		return func(e *ledger.Event) { e.Places, e.Actors = places, e.Actors[:1] }
	}
	ev("ae1", "in-hamburg", "2031-06-01", "Besuch im Hafen von Hamburg", at("hamburg"))
	ev("ae2", "two-places", "2031-06-02", "Fahrt von Hamburg zur Mole", func(e *ledger.Event) {
		e.Places, e.Actors = []string{"Hamburg", "alte-mole"}, []ledger.Part{{ID: "tariq-al-amin", Role: "actor"}}
	})
	ev("ae3", "at-sea", "2031-06-03", "Begegnung auf See", func(e *ledger.Event) {
		at("Nordsee")(e)
		e.Geo = &ledger.Geo{Lat: 51.25, Lon: -0.5}
	})
	ev("ae4", "island", "2031-06-04", "Rast auf Kreta", at("kreta"))
	for i := range 6 {
		ev(fmt.Sprintf("ad%d", i), fmt.Sprintf("meeting-%d", i), fmt.Sprintf("2031-05-%02d", 10+i), fmt.Sprintf("Sitzung %d der Kommission", i+1), func(e *ledger.Event) {
			e.Actors = append(e.Actors, ledger.Part{ID: "jonas-wolter", Role: "actor"}, ledger.Part{ID: "tariq-al-amin", Role: "mediator"})
		})
	}
	c.History = []ledger.Change{
		{Day: "2031-04-01", ID: "aa1", What: "new"},
		{Day: "2031-04-03", ID: "aa1", What: "corrected", Key: "when", Old: "2031-03-08", New: "2031-03-07", Reason: "two reports agree"},
		{Day: "2031-04-04", ID: "ac3", What: "merged", New: "aa1"},
		{Day: "2031-04-05", ID: "ac2", What: "withdrawn", Reason: "its last report is gone"},
	}
	cfg := &config.Config{Title: "The Sound Papers", Language: "en", Description: "A harbour, a strike and a long negotiation.",
		BaseURL: "https://example.org/sound/", Fasti: config.Fasti{Publish: "all", Articles: "quotes", Emphasis: "Sound"}}
	return c, cfg
}

func report1(name, title, date, lang, publisher, link string) *ledger.Article {
	return &ledger.Article{Article: article.Article{Name: name, Title: title, Date: date, Lang: lang, Publisher: publisher, Link: link,
		Body: "Text of " + title, Text: "Text of " + title}, Path: "content/articles/" + name + ".md"}
}

func parseDate(t testing.TB, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return d
}
