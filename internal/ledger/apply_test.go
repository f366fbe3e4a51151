package ledger

import (
	"maps"
	"strings"
	"testing"

	"fasti/internal/decisions"
	"fasti/internal/diag"
)

const votePath = "content/events/2024/2024-02-06-council-of-kiel-votes-for-a-harbour.md"

// A new event looks like this; so do its actors, the ids and the history.
func TestNewEvent(t *testing.T) {
	s := vote(t)
	s.run()
	if s.only() != votePath {
		t.Fatal(s.only())
	}
	golden(t, "new-event.md", s.read(votePath))
	golden(t, "new-actor.md", s.read("content/actors/kiel.md"))
	for path, text := range s.tree() {
		if logged(path) {
			golden(t, "new.jsonl", text)
		}
	}
}

func TestEditsWin(t *testing.T) {
	s := vote(t)
	s.run()
	s.edit(votePath, "title: Council of Kiel votes for a harbour", "title: Kiel gets its harbour   # shorter")
	s.edit(votePath, "  - {id: norway, role: recipient}\n", "  - {id: norway, role: mentioned}\n  - {id: denmark, role: host}\n")
	s.write(votePath, s.read(votePath)+"The editor's own words.\n")
	edited := s.read(votePath)

	s.run()
	if got := s.read(votePath); got != edited {
		t.Fatalf("fasti changed what a person wrote:\n%s\nwas\n%s", got, edited)
	}

	// The articles now say something else about everything.
	s.timeline = `title=Kiel votes; when=2024-02-05; kind=statement; basis=explicit; actors=kiel:speaker norway:victim sweden:actor; places=Kiel Oslo
  kiel-vote:2; trigger=voted; said=on Monday
`
	p := s.run()
	e := s.load().Events[0]
	if e.Title != "Kiel gets its harbour" || e.Actors[1] != (Part{"norway", "mentioned"}) || e.Actors[2] != (Part{"denmark", "host"}) {
		t.Errorf("a person's title or actors are gone: %+v", e)
	}
	if e.when != "2024-02-05" || e.Kind != "statement" || e.Actors[0] != (Part{"kiel", "speaker"}) || len(e.Actors) != 4 || len(e.Places) != 2 {
		t.Errorf("what nobody owns was not renewed: %+v", e)
	}
	if e.Review != Corrected || strings.Join(e.Edited, " ") != "actors title" {
		t.Errorf("review %s, edited %v", e.Review, e.Edited)
	}
	after := s.read(votePath)
	if !strings.Contains(after, "# shorter") || !strings.HasSuffix(after, "The editor's own words.\n") {
		t.Errorf("comment or body are gone:\n%s", after)
	}
	if !hasCode(p.Findings, diag.Differs) {
		t.Errorf("no word of what fasti would say: %v", p.Findings)
	}
}

// A key that a person removed stays away; one that is put back to what fasti
// wrote is fasti's again; a file may move.
func TestRemovedAndRestoredKeys(t *testing.T) {
	s := vote(t)
	s.run()
	s.edit(votePath, "kind: election\n", "")
	s.edit(votePath, "title: Council", "title: The Council")
	const moved = "content/events/harbour/vote.md"
	s.write(moved, s.read(votePath))
	s.remove(votePath)
	s.run()
	if e := s.load().Events[0]; s.only() != moved || e.Kind != "" || strings.Join(e.Edited, " ") != "kind title" {
		t.Fatalf("%s %+v", s.only(), e)
	}
	s.edit(moved, "title: The Council", "title: Council")
	s.timeline = strings.Replace(s.timeline, "title=Council of Kiel votes", "title=Kiel votes", 1)
	s.run()
	if e := s.load().Events[0]; e.Title != "Kiel votes for a harbour" || e.Kind != "" {
		t.Errorf("%+v", e)
	}
}

