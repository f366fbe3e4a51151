package ledger

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"fasti/extract/merge"
	"fasti/internal/decisions"
	"fasti/internal/diag"
)

var (
	sequences     = flag.Int("sequences", 12, "how many sequences TestDecisionsHold tries; CI tries 120")
	firstSequence = flag.Int("sequence", 0, "the first of them")
)

// TestDecisionsHold lets people and papers work against each other: seeded
// sequences of acts of people (by command and by hand), changes of articles,
// and runs of a program that changes its mind. After every step a second run
// has nothing to do; every value that a person gave stands byte for byte where
// it was put; what was reviewed keeps its sentences, or an error names it; what
// was taken out stays out; what is kept apart stays two. And an act that is
// undone leaves the bytes that were there before.
func TestDecisionsHold(t *testing.T) {
	n := *sequences
	if testing.Short() {
		n = 6
	}
	var all tally
	t.Run("sequences", func(t *testing.T) {
		for seed := *firstSequence; seed < *firstSequence+n; seed++ {
			t.Run(fmt.Sprint(seed), func(t *testing.T) {
				t.Parallel()
				d := newDesk(t, uint64(seed))
				for step := range 9 {
					d.step = fmt.Sprintf("seed %d step %d", seed, step)
					d.change()
					d.person()
					d.round()
					d.check()
				}
				all.add(d.did)
			})
		}
	})
	t.Log(all.of)
	if n < 100 {
		return
	}
	for _, what := range append(deeds(), changes()...) {
		if all.of[what] == 0 {
			t.Errorf("%q came in none of %d sequences", what, n)
		}
	}
}

// tally counts what was done in all sequences.
type tally struct {
	sync.Mutex
	of map[string]int
}

func (t *tally) add(of map[string]int) {
	t.Lock()
	defer t.Unlock()
	if t.of == nil {
		t.of = map[string]int{}
	}
	for what, n := range of {
		t.of[what] += n
	}
}

// desk is a newsroom's site, with what people have done to it.
type desk struct {
	*life
	step  string
	lines map[string]map[string]bool // event -> lines that a person wrote
	rests map[string]map[string]bool // reviewed event -> quotations that it was reviewed with
	out   map[string]map[string]bool // event -> sentences' numbers that were taken out
	apart [][2]string
	not   map[string]string            // name -> actor whose name it is not
	state map[string]Review            // event -> where a person has put it
	acted map[string]map[string]string // actor -> key -> what a person says
	parts map[string]map[string]string // event -> actor -> role that a person gave; "" if they take no part
	gone  map[string]bool              // numbers of sentences whose event a person took out
	more  int                          // articles that came later
	hide  int                          // the program publishes none of this share of its events
	did   map[string]int
}

func newDesk(t *testing.T, seed uint64) *desk {
	site := newSite(t)
	if seed%4 == 0 { // it takes as long as all the rest
		site = readTwice(site)
	}
	d := &desk{
		life:  &life{testSite: site, r: rand.New(rand.NewPCG(seed, 11)), said: map[string][]string{}, out: map[string]string{}},
		lines: map[string]map[string]bool{}, rests: map[string]map[string]bool{}, out: map[string]map[string]bool{}, not: map[string]string{},
		state: map[string]Review{}, acted: map[string]map[string]string{}, parts: map[string]map[string]string{}, gone: map[string]bool{}, did: map[string]int{},
	}
	for i := range 4 {
		d.report(i)
	}
	d.tell()
	d.round()
	return d
}

// options are those of a run.
func (d *desk) options() Options { return Options{Day: d.day, Propose: d.propose} }

// round runs until nothing changes, which is once.
func (d *desk) round() {
	d.Helper()
	p := d.plan()
	if err := p.Write(d.dir); err != nil {
		d.Fatal(d.step, err)
	}
	if again := d.plan(); !again.Empty() {
		for _, f := range again.Files {
			d.Errorf("%s: a second run would write %s (%s):\n%s\n--- was\n%s", d.step, f.Path, f.What, f.New, f.Old)
		}
		d.Fatal(d.story())
	}
}

