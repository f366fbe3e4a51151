package ledger

import "testing"

// readTwice makes a test's site compare, at every load, what a Reader that has
// read it before gives with what reading it anew gives. The random sequences of
// acts and changes run on such sites.
func readTwice(s *testSite) *testSite {
	s.again = true
	return s
}

// A file that has changed, has come or has gone is read as it is now, and what a
// caller has done to the content does not come back.
func TestReaderReadsWhatChanged(t *testing.T) {
	s := readTwice(newSite(t))
	s.article("one", "2024-02-07", "The council voted.", "The mayor resigned.")
	s.write("content/events/2024/vote.md", "---\ntitle: A vote\nwhen: 2024-02-06\nactors: [council]\nsources:\n  - {article: one, quote: The council voted.}\n---\n")
	first := s.load()
	first.Events[0].Title = "something else"
	first.Events[0].Sources[0].Quote = "something else"
	first.Events[0].Actors[0].ID = "somebody"
	if got := s.load().Events[0]; got.Title != "A vote" || got.Sources[0].Quote != "The council voted." || got.Actors[0].ID != "council" {
		t.Errorf("%+v", got)
	}
	s.edit("content/events/2024/vote.md", "A vote", "The vote")
	s.article("two", "2024-02-08", "A bridge was opened.")
	if c := s.load(); c.Events[0].Title != "The vote" || len(c.Articles) != 2 {
		t.Errorf("%s, %d articles", c.Events[0].Title, len(c.Articles))
	}
	s.remove("content/articles/two.md")
	s.write("content/events/2024/vote.md", "---\ntitle: [\n---\n")
	if c, ds := s.reader.Load(s.dir); len(c.Events) != 0 || len(c.Articles) != 1 || len(ds) == 0 || !c.Broken("vote") {
		t.Errorf("%d events, %d articles, faults %v", len(c.Events), len(c.Articles), ds)
	}
}
