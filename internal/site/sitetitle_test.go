package site

import (
	"testing"

	"fasti/internal/ledger"
)

// Titles in the words of the site take the place of automatic ones in other
// languages, and of no others.
func TestTitlesInTheWordsOfTheSite(t *testing.T) {
	title := func(titles, lang string, change func(*ledger.Event)) (string, string) {
		c, cfg := sample(t)
		cfg.Language, cfg.Fasti.Titles = lang, titles
		for _, e := range c.Events {
			if e.ID == "aa4" {
				e.Places = []string{"Alte Werft"}
				if change != nil {
					change(e)
				}
			}
		}
		w, err := newWords(lang, theme(t))
		if err != nil {
			t.Fatal(err)
		}
		e := newTimeline(c, cfg, w).byID["aa4"]
		return e.title(w), e.Lang
	}
	own := "Ein Lotse verlässt den Dienst"
	for _, c := range []struct {
		what, titles, lang, want, in string
		change                       func(*ledger.Event)
	}{
		{"another language", "site", "en", "Talks: Mara Lindqvist – North Sound, Alte Werft", "en", nil},
		{"no wish", "", "en", own, "de", nil},
		{"the site's language", "site", "de", own, "de", nil},
		{"a person's title", "site", "en", own, "de", func(e *ledger.Event) { e.Edited = []string{"title"} }},
		{"an event by hand", "site", "en", own, "de", func(e *ledger.Event) { e.Auto = false }},
		{"a translated title", "site", "en", "A pilot leaves", "en", func(e *ledger.Event) { e.Titles = map[string]string{"en": "A pilot leaves"} }},
		{"called off", "site", "en", "Talks (cancelled): Mara Lindqvist – North Sound, Alte Werft", "en", func(e *ledger.Event) { e.Status = "cancelled" }},
		{"nobody", "site", "en", "Court case: Alte Werft", "en", func(e *ledger.Event) { e.Actors, e.Kind = nil, "court" }},
	} {
		if got, in := title(c.titles, c.lang, c.change); got != c.want || in != c.in {
			t.Errorf("%s: %q in %s, want %q in %s", c.what, got, in, c.want, c.in)
		}
	}
}

// A person's title is in the language that it looks like, and in the site's if
// its words are too few or alike, whatever its reports are written in.
func TestLanguageOfAPersonsTitle(t *testing.T) {
	for _, c := range []struct {
		site, title, said, want string
	}{
		{"en", "Biden visits Israel", "", "en"},
		{"en", "UN General Assembly demands a ceasefire", "", "en"},
		{"en", "Der Rat vertagt sich auf den Montag", "", "de"},
		{"de", "Rat vertagt", "", "de"},
		{"fr", "Le conseil demande un accord", "", "fr"},
		{"en", "Raad verdaagt", "nl", "nl"},
	} {
		content, cfg := sample(t)
		cfg.Language = c.site
		for _, e := range content.Events {
			if e.ID == "aa4" {
				e.Title, e.Edited, e.TitleLang = c.title, []string{"title", "title_lang"}, c.said
				if c.said != "" {
					e.Lang = c.said
				}
			}
		}
		w, err := newWords(c.site, theme(t))
		if err != nil {
			t.Fatal(err)
		}
		if got := newTimeline(content, cfg, w).byID["aa4"].Lang; got != c.want {
			t.Errorf("%q on a site in %s: %s, want %s", c.title, c.site, got, c.want)
		}
	}
}
