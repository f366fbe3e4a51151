package title

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// clause words the clause of predicate i: its subject, its verb, and all that
// the verb needs. It gives "" where that cannot be done faithfully; the
// features of the draft say why.
func (d *draft) clause(i, trigger int) string {
	d.head = i
	p := d.predicate(i)
	sub, _ := d.subject(i)
	if sub < 0 || d.rel(i) == syntax.RelAcl {
		if first, last := d.guess(i); last >= 0 {
			return d.guessed(i, first, last, p, trigger)
		}
		if sub < 0 {
			sub = d.sufferer(p)
		}
	}
	if sub = d.reordered(i, sub, p); sub < 0 {
		if k := d.foremostPhrase(i, p); k >= 0 {
			return d.withoutSubject(i, k, p, trigger)
		}
	}
	if sub < 0 || d.relativePronoun(sub) {
		sub = d.lent(i, sub, p)
	} else {
		d.nominal(sub, true)
	}
	if sub < 0 {
		return ""
	}
	d.sub = sub
	d.antecedent(i)
	if d.rel(i) == syntax.RelAdvcl && !d.holds(i, sub) {
		d.f.add("clause:absolute")
	}
	if d.words.is("occasion", d.lemma(sub)) || p.copula >= 0 && d.words.is("occasion", d.lemma(i)) {
		d.f.add("occasion")
	}
	if why := d.wrongSubject(i, sub, p); why != "" {
		d.f.add("refused:" + why)
		return ""
	}
	front := d.examples(d.withoutTime(d.kept(sub)), sub)
	if !d.keep[sub] && d.say[sub] == "" && len(front) > 0 {
		if sub = d.top(front); sub < 0 {
			return ""
		}
		d.sub = sub
	}
	return d.worded(i, sub, front, p, trigger)
}

// reordered is the subject of predicate i where the order of the words tells
// another than the tree.
func (d *draft) reordered(i, sub int, p *predicate) int {
	if k := d.openOrder(i, sub, p); k >= 0 {
		sub, d.swapped = k, sub
		d.f.add("subject:swapped")
	}
	if sub >= 0 && d.dated(sub) && d.temporal(sub) {
		if k := d.behindFinite(p); k >= 0 {
			sub = k
			d.f.add("subject:guessed")
		}
	}
	return sub
}

// lent finds the subject of a clause that has none of its own: the noun that a
// relative clause or a participle describes, that at the root of the sentence.
// The draft says why if it is -1.
func (d *draft) lent(i, sub int, p *predicate) int {
	refuse := func(why string) int {
		d.f.add("refused:" + why)
		return -1
	}
	switch {
	case sub >= 0:
		if sub = d.described(sub); sub < 0 {
			return refuse("relative")
		}
		d.f.add("clause:relative")
		near := d.personBefore(p, sub)
		if near || d.onlyAntecedent(p, sub) {
			d.f.add("relative:only")
		}
		if !near && !d.f.has("relative:nearest") && (d.rel(sub) == syntax.RelNmod || d.nearerNoun(p, sub)) {
			d.f.add("relative:chain")
		}
		d.nominal(sub, true)
		if !d.asSubject(sub) || !d.agree(p, sub) {
			return refuse("case")
		}
	case d.mainVerb(i) >= 0:
		sub = d.mainVerb(i)
		d.f.add("subject:guessed")
		d.nominal(sub, true)
	case d.rel(i) == syntax.RelAcl && d.s.Words[i].Morph.Form == syntax.Participle:
		sub = d.s.Words[i].Head
		d.f.add("clause:participle")
		d.nominal(sub, true)
		if !d.asSubject(sub) {
			return refuse("case")
		}
	default:
		return refuse("subject")
	}
	return sub
}

// wrongSubject says why a phrase cannot be the subject of predicate i, or "".
func (d *draft) wrongSubject(i, sub int, p *predicate) string {
	if d.weakSubject(sub) {
		return "adjective"
	}
	if d.obliqueSubject(sub) {
		return "case"
	}
	if why := d.oddSubject(sub, p); why != "" {
		return why
	}
	if d.gap(sub, i) {
		return "gap"
	}
	if !d.words.verbSecond && sub < i && d.rel(sub) == syntax.RelNsubj && d.otherSubject(i, sub) {
		return "two"
	}
	return ""
}

// obliqueSubject reports whether what should be a subject has an article that no subject has.
func (d *draft) obliqueSubject(i int) bool {
	det := d.kid(i, syntax.RelDet)
	if !d.words.verbSecond || det < 0 || !d.keep[det] || d.f.has("clause:relative") {
		return false
	}
	return d.is("oblique", det) && d.who[d.last(i)].actor < 0
}

// otherSubject reports whether a pronoun stands between a verb and what the tree takes
// for its subject, as one, too: "the wreck | they found was old".
func (d *draft) otherSubject(i, sub int) bool {
	return slices.ContainsFunc(d.kids[i], func(k int) bool {
		return k > sub && k < i && d.rel(k) == syntax.RelNsubj && d.pos(k) == syntax.PRON && !d.is("relative", k)
	})
}

// examples takes what is said of many by a pronoun off a subject that names some of
// them behind a comma: "einige von ihnen, etwa | Axia und der Fonds".
func (d *draft) examples(front []int, sub int) []int {
	pronoun := false
	for n, i := range front {
		if i >= sub {
			break
		}
		pronoun = pronoun || d.pos(i) == syntax.PRON && d.say[i] == ""
		if !pronoun || d.low[i+1] != "," {
			continue
		}
		for n++; n < len(front) && front[n] < sub && d.pos(front[n]) == syntax.ADV; n++ {
		}
		for _, k := range front[:n] {
			d.keep[k] = false
		}
		d.f.left("many")
		return front[n:]
	}
	return front
}

