package title

import (
	"strings"

	"fasti/extract/event"
	"fasti/extract/syntax"
)

// judge completes the features of a draft: what the finished title looks like,
// and whether it says the same as the event.
func (d *draft) judge(e *event.Event, text string, head, trigger int) features {
	if text == "" {
		return d.f
	}
	words := strings.Fields(text)
	switch n := len(words); {
	case n < 3:
		d.f.add("words:few")
	case n < 4:
		d.f.add("words:3")
	case n > 14:
		d.f.add("words:many")
	}
	if last := strings.ToLower(words[len(words)-1]); d.words.is("opening", last) && !strings.HasSuffix(" "+d.tail, " "+last) && !d.particleAt(last) {
		d.f.add("cut")
	}
	if !d.keep[trigger] && head != trigger {
		d.f.add("without-trigger")
	}
	if strings.Count(text, "(") != strings.Count(text, ")") || strings.Count(text, "\"")%2 == 1 || strings.Count(text, "„") != strings.Count(text, "“") && d.words.verbSecond || strings.Count(text, "“") != strings.Count(text, "”") && !d.words.verbSecond {
		d.f.add("half")
	}
	if d.f.has("subject:definite") && len(words) <= 4 {
		d.f.add("definite-only")
	}
	d.margin()
	if head >= 0 {
		d.truth(e, head)
		d.needsObject(head)
	}
	d.f.add("status:" + string(e.Status))
	return d.f
}

// particleAt reports whether a last word is a verb's particle, not a
// preposition without its noun.
func (d *draft) particleAt(low string) bool {
	for i := range d.low {
		if d.low[i] == low && d.rel(i) == syntax.RelCompoundPrt {
			return true
		}
	}
	return false
}

// margin notes how sure the tree is.
func (d *draft) margin() {
	switch m := d.s.Margin; {
	case m == 0:
		d.f.add("margin:0")
	case len(d.low) > 40:
		d.f.add("sentence:long")
	}
}

// needsObject notes a verb that has no object, and above all one that is
// nothing without.
func (d *draft) needsObject(head int) {
	if d.pos(head) != syntax.VERB {
		return
	}
	for _, k := range d.kids[head] {
		switch d.rel(k) {
		case syntax.RelObj, syntax.RelIobj, syntax.RelOblArg, syntax.RelXcomp, syntax.RelCcomp, syntax.RelNsubjPass:
			return
		}
	}
	d.f.add("no-object")
	lemma := d.lemma(head)
	if p := d.kid(head, syntax.RelCompoundPrt); p >= 0 && d.words.verbSecond && !strings.HasPrefix(lemma, d.low[p]) {
		lemma = d.low[p] + lemma
	}
	if d.words.is("transitive", lemma) && !d.f.has("verb:participle") {
		d.f.add("no-object:needed")
	}
}

// truth compares what the title says of whether it happened with the event.
func (d *draft) truth(e *event.Event, head int) {
	ahead, unreal := false, false
	for _, k := range d.kids[head] {
		switch d.rel(k) {
		case syntax.RelAux, syntax.RelAuxPass:
			m := d.s.Words[k].Morph
			if m.Mood == syntax.Sub {
				unreal = true
			}
			if !d.auxIs("have", k) && !d.auxIs("be", k) && d.rel(k) == syntax.RelAux {
				ahead = true
			}
		case syntax.RelMark:
			if d.is("doubt", k) {
				d.f.add("contradicts:condition")
			}
			d.f.add("mark")
		}
	}
	if unreal {
		d.f.add("contradicts:unreal")
	}
	negated := d.f.has("negated")
	switch e.Status {
	case event.Planned:
		if d.pastTense(head) && !ahead && d.f.has("from:itself") {
			d.f.add("contradicts:past")
		}
	case event.Happened:
		if negated {
			d.f.add("contradicts:negated")
		}
		if ahead {
			d.f.add("contradicts:ahead")
		}
	}
}

// pastTense reports whether a verb stands in a past tense.
func (d *draft) pastTense(head int) bool {
	p := d.predicate(head)
	if p.finite < 0 {
		return false
	}
	return d.s.Words[p.finite].Morph.Tense == syntax.Past || len(p.aux) > 0 && d.auxIs("have", p.finite)
}
