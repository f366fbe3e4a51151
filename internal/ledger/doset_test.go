package ledger

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"fasti/internal/decisions"
	"fasti/internal/diag"
)

// What a reader sees of an event can be set by an act: the editor's own text,
// titles in other languages, what is said of the picture. Undo gives the bytes
// of before, and no run touches any of it.
func TestSetWhatReadersSee(t *testing.T) {
	s := vote(t)
	s.run()
	s.edit(votePath, "review:", "image: {path: pics/quay.jpg, alt: Cranes, credit: M. Example}\nreview:")
	s.run()
	e := s.load().Events[0]
	for _, x := range []struct{ key, value, want string }{
		{"text", "Our own words.\r\n\r\nTwo paragraphs.", "---\n\nOur own words.\n\nTwo paragraphs.\n"},
		{"titles.de", "Kiel stimmt ab", "de: Kiel stimmt ab\n"},
		{"summaries.de", "Der Rat", "de: Der Rat\n"},
		{"image.credit", "N. Other", "credit: N. Other"},
		{"image.alt", "Cranes at noon", "alt: Cranes at noon"},
		{"image.path", "pics/pier.png", "pics/pier.png"},
	} {
		before := s.content()
		done := s.do(Act{Act: decisions.Set, Event: e.ID, Key: x.key, New: x.value})
		set := s.read(votePath)
		if !strings.Contains(set, x.want) {
			t.Errorf("%s:\n%s", x.key, set)
		}
		s.run()
		if now := s.read(votePath); now != set {
			t.Errorf("%s: a run changed\n%s\nto\n%s", x.key, set, now)
		}
		groups := slices.DeleteFunc(s.load().Log().Groups(), func(g decisions.Group) bool { return g.ID != done.Group() })
		p := s.load().Undo(groups, Options{})
		if err := p.Write(s.dir); err != nil || diag.HasErrors(p.Findings) {
			t.Fatal(err, p.Findings)
		}
		if now := s.read(votePath); now != before[votePath] {
			t.Errorf("%s: undone it is\n%s\nand was\n%s", x.key, now, before[votePath])
		}
	}
	for _, bad := range [][2]string{{"text", "{{< event x >}}"}, {"text", "a\x00b"}, {"image.path", "../x.jpg"}, {"titles.x y", "T"}, {"fasti.id", "e1"}, {"sources.0", "x"}} {
		if p := s.load().Do([]Act{{Act: decisions.Set, Event: e.ID, Key: bad[0], New: bad[1]}}, Options{}); !diag.HasErrors(p.Findings) || len(p.Files) > 0 {
			t.Errorf("%v: %+v", bad, p.Findings)
		}
	}
}

// What is none of a key's words, or no key, is refused with what may have been
// meant, whoever asks: the command, the desk and the terminal all set by an act.
func TestSetIsClosed(t *testing.T) {
	s := vote(t)
	s.run()
	e := s.load().Events[0]
	before := s.tree()
	for _, x := range []struct{ key, value, hint string }{
		{"kind", "nokind", "one of agree"},
		{"kind", "elction", "did you mean election?"},
		{"status", "hapened", "did you mean happened?"},
		{"status", "unknown", "one of happened"},
		{"when", "6.2.2024", "write EDTF"},
		{"key", "ja", "true or false"},
		{"title", "  ", "say what happened"},
		{"actors", "kiel hots", "did you mean host?"},
		{"whne", "2024", "did you mean when?"},
		{"staus", "planned", "did you mean status?"},
		{"review", "accepted", "fasti accept"},
		{"into", e.ID, "merge"},
		{"basis", "explicit", "edit the file"},
		{"lang", "de", "title, when"},
		{"role", "actor", "title, when"},
		{"titles.german", "x", "write de, en"},
		{"image.name", "x", ""},
	} {
		p := s.load().Do([]Act{{Act: decisions.Set, Event: e.ID, Key: x.key, New: x.value}}, Options{})
		if !diag.HasErrors(p.Findings) || len(p.Files) > 0 || !strings.Contains(p.Findings[0].Hint, x.hint) {
			t.Errorf("%s=%s: %+v", x.key, x.value, p.Findings)
		}
	}
	a := s.load().Actors[0]
	for _, x := range []struct{ key, value, hint string }{
		{"kind", "sate", "did you mean state?"}, {"country", "Germany", "two capitals"}, {"wikidata", "12", "Q and digits"}, {"knid", "state", "title, kind"},
	} {
		p := s.load().Do([]Act{{Act: decisions.Set, Actor: a.ID, Key: x.key, New: x.value}}, Options{})
		if !diag.HasErrors(p.Findings) || len(p.Files) > 0 || !strings.Contains(p.Findings[0].Hint, x.hint) {
			t.Errorf("actor %s=%s: %+v", x.key, x.value, p.Findings)
		}
	}
	if !maps.Equal(before, s.tree()) {
		t.Error("something was written")
	}
}