// withoutTime takes a time that stands before a subject and a comma off its
// front: "Yesterday morning, the depot".
func (d *draft) withoutTime(list []int) []int {
	n := 0
	for n < len(list) && d.timex[list[n]] >= 0 {
		n++
	}
	if n == 0 || n == len(list) || d.low[list[n-1]+1] != "," {
		return list
	}
	for _, k := range list[:n] {
		d.keep[k] = false
	}
	return list[n:]
}

// guessed words a clause with a subject that the tree does not give it: the
// words from first to last.
func (d *draft) guessed(i, first, last int, p *predicate, trigger int) string {
	d.f.add("subject:name")
	d.f.add("subject:guessed")
	var front []int
	for k := first; k <= last; k++ {
		d.keep[k] = true
		front = append(front, k)
	}
	d.sub = last
	return d.worded(i, last, front, p, trigger)
}

// worded words a clause with the words of its subject.
func (d *draft) worded(i, sub int, front []int, p *predicate, trigger int) string {
	l := &line{}
	front, behind := d.trailing(front, sub)
	l.add(&l.front, front, rankMust, false)
	l.add(&l.parts, behind, rankBound, false)
	d.arrange(i, sub, p, l, trigger)
	d.mendTimes(l)
	plural := d.plural(sub, p.finite)
	if d.impersonal {
		plural = d.s.Words[p.finite].Morph.Number == syntax.Plur
	}
	ok := false
	if d.words.verbSecond {
		ok = d.verbV2(p, plural)
	} else {
		ok = d.verbSVO(p, plural)
	}
	if !ok {
		d.f.add("refused:verb")
		return ""
	}
	d.pred = p
	if p.rumour != "" {
		p.lead = p.rumour + " " + p.lead
	}
	l.lead, l.tail, d.tail = p.lead, p.tail, p.tail
	if p.drop {
		if len(l.parts) > 0 && !d.ambiguous(l) && !d.impersonal {
			l.lead = ""
		} else {
			d.f.add("verb:passive-long")
		}
	}
	d.kindOfClause(i)
	d.backshift(i, p)
	d.withoutTorn(l)
	if d.compose(l) == "" { // what there is no room for does not lean either
		d.unresolve()
		if d.compose(l) == "" {
			d.f.add("refused:long")
			return ""
		}
	}
	d.lean(sub)
	d.names()
	text := d.compose(l)
	if text == "" && len(d.written) > 0 {
		d.unresolve()
		text = d.compose(l)
	}
	if why := d.broken(l, text); why != "" {
		d.f.add("refused:" + why)
		return ""
	}
	return text
}

// trailing parts a subject behind the verb from the phrases that the tree hangs
// on it and that follow it with a preposition of their own, if it was guessed or
// they say whereto: "wird die Stiftung wegen der Vergabe kritisiert".
func (d *draft) trailing(front []int, sub int) (own, behind []int) {
	if !d.words.verbSecond || sub < 0 || sub < d.predicate(d.head).finite {
		return front, nil
	}
	guessed := d.f.has("subject:guessed")
	for n, i := range front {
		if n == 0 || i < sub || !d.ofVerb(i, sub) {
			continue
		}
		if guessed || d.is("toward", i) || d.is("aside", i) || d.gapAt(i-1) {
			return front[:n], front[n:]
		}
	}
	return front, nil
}

// ofVerb reports whether preposition i opens a phrase that the tree hangs on the
// subject and that is no genitive.
func (d *draft) ofVerb(i, sub int) bool {
	return d.rel(i) == syntax.RelCase && !d.is("genitive", i) && d.s.Words[d.s.Words[i].Head].Head == sub
}

// oddSubject says what is wrong with a phrase as a subject, or "": a
// preposition or a time, an article without its noun, a place behind the verb
// where the language has none for it. The tree is wrong then.
func (d *draft) oddSubject(i int, p *predicate) string {
	switch {
	case d.f.has("clause:relative"), d.f.has("clause:participle"):
	case d.kid(i, syntax.RelCase) >= 0 && d.first(d.kid(i, syntax.RelCase)) < i:
		return "preposition"
	case !d.words.verbSecond && i > p.head && p.copula < 0 && d.holds(p.head, i):
		return "inverted"
	}
	list := d.kept(i)
	if len(list) == 0 {
		return "subject"
	}
	if d.ownsOther(i, list) {
		return "genitive" // "the United States | ' National League | suspended"
	}
	if d.articleInside(i, list[0]) {
		return "order"
	}
	switch {
	case d.timex[i] >= 0 && d.temporal(i):
		return "time"
	case d.pos(i) == syntax.DET && !d.is("leaning", i) && len(d.kids[i]) == 0 && (d.is("definite", i) || d.is("indefinite", i)):
		return "article"
	}
	switch d.pos(i) {
	case syntax.ADV, syntax.ADP, syntax.SCONJ, syntax.CCONJ:
		return "word"
	}
	return ""
}

// ownsOther reports whether a subject stands in the genitive, of a noun that it has lost.
func (d *draft) ownsOther(i int, list []int) bool {
	n := list[len(list)-1] + 1
	return n < len(d.low) && !d.keep[n] && d.apostrophe(n) && d.say[i] == ""
}

// apostrophe reports whether a word is the mark of a genitive of the word before it.
func (d *draft) apostrophe(n int) bool {
	return d.s.Words[n].Start == d.s.Words[n-1].End && (d.low[n] == d.marks.owner || d.low[n] == "'" || d.low[n] == "’") && (n+1 == len(d.low) || d.s.Words[n+1].Start > d.s.Words[n].End)
}

// articleInside reports whether the article of a noun stands behind another noun or
// name that its phrase begins with.
func (d *draft) articleInside(i, first int) bool {
	det := d.kid(i, syntax.RelDet)
	return det > first && d.is("definite", det) && (d.pos(first) == syntax.PROPN || d.pos(first) == syntax.NOUN)
}

