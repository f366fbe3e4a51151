package events

import (
	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/internal/edtf"
)

// sameDate reports whether two EDTF values mean the same days, whatever they
// say of their certainty.
func sameDate(a, b string) bool {
	if a == b {
		return true
	}
	x, err := edtf.Parse(a)
	if err != nil {
		return false
	}
	y, err := edtf.Parse(b)
	if err != nil {
		return false
	}
	a0, ok0 := x.Earliest()
	b0, ok1 := y.Earliest()
	a1, ok2 := x.Latest()
	b1, ok3 := y.Latest()
	return ok0 == ok1 && ok2 == ok3 && (ok0 || ok2) && a0 == b0 && a1 == b1
}

// rightDate reports whether a date is one of the gold's.
func (g *Gold) rightDate(when string) bool {
	for _, d := range g.Dates {
		if sameDate(d, when) {
			return true
		}
	}
	return false
}

// nearWords is how many bytes off a trigger may be to be the same, in one
// sentence.
const nearWords = 24

// label says what the candidates of an article are in the gold: the event
// that each tells best in its sentence, -1 for none; sure says whether the
// gold's trigger is near.
func label(a *Article, list []event.Studied, better func(i, j int) bool) (of []int, sure []bool) {
	of, sure = make([]int, len(list)), make([]bool, len(list))
	for i := range of {
		of[i] = -1
	}
	where := make([]int, len(list))
	for i := range list {
		where[i] = a.inBody(list[i].Start)
	}
	for g := range a.Gold { // the word itself first
		for i := range list {
			if t := a.Gold[g].Trigger; of[i] < 0 && where[i] < t.End && where[i] >= t.Start {
				of[i], sure[i] = g, true
			}
		}
	}
	for g := range a.Gold {
		t := a.Gold[g].Trigger
		for n, span := range a.Gold[g].Spans {
			pickIn(a, list, where, of, sure, g, span, t, n == 0, better)
		}
	}
	return of, sure
}

// pickIn finds the candidate that tells event g in a sentence.
func pickIn(a *Article, list []event.Studied, where, of []int, sure []bool, g int, span, t article.Span, first bool, better func(i, j int) bool) {
	best := -1
	for i := range list {
		if where[i] < span.Start || where[i] >= span.End {
			continue
		}
		if of[i] == g {
			return // found already
		}
		if of[i] >= 0 {
			continue
		}
		if span.Start <= t.Start && t.Start < span.End { // the nearest to the trigger
			if best < 0 || off(where[i], t) < off(where[best], t) {
				best = i
			}
			continue
		}
		if best < 0 || better(i, best) {
			best = i
		}
	}
	if best >= 0 {
		of[best], sure[best] = g, first && off(where[best], t) < nearWords
	}
}

func off(at int, t article.Span) int {
	if at < t.Start {
		return t.Start - at
	}
	return at - t.Start
}
