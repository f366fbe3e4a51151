package actor_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fasti/extract/actor"
	"fasti/extract/lang"
	"fasti/extract/segment"
)

func byName(r actor.Result, name string) *actor.Actor {
	for i := range r.Actors {
		if r.Actors[i].Name == name {
			return &r.Actors[i]
		}
	}
	return nil
}

// What the site knows comes before all that is shipped.
func TestKnownFirst(t *testing.T) {
	known := []actor.Known{
		{ID: "holm", Name: "Ida Holm", Kind: actor.Person, Names: []string{"I. Holm"},
			Roles: []actor.Role{{Title: "Außenministerin", Of: "ghana", From: "2017-01-07", To: "2021-05"}}},
		{ID: "ghana", Name: "Ghana", Kind: actor.State, Country: "GH"},
		{ID: "wasserwerk", Name: "Wasserwerk Nord", Kind: actor.Organisation, Names: []string{"WWN"}, Not: []string{"Nord"}},
	}
	e := newEngine(t, "de", actor.Options{Known: known})
	text := "Die ghanaische Außenministerin reiste ab. Ida Holm kam nach Kiel. Das WWN liefert Wasser, Nord schweigt."
	_, r := e.find(text, "2019-03-01")
	holm := byName(r, "Ida Holm")
	if holm == nil || holm.Known != "holm" || len(holm.Mentions) < 2 {
		t.Fatalf("the site's role does not name its holder:\n%s", render(text, r))
	}
	if g := byName(r, "Ghana"); g == nil || g.Known != "ghana" {
		t.Errorf("the adjective does not find the site's state:\n%s", render(text, r))
	}
	if w := byName(r, "Wasserwerk Nord"); w == nil || w.Known != "wasserwerk" || len(w.Mentions) != 1 {
		t.Errorf("the site's body is not found by its acronym alone:\n%s", render(text, r))
	}
	_, r = e.find("Die ghanaische Außenministerin reiste ab.", "2022-03-01")
	if byName(r, "Ida Holm") != nil {
		t.Error("a role is over, yet its holder is taken")
	}
}

// A role may name its owner by the id that the site would give it, without a
// file of its own.
func TestKnownOwnerBySlug(t *testing.T) {
	known := []actor.Known{{ID: "tal", Name: "Avi Tal", Kind: actor.Person,
		Roles: []actor.Role{{Title: "transport minister", Of: "aegypten", From: "2017"}}}}
	_, r := newEngine(t, "en", actor.Options{Known: known}).find("The Egyptian transport minister left.", "2019-03-01")
	if a := byName(r, "Avi Tal"); a == nil || a.ID != "tal" || a.Country != "EG" {
		t.Errorf("%s", render("The Egyptian transport minister left.", r))
	}
}

type source struct {
	names []actor.Name
	err   error
}

func (s source) Names(*segment.Doc) ([]actor.Name, error) { return s.names, s.err }

func TestSource(t *testing.T) {
	text := "Gestern sang Quorbel in Kiel."
	at := strings.Index(text, "Quorbel")
	name := actor.Name{Type: actor.PER}
	name.Start, name.End = at, at+len("Quorbel")
	_, r := newEngine(t, "de", actor.Options{Source: source{names: []actor.Name{name}}}).find(text, "2018-04-05")
	if q := byName(r, "Quorbel"); q == nil || q.Kind != actor.Person {
		t.Errorf("the other engine's name is lost:\n%s", render(text, r))
	}
	_, r = newEngine(t, "de", actor.Options{Source: source{err: errors.New("no answer")}}).find(text, "2018-04-05")
	if len(r.Warnings) == 0 || r.Warnings[0].Code != "names-engine" {
		t.Errorf("a failing engine is not reported: %v", r.Warnings)
	}
	if byName(r, "Kiel") == nil {
		t.Error("the built-in engine did not take over")
	}
}

// Every table of every language must compile, whatever its kind of rows.
func TestLanguages(t *testing.T) {
	for _, l := range lang.Languages() {
		pack, err := lang.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := actor.New(pack, actor.Options{}); err != nil {
			t.Errorf("%s: %v", l, err)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Der US-Außenminister traf Israels Premierminister Benjamin Netanjahu, 61, in Doha.", "2024-02-07")
	f.Add("Die Ex-Kanzlerin (Merkel), der 61-Jährige und „er“ sagte, sie", "2015")
	f.Add("The prime minister's U.S. chief, Mr O'Neill (ABC) said that he", "")
	f.Add("Die Lindholm GmbH: Lindholm-Chef Jan Holm sagte, er (K.L.) und K.L. gingen. Israels Armee", "2019-03-01")
	f.Add("- von der -der Präsident\n\nSie\n\nEr sagte, er", "2024-02-07T10:00:00Z")
	engines := []*engine{newEngine(f, "de", actor.Options{}), newEngine(f, "en", actor.Options{})}
	f.Fuzz(func(t *testing.T, text, day string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		for _, e := range engines {
			_, r := e.find(text, day)
			checkResult(t, text, r)
			if _, again := e.find(text, day); render(text, again) != render(text, r) {
				t.Fatal("a second run differs")
			}
		}
	})
}

// checkResult holds what is promised of every result.
func checkResult(t *testing.T, text string, r actor.Result) {
	t.Helper()
	end := 0
	for _, n := range r.Names {
		if n.Start < end || n.End <= n.Start || n.End > len(text) {
			t.Fatalf("name %v overlaps or lies outside", n)
		}
		end = n.End
	}
	ids := map[string]bool{}
	for _, a := range r.Actors {
		if a.ID == "" || ids[a.ID] || len(a.Mentions) == 0 || a.Name == "" {
			t.Fatalf("actor without id, name or mention, or twice: %+v", a)
		}
		ids[a.ID] = true
		if slices.Contains(a.Aliases, a.Name) || !slices.IsSorted(a.Aliases) {
			t.Fatalf("aliases of %s: %q", a.ID, a.Aliases)
		}
		last := -1
		for _, m := range a.Mentions {
			if m.Start < last || m.End <= m.Start || m.End > len(text) || !utf8.ValidString(m.Of(text)) {
				t.Fatalf("mention %v of %s", m, a.ID)
			}
			last = m.Start
		}
	}
}

const news = `Der französische Präsident Emmanuel Macron ist am Dienstag nach Kairo gereist. Macron traf dort Ägyptens Staatschef und den Generalsekretär der Arabischen Liga. "Wir brauchen Zeit", sagte der Präsident.
Washington und Moskau wiesen die Vorwürfe zurück. Die Hamas-Führung in Doha schwieg, ein Sprecher der Europäischen Union sagte, er wolle prüfen. Der 61-Jährige Jan Holm (61) aus Kiel leitet die Lindholm GmbH. Das Unternehmen baut Brücken in Polen, Tschechien und der Ukraine.
`

func BenchmarkFind(b *testing.B) {
	e := newEngine(b, "de", actor.Options{})
	text := strings.Repeat(news, 5)
	doc, _ := e.find(text, "2019-03-01")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		e.finder.Find(doc, actor.Context{DCT: "2019-03-01"})
	}
}

func BenchmarkNew(b *testing.B) {
	pack, err := lang.Load("de")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := actor.New(pack, actor.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
