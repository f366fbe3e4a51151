package ledger

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
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
		})
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
	names map[string][]string // actor -> names that are not its own
	did   map[string]int
}

func newDesk(t *testing.T, seed uint64) *desk {
	d := &desk{
		life:  &life{testSite: readTwice(newSite(t)), r: rand.New(rand.NewPCG(seed, 11)), said: map[string][]string{}, out: map[string]string{}},
		lines: map[string]map[string]bool{}, rests: map[string]map[string]bool{}, out: map[string]map[string]bool{}, names: map[string][]string{}, did: map[string]int{},
	}
	for i := range 4 {
		d.report(i)
	}
	d.tell()
	d.round()
	return d
}

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

// change is what a paper does, or a program with other options.
func (d *desk) change() {
	s := d.reports[d.r.IntN(len(d.reports))]
	k := d.r.IntN(len(s.text))
	switch d.r.IntN(8) {
	case 0: // a typing error is mended, or made
		s.text[k] = strings.Replace(s.text[k], "voted", "votd", 1)
	case 1: // a word more
		s.text[k] = strings.Replace(s.text[k], "voted about", "finally voted about", 1)
	case 2: // reworded
		s.text[k] = strings.Replace(s.text[k], "says that the council of", "has it that the council of", 1)
	case 3: // a sentence comes before the others
		s.text, s.no = slices.Insert(s.text, 0, "Something else happened first."), slices.Insert(s.no, 0, 1000+d.life.lines)
	case 4: // the article gets another name
		d.remove("content/articles/" + s.name + ".md")
		s.name += "x"
	case 5: // it goes
		if len(d.reports) > 2 {
			d.remove("content/articles/" + s.name + ".md")
			d.reports = slices.DeleteFunc(d.reports, func(x *sentences) bool { return x == s })
		}
	case 6: // another comes
		d.report(len(d.reports) + 20 + d.life.lines)
	case 7: // the program words and dates otherwise
		d.life.lines++
	}
	d.tell()
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
	p := c.Do(acts, Options{Day: d.day, By: "anna"})
	if diag.HasErrors(p.Findings) || p.Empty() {
		return // it cannot be done here, and says so
	}
	if p.human() && d.r.IntN(2) == 0 { // as the command does: with what the articles say then
		after, _ := c.After(p)
		p = p.With(after.Apply(d.parse(after), Options{Day: d.day}))
	}
	if err := p.Write(d.dir); err != nil {
		d.Fatal(d.step, name, err)
	}
	d.did[name]++
	if d.r.IntN(3) == 0 {
		d.undo(name, before)
		return
	}
	d.note(p.Acts)
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
	es := slices.DeleteFunc(d.load().Events, func(e *Event) bool { return !fits(e) })
	if len(es) == 0 {
		return nil
	}
	return es[d.r.IntN(len(es))]
}

// acts are those of one command.
func (d *desk) acts(e *Event) (string, []Act) {
	other := d.some(func(o *Event) bool { return o.Auto && o.stands() && o.ID != e.ID })
	source := ""
	if len(e.Sources) > 0 {
		source = e.Sources[d.r.IntN(len(e.Sources))].ID
	}
	actors := d.load().Actors
	actor := actors[d.r.IntN(len(actors))].ID
	d.life.lines++
	word := fmt.Sprintf("Word %d", d.life.lines)
	switch d.r.IntN(17) {
	case 0, 1:
		return "accept", []Act{{Act: decisions.Accept, Event: e.ID}}
	case 2:
		return "reject", []Act{{Act: decisions.Reject, Event: e.ID}}
	case 3:
		return "title", []Act{{Act: decisions.Set, Event: e.ID, Key: "title", New: word}}
	case 4:
		return "date", []Act{{Act: decisions.Set, Event: e.ID, Key: "when", New: fmt.Sprintf("2024-03-%02d", 1+d.life.lines%28)}}
	case 5:
		if other != nil {
			return "merge", []Act{{Act: decisions.Merge, Event: e.ID, Into: other.ID}}
		}
	case 6:
		if m := d.some(func(o *Event) bool { return o.Review == Merged }); m != nil {
			return "unmerge", []Act{{Act: decisions.Unmerge, Event: m.ID}}
		}
	case 7:
		return "split", []Act{{Act: decisions.Split, Event: e.ID, Source: source, Name: word}}
	case 8:
		if other != nil {
			return "move", []Act{{Act: decisions.Move, Event: e.ID, Source: source, Into: other.ID}}
		}
	case 9:
		if other != nil {
			return "apart", []Act{{Act: decisions.Apart, Event: e.ID, Into: other.ID}}
		}
	case 10:
		return "misread", []Act{{Act: decisions.Misread, Event: e.ID, Source: source}}
	case 11:
		return "seen", []Act{{Act: decisions.Seen, Key: "n123456"}}
	case 12:
		return "not name", []Act{{Act: decisions.NotName, Actor: actor, Name: word}}
	case 13:
		return "rename actor", []Act{{Act: decisions.RenameActor, Actor: actor, Key: "title", New: word}}
	case 14:
		return "actor's id", []Act{{Act: decisions.RenameActor, Actor: actor, Key: "id", New: slug(word)}}
	case 15:
		return "drop", []Act{{Act: decisions.Drop, Event: e.ID, Source: source}}
	case 16:
		c := d.load()
		for _, o := range c.Events {
			pending := c.Pending(o)
			for _, id := range sortedKeys(pending) {
				if !pending[id].Kept {
					kind := []decisions.Kind{decisions.Keep, decisions.Follow, decisions.Drop}[d.r.IntN(3)]
					return string(kind), []Act{{Act: kind, Event: o.ID, Source: id}}
				}
			}
		}
	}
	return "", nil
}

