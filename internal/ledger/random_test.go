package ledger

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fasti/internal/decisions"
)

// A newsroom at work: articles come, go, change and move, the extraction
// changes its mind, and people edit, reject, delete and accept. After every
// step a second run has nothing to do (see run), what a person wrote is still
// there, and no event that a person took out is back.
func TestRandomLife(t *testing.T) {
	seeds := uint64(6)
	if testing.Short() {
		seeds = 2
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			l := &life{testSite: readTwice(newSite(t)), r: rand.New(rand.NewPCG(seed, 7)), said: map[string][]string{}, out: map[string]string{}}
			for i := range 6 {
				l.report(i)
			}
			l.tell()
			l.run()
			for step := range 12 {
				l.step()
				l.tell()
				l.run()
				l.check(step)
			}
		})
	}
}

type life struct {
	*testSite
	r       *rand.Rand
	reports []*sentences
	said    map[string][]string // file -> lines that a person wrote
	out     map[string]string   // sentence's number -> how a person took it out
	lines   int
}

// sentences is an article; each sentence has a number that stays with it.
type sentences struct {
	name string
	text []string
	no   []int
	day  int // of publication, behind the first
}

func (l *life) report(i int) {
	s := &sentences{name: fmt.Sprintf("report-%d", i)}
	for k := range 3 {
		no := i*3 + k
		s.no = append(s.no, no)
		s.text = append(s.text, fmt.Sprintf("Sentence number%d says that the council of town%d voted about matter%d with result%d.", no, no*7, no*3, no*11))
	}
	l.reports = append(l.reports, s)
}

// tell writes the articles and the timeline: an event for each sentence, and
// for sentences 1 and 4 together one that both report.
func (l *life) tell() {
	var b strings.Builder
	b.WriteString("title=Event shared; when=2024-02-02; kind=election; actors=kiel:actor norway:recipient\n")
	for _, s := range l.reports {
		l.article(s.name, fmt.Sprintf("2024-02-%02d", 7+s.day%20), s.text...)
		for k, no := range s.no {
			if no == 1 || no == 4 {
				fmt.Fprintf(&b, "  %s:%d; trigger=voted\n", s.name, k+1)
			}
		}
	}
	for _, s := range l.reports {
		for k, no := range s.no {
			if no != 1 && no != 4 && no < 1000 {
				fmt.Fprintf(&b, "title=Event %d of %d; when=2024-02-%02d; kind=election; actors=kiel:actor norway:%s\n  %s:%d; trigger=voted\n",
					no, l.lines, no%9+1, []string{"recipient", "host"}[l.lines/3%2], s.name, k+1)
			}
		}
	}
	l.timeline = b.String()
}

func (l *life) step() {
	s := l.reports[l.r.IntN(len(l.reports))]
	switch l.r.IntN(10) {
	case 0: // a word is edited
		k := l.r.IntN(len(s.text))
		s.text[k] = strings.Replace(s.text[k], "voted about", "finally voted about", 1)
	case 1: // a sentence comes before the others
		s.text, s.no = slices.Insert(s.text, 0, "Something else happened first."), slices.Insert(s.no, 0, 1000+l.lines)
	case 2: // the article gets another name
		l.testSite.remove("content/articles/" + s.name + ".md")
		s.name += "x"
	case 3: // the article goes, and comes back later
		if len(l.reports) > 2 && l.r.IntN(2) == 0 {
			l.testSite.remove("content/articles/" + s.name + ".md")
			l.reports = slices.DeleteFunc(l.reports, func(x *sentences) bool { return x == s })
		}
	case 4: // the extraction words its titles otherwise
		l.lines++
	case 5, 6:
		l.person()
	case 7:
		if f, e := l.anyEvent(); e != nil && len(e.Sources) == 1 && len(l.said[f]) == 0 {
			l.out[number(e)] = "deleted"
			l.testSite.remove(f)
		}
	case 8:
		if _, e := l.anyEvent(); e != nil && len(e.Sources) == 1 && e.Review == Proposed {
			l.out[number(e)] = "rejected"
			l.do(Act{Act: decisions.Reject, Event: e.ID})
		}
	case 9:
		if _, e := l.anyEvent(); e != nil && e.Review == Proposed {
			l.do(Act{Act: decisions.Accept, Event: e.ID})
		}
	}
}

// number is that of the sentence that an event rests on.
func number(e *Event) string {
	_, rest, _ := strings.Cut(e.Sources[0].Quote, "number")
	n, _, _ := strings.Cut(rest, " ")
	return n
}

func (l *life) anyEvent() (string, *Event) {
	es := slices.DeleteFunc(l.load().Events, func(e *Event) bool { return len(e.Sources) == 0 || e.Review == Rejected })
	if len(es) == 0 {
		return "", nil
	}
	e := es[l.r.IntN(len(es))]
	return e.Path, e
}

// person edits an event file.
func (l *life) person() {
	f, e := l.anyEvent()
	if e == nil {
		return
	}
	l.lines++
	mine := fmt.Sprintf("Edited %d", l.lines)
	text := l.read(f)
	switch l.r.IntN(4) {
	case 0:
		text = strings.Replace(text, "title: "+e.Title+"\n", "title: "+mine+" # new\n", 1)
		mine = "title: " + mine + " # new"
		l.said[f] = slices.DeleteFunc(l.said[f], func(s string) bool { return strings.HasPrefix(s, "title: ") })
	case 1:
		mine = "# " + mine
		text = strings.Replace(text, "\nsources:", "\n"+mine+"\nsources:", 1)
	case 2:
		text += mine + "\n"
	case 3:
		mine = "  - {id: denmark, role: host} # " + mine
		if strings.Contains(text, "denmark") {
			return
		}
		text = strings.Replace(text, "\nactors:\n", "\nactors:\n"+mine+"\n", 1)
	}
	if strings.Contains(text, mine) {
		l.write(f, text)
		l.said[f] = append(l.said[f], mine)
	}
}

func (l *life) check(step int) {
	l.Helper()
	for f, lines := range l.said {
		text := l.read(f)
		for _, s := range lines {
			if !strings.Contains(text, s+"\n") {
				l.Fatalf("step %d: %s lost the line %q:\n%s", step, f, s, text)
			}
		}
	}
	seen := map[string]string{}
	for _, e := range l.load().Events {
		for _, s := range e.Sources {
			n := number(&Event{Sources: []Source{s}})
			if how := l.out[n]; how == "deleted" || how == "rejected" && e.Review != Rejected {
				l.Fatalf("step %d: sentence %s was %s and is in %s (%s)", step, n, how, e.Path, e.Review)
			}
			if other := seen[n]; other != "" && e.Review != Merged {
				l.Fatalf("step %d: sentence %s is in %s and in %s", step, n, other, e.Path)
			}
			if e.Review != Merged {
				seen[n] = e.Path
			}
		}
	}
}