// story is what the log tells last.
func (d *desk) story() string {
	acts := d.load().Log().Acts
	out := "the log says last:\n"
	for _, a := range acts[max(0, len(acts)-30):] {
		out += fmt.Sprint(a.N, " ", Tell(a), " ", a.Marks, "\n")
	}
	return out
}

// changes are what papers do, and a program with other options.
func changes() []string {
	return []string{"typo", "edit", "reword", "insert", "rename", "delete article", "add", "other titles", "reorder", "strike", "date", "threshold", "propose"}
}

// change is what a paper does, or a program with other options.
func (d *desk) change() {
	s := d.reports[d.r.IntN(len(d.reports))]
	k := d.r.IntN(len(s.text))
	what := changes()[d.r.IntN(len(changes()))]
	switch what {
	case "typo": // is mended, or made
		s.text[k] = strings.Replace(s.text[k], "voted", "votd", 1)
	case "edit": // a word more
		s.text[k] = strings.Replace(s.text[k], "voted about", "finally voted about", 1)
	case "reword":
		s.text[k] = strings.Replace(s.text[k], "says that the council of", "has it that the council of", 1)
	case "insert": // a sentence comes before the others
		s.text, s.no = slices.Insert(s.text, 0, "Something else happened first."), slices.Insert(s.no, 0, 1000+d.life.lines)
	case "rename": // the article gets another name
		d.remove("content/articles/" + s.name + ".md")
		s.name += "x"
	case "delete article":
		if len(d.reports) > 2 {
			d.remove("content/articles/" + s.name + ".md")
			d.reports = slices.DeleteFunc(d.reports, func(x *sentences) bool { return x == s })
		}
	case "add":
		d.more++
		d.report(20 + d.more)
	case "other titles": // the program words and dates otherwise
		d.life.lines++
	case "reorder":
		j := d.r.IntN(len(s.text))
		s.text[k], s.text[j] = s.text[j], s.text[k]
		s.no[k], s.no[j] = s.no[j], s.no[k]
	case "strike": // a sentence goes
		if len(s.text) > 1 {
			s.text, s.no = slices.Delete(s.text, k, k+1), slices.Delete(s.no, k, k+1)
		}
	case "date": // the paper says another day of publication
		s.day++
	case "threshold": // the program is asked to be surer, or less sure
		d.hide = (d.hide + 1) % 3
	case "propose": // and to propose what it is not sure of, or not
		d.propose = 60 - d.propose
	}
	d.did[what]++
	d.tell()
	d.timeline = d.hidden(d.timeline)
}

// hidden makes the program less sure of some events than it is asked to be.
func (d *desk) hidden(timeline string) string {
	var b strings.Builder
	for l := range strings.Lines(timeline) {
		if n := 0; d.hide > 0 && strings.HasPrefix(l, "title=") && !strings.HasPrefix(l, "title=Event shared") {
			if _, err := fmt.Sscanf(l, "title=Event %d of", &n); err == nil && n%3 == d.hide {
				l = strings.TrimSuffix(l, "\n") + "; hidden=1\n"
			}
		}
		b.WriteString(l)
	}
	return b.String()
}

// person does one act, and takes a third of them back.
func (d *desk) person() {
	d.Helper()
	e := d.some(func(e *Event) bool { return e.Auto && e.stands() })
	if e == nil {
		return
	}
	if d.r.IntN(4) == 0 {
		d.byHand(e)
		return
	}
	name, acts := d.acts(e)
	if len(acts) == 0 {
		return
	}
	before := d.content()
	c := d.load()
	p := c.Do(acts, Options{Day: d.day, By: "anna", Reopen: strings.HasPrefix(name, "reopen")})
	if diag.HasErrors(p.Findings) || p.Empty() {
		return // it cannot be done here, and says so
	}
	if p.human() && d.r.IntN(2) == 0 { // as the command does: with what the articles say then
		after, _ := c.After(p)
		p = p.With(after.Apply(d.parse(after), d.options()))
	}
	if err := p.Write(d.dir); err != nil {
		d.Fatal(d.step, name, err)
	}
	if hand := d.load().noticed(); len(hand) > 0 {
		d.Fatalf("%s: what %s did is taken for done by hand: %s", d.step, name, Tell(hand[0]))
	}
	d.did[name]++
	switch d.r.IntN(6) {
	case 0, 1:
		d.undo(name, before)
	case 2: // after the papers and the program went on
		d.change()
		d.round()
		if !d.undoLater(name) {
			d.note(p.Acts)
		}
	default:
		d.note(p.Acts)
	}
}

