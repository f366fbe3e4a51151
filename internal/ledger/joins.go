package ledger

import (
	"fmt"
	"slices"

	"fasti/internal/diag"
)

// live reports whether the event is one that fasti still writes to.
func (e *Event) live() bool {
	return e.Review == Proposed || e.Review == Accepted || e.Review == Corrected || e.Review == Withdrawn || e.byItself(Merged)
}

// byItself reports whether fasti, and no person, gave the event its state.
func (e *Event) byItself(r Review) bool {
	return e.review == r && e.wrote["review"] == fingerprint(string(r))
}

// leftOver gives the found events that are new. Evidence that a reviewed
// event holds already, and that was only cut off from it, is none of theirs.
func (a *applier) leftOver(of []int, pairs []likely) []*found {
	a.held = a.heldEvidence(of)
	holder := map[int]int{} // known -> found
	for i, k := range of {
		if k >= 0 {
			holder[k] = i
		}
	}
	var out []*found
	for i, f := range a.fs {
		if of[i] >= 0 || f.candidate {
			continue
		}
		f.without(func(s Source) bool { return a.heldElsewhere(s, nil) })
		a.withoutHeirs(f)
		if len(f.Sources) == 0 {
			continue
		}
		if k := a.sameHappening(f, holder); k >= 0 {
			of[i] = k
			holder[k] = i
			continue
		}
		if k := a.decidedOn(i, pairs, holder); k >= 0 {
			of[i] = k
			continue
		}
		out = append(out, f)
	}
	return out
}

// decidedOn finds the event that people have taken out, or joined with another,
// and that a found one is under another word of its sentence: the word by which
// it was known is gone, or is not sure enough to be an event any more. -1 if there
// is none.
func (a *applier) decidedOn(i int, pairs []likely, holder map[int]int) int {
	for _, p := range pairs {
		if p.found != i || p.score < similarQuote || !a.m.knowns[p.known].takenOut() {
			continue
		}
		if j, held := holder[p.known]; !held || a.fs[j].candidate {
			return p.known
		}
	}
	return -1
}

// takenOut reports whether people have decided that an event is none of its own.
func (k known) takenOut() bool {
	if k.ev == nil {
		return true
	}
	return k.ev.Review == Rejected || k.ev.review == Split || k.ev.joined()
}

// withoutHeirs takes away the sentences that stand in the place of reviewed
// ones: they make no event of their own while a person has to decide on them.
func (a *applier) withoutHeirs(f *found) {
	f.without(func(s Source) bool {
		return slices.ContainsFunc(a.heirs[s.Article], func(h heir) bool { return h.holds(s) })
	})
}

// waitsElsewhere reports whether a sentence stands in the place of one of a
// reviewed event other than e.
func (a *applier) waitsElsewhere(s Source, e *Event) bool {
	return slices.ContainsFunc(a.heirs[s.Article], func(h heir) bool { return h.event != e.ID && h.holds(s) })
}

// without takes away some of the sources.
func (f *found) without(which func(Source) bool) {
	if !slices.ContainsFunc(f.Sources, which) {
		return
	}
	var sources []Source
	var marks []mark
	for i, s := range f.Sources {
		if !which(s) {
			sources, marks = append(sources, s), append(marks, f.marks[i])
		}
	}
	f.Sources, f.marks = sources, marks
}

// sameHappening finds the reviewed event that a new report tells of and whose
// own reports are silent now: they were edited or removed, so nothing joined
// the two. Same day, same kind, the same one acting, and words in common. -1 if
// there is none, or more than one.
func (a *applier) sameHappening(f *found, holder map[int]int) int {
	out := -1
	for k, known := range a.m.knowns {
		e := known.ev
		if e == nil || !e.Auto || !e.reviewed() || f.when == "" || e.when != f.when || e.Kind != f.Kind || !dayOnly(f.when) {
			continue
		}
		if _, heard := holder[k]; heard || !known.actsIn(f) {
			continue
		}
		alike := slices.ContainsFunc(e.Sources, func(s Source) bool {
			return slices.ContainsFunc(f.Sources, func(q Source) bool { return common(s.Quote, q.Quote) >= enoughWords })
		})
		if !alike && common(e.Title, f.Title) < enoughWords {
			continue
		}
		if out >= 0 {
			return -1
		}
		out = k
	}
	return out
}

// dayOnly reports whether a date is one day.
func dayOnly(when string) bool { return isDay(when) && when != "" }

// actsIn reports whether the two have one who acts in common.
func (k known) actsIn(f *found) bool {
	return slices.ContainsFunc(f.Actors, func(p Part) bool {
		return p.Role == "actor" && slices.Contains(k.ev.Actors, p)
	})
}

// vouched reports whether a person has accepted the event as it stands, also
// if its last sentence is gone since.
func (e *Event) vouched() bool {
	return e.review == Accepted || e.was == Accepted && e.byItself(Withdrawn)
}

