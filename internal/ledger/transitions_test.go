package ledger

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fasti/internal/decisions"
	"fasti/internal/diag"
)

// Every cell of the table: what an act makes of an event in each state, with
// and without --reopen, and that what it leaves it leaves to the byte and says.
func TestTransitions(t *testing.T) {
	states := []Review{Proposed, Accepted, Corrected, Rejected, Merged, Split, Withdrawn}
	for _, row := range transitions() {
		if !slices.Contains([]decisions.Kind{decisions.Accept, decisions.Reject, decisions.Merge, decisions.Unmerge, decisions.Set}, row.act) {
			continue
		}
		for _, from := range states {
			for _, reopen := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s of %s %v", row.act, from, reopen), func(t *testing.T) {
					s := vote(t)
					s.article("oslo-note", "2024-02-08", "Kiel got a harbour on 6 February.")
					s.timeline += "title=Kiel gets a harbour; when=2024-02-06; kind=economy; actors=kiel:actor\n  oslo-note:1; trigger=got\n"
					s.run()
					other, _ := s.load().Find([]string{"2024-02-06-kiel-gets-a-harbour"})
					id, _ := s.load().Find([]string{votePath})
					s.put(votePath, from, other[0].ID)
					before := s.read(votePath)
					act := Act{Act: row.act, Event: id[0].ID, Into: other[0].ID}
					if row.act == decisions.Set {
						act = Act{Act: row.act, Event: id[0].ID, Key: "kind", New: "travel"}
					}
					p := s.load().Do([]Act{act}, Options{Day: s.day, Reopen: reopen})
					if err := p.Write(s.dir); err != nil {
						t.Fatal(err)
					}
					may := slices.Contains(row.from, from) || reopen && slices.Contains(row.reopen, from)
					changed := s.read(votePath) != before
					if may != changed || may != (len(p.Left) == 0) {
						t.Fatalf("may %v, changed %v, left %v, findings %v", may, changed, p.Left, p.Findings)
					}
					if e := s.load().event(id[0].ID); may && row.to != "" && e.Review != row.to {
						t.Errorf("it is %s", e.Review)
					}
					if !reopen && slices.Contains(row.reopen, from) && !strings.Contains(p.Left[0].Why, "--reopen") {
						t.Errorf("it does not tell the way: %s", p.Left[0].Why)
					}
				})
			}
		}
	}
}

// put writes a state into an event's file, as a person does.
func (s *testSite) put(file string, r Review, into string) {
	s.Helper()
	word := "review: " + string(r)
	if r == Merged || r == Split {
		word += "\ninto: " + into
	}
	s.edit(file, "review: proposed", word)
}

// The report is mended, reworded, or gone: what was reviewed stays, to the
// byte, and check asks until somebody decides.
func TestReviewedStays(t *testing.T) {
	for _, way := range []struct{ name, sentence, trigger string }{
		{"a verb mended", "On Tuesday the council votd for a new harbour.", ""},
		{"another verb", "On Tuesday the council decided for a new harbour.", "decided"},
		{"reworded", "The council approved a new harbour on Tuesday.", "approved"},
		{"deleted", "", ""},
	} {
		for _, choice := range []decisions.Kind{decisions.Keep, decisions.Follow, decisions.Drop} {
			t.Run(way.name+" "+string(choice), func(t *testing.T) {
				s := vote(t)
				s.run()
				id := s.load().Events[0].ID
				s.do(Act{Act: decisions.Accept, Event: id})
				s.run()
				reviewed := s.read(votePath)
				if way.sentence == "" {
					s.remove("content/articles/kiel-vote.md")
				} else {
					s.edit("content/articles/kiel-vote.md", "On Tuesday the council voted for a new harbour.", way.sentence)
				}
				if way.trigger == "" {
					s.timeline = ""
				} else {
					s.timeline = strings.Replace(s.timeline, "trigger=voted", "trigger="+way.trigger, 1)
				}
				s.run()
				if len(s.events()) != 1 || s.read(votePath) != reviewed {
					t.Fatalf("%v\n%s", s.events(), s.read(votePath))
				}
				c := s.load()
				e := c.Events[0]
				if !e.Published("accepted") || c.Standing(e, e.Sources[0]) == Stands || !hasCode(c.Check(nil), diag.ReportChanged) {
					t.Fatalf("%s: %v", c.Standing(e, e.Sources[0]), c.Check(nil))
				}
				if c.Shown(e).Sources[0].Standing == Stands {
					t.Error("readers are not told")
				}
				if way.sentence != "" && c.Pending(e)[e.Sources[0].ID].Source.Quote != way.sentence {
					t.Errorf("now: %+v", c.Pending(e))
				}
				p := s.do(Act{Act: choice, Event: id, Source: e.Sources[0].ID})
				if way.sentence == "" && choice == decisions.Follow {
					if !diag.HasErrors(p.Findings) {
						t.Error("it follows nothing")
					}
					return
				}
				s.run()
				c = s.load()
				if hasCode(c.Check(nil), diag.ReportChanged) {
					t.Errorf("check asks again: %v", c.Check(nil))
				}
				switch e = c.Events[0]; {
				case len(c.Events) != 1:
					t.Errorf("%d events", len(c.Events))
				case choice == decisions.Keep && s.read(votePath) != reviewed:
					t.Errorf("kept, and yet:\n%s", s.read(votePath))
				case choice == decisions.Follow && (e.Sources[0].Quote != way.sentence || e.Review != Accepted):
					t.Errorf("%+v", e)
				case choice == decisions.Drop && len(e.Sources) != 0:
					t.Errorf("%+v", e.Sources)
				}
				s.run()
			})
		}
	}
}