// undoLater takes the last act back when files have changed since; it reports
// whether that was done. If not, an error names the file.
func (d *desk) undoLater(name string) bool {
	d.Helper()
	c := d.load()
	p := c.Undo(c.Log().Groups()[:1], Options{Day: d.day})
	if len(p.Findings) > 0 {
		if !strings.Contains(p.Findings[0].Message, "content/") {
			d.Fatalf("%s: undo of %s says no file: %v", d.step, name, p.Findings)
		}
		d.did["undo in the way: "+name]++
		if testing.Verbose() {
			for _, f := range c.Log().Groups()[0].Files() {
				now, _ := os.ReadFile(filepath.Join(d.dir, f.Path))
				d.Logf("%s: %s\n%+v\n%s", name, p.Findings[0].Message, f.Hunks, now)
			}
		}
		return false
	}
	if err := p.Write(d.dir); err != nil {
		d.Fatal(err)
	}
	d.did["undo later: "+name]++
	return true
}

func (d *desk) undo(name string, before map[string]string) {
	d.Helper()
	c := d.load()
	p := c.Undo(c.Log().Groups()[:1], Options{Day: d.day})
	if len(p.Findings) > 0 {
		d.Fatalf("%s: undo of %s: %v", d.step, name, p.Findings)
	}
	if err := p.Write(d.dir); err != nil {
		d.Fatal(err)
	}
	if got := d.content(); !maps.Equal(got, before) {
		d.Fatalf("%s: undo of %s leaves other bytes:\n%s", d.step, name, difference(got, before))
	}
}

// some chooses an event.
func (d *desk) some(fits func(*Event) bool) *Event {
	c, _ := Load(d.dir)
	es := slices.DeleteFunc(c.Events, func(e *Event) bool { return !fits(e) })
	if len(es) == 0 {
		return nil
	}
	return es[d.r.IntN(len(es))]
}

// deeds are what a person may do, by command and by hand.
func deeds() []string {
	return append([]string{"accept", "reject", "title", "date", "kind", "status", "places", "actor in", "actor out", "question", "text", "title in German",
		"merge", "unmerge", "split", "move", "apart", "misread", "seen", "drop", "keep", "follow", "drop what changed", "reopen accept", "reopen reject",
		"not name", "rename actor", "name in German", "actor's id", "merge actors", "split actor", "actors apart", "actor's kind"}, handDeeds()...)
}

func handDeeds() []string {
	return []string{"by hand: title", "by hand: text", "by hand: actor", "by hand: rejected", "by hand: deleted", "by hand: sentence out", "by hand: misread", "by hand: date", "by hand: new event"}
}

// acts are those of one command.
func (d *desk) acts(e *Event) (string, []Act) {
	d.life.lines++
	list := deeds()
	name := list[d.r.IntN(len(list)-len(handDeeds()))]
	acts := d.onEvent(name, e)
	if acts == nil {
		acts = d.onTwo(name, e)
	}
	if acts == nil {
		acts = d.onSentence(name, e)
	}
	if acts == nil {
		acts = d.onActor(name, e)
	}
	return name, acts
}

func (d *desk) word() string { return fmt.Sprintf("Word %d", d.life.lines) }

