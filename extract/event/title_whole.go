package event

import (
	"strings"
	"unicode/utf8"

	"fasti/extract/actor"
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
	name := ""
	if w.s.words[pronoun].is(tagWe) || w.s.clauses[w.c.clause].passive {
		return ""
	}
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
	if name != "" {
		w.named = true
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