// weakSubject reports whether a subject opens with an adjective in a form that
// only stands behind an article: it has lost it, or is no subject. "Ansässigen
// Firma soll …".
func (d *draft) weakSubject(i int) bool {
	list := d.kept(i)
	if !d.words.verbSecond || len(list) == 0 || d.pos(list[0]) != syntax.ADJ || d.say[list[0]] != "" || d.class(list[0]) == segment.Number {
		return false
	}
	end := ""
	for _, e := range d.marks.adjective {
		if strings.HasSuffix(d.low[list[0]], e) {
			end = e
			break
		}
	}
	if end == "" {
		return false
	}
	for _, e := range d.marks.strong {
		if e == end {
			return false
		}
	}
	return true
}

// agree reports whether a noun can be what a relative clause speaks of: its
// number is that of the clause's verb.
func (d *draft) agree(p *predicate, noun int) bool {
	if p.finite < 0 || !d.words.verbSecond {
		return true
	}
	verb, n := d.s.Words[p.finite].Morph.Number, d.s.Words[noun].Morph.Number
	if det := d.kid(noun, syntax.RelDet); det >= 0 && d.s.Words[det].Morph.Number != 0 {
		n = d.s.Words[det].Morph.Number
	}
	return verb == 0 || n == 0 || verb == n || d.kid(noun, syntax.RelConj) >= 0
}

// onlyAntecedent reports whether a noun is the only one near a relative clause that
// its verb agrees with, as the forms tell.
func (d *draft) onlyAntecedent(p *predicate, noun int) bool {
	if p.finite < 0 {
		return false
	}
	if d.soleBefore(p, noun) {
		return true
	}
	verb := d.s.Words[p.finite].Morph.Number
	if verb == 0 || d.s.Words[noun].Morph.Number != verb || d.kid(noun, syntax.RelConj) >= 0 {
		return false
	}
	first := d.first(p.head)
	for k := d.first(noun); k < first; k++ {
		if k != noun && d.nounOfItsOwn(k) && d.s.Words[k].Morph.Number != opposite(verb) {
			return false
		}
	}
	return d.words.verbSecond || d.apart(p.head)
}

// soleBefore reports whether the sentence begins with a noun phrase of one noun and the
// comma of a relative clause right behind it, which can describe nothing else: "The trawler
// Alma, which had left Holm, …".
func (d *draft) soleBefore(p *predicate, noun int) bool {
	first := d.first(p.head)
	for first < p.head && !d.relativePronoun(first) {
		first++
	}
	if first < 2 || d.low[first-1] != "," || d.first(noun) != 0 || d.kid(noun, syntax.RelConj) >= 0 {
		return false
	}
	for k := range first - 1 {
		if !d.holds(noun, k) || k != noun && d.nounOfItsOwn(k) && d.rel(k) != syntax.RelAppos && d.rel(k) != syntax.RelNmodDesc {
			return false
		}
	}
	return true
}

// nearerNoun reports whether another noun of the same number ends right before the comma of
// a relative clause, which can describe it as well: "the owners of two firms, which moved".
func (d *draft) nearerNoun(p *predicate, noun int) bool {
	first := d.first(p.head)
	for first < p.head && !d.relativePronoun(first) {
		first++
	}
	k := first - 2
	if d.words.verbSecond || k <= noun || d.low[first-1] != "," || d.is("whom", first) || !d.nounOfItsOwn(k) || !d.holds(noun, k) {
		return false
	}
	a, b := d.s.Words[noun].Morph.Number, d.s.Words[k].Morph.Number
	return d.rel(k) == syntax.RelNmod && a == b
}

// personBefore reports whether a relative clause of people stands right behind the name
// of a person, which it then describes: "the son of Dan Roe, who served".
func (d *draft) personBefore(p *predicate, noun int) bool {
	first := d.first(p.head)
	for first < p.head && !d.relativePronoun(first) {
		first++
	}
	if d.words.verbSecond || first < 2 || !d.is("whom", first) || d.low[first-1] != "," || d.last(noun) != first-2 {
		return false
	}
	a, form := d.actorAt(first - 2)
	return a != nil && a.Kind == actor.Person && form == actor.ByName
}

// nounOfItsOwn reports whether a word is a noun or a name, no date and no part of
// another.
func (d *draft) nounOfItsOwn(k int) bool {
	if d.timex[k] >= 0 || d.brack[k] || d.rel(k) == syntax.RelFlat || d.rel(k) == syntax.RelCompound {
		return false
	}
	return d.pos(k) == syntax.NOUN || d.pos(k) == syntax.PROPN
}

// described gives the noun that a relative pronoun takes up, or -1.
func (d *draft) described(pronoun int) int {
	for h := d.s.Words[pronoun].Head; h >= 0; h = d.s.Words[h].Head {
		if d.rel(h) == syntax.RelAclRelcl {
			return d.s.Words[h].Head
		}
		if d.rel(h) != syntax.RelConj {
			return d.nameBefore(pronoun)
		}
	}
	return d.nameBefore(pronoun)
}

// nameBefore gives the name that ends at the comma before a relative pronoun, where
// the tree does not know whom that takes up: "near Typhoon Edda, which killed …".
// -1 if there is none.
func (d *draft) nameBefore(pronoun int) int {
	if d.words.verbSecond || pronoun < 2 || d.low[pronoun-1] != "," {
		return -1
	}
	a, form := d.actorAt(pronoun - 2)
	if a == nil || form != actor.ByName || d.who[pronoun-2].mention < 0 {
		return -1
	}
	top := pronoun - 2
	for h := d.s.Words[top].Head; h >= d.who[pronoun-2].first && h < pronoun; h = d.s.Words[h].Head {
		top = h
	}
	d.f.add("relative:nearest")
	return top
}