// onEvent are acts on what an event says.
func (d *desk) onEvent(name string, e *Event) []Act {
	n := d.life.lines
	set := func(key, value string) []Act {
		return []Act{{Act: decisions.Set, Event: e.ID, Key: key, New: value}}
	}
	switch name {
	case "accept":
		return []Act{{Act: decisions.Accept, Event: e.ID}}
	case "reject":
		return []Act{{Act: decisions.Reject, Event: e.ID}}
	case "reopen accept", "reopen reject":
		o := d.some(func(o *Event) bool { return o.Auto && o.Review != Proposed && o.Review != Split })
		kind := decisions.Kind(strings.TrimPrefix(name, "reopen "))
		if o != nil {
			return []Act{{Act: kind, Event: o.ID}}
		}
	case "title":
		return set("title", d.word())
	case "title in German":
		return set("titles.de", d.word())
	case "date":
		return set("when", fmt.Sprintf("2024-03-%02d", 1+n%28))
	case "kind":
		return set("kind", []string{"aid", "protest", "disaster"}[n%3])
	case "status":
		return set("status", []string{"planned", "cancelled", "happened"}[n%3])
	case "places":
		return set("places", d.word()+", Kiel")
	case "question":
		return set("question", d.word()+"?")
	case "text":
		return set("text", d.word()+".")
	case "actor in":
		return []Act{{Act: decisions.Set, Event: e.ID, Key: "actors", New: slug(d.word()) + " host", Name: d.word()}}
	case "actor out":
		if len(e.Actors) > 0 {
			p := e.Actors[d.r.IntN(len(e.Actors))]
			return []Act{{Act: decisions.Set, Event: e.ID, Key: "actors", Old: p.ID + " " + p.Role}}
		}
	case "seen":
		return []Act{{Act: decisions.Seen, Key: "n123456"}}
	}
	return nil
}

// onTwo are acts on two events.
func (d *desk) onTwo(name string, e *Event) []Act {
	if name == "unmerge" {
		if m := d.some(func(o *Event) bool { return o.Review == Merged }); m != nil {
			return []Act{{Act: decisions.Unmerge, Event: m.ID}}
		}
		return nil
	}
	other := d.some(func(o *Event) bool { return o.Auto && o.stands() && o.ID != e.ID })
	if other == nil {
		return nil
	}
	switch name {
	case "merge":
		return []Act{{Act: decisions.Merge, Event: e.ID, Into: other.ID}}
	case "apart":
		return []Act{{Act: decisions.Apart, Event: e.ID, Into: other.ID}}
	case "move":
		if len(e.Sources) > 0 {
			return []Act{{Act: decisions.Move, Event: e.ID, Source: e.Sources[d.r.IntN(len(e.Sources))].ID, Into: other.ID}}
		}
	}
	return nil
}

// onSentence are acts on one sentence of an event.
func (d *desk) onSentence(name string, e *Event) []Act {
	switch name {
	case "split": // of an event that has a sentence to spare
		if o := d.some(func(o *Event) bool { return o.stands() && len(o.Sources) > 1 }); o != nil {
			return []Act{{Act: decisions.Split, Event: o.ID, Source: o.Sources[d.r.IntN(len(o.Sources))].ID, Name: d.word()}}
		}
	case "misread", "drop":
		if len(e.Sources) > 0 {
			return []Act{{Act: decisions.Kind(name), Event: e.ID, Source: e.Sources[d.r.IntN(len(e.Sources))].ID}}
		}
	case "keep", "follow", "drop what changed":
		c := d.load()
		for _, o := range c.Events {
			pending := c.Pending(o)
			for _, id := range sortedKeys(pending) {
				if !pending[id].Kept {
					kind, _, _ := strings.Cut(name, " ")
					return []Act{{Act: decisions.Kind(kind), Event: o.ID, Source: id}}
				}
			}
		}
	}
	return nil
}