// Front matter that cannot be edited safely is left, and reported.
func TestAnchors(t *testing.T) {
	s := vote(t)
	s.run()
	s.edit(votePath, "places: [Kiel]", "places: &p [Kiel]\nalso: *p")
	s.timeline = strings.Replace(s.timeline, "places=Kiel", "places=Oslo", 1)
	before := s.read(votePath)
	p := s.plan()
	if !hasCode(p.Findings, diag.CannotEdit) || p.Count("changed event") != 0 || s.read(votePath) != before {
		t.Errorf("%v", p.Findings)
	}
}

// What a person took out of a list stays out; what fasti put in follows the
// articles.
func TestEntriesOfLists(t *testing.T) {
	s := vote(t)
	s.article("oslo-note", "2024-02-08", "Kiel voted for a harbour on 6 February.")
	s.timeline += "  oslo-note:1; trigger=voted\n"
	s.run()
	text := s.read(votePath)
	i := strings.Index(text, "  - article: ")
	j := strings.Index(text[i+5:], "  - article: ") + i + 5
	s.write(votePath, text[:i]+text[j:]) // the first source goes
	s.edit(votePath, "  - {id: norway, role: recipient}\n", "")
	s.run()
	e := s.load().Events[0]
	if len(e.Sources) != 1 || e.Sources[0].Article != "oslo-note" || len(e.Actors) != 1 {
		t.Errorf("what a person removed is back: %+v", e)
	}
	s.timeline = strings.Replace(s.timeline, "kiel:actor norway:recipient", "norway:recipient", 1)
	s.run()
	if e = s.load().Events[0]; len(e.Actors) != 0 {
		t.Errorf("actors %v", e.Actors)
	}
}

func TestRejectedAndDeletedStayAway(t *testing.T) {
	for _, way := range []string{"rejected", "deleted"} {
		t.Run(way, func(t *testing.T) {
			s := vote(t)
			s.run()
			if way == "rejected" {
				s.do(each(decisions.Reject, s.load().Events)...)
			} else {
				s.remove(votePath)
			}
			before := s.tree()
			s.run()
			// The sentence is edited, then moves, then the article gets another name.
			s.article("kiel-vote", "2024-02-07", "The council of Kiel met again.", "On Tuesday the council voted for a new and larger harbour.", "The mayor thanked Norway.")
			s.run()
			s.article("kiel-vote", "2024-02-07", "It rained.", "The council of Kiel met again.", "On Tuesday the council voted for a new and larger harbour.")
			s.timeline = strings.Replace(s.timeline, "kiel-vote:2", "kiel-vote:3", 1)
			s.run()
			s.article("harbour", "2024-02-07", "It rained.", "The council of Kiel met again.", "On Tuesday the council voted for a new and larger harbour.")
			s.remove("content/articles/kiel-vote.md")
			s.timeline = strings.Replace(s.timeline, "kiel-vote:3", "harbour:3", 1)
			s.run()
			after := s.tree()
			for _, m := range []map[string]string{before, after} {
				maps.DeleteFunc(m, func(k, _ string) bool { return !strings.HasPrefix(k, "content/events") })
			}
			if !maps.Equal(before, after) {
				t.Errorf("events were\n%v\nare\n%v", before, after)
			}
			if c := s.load(); len(c.Events) > 0 && c.Events[0].Published("all") {
				t.Error("it is published")
			}
		})
	}
}