// asSubject makes the subject of a title of a phrase that is none where it
// stands: without its preposition, and where its case shows, without its
// article. It reports false where that would not be enough.
func (d *draft) asSubject(i int) bool {
	for _, k := range d.kids[i] {
		if d.rel(k) == syntax.RelCase {
			d.drop(k)
		}
	}
	m := d.s.Words[i].Morph
	if !d.words.verbSecond || m.Case == syntax.Nom || d.pos(i) == syntax.PROPN && d.kid(i, syntax.RelDet, syntax.RelAmod) < 0 {
		return true
	}
	if d.kid(i, syntax.RelAmod) >= 0 || m.Number == syntax.Plur && m.Case != syntax.Acc || m.Case == syntax.Gen {
		return false
	}
	for _, k := range d.kids[i] {
		if d.rel(k) == syntax.RelDet {
			d.drop(k)
		}
	}
	return true
}

// gap reports whether the phrase of a subject stands on both sides of its verb.
func (d *draft) gap(sub, verb int) bool {
	list := d.kept(sub)
	p := d.predicate(verb)
	return len(list) > 0 && list[0] < p.finite && p.finite < list[len(list)-1] && p.finite != sub
}

// ambiguous reports whether a participle alone would read as belonging to
// other words: nothing stands between it and a clause behind.
func (d *draft) ambiguous(l *line) bool { return len(l.behind) > 0 }

func (d *draft) relativePronoun(i int) bool {
	return d.words.is("relative", d.low[i]) && (d.pos(i) == syntax.PRON || d.pos(i) == syntax.DET || d.pos(i) == syntax.SCONJ)
}

// kindOfClause notes what the clause is in its sentence.
func (d *draft) kindOfClause(i int) {
	switch r := d.rel(i); r {
	case syntax.RelRoot:
		d.f.add("clause:root")
	case syntax.RelConj:
		d.f.add("clause:conj")
	case syntax.RelCcomp:
		d.f.add("clause:ccomp")
	case syntax.RelAdvcl:
		d.f.add("clause:advcl")
	case syntax.RelParataxis:
		d.f.add("clause:parataxis")
	case syntax.RelAclRelcl, syntax.RelAcl:
	default:
		d.f.add("clause:other")
	}
}

// arrange takes the phrases that belong to a predicate and puts them in their
// places.
func (d *draft) arrange(i, sub int, p *predicate, l *line, trigger int) {
	for _, k := range d.kids[i] {
		if k == sub || k != d.swapped && d.isVerb(p, k) || d.f.has("subject:guessed") && d.holds(k, sub) {
			continue
		}
		if d.before(k, l) {
			continue
		}
		rank := d.rank(i, k, p)
		if (rank < rankMust || d.rel(k) == syntax.RelObl && d.kid(i, syntax.RelObj) >= 0) && d.leansAside(k) {
			rank = rankNone
		}
		if rank < rankMust && d.carries(k, trigger) {
			rank = rankMust
		}
		if rank == rankNone {
			d.f.left(d.rel(k).String())
			continue
		}
		d.take(k)
		words := d.kept(k)
		if d.ofSubject(i, k, sub, l) {
			l.front[0].words = append(l.front[0].words, words...)
			continue
		}
		if p.particle >= 0 && d.keep[p.particle] { // "called off its strike", where the tree takes it for a preposition
			d.keep[p.particle] = false
			words, rank = d.kept(k), rankMust
		}
		if d.behind(k) {
			l.add(&l.behind, words, rank, d.commaBefore(k, trigger))
			continue
		}
		inside, outside := d.split(p, words)
		l.add(&l.parts, inside, rank, false)
		l.add(&l.behind, outside, rank, true)
	}
	if p.copula >= 0 { // the predicate noun or adjective itself
		d.keep[i] = true
		own := d.predicative(i, p)
		l.add(&l.parts, own, rankMust, false)
	}
	d.negate(p, l)
	order(l.parts)
	d.lastPredicate(p, l)
	order(l.behind)
	d.foremost(p, l)
}

// ofSubject reports whether a phrase right behind a subject that stands behind the verb
// rather belongs to it than to the verb, as its preposition shows: "beginnen Gespräche |
// über die Löhne".
func (d *draft) ofSubject(i, k, sub int, l *line) bool {
	if d.comparedSubject(i, k, l) {
		return true
	}
	c := d.kid(k, syntax.RelCase)
	number := d.words.verbSecond && d.pos(k) == syntax.NUM && c < 0 && d.first(k) == k // "eine Boeing | 737"
	if !number && (c < 0 || !d.is("ofnoun", c) && !d.ofPlace(k, c) || d.needs(i, c)) || len(l.front) != 1 {
		return false
	}
	if !number && d.pos(sub) != syntax.NOUN || d.say[sub] != "" || len(l.front[0].words) == 0 {
		return false
	}
	w := l.front[0].words
	return w[0] > d.predicate(i).finite && w[len(w)-1] == d.first(k)-1 && w[len(w)-1] == sub
}

// comparedSubject reports whether a phrase before the verb is what the subject right before
// it is compared with: "Fewer | than half of voters | took part".
func (d *draft) comparedSubject(i, k int, l *line) bool {
	if d.words.verbSecond || k > i || len(l.front) != 1 || len(l.front[0].words) == 0 || !d.is("than", d.first(k)) {
		return false
	}
	w := l.front[0].words
	return w[len(w)-1] == d.first(k)-1
}

// ofPlace reports whether a phrase is the name of a place in the genitive of names, "die
// Einwohner | von Karst".
func (d *draft) ofPlace(k, c int) bool {
	a, _ := d.actorAt(d.last(k))
	return d.words.verbSecond && d.is("genitive", c) && c == k-1 && (d.pos(k) == syntax.PROPN || a != nil && a.Kind == actor.Place)
}

// carries reports whether a phrase holds the trigger and does not only say who reports.
func (d *draft) carries(k, trigger int) bool {
	switch d.rel(k) {
	case syntax.RelAdvcl, syntax.RelAclRelcl, syntax.RelParataxis:
		return d.holds(k, trigger) && !d.source(k)
	}
	return d.holds(k, trigger)
}

// commaBefore reports whether a clause behind the verb has a comma before it.
func (d *draft) commaBefore(k, trigger int) bool {
	return d.words.verbSecond || d.hosted && d.apart(k) && d.holds(k, trigger)
}