// onActor are acts on actors.
func (d *desk) onActor(name string, e *Event) []Act {
	c, _ := Load(d.dir)
	actors := c.Actors
	x, y := actors[d.r.IntN(len(actors))], actors[d.r.IntN(len(actors))]
	switch name {
	case "not name":
		return []Act{{Act: decisions.NotName, Actor: x.ID, Name: d.word()}}
	case "rename actor":
		return []Act{{Act: decisions.RenameActor, Actor: x.ID, Key: "title", New: d.word()}}
	case "name in German":
		return []Act{{Act: decisions.RenameActor, Actor: x.ID, Key: "names.de", New: d.word()}}
	case "actor's id":
		return []Act{{Act: decisions.RenameActor, Actor: x.ID, Key: "id", New: slug(d.word())}}
	case "merge actors":
		return []Act{{Act: decisions.MergeActors, Actor: x.ID, Into: y.ID}}
	case "split actor": // somebody else of the same name, in one event
		if len(e.Actors) > 0 {
			if i := slices.IndexFunc(actors, func(a *Actor) bool { return a.ID == e.Actors[0].ID }); i >= 0 {
				return []Act{{Act: decisions.SplitActor, Actor: actors[i].ID, Name: actors[i].Title, Into: slug(d.word()), Event: e.ID}}
			}
		}
	case "actors apart":
		return []Act{{Act: decisions.Apart, Actor: x.ID, Into: y.ID}}
	case "actor's kind":
		return []Act{{Act: decisions.Set, Actor: x.ID, Key: "kind", New: []string{"organisation", "group", "place"}[d.life.lines%3]}}
	}
	return nil
}

// byHand edits a file in an editor.
func (d *desk) byHand(e *Event) {
	d.Helper()
	d.life.lines++
	text, n := d.read(e.Path), d.life.lines
	name := handDeeds()[d.r.IntN(len(handDeeds()))]
	switch name {
	case "by hand: title":
		d.line(e, "title: ", fmt.Sprintf("title: By hand %d   # ours", n))
	case "by hand: date":
		if !strings.Contains(text, "\nwhen: ") {
			return
		}
		d.line(e, "when: ", fmt.Sprintf("when: \"2024-04-%02d\" # ours", 1+n%28))
	case "by hand: text":
		d.keeps(e, text+fmt.Sprintf("Our own words %d.\n", n), fmt.Sprintf("Our own words %d.", n))
	case "by hand: actor":
		if strings.Contains(text, "denmark") || !strings.Contains(text, "\nactors:\n") {
			return
		}
		mine := fmt.Sprintf("  - {id: denmark, role: host} # %d", n)
		d.keeps(e, strings.Replace(text, "\nactors:\n", "\nactors:\n"+mine+"\n", 1), mine)
	case "by hand: rejected":
		if !strings.Contains(text, "\nreview: "+string(e.Review)+"\n") {
			return
		}
		d.write(e.Path, strings.Replace(text, "\nreview: "+string(e.Review)+"\n", "\nreview: rejected\n", 1))
		d.state[e.ID] = Rejected
		d.goes(e)
		delete(d.rests, e.ID)
	case "by hand: deleted":
		d.remove(e.Path)
		d.state[e.ID] = "deleted"
		d.goes(e)
		delete(d.rests, e.ID)
	case "by hand: sentence out":
		if len(e.Sources) == 0 || !d.cutByHand(e, text) {
			return
		}
	case "by hand: misread":
		quote := "\n    quote: " + strconv.Quote(e.firstQuote()) + "\n"
		if !strings.Contains(text, quote) || strings.Contains(text, "misread") {
			return
		}
		d.keeps(e, strings.Replace(text, quote, quote+"    misread: true # "+d.word()+"\n", 1), "    misread: true # "+d.word())
	case "by hand: new event":
		d.mine(e)
	}
	d.did[name]++
}

func (e *Event) firstQuote() string {
	if len(e.Sources) == 0 {
		return ""
	}
	return e.Sources[0].Quote
}

// keeps writes a file in which a line must stand from then on.
func (d *desk) keeps(e *Event, text, line string) {
	d.write(e.Path, text)
	d.wrote(e.ID, line)
}

// line puts another line in the place of that of a key.
func (d *desk) line(e *Event, key, line string) {
	text := "\n" + d.read(e.Path)
	at := strings.Index(text, "\n"+key) + 1
	end := at + strings.IndexByte(text[at:], '\n')
	d.forget(e.ID, key)
	d.keeps(e, (text[:at] + line + text[end:])[1:], line)
}