// Identity: ids and files stay through edited sentences and renamed articles.
func TestIdentity(t *testing.T) {
	s := vote(t)
	s.run()
	id := s.load().Events[0].ID
	same := func(what string) {
		t.Helper()
		s.run()
		if e := s.load().Events; len(e) != 1 || e[0].ID != id || e[0].Path != votePath || len(e[0].Sources) != 1 {
			t.Fatalf("after %s: %d events, %+v", what, len(e), e[0])
		}
	}
	s.edit("content/articles/kiel-vote.md", "a new harbour", "a new ferry harbour")
	same("an edited sentence")
	s.edit("content/articles/kiel-vote.md", "The council of Kiel met", "It rained.\n\nThe council of Kiel met")
	s.timeline = strings.Replace(s.timeline, "kiel-vote:2", "kiel-vote:3", 1)
	same("a sentence before it")
	s.write("content/articles/kiel-council.md", s.read("content/articles/kiel-vote.md"))
	s.remove("content/articles/kiel-vote.md")
	s.timeline = strings.Replace(s.timeline, "kiel-vote:3", "kiel-council:3", 1)
	same("a renamed article")
	s.timeline = strings.Replace(s.timeline, "2024-02-06", "2024-02-05", 1)
	same("another date")
	if q := s.load().Events[0].Sources[0]; q.Article != "kiel-council" || !strings.Contains(q.Quote, "ferry") || q.Sentence != 3 {
		t.Errorf("the source did not follow: %+v", q)
	}
}

// Two events of one sentence keep apart, whatever their order.
func TestTwoEventsOfOneSentence(t *testing.T) {
	s := newSite(t)
	s.article("talks", "2024-02-07", "On Tuesday the minister met Norway and Denmark in Kiel.")
	a := "title=Minister meets Norway; when=2024-02-06; kind=consult; actors=norway:recipient\n  talks:1; trigger=met\n"
	b := "title=Minister meets Denmark; when=2024-02-06; kind=consult; actors=denmark:recipient\n  talks:1; trigger=met\n"
	s.timeline = a + b
	s.run()
	before := s.tree()
	if len(s.events()) != 2 {
		t.Fatal(s.events())
	}
	s.timeline = b + a
	s.run()
	if !maps.Equal(before, s.tree()) {
		t.Error("the order of the timeline changed files")
	}
}

// An article that goes takes its sources along; an event left with none is
// withdrawn, and comes back with its article.
func TestWithdrawn(t *testing.T) {
	s := vote(t)
	s.article("oslo-note", "2024-02-08", "Kiel voted for a harbour on 6 February.")
	s.timeline += "  oslo-note:1; trigger=voted\n"
	s.run()
	full := s.read(votePath)
	text := s.read("content/articles/oslo-note.md")
	s.remove("content/articles/oslo-note.md")
	s.run()
	if e := s.load().Events[0]; len(e.Sources) != 1 || e.Review != Proposed {
		t.Fatalf("%+v", e)
	}
	vote := s.read("content/articles/kiel-vote.md")
	s.remove("content/articles/kiel-vote.md")
	s.run()
	c := s.load()
	if e := c.Events[0]; len(e.Sources) != 0 || e.Review != Withdrawn || e.Published("all") {
		t.Fatalf("%+v", e)
	}
	if !hasCode(c.Check(nil), diag.WithdrawnReport) {
		t.Error("check says nothing")
	}
	s.write("content/articles/oslo-note.md", text)
	s.write("content/articles/kiel-vote.md", vote)
	s.run()
	if got := s.read(votePath); got != full {
		t.Errorf("it came back as\n%s\nwas\n%s", got, full)
	}
	h := s.history()
	if !strings.Contains(h, "\twithdrawn\t") || !strings.Contains(h, "\treturned\t") {
		t.Error(h)
	}
}

// An article that cannot be read for the moment takes nothing along.
func TestBrokenArticleKeepsItsSources(t *testing.T) {
	s := vote(t)
	s.run()
	before := s.read(votePath)
	s.edit("content/articles/kiel-vote.md", "date: 2024-02-07", "date: tomorrow")
	c, ds := Load(s.dir)
	if !hasCode(ds, diag.BadDate) {
		t.Fatal(ds)
	}
	if p := c.Apply(s.parse(c), Options{Day: s.day}); !p.Empty() {
		t.Errorf("it would write %+v", p.Files)
	}
	if s.read(votePath) != before {
		t.Error("the event changed")
	}
}