// before puts "at least" and the like, which the tree hangs on the verb, in
// front of the subject that it stands before; it reports whether it did.
func (d *draft) before(k int, l *line) bool {
	if len(l.front) == 0 || len(l.front[0].words) == 0 || !d.words.is("frame", d.phrase(k)) {
		return false
	}
	u := d.under(k)
	if u[len(u)-1] != l.front[0].words[0]-1 {
		return false
	}
	d.take(k)
	l.front = append([]part{{words: d.kept(k), rank: rankMust}}, l.front...)
	return true
}

// lastPredicate puts a predicate noun or adjective behind the other parts where
// the sentence began with it: "Bekannt wurde der Fall in Ulm".
func (d *draft) lastPredicate(p *predicate, l *line) {
	if !d.words.verbSecond || p.copula < 0 || p.finite < 0 || p.head > p.finite {
		return
	}
	for n := range l.parts {
		if slices.Contains(l.parts[n].words, p.head) {
			own := l.parts[n]
			l.parts = append(slices.Delete(l.parts, n, n+1), own)
			return
		}
	}
}

// split parts a phrase whose clause stands behind the verbs: "den Beschluss
// gefasst, Gespräche zu führen".
func (d *draft) split(p *predicate, list []int) (inside, outside []int) {
	if !d.words.verbSecond || len(list) == 0 || list[0] > p.head {
		return list, nil
	}
	for n, i := range list {
		if i > p.head && n > 0 && list[n-1] < p.head {
			return list[:n], list[n:]
		}
	}
	return list, nil
}

// predicative lists the words of a predicate noun or adjective without what
// arrange has placed.
func (d *draft) predicative(i int, p *predicate) []int {
	out := []int{}
	for _, k := range d.kids[i] {
		switch d.rel(k) {
		case syntax.RelDet, syntax.RelAmod, syntax.RelNmod, syntax.RelNmodPoss, syntax.RelCase, syntax.RelNummod, syntax.RelCompound, syntax.RelFlat, syntax.RelDetPoss, syntax.RelAppos:
			if !d.spare(i, k) {
				d.take(k)
				out = append(out, d.kept(k)...)
			}
		}
	}
	out = append(out, i)
	slices.Sort(out)
	return out
}

// isVerb reports whether a dependent is part of the predicate's verbs or joins
// the clause to others.
func (d *draft) isVerb(p *predicate, k int) bool {
	if k == p.particle {
		return true
	}
	switch d.rel(k) {
	case syntax.RelAux, syntax.RelAuxPass, syntax.RelCop, syntax.RelCompoundPrt, syntax.RelPunct, syntax.RelMark, syntax.RelCc,
		syntax.RelNsubj, syntax.RelNsubjPass:
		return true
	case syntax.RelAdvmod:
		return d.is("negation", k)
	case syntax.RelDet, syntax.RelAmod, syntax.RelNmod, syntax.RelNmodPoss, syntax.RelCase, syntax.RelNummod, syntax.RelCompound, syntax.RelFlat, syntax.RelDetPoss, syntax.RelAppos:
		return p.copula >= 0
	}
	return false
}

// rank says how much a title needs the dependent k of predicate i.
func (d *draft) rank(i, k int, p *predicate) int {
	if d.brack[k] && !d.brack[i] {
		return rankNone
	}
	if (d.class(k) == segment.Number || d.pos(k) == syntax.NUM && d.kid(k, syntax.RelCase) < 0) && d.timex[k] < 0 {
		return rankMust
	}
	if d.compared(k) || d.pending(k) {
		return rankMust
	}
	if d.rumoured(i, k) {
		return rankMust
	}
	if d.relativeAside(k) || d.strayLink(k) || d.is("source", k) && len(d.kids[k]) == 0 {
		return rankNone
	}
	if d.emphatic(k) {
		return rankNone
	}
	if d.measures(i, k, p) {
		return rankNone
	}
	if d.temporal(k) && !d.lasting(k) {
		if d.sinceBest(k) {
			return rankBound
		}
		if d.onlyComplement(i, k) {
			return rankMust
		}
		return rankNone
	}
	if k == d.swapped {
		return rankMust
	}
	switch d.rel(k) {
	case syntax.RelExpl:
		if d.kid(i, syntax.RelNsubj, syntax.RelNsubjPass) >= 0 && d.kid(i, syntax.RelXcomp, syntax.RelCcomp, syntax.RelCsubj) < 0 {
			return rankNone // "es starben vier Menschen"; but "ihr gelang es, …"
		}
		return rankMust
	case syntax.RelOblAgent:
		if c := d.kid(k, syntax.RelCase); c >= 0 && d.is("source", c) {
			return rankNone
		} else if c >= 0 && (d.needs(i, c) || p.passive >= 0 && d.words.verbSecond && d.auxIs("be", p.passive) && d.words.is("complement", d.infinitive(i))) {
			return rankMust // "geprägt von"
		}
		return rankBound
	case syntax.RelObj, syntax.RelIobj, syntax.RelOblArg, syntax.RelXcomp, syntax.RelExplPv:
		if !d.words.verbSecond && k > i && d.rel(k) == syntax.RelXcomp && d.apart(k) && (d.pos(k) == syntax.PROPN || d.pos(k) == syntax.NOUN) {
			return rankNone // "has died, wrestling promotion Stardom announced"
		}
		if d.is("relative", k) && d.say[k] == "" && len(d.kids[k]) == 0 && d.pos(k) == syntax.ADV {
			return rankNone
		}
		return rankMust
	case syntax.RelCcomp:
		if d.besideClause(i, k) {
			return rankNone
		}
		return rankMust
	case syntax.RelObl, syntax.RelOblUnmarked, syntax.RelNmod, syntax.RelNmodUnmarked:
		return d.rankOblique(i, k)
	case syntax.RelAdvmod:
		switch {
		case d.heralds(i, k),
			d.is("degree", k) && p.copula >= 0 && k == i-1,         // "too big"
			!d.words.verbSecond && k == i+1 && d.is("particle", k): // "dropped out"
			return rankMust
		case d.tied(k):
			return rankMust
		case d.is("filler", k) && len(d.kids[k]) == 0, d.temporal(k) && !d.lasting(k), d.is("relative", k):
			return rankNone
		case d.words.verbSecond && k == i-1, d.is("first", k):
			return rankBound // "schwer verletzt"; "erstmals"
		}
		return rankFree - 1
	case syntax.RelAdvcl:
		return d.rankClause(k)
	case syntax.RelConj:
		if !d.clausal(k) && (p.copula >= 0 || d.verbal(k) || d.pos(k) == syntax.ADJ) {
			return rankMust
		}
		return rankNone // also the second half of "A was tried and B in May"
	case syntax.RelParataxis:
		if d.saidBehind(i, k) {
			return rankMust
		}
		return rankNone
	case syntax.RelAcl:
		if d.heralded(i, k) {
			return rankMust
		}
		return rankNone
	case syntax.RelAclRelcl, syntax.RelDiscourse, syntax.RelVocative, syntax.RelAdvclRelcl, syntax.RelDislocated, syntax.RelList:
		return rankNone
	}
	return rankFree
}

