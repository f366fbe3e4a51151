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
	} else {
		d.stands(e, trigger)
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

// governs reports whether a title keeps a preposition that its verb governs,
// those of places only if they are asked for.
func (d *draft) governs(head int, places bool) bool {
	for i := range d.low {
		if d.keep[i] && d.rel(i) == syntax.RelCase && d.needs(head, i) && (places || !d.is("where", i)) {
			return true
		}
	}
	return false
}

// needsObject notes a verb that has no object, and above all one that is
// nothing without.
func (d *draft) needsObject(head int) {
	if d.f.has("verb:participle") && d.f.has("subject:indefinite") {
		d.f.add("participle:indefinite")
	}
	if d.pos(head) != syntax.VERB || d.f.has("verb:participle") {
		return
	}
	for _, k := range d.kids[head] {
		switch d.rel(k) {
		case syntax.RelObj, syntax.RelIobj, syntax.RelOblArg, syntax.RelXcomp, syntax.RelCcomp:
			if d.keep[k] {
				return
			}
		case syntax.RelNsubjPass:
			return
		default:
			if d.keep[k] && d.pos(k) == syntax.NUM && d.timex[k] < 0 { // "surpasses one million"
				return
			}
		}
	}
	if d.pred.particle >= 0 && !d.words.verbSecond || d.governs(head, false) || d.swapped >= 0 { // "took place"; "warns of"
		return
	}
	d.f.add("no-object")
	if d.words.is("transitive", d.fullLemma(head)) && d.pred.passive < 0 && !d.f.has("verb:participle") {
		d.f.add("no-object:needed")
	}
}
