package ledger

import (
	"crypto/sha256"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/merge"
	"fasti/internal/decisions"
	"fasti/internal/diag"
)

// testSite is a site in a folder of its own, with a timeline that a test
// says line by line in place of the extraction.
type testSite struct {
	testing.TB
	dir      string
	timeline string
	day      string
	again    bool // see load
	propose  int  // see Options
	reader   Reader
}

func newSite(t testing.TB, files ...string) *testSite {
	s := &testSite{TB: t, dir: t.TempDir(), day: "2024-03-01"}
	for i := 0; i+1 < len(files); i += 2 {
		s.write(files[i], files[i+1])
	}
	return s
}

func (s *testSite) write(file, text string) {
	s.Helper()
	name := filepath.Join(s.dir, filepath.FromSlash(file))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		s.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		s.Fatal(err)
	}
}

func (s *testSite) read(file string) string {
	s.Helper()
	b, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(file)))
	if err != nil {
		s.Fatal(err)
	}
	return string(b)
}

func (s *testSite) remove(file string) {
	s.Helper()
	if err := os.Remove(filepath.Join(s.dir, filepath.FromSlash(file))); err != nil {
		s.Fatal(err)
	}
}

// edit replaces a text in a file, as a person does.
func (s *testSite) edit(file, before, after string) {
	s.Helper()
	text := s.read(file)
	if !strings.Contains(text, before) {
		s.Fatalf("%s does not hold %q:\n%s", file, before, text)
	}
	s.write(file, strings.Replace(text, before, after, 1))
}

// article writes an article with one sentence a line.
func (s *testSite) article(name, date string, sentences ...string) {
	s.Helper()
	s.write("content/articles/"+name+".md", "---\ntitle: "+name+"\ndate: "+date+"\nlang: en\n---\n"+strings.Join(sentences, "\n\n")+"\n")
}

// tree is the content folder: path -> text.
func (s *testSite) tree() map[string]string {
	s.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(s.dir, func(p string, d os.DirEntry, err error) error {
		if err == nil && d.Name() == ".fasti" {
			return filepath.SkipDir // what runs keep for themselves
		}
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(s.dir, p)
		if err != nil {
			return err
		}
		out[filepath.ToSlash(rel)] = s.read(filepath.ToSlash(rel))
		return nil
	})
	if err != nil {
		s.Fatal(err)
	}
	return out
}