// measures reports whether a length of time only says how long before or after a clause
// that goes something was: "reopened, | eight years | after a fire gutted its stage".
func (d *draft) measures(i, k int, p *predicate) bool {
	if d.words.verbSecond || d.kid(k, syntax.RelCase) >= 0 || !d.temporal(k) || !d.lasting(k) {
		return false
	}
	u := d.under(k)
	n := u[len(u)-1] + 1
	if n >= len(d.low) || !d.is("sequence", n) {
		return false
	}
	c := d.s.Words[n].Head
	return c >= 0 && d.s.Words[c].Head == i && d.rel(c) == syntax.RelAdvcl && !d.holds(c, d.trigger) && d.rank(i, c, p) == rankNone
}

// rumoured reports whether an adverb of a predicate makes hearsay of what it tells.
func (d *draft) rumoured(i, k int) bool {
	return d.rel(k) == syntax.RelAdvmod && len(d.kids[k]) == 0 && !d.apart(k) && slices.ContainsFunc(d.s.Judge(i).Steps, func(s syntax.Step) bool {
		return s.Word == k && s.Status == syntax.Alleged
	})
}

// strayLink reports whether a phrase opens with a link to another that the tree knows
// nothing of: it belongs to another verb.
func (d *draft) strayLink(k int) bool {
	c := d.kid(k, syntax.RelCc)
	return c >= 0 && c == d.first(k) && d.rel(k) != syntax.RelConj && !d.is("pair", c) && !d.clausal(k)
}

// relativeAside reports whether a phrase only ties a relative clause to the noun before
// it: "a race | in which Ann Lee beat Dan Roe".
func (d *draft) relativeAside(k int) bool {
	c := d.kid(k, syntax.RelCase)
	return d.relativePronoun(k) && d.pos(k) != syntax.SCONJ && c >= 0 && c < k && len(d.kids[k]) == 1+len(d.marksOf(k))
}

// marksOf lists the marks that hang on a word.
func (d *draft) marksOf(k int) []int {
	return slices.DeleteFunc(slices.Clone(d.kids[k]), func(x int) bool { return d.pos(x) != syntax.PUNCT })
}

// pending reports whether an adverb says that what the infinitive behind it tells has
// not happened: "have | yet | to decide".
func (d *draft) pending(k int) bool {
	return d.is("pending", k) && k+1 < len(d.low) && d.is("to", k+1)
}

// emphatic reports whether a word only stresses the subject: "had himself been killed",
// "appointed her himself".
func (d *draft) emphatic(k int) bool {
	if d.words.verbSecond || !d.is("reflexive", k) || d.kid(k, syntax.RelCase) >= 0 {
		return false
	}
	switch d.rel(k) {
	case syntax.RelObl, syntax.RelOblUnmarked, syntax.RelAdvmod, syntax.RelDep, syntax.RelAppos:
		return true
	}
	return false
}

// onlyComplement reports whether a date is all that completes a passive that says
// nothing without: "scheduled for March 3".
func (d *draft) onlyComplement(i, k int) bool {
	c := d.kid(k, syntax.RelCase)
	if d.words.verbSecond || c < 0 || !d.needs(i, c) || !d.words.is("complement", d.fullLemma(i)) || d.kid(i, syntax.RelAuxPass) < 0 {
		return false
	}
	return d.kid(i, syntax.RelXcomp, syntax.RelCcomp, syntax.RelObj) < 0
}

// besideClause reports whether what the tree takes for the content of a verb is a
// sentence beside it: "…, war er 85"; "Hier wird gedreht: am Montag begann …".
func (d *draft) besideClause(i, k int) bool {
	if !d.words.verbSecond {
		return false
	}
	if f := d.first(k); f > i {
		return d.finiteWord(f)
	}
	if d.insertedSaying(i) {
		return false
	}
	lemma := d.fullLemma(i)
	return d.kid(k, syntax.RelMark) < 0 && !d.words.is("content", lemma) && !d.words.is("addressee", lemma)
}