// weighty reports whether a person has vouched for the event, or worked on it.
func (e *Event) weighty() bool {
	return e.Review == Accepted || e.Review == Corrected || !e.Auto || e.worked()
}

// word is a word of a sentence that carries an event.
type word struct {
	like    uint64
	trigger string
}

func (m mark) word() word { return word{m.like, m.trigger} }

// heldEvidence gives for each word of a sentence the reviewed events that rest on
// it, but for those that were found again with the same sentence: then it tells of
// two events. What only the log knows of an event's past does not count.
func (a *applier) heldEvidence(of []int) map[word][]*Event {
	again := map[*Event]map[uint64]bool{}
	for i, t := range a.takers(of) {
		if t < 0 {
			continue
		}
		e := a.c.Events[t]
		if again[e] == nil {
			again[e] = map[uint64]bool{}
		}
		for _, m := range a.fs[i].marks {
			again[e][m.like] = true
		}
	}
	out := map[word][]*Event{}
	for _, k := range a.m.knowns {
		if k.ev == nil || !k.ev.weighty() {
			continue
		}
		for _, s := range k.ev.Sources {
			if m := markOf(s); !again[k.ev][m.like] {
				out[m.word()] = append(out[m.word()], k.ev)
			}
		}
	}
	return out
}

// heldElsewhere reports whether the word of a sentence is what a reviewed event
// other than e rests on.
func (a *applier) heldElsewhere(s Source, e *Event) bool {
	return slices.ContainsFunc(a.held[markOf(s).word()], func(o *Event) bool { return o != e })
}

// joins gives for each event the found events that it takes up: its own, and
// those of the events that were merged into it. An automatic event whose
// evidence now belongs to another one becomes a redirect to that.
func (a *applier) joins(of []int, pairs []likely) map[int][]int {
	at := a.m.at
	out := map[int][]int{}
	own := map[int]bool{} // heard, by itself or by what people joined with it
	for j, t := range a.takers(of) {
		switch {
		case t < 0:
			continue
		case a.m.knowns[of[j]].ev == a.c.Events[t]:
			out[t] = append([]int{j}, out[t]...)
		default:
			out[t] = append(out[t], j)
		}
		own[t] = true
	}
	for _, p := range pairs {
		e := a.m.knowns[p.known].ev
		if e == nil || !e.Auto || own[at[e.ID]] || of[p.found] == p.known || of[p.found] < 0 || !p.same {
			continue // what only stands in the place of its sentence is another report
		}
		into := a.m.knowns[of[p.found]].ev
		if into == nil || !into.Auto || !into.live() || into.byItself(Merged) || a.mem.apart[pair(e.ID, into.ID)] {
			continue
		}
		switch {
		case e.review == Proposed && len(e.Edited) == 0:
			own[at[e.ID]], a.gone[e.ID] = true, true
			a.redirect(e, into)
		case e.weighty() && !a.doubled[e.ID]:
			a.doubled[e.ID] = true
			a.report(e.at.diagnose(e.Path, "sources", diag.PossibleDouble, fmt.Sprintf("its evidence also belongs to %s (%s)", into.ID, into.Title), "join them with fasti merge, or leave both"))
		}
	}
	return out
}

// takers gives for each found event the place of the event that takes it up: its
// own, or the one that people have joined that with; -1 if there is none.
func (a *applier) takers(of []int) []int {
	out := make([]int, len(of))
	again := map[int]bool{} // heard, so that what fasti has joined is parted
	for j, k := range of {
		if out[j] = -1; k < 0 || a.m.knowns[k].ev == nil || a.m.knowns[k].ev.joined() {
			continue
		}
		out[j] = a.m.at[a.m.knowns[k].id]
		again[out[j]] = again[out[j]] || !a.fs[j].candidate
	}
	for j, k := range of {
		if k < 0 || a.m.knowns[k].ev == nil || !a.m.knowns[k].ev.joined() {
			continue
		}
		if t, ok := a.c.target(a.m.knowns[k].ev, a.m.at, again); ok {
			out[j] = t
		}
	}
	return out
}

// joined reports whether people have joined the event with another.
func (e *Event) joined() bool { return e.review == Merged && !e.byItself(Merged) }

// target follows into: to the event that stands for a merged one; at is the place
// of each event, again tells which of those that fasti joined are heard again.
func (c *Content) target(e *Event, at map[string]int, again map[int]bool) (int, bool) {
	for range 50 {
		if len(e.Into) != 1 {
			return 0, false
		}
		i, ok := at[e.Into[0]]
		if !ok {
			return 0, false
		}
		if e = c.Events[i]; e.review != Merged || e.byItself(Merged) && again[i] {
			return i, e.Auto && e.live()
		}
	}
	return 0, false
}