// cutByHand takes the first sentence out of a file.
func (d *desk) cutByHand(e *Event, text string) bool {
	from := strings.Index(text, "\n  - article: ")
	if from < 0 || !strings.Contains(text, strconv.Quote(e.Sources[0].Quote)) {
		return false
	}
	end := len(text)
	for i := from + 1; i+1 < len(text); i++ { // the next entry, or the next key
		if text[i] == '\n' && (text[i+1] != ' ' || strings.HasPrefix(text[i:], "\n  - article: ")) {
			end = i
			break
		}
	}
	if strings.Contains(text[from:end], "# Word") {
		return false // with what somebody wrote of it, which is no loss of fasti's
	}
	head := text[:from]
	if strings.HasSuffix(head, "\nsources:") && !strings.HasPrefix(text[end:], "\n  - article: ") {
		head = strings.TrimSuffix(head, "\nsources:") // it was the last
	}
	d.write(e.Path, head+text[end:])
	delete(d.rests[e.ID], e.Sources[0].Quote)
	d.takenOut(e.ID, e.Sources[0].Quote, true)
	return true
}

// mine writes an event by hand, of the words of another event's article.
func (d *desk) mine(e *Event) {
	if len(e.Sources) == 0 {
		return
	}
	name := fmt.Sprintf("mine-%d", d.life.lines)
	d.write("content/events/2024/"+name+".md", fmt.Sprintf("---\ntitle: Mine %d\nwhen: \"2024-05-01\"\n---\nOurs.\n", d.life.lines))
	d.wrote(name, fmt.Sprintf("title: Mine %d", d.life.lines))
	d.wrote(name, "Ours.")
}

func (d *desk) wrote(id, line string) {
	if d.lines[id] == nil {
		d.lines[id] = map[string]bool{}
	}
	d.lines[id][line] = true
}

func (d *desk) forget(id, prefix string) {
	maps.DeleteFunc(d.lines[id], func(l string, _ bool) bool { return strings.HasPrefix(l, prefix) })
}

// note remembers what people decided, as far as a check can ask for it.
func (d *desk) note(acts []Act) {
	for _, a := range acts {
		switch a.Act {
		case decisions.Set:
			d.noteSet(a)
		case decisions.Accept:
			d.state[a.Event] = Accepted
			d.rests[a.Event] = map[string]bool{}
			for _, s := range d.load().event(a.Event).Sources {
				d.rests[a.Event][s.Quote] = true
			}
			d.backAgain(a.Event)
		case decisions.Reject:
			d.state[a.Event] = Rejected
			delete(d.rests, a.Event)
			d.goes(d.load().event(a.Event))
		case decisions.Merge:
			d.state[a.Event] = Merged
			delete(d.rests, a.Event)
			d.backAgain(a.Into)
		case decisions.Unmerge:
			delete(d.state, a.Event)
			d.backAgain(a.Event)
		case decisions.Follow:
			delete(d.rests[a.Event], a.Old)
		case decisions.Remove, decisions.Drop, decisions.Move, decisions.Split:
			_, quote, _ := strings.Cut(a.Old, " ")
			delete(d.rests[a.Event], quote)
			d.forget(a.Event, "    misread: true") // with what was written in its entry
			d.takenOut(a.Event, quote, true)
		case decisions.Add, decisions.SourceAdded:
			_, quote, _ := strings.Cut(a.New, " ")
			d.takenOut(a.Event, quote, false)
			d.backAgain(a.Event)
		default:
			d.noteActor(a)
		}
	}
}

// noteSet remembers a value that a person gave.
func (d *desk) noteSet(a Act) {
	switch {
	case a.Actor != "":
		d.called(a.Actor, a.Key, a.New)
	case a.Key == "actors":
		was, _, _ := strings.Cut(a.Old, " ")
		id, role, _ := strings.Cut(a.New, " ")
		if was != "" {
			d.part(a.Event, was, "")
			d.forget(a.Event, "  - {id: "+was+",")
		}
		if id != "" {
			d.part(a.Event, id, role)
		}
	case a.Key == "text":
		d.forget(a.Event, "Our own words")
		d.forget(a.Event, "Word ")
		d.wrote(a.Event, a.New)
	case a.Key == "places":
		d.forget(a.Event, "places: ")
		d.wrote(a.Event, "places: ["+a.New+"]")
	case a.Key == "when":
		d.forget(a.Event, "when: ")
		d.wrote(a.Event, fmt.Sprintf("when: %q", a.New))
	case a.Key == "titles.de":
		d.forget(a.Event, "  de: ")
		d.wrote(a.Event, "  de: "+a.New)
	default:
		d.forget(a.Event, a.Key+": ")
		d.wrote(a.Event, a.Key+": "+a.New)
	}
}