// A broken event file is neither overwritten nor made again.
func TestBrokenEventStays(t *testing.T) {
	s := vote(t)
	s.run()
	s.edit(votePath, "title: ", "title: [")
	c, ds := Load(s.dir)
	if !hasCode(ds, diag.BadYAML) {
		t.Fatal(ds)
	}
	if p := c.Apply(s.parse(c), Options{Day: s.day}); p.Count("new event")+p.Count("changed event") > 0 {
		t.Errorf("it would write %+v", p.Files[0])
	}
}

// When merging finds that two events are one, the younger becomes a redirect;
// when it changes its mind, both stand again.
func TestAutomaticJoin(t *testing.T) {
	s := vote(t)
	s.article("oslo-note", "2024-02-08", "Kiel got a harbour on 6 February.")
	one := s.timeline
	two := "title=Kiel gets a harbour; when=2024-02-06; kind=economy; actors=kiel:actor\n  oslo-note:1; trigger=got\n"
	s.timeline = one + two
	s.run()
	before := s.tree()
	s.timeline = one + "  oslo-note:1; trigger=got\n"
	s.run()
	merged, into := 0, ""
	for _, e := range s.load().Events {
		if e.Review == Merged {
			merged, into = merged+1, e.Into[0]
		} else if len(e.Sources) != 2 {
			t.Errorf("%+v", e)
		}
	}
	if merged != 1 || into == "" {
		t.Fatalf("%d merged into %q", merged, into)
	}
	s.timeline = one + two
	s.run()
	after := s.tree()
	maps.DeleteFunc(before, func(k, _ string) bool { return logged(k) })
	for k, v := range before {
		if after[k] != v {
			t.Errorf("%s is\n%s\nwas\n%s", k, after[k], v)
		}
	}
}

func TestPersonsMerge(t *testing.T) {
	s := vote(t)
	s.article("oslo-note", "2024-02-08", "Kiel got a harbour on 6 February.")
	s.timeline += "title=Kiel gets a harbour; when=2024-02-06; kind=economy; actors=kiel:actor\n  oslo-note:1; trigger=got\n"
	s.run()
	c := s.load()
	into, _ := c.Find([]string{votePath})
	other, _ := c.Find([]string{"2024-02-06-kiel-gets-a-harbour"})
	if len(into) != 1 || len(other) != 1 {
		t.Fatal("not found")
	}
	p := s.do(Act{Act: decisions.Merge, Event: other[0].ID, Into: into[0].ID})
	if len(p.Findings) > 0 {
		t.Fatal(p.Findings)
	}
	after := s.tree()
	s.run() // the merge stands, and nothing is left to do but the history's order
	now := s.tree()
	for k, v := range after {
		if strings.HasPrefix(k, "content/events") && now[k] != v {
			t.Errorf("%s is\n%s\nwas\n%s", k, now[k], v)
		}
	}
	c = s.load()
	gone, _ := c.Find([]string{other[0].ID})
	if gone[0].Review != Merged || gone[0].Into[0] != into[0].ID {
		t.Errorf("%+v", gone[0])
	}
	if e, _ := c.Find([]string{into[0].ID}); len(e[0].Sources) != 2 {
		t.Errorf("%+v", e[0])
	}
	if p := c.Do([]Act{{Act: decisions.Merge, Event: into[0].ID, Into: gone[0].ID}}, Options{}); !hasCode(p.Findings, diag.CannotDo) || !p.Empty() {
		t.Error("an event was merged into one that is merged")
	}
}

// An accepted event stands as it was accepted; new evidence is added to it.
func TestAccepted(t *testing.T) {
	s := vote(t)
	s.run()
	s.do(each(decisions.Accept, s.load().Events)...)
	s.run()
	s.article("oslo-note", "2024-02-08", "Kiel voted for a harbour on 6 February.")
	s.timeline = strings.Replace(s.timeline, "title=Council", "title=The council", 1) + "  oslo-note:1; trigger=voted\n"
	p := s.run()
	e := s.load().Events[0]
	if e.Review != Accepted || e.Title != "Council of Kiel votes for a harbour" || len(e.Sources) != 2 {
		t.Errorf("%+v", e)
	}
	if !hasCode(p.Findings, diag.Differs) {
		t.Error("no word of what fasti would say")
	}
	// The extraction finds it no more; a person has vouched for it.
	s.timeline = ""
	s.run()
	if e = s.load().Events[0]; e.Review != Accepted || len(e.Sources) != 2 {
		t.Errorf("%+v", e)
	}
}