// Two people of one name are two: the events that are the other one's are
// theirs for good, and nobody asks again.
func TestActorsOfOneName(t *testing.T) {
	s := vote(t)
	s.run()
	e := s.load().Events[0]
	s.do(Act{Act: decisions.SplitActor, Actor: "kiel", Name: "Kiel", Into: "kiel-wisconsin", Event: e.ID})
	split := s.read(votePath)
	if !strings.Contains(split, "{id: kiel-wisconsin, role: actor}") || strings.Contains(s.read("content/actors/kiel.md"), "not:") {
		t.Fatalf("%s\n%s", split, s.read("content/actors/kiel.md"))
	}
	s.run()
	if now := s.load().Events[0].Actors; len(now) != 2 || now[0].ID != "kiel-wisconsin" {
		t.Errorf("the next run says %v", now)
	}
	c := s.load()
	if !c.ActorsApart("kiel-wisconsin", "kiel") {
		t.Error("they are not kept apart")
	}
	s.do(Act{Act: decisions.RenameActor, Actor: "kiel-wisconsin", Key: "id", New: "kiel-wi"})
	if c = s.load(); !c.ActorsApart("kiel", "kiel-wi") {
		t.Error("another address, and they are one again")
	}
	for _, x := range []Act{{Act: decisions.SplitActor, Actor: "kiel", Name: "Kiel"}, {Act: decisions.Apart, Actor: "kiel", Into: "kiel"}, {Act: decisions.Apart, Actor: "kiel", Into: "nobody"}} {
		if p := c.Do([]Act{x}, Options{}); !diag.HasErrors(p.Findings) {
			t.Errorf("%+v is done", x)
		}
	}
}

// Keys of an actor that are no names.
func TestSetActor(t *testing.T) {
	s := vote(t)
	s.run()
	const file = "content/actors/kiel.md"
	for _, x := range []Act{{Key: "wikidata", New: "Q1707"}, {Key: "country", New: "DE"}, {Key: "kind", New: "organisation"}, {Key: "text", New: "A harbour town."}} {
		x.Act, x.Actor = decisions.Set, "kiel"
		s.do(x)
		if now := s.read(file); !strings.Contains(now, x.New) {
			t.Errorf("%s\n%s", x.Key, now)
		}
		x.New = "\x01"
		if p := s.load().Do([]Act{x}, Options{}); !diag.HasErrors(p.Findings) {
			t.Errorf("%s: %q is taken", x.Key, x.New)
		}
	}
	was := s.read(file)
	s.run()
	if now := s.read(file); now != was {
		t.Errorf("a run changed it to\n%s", now)
	}
}