// byHand edits a file in an editor.
func (d *desk) byHand(e *Event) {
	d.Helper()
	text := d.read(e.Path)
	d.life.lines++
	mine := fmt.Sprintf("title: By hand %d   # ours", d.life.lines)
	switch d.r.IntN(3) {
	case 0:
		at := strings.Index(text, "title: ")
		end := at + strings.IndexByte(text[at:], '\n')
		d.forget(e.ID, "title: ")
		d.did["by hand: title"]++
		d.write(e.Path, text[:at]+mine+text[end:])
	case 1:
		mine = fmt.Sprintf("Our own words %d.", d.life.lines)
		d.did["by hand: text"]++
		d.write(e.Path, text+mine+"\n")
	case 2:
		if strings.Contains(text, "denmark") || !strings.Contains(text, "\nactors:\n") {
			return
		}
		mine = fmt.Sprintf("  - {id: denmark, role: host} # %d", d.life.lines)
		d.did["by hand: actor"]++
		d.write(e.Path, strings.Replace(text, "\nactors:\n", "\nactors:\n"+mine+"\n", 1))
	}
	d.wrote(e.ID, mine)
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
			d.forget(a.Event, a.Key+": ")
			if a.Key == "title" {
				d.wrote(a.Event, "title: "+a.New)
			} else {
				d.wrote(a.Event, fmt.Sprintf("%s: %q", a.Key, a.New))
			}
		case decisions.Accept:
			d.rests[a.Event] = map[string]bool{}
			for _, s := range d.load().event(a.Event).Sources {
				d.rests[a.Event][s.Quote] = true
			}
		case decisions.Reject, decisions.Merge:
			delete(d.rests, a.Event)
		case decisions.Follow:
			delete(d.rests[a.Event], a.Old)
		case decisions.Apart:
			d.apart = append(d.apart, [2]string{a.Event, a.Into})
		case decisions.Remove, decisions.Drop, decisions.Move, decisions.Split:
			_, quote, _ := strings.Cut(a.Old, " ")
			delete(d.rests[a.Event], quote)
			d.takenOut(a.Event, quote, true)
		case decisions.Add, decisions.SourceAdded:
			_, quote, _ := strings.Cut(a.New, " ")
			d.takenOut(a.Event, quote, false)
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
		text := d.read(e.Path)
		for l := range d.lines[e.ID] {
			if !strings.Contains(text, l) {
				d.Fatalf("%s: %s lost the line %q:\n%s", d.step, e.Path, l, text)
			}
		}
		have := map[string]bool{}
		for _, s := range e.Sources {
			have[s.Quote] = true
			if n := number(&Event{Sources: []Source{s}}); d.out[e.ID][n] && e.stands() {
				d.Fatalf("%s: sentence %s was taken out of %s and is back: %s", d.step, n, e.Path, d.story())
			}
			told := slices.ContainsFunc(found, func(x diag.Diagnostic) bool { return x.File == e.Path && x.Severity() == diag.Error })
			if st := c.Standing(e, s); st != Stands && e.reviewed() && !told && !c.Pending(e)[s.ID].Kept {
				d.Fatalf("%s: %s: %q is %s, and nobody is told", d.step, e.Path, s.Quote, st)
			}
		}
		for q := range d.rests[e.ID] {
			if !have[q] && e.Review == Accepted {
				d.Fatalf("%s: %s was reviewed with %q and has it no more:\n%s\n%s", d.step, e.Path, q, text, d.story())
			}
		}
	}
	for _, p := range d.apart {
		a, b := c.event(p[0]), c.event(p[1])
		if a != nil && b != nil && (slices.Contains(a.Into, b.ID) && a.byItself(Merged) || slices.Contains(b.Into, a.ID) && b.byItself(Merged)) {
			d.Fatalf("%s: %s and %s were kept apart and are one", d.step, a.ID, b.ID)
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