// An event made by hand is as good as any: its evidence makes no second one.
func TestByHand(t *testing.T) {
	s := vote(t)
	s.write("content/events/2024/by-hand.md", "---\ntitle: The vote\nwhen: 2024-02-06\nactors: [kiel]\nsources:\n  - article: kiel-vote\n    quote: On Tuesday the council voted for a new harbour.\n---\nMine.\n")
	before := s.read("content/events/2024/by-hand.md")
	s.run()
	if s.only() != "content/events/2024/by-hand.md" || s.read(s.only()) != before {
		t.Error(s.events())
	}
	e := s.load().Events[0]
	if e.ID != "by-hand" || e.Auto || !e.Published("accepted") || e.when != "2024-02-06" || e.Basis != "explicit" {
		t.Errorf("%+v", e)
	}
	if _, ok := s.tree()["content/actors/kiel.md"]; !ok {
		t.Error("its actor has no file")
	}
}

// What is not published is kept if it is denied or undated and sure enough.
func TestUnpublished(t *testing.T) {
	s := vote(t)
	s.timeline = `title=No vote; when=2024-02-06; status=denied; kind=election; actors=kiel:actor
  kiel-vote:1; trigger=met
title=Thanks; basis=none; kind=statement; actors=norway:recipient
  kiel-vote:3; trigger=thanked
title=Weak; when=2024-02-06; kind=statement; hidden=1; actors=sweden:actor
  kiel-vote:2; trigger=voted
`
	s.run()
	if es := s.events(); len(es) != 2 || es[1] != "content/events/undated/thanks.md" {
		t.Fatal(es)
	}
	for p := range s.tree() {
		if strings.HasPrefix(p, "content/actors") {
			t.Errorf("%s: an actor of unpublished events has a file", p)
		}
	}
}

// A threshold that is raised takes out what nobody has looked at; one that is
// lowered brings it back.
func TestThreshold(t *testing.T) {
	s := vote(t)
	s.run()
	before := s.read(votePath)
	s.timeline = strings.Replace(s.timeline, "kind=election", "kind=election; hidden=1", 1)
	s.run()
	if e := s.load().Events[0]; e.Review != Withdrawn {
		t.Errorf("%+v", e)
	}
	s.timeline = strings.Replace(s.timeline, "; hidden=1", "", 1)
	s.run()
	if got := s.read(votePath); got != before {
		t.Errorf("it came back as\n%s", got)
	}
	s.do(each(decisions.Accept, s.load().Events)...)
	s.timeline = strings.Replace(s.timeline, "kind=election", "kind=election; hidden=1", 1)
	s.run()
	if e := s.load().Events[0]; e.Review != Accepted || len(e.Sources) != 1 {
		t.Errorf("%+v", e)
	}
}

// Events of one day and title get numbers; a freed name is not used again.
func TestNames(t *testing.T) {
	s := newSite(t)
	s.article("a", "2024-02-07", "One storm came.", "Another storm came.", "A third storm came.", "Long ago.")
	s.timeline = "title=Sturm über Föhr; when=2024-02-06; kind=disaster\n  a:1; trigger=storm\ntitle=Sturm über Föhr; when=2024-02-06; kind=disaster\n  a:2; trigger=storm\n" +
		"title=Herrschaft; when=-0043; kind=other\n  a:4; trigger=ago\ntitle=Fest; when=XXXX-10-07; kind=culture\n  a:4; trigger=long\n"
	s.run()
	want := []string{"content/events/2024/2024-02-06-sturm-ueber-foehr-2.md", "content/events/2024/2024-02-06-sturm-ueber-foehr.md", "content/events/bce-0044/bce-0044-herrschaft.md", "content/events/undated/10-07-fest.md"}
	if got := s.events(); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Fatal(got)
	}
	s.remove(want[0])
	s.timeline += "title=Sturm über Föhr; when=2024-02-06; kind=disaster\n  a:3; trigger=storm\n"
	s.run()
	if got := s.events(); got[0] != "content/events/2024/2024-02-06-sturm-ueber-foehr-3.md" {
		t.Error(got)
	}
}