// A later report of the same happening joins the reviewed event, also when its
// first report is gone.
func TestLaterReportJoins(t *testing.T) {
	s := vote(t)
	s.run()
	id := s.load().Events[0].ID
	s.do(Act{Act: decisions.Accept, Event: id})
	s.remove("content/articles/kiel-vote.md")
	s.article("bote", "2024-02-09", "The council of Kiel voted for a new harbour on 6 February.")
	s.timeline = "title=Council of Kiel votes for harbour; when=2024-02-06; kind=election; actors=kiel:actor\n  bote:1; trigger=voted\n"
	s.run()
	c := s.load()
	if e := c.Events[0]; len(c.Events) != 1 || e.ID != id || len(e.Sources) != 2 || e.Review != Accepted {
		t.Errorf("%d events, %+v", len(c.Events), e)
	}
}

// A copy without its fasti block, dated otherwise, changes nothing of the
// original; check tells of both places.
func TestCopyByHand(t *testing.T) {
	s := vote(t)
	s.run()
	before := s.read(votePath)
	text := before[:strings.Index(before, "fasti: {id: e")] + "---\n"
	s.write("content/events/2024/copy.md", strings.Replace(text, "2024-02-06", "2024-03-01", 1))
	s.run()
	if s.read(votePath) != before {
		t.Errorf("the original changed:\n%s", s.read(votePath))
	}
	for _, v := range s.load().Vetoes() {
		if v.When == "2024-03-01" {
			t.Errorf("the copy speaks for the original: %+v", v)
		}
	}
	n := 0
	for _, d := range s.load().Check(nil) {
		if d.Code == diag.ClaimedTwice {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d places told: %v", n, s.load().Check(nil))
	}
}

// A sentence that was taken out does not come back under another word.
func TestTakenOutStaysOut(t *testing.T) {
	for _, how := range []string{"by hand", "by command"} {
		t.Run(how, func(t *testing.T) {
			s := vote(t)
			s.article("oslo-note", "2024-02-08", "Kiel voted and decided for a harbour on 6 February.")
			s.timeline += "  oslo-note:1; trigger=voted\n"
			s.run()
			e := s.load().Events[0]
			if how == "by hand" {
				text := s.read(votePath)
				i := strings.Index(text, "  - article: oslo-note")
				j := strings.Index(text, "fasti: {id: e")
				s.write(votePath, text[:i]+text[j:])
			} else {
				s.do(Act{Act: decisions.Drop, Event: e.ID, Source: e.Sources[1].ID})
			}
			s.run()
			s.timeline = strings.Replace(s.timeline, "oslo-note:1; trigger=voted", "oslo-note:1; trigger=decided", 1)
			s.run()
			s.edit("content/articles/oslo-note.md", "a harbour on", "a new harbour on")
			s.run()
			if e := s.load().event(e.ID); len(e.Sources) != 1 {
				t.Errorf("it is back: %+v", e.Sources)
			}
		})
	}
}
