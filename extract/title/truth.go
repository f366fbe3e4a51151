package title

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/event"
	"fasti/extract/syntax"
	"fasti/extract/timex"
	"fasti/internal/edtf"
)

// truth compares what a title says of the happening, whether it took place, who
// did it to whom, with what the grammar of its sentence and the event say. A
// contradiction refuses the title.
func (d *draft) truth(e *event.Event, head int) {
	d.stands(e, head)
	if d.hosted {
		d.stands(e, d.trigger)
	}
	if d.swapped < 0 && !d.impersonal {
		d.sameSubject(head)
	}
	d.sameRoles(e)
	d.sameStatus(e, head)
}

// stands refuses a title that tells as so what its sentence only has as
// suspected, wished, denied or conditional, by words that the title leaves out:
// "it is suspected that he was poisoned".
func (d *draft) stands(e *event.Event, i int) {
	v := d.s.Judge(i)
	for _, step := range v.Steps {
		if step.Status == syntax.Happened || d.shown(step.Word) {
			continue
		}
		if d.sayer >= 0 && step.Status == syntax.Alleged {
			continue // the title says who says so
		}
		if step.Rule == "adverb" && step.Status == syntax.Alleged && e.Status == event.Alleged {
			continue // "reportedly": the page says so
		}
		if step.Status == syntax.Planned && (d.f.has("verb:modal") || d.f.has("verb:future") || d.f.has("noun")) {
			continue
		}
		d.f.add("refused:" + step.Rule)
		return
	}
}

// sameSubject refuses a title whose subject is not whom the grammar takes for
// it.
func (d *draft) sameSubject(head int) {
	for c := range d.s.Clauses {
		if d.s.Clauses[c].Head != head {
			continue
		}
		s := d.s.Subject(c)
		if s >= 0 && d.freed != nil && (d.timex[s] >= 0 || d.freed[head]) {
			return
		}
		if s >= 0 && d.f.has("subject:guessed") && (d.timex[s] >= 0 || s > d.sub && s < head) {
			return
		}
		if s >= 0 && d.sub >= 0 && s != d.sub && !d.holds(s, d.sub) && !d.holds(d.sub, s) && !d.sameActor(s, d.sub) && !d.relativePronoun(s) {
			d.f.add("refused:subject-other")
		}
		return
	}
}

// sameActor reports whether two words stand for one actor.
func (d *draft) sameActor(a, b int) bool {
	x, y := d.who[d.last(a)], d.who[d.last(b)]
	return x.actor >= 0 && x.actor == y.actor
}

// sameRoles refuses a title that makes a doer of somebody to whom the event was
// done, and something done to of its doer.
func (d *draft) sameRoles(e *event.Event) {
	if d.pred == nil || d.sub < 0 || d.pred.passive >= 0 || d.f.has("verb:participle") {
		return
	}
	subject := d.roleOf(e, d.sub)
	if subject != event.Victim && subject != event.Recipient {
		return
	}
	for _, k := range d.kids[d.pred.head] {
		if r := d.rel(k); d.keep[k] && (r == syntax.RelObj || r == syntax.RelIobj) && d.roleOf(e, k) == event.Actor {
			d.f.add("refused:roles")
		}
	}
}

// roleOf is the role of the actor for whom word i stands, or "".
func (d *draft) roleOf(e *event.Event, i int) event.Role {
	a, _ := d.actorAt(d.last(i))
	if a == nil {
		return ""
	}
	for _, p := range e.Parts {
		if p.Actor == a.ID {
			return p.Role
		}
	}
	return ""
}

// openOrder gives the object of predicate i where it stands before the finite
// verb, the subject behind it, and no form tells which is which, in a language
// with the finite verb second: readers take the first for the subject, and a
// tree that does not is wrong more often than right. The title keeps the order
// of the report then and so says the same. -1 if the forms tell.
func (d *draft) openOrder(i, sub int, p *predicate) int {
	if !d.words.verbSecond || p.finite < 0 || sub < p.finite || d.kid(i, syntax.RelMark) >= 0 {
		return -1
	}
	for _, k := range d.kids[i] {
		u := d.under(k)
		if d.pos(k) != syntax.NOUN && d.pos(k) != syntax.PROPN || d.kid(k, syntax.RelCase) >= 0 || d.timex[k] >= 0 || u[len(u)-1] != p.finite-1 || d.clausal(k) || d.marked(k) || d.marked(sub) {
			continue
		}
		if d.person(k) && d.s.Words[k].Morph.Number != opposite(d.s.Words[p.finite].Morph.Number) {
			return k
		}
	}
	return -1
}