// noteActor remembers what a person said of actors.
func (d *desk) noteActor(a Act) {
	switch {
	case a.Act == decisions.Apart && a.Event != "":
		d.apart = append(d.apart, [2]string{a.Event, a.Into})
	case a.Act == decisions.NotName:
		d.not[a.Name] = a.Actor
	case a.Act == decisions.RenameActor && a.Key == "id":
		d.follows(a.Old, a.New, "")
	case a.Act == decisions.RenameActor:
		d.called(a.Actor, a.Key, a.New)
	case a.Act == decisions.MergeActors:
		delete(d.acted, a.Actor)
		d.follows(a.Actor, a.Into, "")
	case a.Act == decisions.SplitActor:
		d.follows(a.Actor, a.Into, a.Event)
	}
}

// called remembers what the file of an actor says.
func (d *desk) called(actor, key, value string) {
	if d.acted[actor] == nil {
		d.acted[actor] = map[string]string{}
	}
	d.acted[actor][key] = value
}

// part remembers who takes part in an event, or does not.
func (d *desk) part(event, actor, role string) {
	if d.parts[event] == nil {
		d.parts[event] = map[string]string{}
	}
	d.parts[event][actor] = role
}

// follows puts one actor in the place of another, in one event or in all.
func (d *desk) follows(from, to, event string) {
	for id, parts := range d.parts {
		if role, ok := parts[to]; ok && role == "" && (event == "" || event == id) {
			delete(parts, to) // it may come back as the other one, who takes part
		}
		if role, ok := parts[from]; ok && (event == "" || event == id) {
			delete(parts, from)
			if _, there := parts[to]; !there && role != "" {
				parts[to] = role
			}
		}
	}
	if event != "" {
		return
	}
	if said, ok := d.acted[from]; ok {
		delete(d.acted, from)
		d.acted[to] = said
	}
	for name, actor := range d.not {
		if actor == from {
			d.not[name] = to
		}
	}
}

// goes remembers that a person took an event out: its sentence is no other one's.
func (d *desk) goes(e *Event) {
	if len(e.Sources) == 1 {
		d.gone[number(e)] = true
	}
}

// backAgain forgets that, where a person has taken its sentences in again.
func (d *desk) backAgain(event string) {
	if c, _ := Load(d.dir); c.event(event) != nil {
		e := c.event(event)
		for _, s := range e.Sources {
			delete(d.gone, number(&Event{Sources: []Source{s}}))
		}
	}
}

func (d *desk) takenOut(event, quote string, out bool) {
	n := number(&Event{Sources: []Source{{Quote: quote}}})
	if d.out[event] == nil {
		d.out[event] = map[string]bool{}
	}
	d.out[event][n] = out
}

func (d *desk) check() {
	d.Helper()
	c := d.load()
	found := c.Check(nil)
	for _, e := range c.Events {
		d.checkWords(e)
		d.checkSentences(c, e, found)
	}
	d.checkStates(c)
	d.checkActors(c)
	for _, p := range d.apart {
		a, b := c.event(p[0]), c.event(p[1])
		if a != nil && b != nil && (slices.Contains(a.Into, b.ID) && a.byItself(Merged) || slices.Contains(b.Into, a.ID) && b.byItself(Merged)) {
			d.Fatalf("%s: %s and %s were kept apart and are one", d.step, a.ID, b.ID)
		}
	}
}