// Whatever the order in which articles come, ids and files are the same at
// the end for events that do not share articles.
func TestOrderOfArticles(t *testing.T) {
	build := func(order ...string) map[string]string {
		s := newSite(t)
		lines := map[string]string{
			"a": "title=Storm on Foehr; when=2024-02-06; kind=disaster\n  a:1; trigger=storm\n",
			"b": "title=Vote in Kiel; when=2024-02-07; kind=election\n  b:1; trigger=voted\n",
			"c": "title=Talks in Oslo; when=2024-02-08; kind=consult\n  c:1; trigger=met\n",
		}
		for _, name := range order {
			s.article(name, "2024-02-09", "The sentence of article "+name+".")
			s.timeline += lines[name]
			s.run()
		}
		t := s.tree()
		maps.DeleteFunc(t, func(k, _ string) bool { return logged(k) })
		return t
	}
	if a, b := build("a", "b", "c"), build("c", "a", "b"); !maps.Equal(a, b) {
		t.Errorf("%v\n%v", a, b)
	}
}

func TestHistoryOfCorrections(t *testing.T) {
	s := vote(t)
	s.run()
	s.edit(votePath, `when: "2024-02-06"`, "when: 2024-02-05")
	s.day = "2024-03-02"
	s.run()
	s.run()
	if n := strings.Count(s.history(), "\tcorrected\twhen\t2024-02-06\t2024-02-05\t"); n != 1 {
		t.Errorf("the correction is told %d times:\n%s", n, s.history())
	}
	v := s.load().Vetoes()
	if len(v) != 1 || v[0].When != "2024-02-05" || v[0].Article != "kiel-vote" || v[0].Sentence != 2 || v[0].Trigger != "voted" {
		t.Errorf("vetoes %+v", v)
	}
}

// A copied file is reported, whatever its name; the original stays.
func TestCopiedEvent(t *testing.T) {
	s := vote(t)
	s.run()
	s.write("content/events/2024/a-copy.md", s.read(votePath))
	c, ds := Load(s.dir)
	if len(ds) != 1 || ds[0].Code != diag.DuplicateID || ds[0].File != "content/events/2024/a-copy.md" || len(c.Events) != 1 || c.Events[0].Path != votePath {
		t.Errorf("%v", ds)
	}
}

func TestActorFiles(t *testing.T) {
	s := vote(t)
	s.run()
	const file = "content/actors/norway.md"
	s.edit(file, "title: Norway", "title: Kingdom of Norway")
	s.edit(file, "kind: state\n", "kind: state\nknown_as:\n  - Norge\nnot: [Norwich]\n")
	before := s.read(file)
	s.run()
	if s.read(file) != before {
		t.Errorf("an edited actor changed:\n%s", s.read(file))
	}
	k := s.load().Known()
	if len(k) != 1 || k[0].Name != "Kingdom of Norway" || strings.Join(k[0].Names, ",") != "Norge" || k[0].Not[0] != "Norwich" {
		t.Errorf("%+v", k)
	}
	s.remove(file)
	s.run()
	if _, ok := s.tree()[file]; ok {
		t.Error("a deleted actor is back")
	}
}

func hasCode(ds []diag.Diagnostic, code diag.Code) bool {
	for _, d := range ds {
		if d.Code == code {
			return true
		}
	}
	return false
}