// person reports whether a phrase names somebody who acts.
func (d *draft) person(i int) bool {
	for _, k := range d.under(i) {
		if a, _ := d.actorAt(k); a != nil && a.Kind != actor.Place {
			return true
		}
	}
	return false
}

// marked reports whether the form of a phrase tells its case.
func (d *draft) marked(i int) bool {
	if d.pos(i) == syntax.PRON {
		return true
	}
	det := d.kid(i, syntax.RelDet, syntax.RelDetPoss)
	return det >= 0 && d.is("marked", det)
}

// opposite is the other number; none of none.
func opposite(n syntax.Number) syntax.Number {
	switch n {
	case syntax.Sing:
		return syntax.Plur
	case syntax.Plur:
		return syntax.Sing
	}
	return 0
}

// sameStatus compares the title's auxiliaries and negations with the event's
// status.
func (d *draft) sameStatus(e *event.Event, head int) {
	ahead, unreal := false, false
	for _, k := range d.kids[head] {
		switch d.rel(k) {
		case syntax.RelAux, syntax.RelAuxPass:
			if d.s.Words[k].Morph.Mood == syntax.Sub && !(d.sayer >= 0 && d.words.now[d.low[k]] != "") && !(d.is("wish", k) && k > 0) && !d.f.has("verb:hearsay") && !d.f.has("verb:intends") {
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
	switch e.Status {
	case event.Planned:
		if d.pastTense(head) && !ahead && !d.aheadOf(head) && (d.f.has("from:itself") || !d.verbal(d.trigger) && d.kid(d.trigger, syntax.RelCase) >= 0) {
			d.f.add("contradicts:past")
		}
	case event.Happened:
		if d.f.has("negated") {
			d.f.add("contradicts:negated")
		}
		if ahead {
			d.f.add("contradicts:ahead")
		}
	}
}

// aheadOf reports whether a verb tells that something is to come, so that what is
// planned is not told as done: "announced a strike for Friday", "stellte Schnee in
// Aussicht".
func (d *draft) aheadOf(head int) bool {
	lemma := d.fullLemma(head)
	if d.words.is("ahead", lemma) || d.words.is("ahead", d.infinitive(head)) {
		return true
	}
	return slices.ContainsFunc(d.kids[head], func(k int) bool { return d.keep[k] && d.words.is("ahead", d.lemma(head)+" "+d.phrase(k)) })
}

// pastTense reports whether a verb stands in a past tense.
func (d *draft) pastTense(head int) bool {
	p := d.predicate(head)
	if p.finite < 0 {
		return false
	}
	return d.s.Words[p.finite].Morph.Tense == syntax.Past || len(p.aux) > 0 && d.auxIs("have", p.finite)
}

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
	if long(text) > midLimit+8 {
		d.f.add("words:far")
	}
	if last := strings.ToLower(words[len(words)-1]); d.words.is("opening", last) && !strings.HasSuffix(" "+d.tail, " "+last) && !d.particleAt(last) {
		d.f.add("cut")
	}
	if !d.keep[trigger] && head != trigger && !d.source(trigger) {
		d.f.add("without-trigger")
	}
	if oddMarks(text) {
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

// oddMarks reports whether a text has half a pair of brackets or of quotation marks,
// whichever of them its writer uses.
func oddMarks(text string) bool {
	marks := 0
	for _, m := range []string{"\"", "„", "“", "”"} {
		marks += strings.Count(text, m)
	}
	return marks%2 == 1 || strings.Count(text, "«") != strings.Count(text, "»") || strings.Count(text, "(") != strings.Count(text, ")")
}

// particleAt reports whether a last word is a verb's particle, not a
// preposition without its noun.
func (d *draft) particleAt(low string) bool {
	for i := range d.low {
		if d.low[i] == low && d.rel(i) == syntax.RelCompoundPrt && d.pos(i) != syntax.SCONJ && d.pos(i) != syntax.CCONJ {
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
	if d.wantsObject(head) {
		d.f.add("no-object:needed") // "identifies as the day"
	}
	if d.pred.particle >= 0 && !d.words.verbSecond || d.governs(head, false) || d.swapped >= 0 { // "took place"; "warns of"
		return
	}
	d.f.add("no-object")
	if d.words.is("transitive", d.fullLemma(head)) && d.pred.passive < 0 && !d.f.has("verb:participle") {
		d.f.add("no-object:needed")
	}
}

// governedNext reports whether the preposition right behind a verb is one that it
// governs, so that it wants no object: "call for the repeal".
func (d *draft) governedNext(head int) bool {
	n := head + 1
	return n < len(d.low) && d.keep[n] && d.rel(n) == syntax.RelCase && d.needs(head, n) && !d.is("where", n)
}

// wantsObject reports whether a verb that keeps its object next to it is nothing
// without one, whatever prepositions it governs.
func (d *draft) wantsObject(head int) bool {
	return !d.words.verbSecond && d.pred.passive < 0 && d.pred.particle < 0 && d.swapped < 0 && d.words.is("transitive", d.fullLemma(head)) && !d.governedNext(head)
}

// sameNews is how many days before or behind the day of publication what somebody
// says may lie, for a headline to tell both at once: "Police say four cars were set on
// fire".
const sameNews = 7

// toldElsewhen reports whether the clause of word at has a day of its own which is not
// that of the clause above, so that a title with both would tell an untruth: "said on
// Monday that the state received the report in March", "flew in on Thursday to inspect
// the plant on Friday", "was found on Wednesday, as police said on Thursday".
func (t *tree) toldElsewhen(at int) bool {
	if at < 0 || t.s.Words[at].Head < 0 {
		return false
	}
	own, above := t.timeUnder(at, -1), t.timeUnder(t.s.Words[at].Head, at)
	switch {
	case own == nil:
		return false
	case above != nil:
		return above.EDTF != own.EDTF
	}
	return t.rel(at) == syntax.RelCcomp && t.says(t.s.Words[at].Head) && !t.topical(own)
}

// apartInTime reports whether the noun at word i, with a day of its own, only says
// before or after what its clause took place, which the title of the clause would put on
// that day: "after a shooting in August Roe resigned".
func (t *tree) apartInTime(i int) bool {
	for n := 0; i >= 0 && n < len(t.low) && !t.clausal(i); n++ {
		if c := t.kid(i, syntax.RelCase); c >= 0 && t.is("sequence", c) && t.timeUnder(i, -1) != nil {
			return true
		}
		i = t.s.Words[i].Head
	}
	return false
}

// datedAttribute reports whether word i is a participle before its noun with a day of its
// own, so that what the clause tells of the noun was another day: "der am Montag
// festgenommene Lee ist frei".
func (t *tree) datedAttribute(i int) bool {
	return i >= 0 && t.words.verbSecond && t.rel(i) == syntax.RelAmod && t.timeUnder(i, -1) != nil
}

// timeUnder gives the first date that hangs on word top without another clause between,
// but not on word without; nil if there is none.
func (t *tree) timeUnder(top, without int) *timex.Timex {
	for k, n := range t.timex {
		if n < 0 || t.in.Timexes.Timexes[n].EDTF == "" || t.in.Timexes.Timexes[n].Type == timex.Set {
			continue
		}
		for i := k; i >= 0 && i != without; i = t.s.Words[i].Head {
			if i == top {
				return &t.in.Timexes.Timexes[n]
			}
			if t.clausal(i) {
				break
			}
		}
	}
	return nil
}

// topical reports whether a date is a day near that of publication.
func (t *tree) topical(x *timex.Timex) bool {
	date, err := edtf.Parse(x.EDTF)
	if err != nil {
		return false
	}
	first, ok := date.Earliest()
	last, both := date.Latest()
	day, err := edtf.Parse(t.in.Article.Date)
	if err != nil || !ok || !both {
		return false
	}
	today, ok := day.Earliest()
	return ok && first.Ordinal() >= today.Ordinal()-sameNews && last.Ordinal() <= today.Ordinal()+sameNews
}

// says reports whether a verb says nothing without what is said.
func (t *tree) says(v int) bool {
	l := t.withParticle(v)
	return t.words.is("content", l) || t.words.is("addressee", l) || t.words.is("content", t.lemma(v))
}