// rankOblique ranks an adverbial by its preposition and place.
func (d *draft) rankOblique(i, k int) int {
	switch {
	case d.words.is("filler", d.phrase(k)), d.unrelated(k), d.besideComma(k), d.roughly(k): // "unter anderem"
		return rankNone
	case d.scored(k):
		return rankMust
	}
	if d.temporal(k) {
		if d.lasting(k) {
			return rankFree
		}
		return rankNone
	}
	c := d.kid(k, syntax.RelCase)
	if c < 0 {
		if !d.words.verbSecond && d.pos(k) == syntax.NOUN && d.kid(k, syntax.RelDet) >= 0 && d.kid(i, syntax.RelObj) >= 0 {
			return rankMust // "declared the outbreak an emergency"
		}
		return rankFree
	}
	switch {
	case d.is("source", c), d.words.is("source", d.low[k]), d.inMedium(i, k, c):
		return rankNone

	case d.needs(i, c), d.fixed(i, k):
		return rankMust
	case d.is("bound", c) && d.beside(i, k) && d.words.is("light", d.lemma(i)), d.into(i, k, c):
		return rankMust
	case d.is("aside", c):
		return d.rankOccasion(k)
	case d.is("where", c) && d.counts(i): // so many of where
		return rankBound
	case d.is("bound", c) && d.beside(i, k):
		return rankBound
	}
	return rankFree
}

// roughly reports whether a phrase set apart only says how many that is: "1,200 jobs, |
// about a tenth of its workforce".
func (d *draft) roughly(k int) bool {
	c := d.kid(k, syntax.RelCase)
	if d.words.verbSecond || c < 0 || !d.is("frame", c) || !d.apart(k) {
		return false
	}
	det := d.kid(k, syntax.RelDet)
	return det >= 0 && d.is("indefinite", det) || d.kid(k, syntax.RelNummod) >= 0
}

// rankOccasion ranks what says on which occasion something was. A happening that it
// introduces is the cause of what its clause tells: "bei einem Zugunglück", "after a
// fall".
func (d *draft) rankOccasion(k int) int {
	if v := d.kid(k, syntax.RelAcl); v >= 0 && d.kid(v, syntax.RelObj) > v && d.finiteWord(v) {
		return rankNone // "after the lab | tested seven cases": a clause that the tree does not know
	}
	if det := d.kid(k, syntax.RelDet); det >= 0 && d.is("indefinite", det) && d.happens(k) {
		return rankFree + 1
	}
	return rankAside
}

// into reports whether a phrase right before the verb says whereto its object is brought:
// "hat die Stadt ins Chaos gestürzt".
func (d *draft) into(i, k, c int) bool {
	if !d.words.verbSecond || !d.is("into", c) || d.kid(i, syntax.RelObj) < 0 {
		return false
	}
	u := d.under(k)
	return u[len(u)-1] == i-1
}

// besideComma reports whether a phrase is a clause of its own: ", with a survey finding
// no damage", "with both having left".
func (d *draft) besideComma(k int) bool {
	if d.words.verbSecond || d.kid(k, syntax.RelCase) < 0 {
		return false
	}
	return d.apart(k) && d.kid(k, syntax.RelAcl, syntax.RelAdvcl) > k || slices.ContainsFunc(d.under(k), func(v int) bool {
		return d.rel(v) == syntax.RelAcl && d.kid(v, syntax.RelAux) >= 0 && d.kid(v, syntax.RelMark, syntax.RelNsubj) < 0
	})
}

// inMedium reports whether a phrase only says in which text somebody says something:
// "said in a statement".
func (d *draft) inMedium(i, k, c int) bool {
	return d.is("where", c) && d.words.is("medium", d.lemma(k)) && d.words.is("content", d.fullLemma(i))
}

// counts reports whether a verb tells a number that something reaches: its object
// is one.
func (d *draft) counts(i int) bool {
	return slices.ContainsFunc(d.kids[i], func(k int) bool { return k > i && d.pos(k) == syntax.NUM && d.timex[k] < 0 && !d.brack[k] })
}

// unrelated reports whether a noun that only says what something stands to has
// lost what it stands to: "im Vergleich zum Vorjahr".
func (d *draft) unrelated(k int) bool {
	if !d.words.is("relational", d.lemma(k)) {
		return false
	}
	for _, x := range d.kids[k] {
		if r := d.rel(x); (r == syntax.RelNmod || r == syntax.RelObl) && d.temporal(x) && !d.lasting(x) {
			return true
		}
	}
	return false
}

// scored reports whether a phrase holds a result: "3:2", "12-7".
func (d *draft) scored(k int) bool {
	for _, w := range d.under(k) {
		if d.class(w) == segment.Number && d.timex[w] < 0 && !d.brack[w] && strings.ContainsAny(d.low[w], ":-–") {
			return true
		}
	}
	return false
}

// fixed reports whether a phrase makes one verb with its own, "in Kraft
// treten".
func (d *draft) fixed(i, k int) bool {
	return d.idioms[d.lemma(i)+" "+d.phrase(k)]
}

// phrase is the subtree of a word in small letters.
func (t *tree) phrase(k int) string {
	var words []string
	for _, w := range t.under(k) {
		words = append(words, t.low[w])
	}
	return strings.Join(words, " ")
}

// beside reports whether a phrase stands next to its verb, or behind its
// object.
func (d *draft) beside(i, k int) bool {
	f := d.first(k)
	if d.words.verbSecond {
		u := d.under(k)
		last := u[len(u)-1]
		return last == i-1 || i < f && d.lastOfClause(last)
	}
	if f == i+1 {
		return true
	}
	o := d.kid(i, syntax.RelObj)
	if o < 0 {
		return false
	}
	u := d.under(o)
	return u[len(u)-1] == f-1
}

// lastOfClause reports whether nothing but a mark or a particle stands behind
// a word in its clause.
func (d *draft) lastOfClause(i int) bool {
	n := i + 1
	return n >= len(d.low) || d.pos(n) == syntax.PUNCT || d.rel(n) == syntax.RelCompoundPrt
}

// rankClause ranks an adverbial clause: one that its verb governs stays
// ("accused of lying"), the others go.
func (d *draft) rankClause(k int) int {
	if d.apart(k) && !d.words.verbSecond {
		return rankNone
	}
	switch m := d.kid(k, syntax.RelMark); {
	case m < 0:
	case d.is("to", m) && !d.words.verbSecond:
		return rankBound // "voted to close the landing"
	case d.is("purpose", m):
		return rankPurpose // "treffen sich, um zu demonstrieren"
	}
	for _, m := range d.kids[k] {
		if (d.rel(m) == syntax.RelMark || d.rel(m) == syntax.RelCase) && d.needs(d.s.Words[k].Head, m) {
			return rankMust
		}
	}
	return d.rankGerund(k)
}