// events are the paths of the event files.
func (s *testSite) events() []string {
	var out []string
	for p := range s.tree() {
		if strings.HasPrefix(p, "content/events/") {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

func (s *testSite) only() string {
	s.Helper()
	if es := s.events(); len(es) == 1 {
		return es[0]
	}
	s.Fatalf("not one event: %v", s.events())
	return ""
}

// load reads the site, with again set with what is known of files that have not
// changed since the test last did, which must give what reading it anew gives.
func (s *testSite) load() *Content {
	s.Helper()
	c, ds := Load(s.dir)
	if s.again {
		anew, ads := c, ds
		if c, ds = s.reader.Load(s.dir); !reflect.DeepEqual(c, anew) || !reflect.DeepEqual(ds, ads) {
			s.Fatal("a site read again is not what it is when it is read anew")
		}
		next := Reader{Sums: trueSums(s.dir), Engine: "test"}
		if c, ds = next.Load(s.dir); !reflect.DeepEqual(c, anew) || !reflect.DeepEqual(ds, ads) {
			s.Fatal("a site read from what the last run saved is not what it is when it is read anew")
		}
		next.Save()
	}
	for _, d := range ds {
		if d.Severity() == diag.Error {
			text, _ := os.ReadFile(filepath.Join(s.dir, d.File))
			s.Fatalf("%s\n%s", d, text)
		}
	}
	return c
}

// trueSums are the hashes of the files as they stand in a site.
type trueSums string

func (dir trueSums) Known(file string) (sum [sha256.Size]byte, ok bool) {
	b, err := os.ReadFile(filepath.Join(string(dir), file))
	return sha256.Sum256(b), err == nil
}

// run loads the site, applies the timeline, writes, and checks that a second
// run has nothing to do.
func (s *testSite) run() *Plan {
	s.Helper()
	p := s.plan()
	if err := p.Write(s.dir); err != nil {
		s.Fatal(err)
	}
	if again := s.plan(); !again.Empty() {
		for _, f := range again.Files {
			s.Errorf("a second run would write %s (%s):\n%s\n--- was\n%s", f.Path, f.What, f.New, f.Old)
		}
	}
	return p
}

func (s *testSite) plan() *Plan {
	s.Helper()
	c := s.load()
	return c.Apply(s.parse(c), Options{Day: s.day, Propose: s.propose})
}

// do does acts of a person.
func (s *testSite) do(acts ...Act) *Plan {
	s.Helper()
	p := s.load().Do(acts, Options{Day: s.day, By: "anna"})
	if err := p.Write(s.dir); err != nil {
		s.Fatal(err)
	}
	return p
}

// each is one act on each of some events.
func each(kind decisions.Kind, events []*Event) []Act {
	var out []Act
	for _, e := range events {
		out = append(out, Act{Act: kind, Event: e.ID})
	}
	return out
}

// content is the tree without the log.
func (s *testSite) content() map[string]string {
	s.Helper()
	out := s.tree()
	maps.DeleteFunc(out, func(k, _ string) bool { return logged(k) })
	return out
}

func logged(path string) bool {
	return strings.HasPrefix(path, decisions.PeopleDir+"/") || strings.HasPrefix(path, decisions.MachineDir+"/")
}

// history is the log as readers see it.
func (s *testSite) history() string {
	s.Helper()
	out := ""
	for _, h := range s.load().History {
		out += strings.Join([]string{h.Day, h.ID, h.What, h.Key, h.Old, h.New, h.Reason}, "\t") + "\n"
	}
	return out
}

// parse reads the timeline: a line an event, and indented below it a line a
// source. Fields are key=value, apart by semicolons.
//
//	title=Vote in Kiel; when=2024-02-06; kind=election; actors=kiel:actor
//	  kiel-vote:2; trigger=voted; said=on Tuesday
func (s *testSite) parse(c *Content) *merge.Timeline {
	s.Helper()
	t := &merge.Timeline{}
	byName := map[string]*Article{}
	for _, a := range c.Articles {
		byName[a.Name] = a
	}
	actors := map[string]bool{}
	for l := range strings.Lines(s.timeline) {
		f := fields(l)
		switch {
		case strings.TrimSpace(l) == "":
		case l[0] == ' ' || l[0] == '\t':
			e := &t.Events[len(t.Events)-1]
			if src, ok := s.source(byName, f, e); ok {
				e.Sources = append(e.Sources, src)
			}
		default:
			e := merge.Event{Lang: or(f["lang"], "en")}
			e.Title, e.When, e.Kind = f["title"], f["when"], event.Kind(f["kind"])
			e.TitleIs = event.TitleForm(f["title_is"])
			e.Status = event.Status(or(f["status"], "happened"))
			e.Basis = event.Basis(or(f["basis"], "explicit"))
			e.Confidence, e.Published = 80, f["hidden"] == "" && f["basis"] != "none" && f["status"] != "denied"
			for _, p := range strings.Fields(f["actors"]) {
				id, role, _ := strings.Cut(p, ":")
				e.Parts = append(e.Parts, event.Part{Actor: id, Role: event.Role(role)})
				actors[id] = true
			}
			e.Places = strings.Fields(f["places"])
			if n, err := strconv.Atoi(f["number"]); err == nil {
				e.Series = &event.Series{Of: f["of"], What: f["what"], Number: n}
			}
			t.Events = append(t.Events, e)
		}
	}
	t.Events = slices.DeleteFunc(t.Events, func(e merge.Event) bool { return len(e.Sources) == 0 })
	for id := range actors {
		t.Actors = append(t.Actors, merge.Actor{ID: id, Name: strings.ToUpper(id[:1]) + id[1:], Kind: actor.State, Names: map[string]string{"en": strings.ToUpper(id[:1]) + id[1:]}})
	}
	slices.SortFunc(t.Actors, func(a, b merge.Actor) int { return strings.Compare(a.ID, b.ID) })
	knowing(t, c)
	return t
}

// source finds a sentence in its article; if the article or the sentence is
// not there, neither is the source.
func (s *testSite) source(byName map[string]*Article, f map[string]string, e *merge.Event) (merge.Source, bool) {
	name, number, _ := strings.Cut(f[""], ":")
	a := byName[name]
	n, err := strconv.Atoi(number)
	if err != nil {
		s.Fatal(err)
	}
	if a == nil {
		return merge.Source{}, false
	}
	at := 0
	for i, line := range strings.Split(a.Body, "\n\n") {
		text := strings.TrimRight(line, "\n")
		if i+1 == n && text != "" {
			src := merge.Source{Article: name, Lang: "en", Quote: text, Trigger: f["trigger"]}
			src.Span = article.Span{Start: at, End: at + len(text)}
			src.Sentence, src.When, src.Said = n, or(f["when"], e.When), f["said"]
			src.Basis, src.Status = e.Basis, e.Status
			return src, true
		}
		at += len(line) + 2
	}
	return merge.Source{}, false
}

func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

func fields(l string) map[string]string {
	out := map[string]string{}
	for f := range strings.SplitSeq(l, ";") {
		k, v, ok := strings.Cut(strings.TrimSpace(f), "=")
		if !ok {
			k, v = "", k
		}
		out[k] = v
	}
	return out
}

// vote is a small site with one event from one article.
func vote(t testing.TB) *testSite {
	s := newSite(t)
	s.article("kiel-vote", "2024-02-07", "The council of Kiel met again.", "On Tuesday the council voted for a new harbour.", "The mayor thanked Norway.")
	s.timeline = `title=Council of Kiel votes for a harbour; when=2024-02-06; kind=election; basis=relative; actors=kiel:actor norway:recipient; places=Kiel
  kiel-vote:2; trigger=voted; said=On Tuesday
`
	return s
}
