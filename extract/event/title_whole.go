package event

import (
	"strings"
	"unicode/utf8"

	"fasti/extract/actor"
	"fasti/extract/timex"
)

// whole gives the sentence as it stands if it can be a title: short, of one
// piece, and without a pronoun that leans on another sentence.
func (w *writer) whole() string {
	s := w.s
	t := strings.Trim(w.in.Doc.Sentences[s.index].Of(w.in.Doc.Text), " .")
	if utf8.RuneCountInString(t) > titleLimit || strings.ContainsAny(t, "\n:;()[]*_\"„“”»«?!") {
		return ""
	}
	for i := range s.words {
		if x := &s.words[i]; x.is(tagPron|tagWe|tagPoss) && !x.is(tagArt|tagRel) || x.is(tagOpen) {
			return ""
		}
	}
	return t
}

// soleActor names whom a pronoun that nobody has resolved stands for, where
// the event has one person that acts, and the pronoun can be a person.
func (w *writer) soleActor(pronoun int) string {
	if w.s.words[pronoun].is(tagWe) || w.s.clauses[w.c.clause].passive {
		return ""
	}
	name := w.agent()
	w.named = w.named || name != ""
	return name
}

// agent gives the name of the one person that acts, or "".
func (w *writer) agent() string {
	name := ""
	for _, p := range w.c.parts {
		if p.Role != Actor {
			continue
		}
		if name != "" {
			return ""
		}
		for i := range w.in.Actors.Actors {
			if a := &w.in.Actors.Actors[i]; a.ID == p.Actor && a.Kind == actor.Person {
				name = a.Name
			}
		}
		if name == "" {
			return ""
		}
	}
	return name
}

// leads reports whether an infinitive follows that says what an empty subject
// stands for: "es gelingt der Polizei, den Dieb zu fassen".
func (w *writer) leads() bool {
	for i := range w.s.clauses {
		if c := &w.s.clauses[i]; c.kind == infClause && c.parent == w.c.clause {
			return true
		}
	}
	return false
}

// tells reports whether a noun is the subject of a verb that says what became
// of it: "the truce collapsed" is no truce.
func (w *writer) tells() bool {
	if !w.c.nominal || w.c.clause < 0 {
		return false
	}
	k := &w.s.clauses[w.c.clause]
	p := k.subject
	if strings.Contains(w.c.date.when, "/") || w.lasts(k) { // "lasted from Monday to Friday", "lasted two hours"
		return false
	}
	if k.verb < 0 || k.fin < 0 || w.lex.exists(w.s, k) || k.kind != mainClause || k.neg || k.modal != auxNone || w.c.trigger < p.first || w.c.trigger >= p.last {
		return false
	}
	for i := p.first; i < w.c.trigger; i++ {
		if x := &w.s.words[i]; x.is(tagPrep|tagGen) && !x.is(tagArt) || w.lex.verbLast && x.capital() && x.timex < 0 {
			return false // it hangs on the head of the phrase
		}
	}
	return w.lex.verbLast || w.c.trigger+1 >= p.last || w.s.words[w.c.trigger+1].is(tagPrep)
}

// lasts reports whether a clause says how long something took.
func (w *writer) lasts(k *clause) bool {
	found := false
	k.each(func(i int) bool {
		if n := w.s.words[i].timex; n >= 0 && k.verb >= 0 && (w.lex.verbs[k.verb].class == classState || w.lex.verbs[k.verb].class == classAspect) {
			found = found || w.in.Timexes.Timexes[n].Type == timex.Duration
		}
		return !found
	})
	return found
}