// rankGerund ranks a gerund with a preposition right behind an object, which says what
// that is about: "announced their agreement | over selling the quay". An object that
// says nothing else needs it.
func (d *draft) rankGerund(k int) int {
	m, o := d.kid(k, syntax.RelMark, syntax.RelCase), d.kid(d.s.Words[k].Head, syntax.RelObj)
	if d.words.verbSecond || m < 0 || o < 0 || !d.is("bound", m) || d.s.Words[k].Morph.Form != syntax.Gerund {
		return rankNone
	}
	if m != d.first(k) || m != o+1 {
		return rankNone
	}
	if d.kid(o, syntax.RelNmodPoss) >= 0 {
		return rankMust
	}
	return rankBound
}

// saidBehind reports whether a main clause behind a comma is what its verb of saying
// wants: "Kritiker werfen Lee vor, er habe gelogen".
func (d *draft) saidBehind(i, k int) bool {
	if !d.words.verbSecond || k < i || d.kid(i, syntax.RelCcomp, syntax.RelXcomp) >= 0 || d.kid(k, syntax.RelNsubj, syntax.RelNsubjPass) < 0 {
		return false
	}
	lemma, f := d.fullLemma(i), d.first(k)
	if !d.words.is("content", lemma) && !d.words.is("addressee", lemma) || f < i || d.low[f-1] != "," {
		return false
	}
	p := d.predicate(k)
	return p.finite > f && d.s.Words[p.finite].Morph.Mood == syntax.Sub && d.pos(f) != syntax.ADV
}

// heralded reports whether a word before a clause stands for it: "denkt darüber nach, |
// den Hafen zu schließen".
func (d *draft) heralded(i, k int) bool {
	return d.words.verbSecond && d.verbal(i) && k > i && d.apart(k) && slices.ContainsFunc(d.kids[i], func(x int) bool { return d.is("correlative", x) && x < k })
}

// heralds reports whether word k stands for such a clause.
func (d *draft) heralds(i, k int) bool {
	return d.is("correlative", k) && slices.ContainsFunc(d.kids[i], func(x int) bool { return d.rel(x) == syntax.RelAcl && x > k && d.heralded(i, x) })
}

// behind reports whether a phrase is a clause that stands behind the verbs.
func (d *draft) behind(k int) bool {
	switch d.rel(k) {
	case syntax.RelCcomp, syntax.RelCsubj, syntax.RelAdvcl, syntax.RelParataxis:
		return true
	case syntax.RelAcl:
		return d.heralded(d.s.Words[k].Head, k)
	case syntax.RelXcomp:
		return d.kid(k, syntax.RelMark) >= 0 || d.words.verbSecond && d.pos(k) == syntax.VERB && (d.apart(k) || d.first(k) > d.head && d.markedWithin(k))
	}
	return false
}

// markedWithin reports whether an infinitive has its mark within itself:
// "niederzulegen".
func (t *tree) markedWithin(k int) bool {
	for mark := range t.words.of["to"] {
		if n := strings.Index(t.low[k], mark); n > 0 && t.low[k][:n]+t.low[k][n+len(mark):] == t.lemma(k) {
			return true
		}
	}
	return false
}

// holds reports whether a phrase holds the trigger.
func (d *draft) holds(k, trigger int) bool {
	for h := trigger; h >= 0; h = d.s.Words[h].Head {
		if h == k {
			return true
		}
	}
	return false
}

// negate puts "nicht" where it stood; in a language that keeps its verbs
// together it stands among them.
func (d *draft) negate(p *predicate, l *line) {
	for _, k := range p.negation {
		d.f.add("negated")
		d.keep[k] = true
		if d.words.verbSecond || len(p.aux) == 0 || p.copula >= 0 {
			l.add(&l.parts, []int{k}, rankMust, false)
		}
	}
}

// foremost puts "sich" and the like right behind the finite verb.
func (d *draft) foremost(p *predicate, l *line) {
	if !d.words.verbSecond {
		d.afterVerb(p, l)
		return
	}
	for n := range l.parts {
		k := l.parts[n].words
		if len(k) == 1 && d.pos(k[0]) == syntax.PRON && n > 0 && !(d.is("reflexive", k[0]) && len(l.parts[0].words) == 1 && d.is("its", l.parts[0].words[0])) {
			moved := l.parts[n]
			copy(l.parts[1:n+1], l.parts[:n])
			l.parts[0] = moved
		}
	}
}

// bare reports whether a phrase before the subject is a noun without
// preposition: a second name of the subject's, which the tree hangs on the verb.
func (d *draft) bare(words []int) bool {
	return d.say[words[0]] == "" && d.pos(words[0]) != syntax.ADP && d.sub >= 0 && words[len(words)-1] < d.sub && !slices.ContainsFunc(words, func(i int) bool { return d.verbal(i) || d.pos(i) == syntax.ADP || d.pos(i) == syntax.ADV })
}

// afterVerb puts what stood before the verb behind the rest.
func (d *draft) afterVerb(p *predicate, l *line) {
	var before, after []part
	for _, q := range l.parts {
		if q.words[0] < p.head && p.copula < 0 {
			if k := q.words[0]; d.rumoured(p.head, k) {
				p.rumour = d.low[k]
				continue
			}
			if d.rel(q.words[0]) == syntax.RelAdvmod && len(q.words) == 1 || d.bare(q.words) {
				for _, i := range q.words { // "quickly resigned"; "Her deputy, Ann Lee, resigned"
					d.keep[i] = false
				}
				continue
			}
			before = append(before, q)
			continue
		}
		after = append(after, q)
	}
	l.parts = append(after, before...)
	if len(before) > 0 {
		d.f.add("moved")
	}
}