// What an act changes in the files of actors is that act's; the next run does
// not take it for done by hand, by nobody.
func TestActsOnActorsAreToldOnce(t *testing.T) {
	s := vote(t)
	s.run()
	for _, x := range []Act{
		{Act: decisions.RenameActor, Actor: "kiel", Key: "title", New: "City of Kiel"},
		{Act: decisions.RenameActor, Actor: "kiel", Key: "names.de", New: "Stadt Kiel"},
		{Act: decisions.RenameActor, Actor: "kiel", Key: "known_as", New: "The Fjord City"},
		{Act: decisions.NotName, Actor: "kiel", Name: "Kiel, Wisconsin"},
		{Act: decisions.Set, Actor: "kiel", Key: "country", New: "DE"},
		{Act: decisions.SplitActor, Actor: "kiel", Name: "The Fjord City"},
		{Act: decisions.RenameActor, Actor: "kiel", Key: "id", New: "kiel-city"},
		{Act: decisions.MergeActors, Actor: "norway", Into: "kiel-city"},
	} {
		if p := s.do(x); diag.HasErrors(p.Findings) {
			t.Fatal(p.Findings)
		}
		for _, a := range s.run().hand {
			t.Errorf("after %s %s a run notes %s", x.Act, x.Key, Tell(a))
		}
	}
	// Names in languages that said the old title say the new one.
	s.do(Act{Act: decisions.RenameActor, Actor: "kiel-city", Key: "names.en", New: "City of Kiel"})
	s.do(Act{Act: decisions.RenameActor, Actor: "kiel-city", Key: "title", New: "Kiel"})
	if a := s.read("content/actors/kiel-city.md"); !strings.Contains(a, "en: Kiel") || !strings.Contains(a, "de: Stadt Kiel") || !strings.Contains(a, "title: Kiel\n") {
		t.Error(a)
	}
	s.edit("content/actors/kiel-city.md", "country: DE", "country: NO")
	if p := s.run(); !slices.ContainsFunc(p.hand, func(a Act) bool { return a.Key == "country" && a.New == "NO" }) {
		t.Error("what is done by hand is not noted")
	}
}

// What is said of an article can be corrected, its text cannot; undo gives the
// bytes of before. A picture that the file names alone gets what belongs to it.
func TestSetArticle(t *testing.T) {
	s := vote(t)
	s.run()
	a := s.load().Articles[0]
	before := s.read(a.Path)
	for _, x := range []struct{ key, value, want string }{
		{"title", "Kiel: a vote", "title: \"Kiel: a vote\"\n"},
		{"date", "2024-02-08", "date: \"2024-02-08\"\n"},
		{"author", "J. Doe", "author: J. Doe\n"},
		{"link", "https://example.org/vote", "link: \"https://example.org/vote\"\n"},
	} {
		done := s.do(Act{Act: decisions.Set, Article: a.Name, Key: x.key, New: x.value})
		if now := s.read(a.Path); !strings.Contains(now, x.want) || !strings.HasSuffix(now, a.Body) {
			t.Errorf("%s:\n%s", x.key, now)
		}
		groups := slices.DeleteFunc(s.load().Log().Groups(), func(g decisions.Group) bool { return g.ID != done.Group() })
		p := s.load().Undo(groups, Options{})
		if err := p.Write(s.dir); err != nil || diag.HasErrors(p.Findings) || s.read(a.Path) != before {
			t.Errorf("%s: not taken back: %v %v", x.key, err, p.Findings)
		}
	}
	for _, x := range [][2]string{{"title", ""}, {"date", "soon"}, {"link", "javascript:alert(1)"}, {"text", "x"}, {"lang", "en"}} {
		if p := s.load().Do([]Act{{Act: decisions.Set, Article: a.Name, Key: x[0], New: x[1]}}, Options{}); !p.Empty() || !diag.HasErrors(p.Findings) {
			t.Errorf("%s: %v", x, p.Findings)
		}
	}
	s.edit(votePath, "review:", "image: pics/quay.jpg\nreview:")
	s.do(Act{Act: decisions.Set, Event: s.load().Events[0].ID, Key: "image.alt", New: "Cranes"})
	if now := s.read(votePath); !strings.Contains(now, "image:\n  path: pics/quay.jpg\n  alt: Cranes\n") {
		t.Errorf("a path alone:\n%s", now)
	}
}
