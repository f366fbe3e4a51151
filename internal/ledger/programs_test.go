package ledger

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fasti/internal/decisions"
	"fasti/internal/diag"
)

var (
	programs     = flag.Int("programs", 12, "how many sequences TestProgramsComeToRest tries; CI tries 60")
	firstProgram = flag.Int("program", 0, "the first of them")
)

// TestProgramsComeToRest puts one program in the place of another that reads the
// same articles quite otherwise: other words carry the events, sentences tell of
// two, reports are joined and parted, some things are not sure enough. People
// decide on events between. What one run leaves, the next leaves as it is.
func TestProgramsComeToRest(t *testing.T) {
	n := *programs
	if testing.Short() {
		n = 10
	}
	for seed := *firstProgram; seed < *firstProgram+n; seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			o := &newsroom{testSite: newSite(t), r: rand.New(rand.NewPCG(uint64(seed), 17))}
			for i := range 3 {
				var text []string
				for k := range 4 {
					no := i*4 + k
					text = append(text, fmt.Sprintf("Sentence number%d says that the council of town%d voted about matter%d with result%d.", no, no*7, no*3, no*11))
				}
				o.article(fmt.Sprintf("report-%d", i), fmt.Sprintf("2024-02-%02d", 7+i), text...)
			}
			for step := range 10 {
				o.engine()
				o.rest(step)
				o.decides()
				o.rest(step)
			}
		})
	}
}

// newsroom is a site on which programs follow each other.
type newsroom struct {
	*testSite
	r    *rand.Rand
	told []string // what was done, for whoever looks into a failure
}

// engine is a program: it says by chance which sentences tell of what.
func (o *newsroom) engine() {
	var b strings.Builder
	o.propose = []int{0, 0, 60}[o.r.IntN(3)]
	for range 4 + o.r.IntN(14) {
		title := fmt.Sprintf("Event %d", o.r.IntN(8))
		fmt.Fprintf(&b, "title=%s; when=2024-02-0%d; kind=%s; actors=kiel:actor %s", title, 1+o.r.IntN(3),
			[]string{"election", "aid"}[o.r.IntN(2)], []string{"norway:recipient", "norway:host", "denmark:host", ""}[o.r.IntN(4)])
		switch o.r.IntN(8) {
		case 0:
			b.WriteString("; hidden=1")
		case 1:
			b.WriteString("; basis=none")
		case 2:
			b.WriteString("; status=denied")
		}
		b.WriteByte('\n')
		for range 1 + o.r.IntN(5)/2 {
			fmt.Fprintf(&b, "  report-%d:%d; trigger=%s\n", o.r.IntN(3), 1+o.r.IntN(4), []string{"voted", "says", "result"}[o.r.IntN(3)])
		}
	}
	o.timeline = once(b.String())
	o.told = append(o.told, o.timeline)
}

// once takes away what no program says: one word of one sentence in two events.
func once(timeline string) string {
	var b strings.Builder
	said := map[string]bool{}
	for l := range strings.Lines(timeline) {
		if l[0] == ' ' && said[l] {
			continue
		}
		said[l] = l[0] == ' '
		b.WriteString(l)
	}
	return b.String()
}

// decides is a person's act.
func (o *newsroom) decides() {
	c := o.load()
	if len(c.Events) < 2 {
		return
	}
	e, other := c.Events[o.r.IntN(len(c.Events))], c.Events[o.r.IntN(len(c.Events))]
	act := Act{Event: e.ID}
	switch o.r.IntN(8) {
	case 0, 1:
		act.Act = decisions.Accept
	case 2:
		act.Act = decisions.Reject
	case 3:
		act.Act, act.Into = decisions.Merge, other.ID
	case 4:
		act.Act, act.Key, act.New = decisions.Set, "title", "Ours"
	case 5:
		if len(e.Sources) == 0 {
			return
		}
		act.Act, act.Source = decisions.Drop, e.Sources[0].ID
	case 6:
		if len(e.Sources) == 0 || e == other {
			return
		}
		act.Act, act.Source, act.Into = decisions.Move, e.Sources[0].ID, other.ID
	default:
		return
	}
	p := c.Do([]Act{act}, Options{Day: o.day, By: "anna"})
	if diag.HasErrors(p.Findings) || p.Empty() {
		return
	}
	if o.r.IntN(2) == 0 { // as the command does
		after, _ := c.After(p)
		p = p.With(after.Apply(o.parse(after), Options{Day: o.day, Propose: o.propose}))
	}
	if err := p.Write(o.dir); err != nil {
		o.Fatal(err)
	}
	o.told = append(o.told, Tell(act))
}

// rest runs once, and asks whether that was enough.
func (o *newsroom) rest(step int) {
	o.Helper()
	if err := o.plan().Write(o.dir); err != nil {
		o.Fatal(err)
	}
	if again := o.plan(); !again.Empty() {
		for _, f := range again.Files {
			o.Errorf("step %d: a second run would write %s (%s):\n%s\n--- was\n%s", step, f.Path, f.What, f.New, f.Old)
		}
		o.Fatal(strings.Join(o.told[max(0, len(o.told)-4):], "\n"))
	}
}