// checkWords looks for the lines and entries that people gave an event.
func (d *desk) checkWords(e *Event) {
	d.Helper()
	text := d.read(e.Path)
	for l := range d.lines[e.ID] {
		if !strings.Contains(text, "\n"+l) {
			d.Fatalf("%s: %s lost the line %q:\n%s\n%s", d.step, e.Path, l, text, d.story())
		}
	}
	for id, role := range d.parts[e.ID] {
		i := slices.IndexFunc(e.Actors, func(p Part) bool { return p.ID == id })
		if i < 0 && role != "" || i >= 0 && e.Actors[i].Role != role {
			d.Fatalf("%s: %s: the part of %s is not %q:\n%s\n%s", d.step, e.Path, id, role, text, d.story())
		}
	}
}

// checkSentences asks whether an event rests on what people let it rest on.
func (d *desk) checkSentences(c *Content, e *Event, found []diag.Diagnostic) {
	d.Helper()
	have := map[string]bool{}
	for _, s := range e.Sources {
		have[s.Quote] = true
		n := number(&Event{Sources: []Source{s}})
		if d.out[e.ID][n] && e.stands() {
			d.Fatalf("%s: sentence %s was taken out of %s and is back: %s", d.step, n, e.Path, d.story())
		}
		if d.gone[n] && e.Auto && e.stands() && !e.reviewed() {
			d.Fatalf("%s: sentence %s was taken out by a person and is in %s: %s", d.step, n, e.Path, d.story())
		}
		told := slices.ContainsFunc(found, func(x diag.Diagnostic) bool { return x.File == e.Path && x.Severity() == diag.Error })
		if st := c.Standing(e, s); st != Stands && e.reviewed() && !told && !c.Pending(e)[s.ID].Kept {
			d.Fatalf("%s: %s: %q is %s, and nobody is told", d.step, e.Path, s.Quote, st)
		}
	}
	for q := range d.rests[e.ID] {
		if !have[q] && e.Review == Accepted {
			d.Fatalf("%s: %s was reviewed with %q and has it no more:\n%s\n%s", d.step, e.Path, q, d.read(e.Path), d.story())
		}
	}
}

// checkStates asks whether events are where people have put them.
func (d *desk) checkStates(c *Content) {
	d.Helper()
	for id, want := range d.state {
		e := c.event(id)
		switch {
		case want == "deleted":
			if e != nil {
				d.Fatalf("%s: %s was deleted and is there: %s", d.step, id, d.story())
			}
		case e == nil:
			d.Fatalf("%s: %s is not there any more: %s", d.step, id, d.story())
		case want == Accepted && (e.Review == Corrected || e.Review == Withdrawn && len(e.Sources) == 0):
		case e.Review != want || e.byItself(want):
			d.Fatalf("%s: %s is %s, and a person said %s: %s", d.step, e.Path, e.Review, want, d.story())
		}
	}
}

// checkActors asks whether actors are called what people call them.
func (d *desk) checkActors(c *Content) {
	d.Helper()
	of := map[string]*Actor{}
	for _, a := range c.Actors {
		of[a.ID] = a
	}
	for id, said := range d.acted {
		a := of[id]
		if a == nil {
			d.Fatalf("%s: the actor %s is not there any more: %s", d.step, id, d.story())
		}
		now := map[string]string{"title": a.Title, "names.de": a.Names["de"], "kind": a.Kind}
		for key, want := range said {
			if now[key] != want {
				d.Fatalf("%s: %s of %s is %q, and a person said %q: %s", d.step, key, id, now[key], want, d.story())
			}
		}
	}
	for name, id := range d.not {
		if a := of[id]; a == nil || !slices.Contains(a.Not, name) || slices.Contains(a.KnownAs, name) {
			d.Fatalf("%s: %q is no name of %s, and its file does not say so: %+v %s", d.step, name, id, a, d.story())
		}
	}
}

// knowing lets the timeline of a test know the site's actors as the extraction
// would: by the names that people gave.
func knowing(t *merge.Timeline, c *Content) {
	for i := range t.Actors {
		x := &t.Actors[i]
		for _, k := range c.Known() {
			if k.Name == x.Name || slices.Contains(k.Names, x.Name) {
				x.Known = k.ID
			}
		}
	}
}
