package merge

import (
	"cmp"
	"fmt"
	"slices"
)

// StandsUnder reports whether a timeline that was merged with some vetoes is surely
// the one that the same articles give with others. It is so where people have come
// to hold events that only one article reports, each for itself: as an event that
// joined nothing it joins nothing when more is forbidden, and of the others none was
// ever compared with less. Where that cannot be told, it says no.
func (t *Timeline) StandsUnder(before, after []Veto) bool {
	added, ok := addedVetoes(before, after)
	if !ok {
		return false
	}
	if len(added) == 0 {
		return true
	}
	taken, held := map[string]bool{}, map[sentenceOf]bool{} // groups, and sentences, that vetoes were of
	for _, v := range before {
		taken[v.Group], held[sentenceOf{v.Article, v.Sentence}] = true, true
	}
	at := map[sentenceOf]*holding{}
	for _, v := range added {
		e := sentenceOf{v.Article, v.Sentence}
		if v.When != "" || v.Group == "" || taken[v.Group] || held[e] {
			return false
		}
		taken[v.Group], held[e] = true, true
		at[e] = &holding{trigger: v.Trigger}
	}
	for i := range t.Events {
		for _, s := range t.Events[i].Sources {
			if h := at[sentenceOf{s.Article, s.Sentence}]; h != nil && !h.allows(&t.Events[i], s) {
				return false
			}
		}
	}
	return !slices.ContainsFunc(t.Proposals, func(p Proposal) bool { return p.What == "event" && (asked(at, p.A) || asked(at, p.B)) })
}

// holding is what rests on a sentence of which one event is held from now on.
type holding struct {
	trigger string // of the event; "" if the veto does not say it
	held    *Event // nil until it is found
}

// allows reports whether an event that rests on the sentence joined nothing, and
// whether at most one of all that do is the one that is held. What else the sentence
// tells is compared by what it is a part of, so it must have joined nothing either.
func (h *holding) allows(e *Event, s Source) bool {
	if len(e.Members) != 1 {
		return false
	}
	if h.trigger != "" && s.Trigger != "" && s.Trigger != h.trigger || h.held == e {
		return true
	}
	alone := h.held == nil
	h.held = e
	return alone
}

// sentenceOf is a sentence of an article.
type sentenceOf struct {
	article  string
	sentence int
}

// ref names it as proposals do.
func (e sentenceOf) ref() string { return fmt.Sprintf("%s:%d", e.article, e.sentence) }

// asked reports whether a proposal names one of some sentences.
func asked(at map[sentenceOf]*holding, ref string) bool {
	for e := range at {
		if e.ref() == ref {
			return true
		}
	}
	return false
}

// addedVetoes are those of after that before has not; not ok if before has any that
// after has not.
func addedVetoes(before, after []Veto) (added []Veto, ok bool) {
	order := func(a, b Veto) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.Trigger, b.Trigger),
			cmp.Compare(a.Group, b.Group), cmp.Compare(a.When, b.When))
	}
	old, now := slices.Clone(before), slices.Clone(after)
	slices.SortFunc(old, order)
	slices.SortFunc(now, order)
	for _, v := range now {
		if len(old) > 0 && old[0] == v {
			old = old[1:]
			continue
		}
		added = append(added, v)
	}
	return added, len(old) == 0
}
