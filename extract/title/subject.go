package title

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fasti/extract/actor"
	"fasti/extract/syntax"
)

// subject finds who or what the clause of word i speaks of: its own subject,
// that of the verb it is coordinated with, the noun that it describes. It
// gives the head word, and whether it is the one of a passive; -1 if nobody is
// named.
func (t *tree) subject(i int) (head int, passive bool) {
	for depth := 0; i >= 0 && depth < 8; depth++ {
		if k := t.kid(i, syntax.RelNsubj, syntax.RelNsubjPass); k >= 0 {
			return k, t.rel(k) == syntax.RelNsubjPass
		}
		if t.kid(i, syntax.RelCsubj, syntax.RelCsubjPass, syntax.RelExpl) >= 0 {
			return -1, false
		}
		switch t.rel(i) {
		case syntax.RelConj, syntax.RelXcomp, syntax.RelParataxis:
			if t.rel(i) == syntax.RelParataxis && t.words.verbSecond {
				return -1, false
			}
			i = t.s.Words[i].Head
		case syntax.RelAdvcl:
			if !t.absolute(i) {
				return -1, false
			}
			i = t.s.Words[i].Head
		default:
			return -1, false
		}
	}
	return -1, false
}

// absolute reports whether a participle or gerund beside a clause tells what
// the subject of that clause did, or suffered: "Dorian reached the islands,
// making landfall in Elbow"; "when elected in 2001". The clause must be told as
// it happened.
func (t *tree) absolute(i int) bool {
	h, m := t.s.Words[i].Head, t.s.Words[i].Morph
	gerund := m.Form == syntax.Gerund || m.Form == syntax.Participle && m.Tense == syntax.Pres
	if t.words.verbSecond || h < 0 || t.pos(i) != syntax.VERB || !t.clausal(h) || t.is("prepositional", i) {
		return false
	}
	if m.Form != syntax.Gerund && m.Form != syntax.Participle {
		return false
	}
	if !gerund && i > h && t.kid(i, syntax.RelMark, syntax.RelAdvmod, syntax.RelAux) < 0 {
		return false // ", anticipated to begin": of the noun before, as likely
	}
	if k := t.kid(i, syntax.RelMark, syntax.RelCase); !gerund && k >= 0 && t.is("aside", k) && t.kid(i, syntax.RelAux, syntax.RelAuxPass) < 0 {
		return false // "after the judge, | ordered": no participle stands behind "after"
	}
	return t.circumstance(i, m.Form == syntax.Gerund) && t.toldPlainly(h)
}

// circumstance reports whether what joins a participle to its clause lets it
// tell what happened, too: "while", not "without".
func (t *tree) circumstance(i int, gerund bool) bool {
	for _, k := range t.kids[i] {
		switch t.rel(k) {
		case syntax.RelMark, syntax.RelCase:
			if !t.is("circumstance", k) {
				return false
			}
		case syntax.RelAdvmod:
			if t.is("negation", k) || t.is("relative", k) && !t.is("circumstance", k) {
				return false
			}
		case syntax.RelAux:
			if gerund {
				return false
			}
		}
	}
	return true
}

// toldPlainly reports whether a verb is told as something that happened, without
// a negation or a modal verb.
func (t *tree) toldPlainly(h int) bool {
	for _, k := range t.kids[h] {
		if t.is("negation", k) || t.rel(k) == syntax.RelAux && !t.words.is("have", t.lemma(k)) && !t.words.is("be", t.lemma(k)) {
			return false
		}
	}
	return true
}

// nominal words the phrase of a noun, name or pronoun: takes it, puts names for
// what stands for them, and notes what leans on other sentences.
func (d *draft) nominal(i int, subject bool) {
	if subject && (d.byName(i) || d.byThing(i) || d.byOwnName(i)) {
		return
	}
	d.take(i)
	if subject {
		d.subjectKind(i)
	}
}

// antecedent writes the noun that a relative clause describes in the place of the pronoun
// that is its object: "which Norland annexed" is "Norland annexes Tollen". Nothing where
// that noun leans on others.
func (d *draft) antecedent(i int) {
	if d.words.verbSecond || d.rel(i) != syntax.RelAclRelcl {
		return
	}
	k := d.kid(i, syntax.RelObj)
	if k < 0 || k > i || !d.relativePronoun(k) || len(d.kids[k]) > 0 {
		return
	}
	if h := d.s.Words[i].Head; h >= 0 && h < k {
		text := d.nameOfThing(h)
		if a, form := d.actorAt(d.last(h)); text == "" && a != nil && form == actor.ByName && d.who[d.last(h)].first == h {
			text = a.Name
		}
		if text != "" {
			d.say[k] = text
			d.f.add("object:described")
		}
	}
}

// byName puts an actor's name in the place of a phrase that only stands for
// it: a pronoun, "the company", "der Minister". It reports whether it did.
func (d *draft) byName(i int) bool {
	a, form := d.actorAt(d.last(i))
	if a == nil || form == actor.ByName {
		return false
	}
	pron := d.pos(i) == syntax.PRON
	if a.Generic {
		return false
	}
	if form != actor.ByRole && form != actor.ByPronoun || !pron && d.saysMore(i) {
		return false
	}
	if !pron && d.otherBody(i, a) {
		return false
	}
	d.keep[i] = true
	d.say[i] = a.Name
	d.named[d.who[d.last(i)].actor] = true
	if pron {
		d.f.add("subject:pronoun-named")
		d.doubtPronoun(i, a)
	} else {
		d.f.add("subject:noun-named")
	}
	return true
}

// near reports whether the actor of a pronoun is told of in its sentence before
// it, or in the sentence before.
func (d *draft) near(i int) bool {
	start := d.s.Words[i].Start
	from := d.in.Doc.Sentences[max(0, d.index-1)].Start
	for _, m := range d.in.Actors.Actors[d.who[d.last(i)].actor].Mentions {
		if m.Start >= from && m.Start < start {
			return true
		}
	}
	return false
}

// byOwnName puts somebody's name in the place of what they are to somebody whom the
// article does not name: "Seine Frau Edda Roe". It reports whether it did.
func (d *draft) byOwnName(i int) bool {
	p, k := d.kid(i, syntax.RelDetPoss, syntax.RelNmodPoss), d.kid(i, syntax.RelAppos, syntax.RelFlat)
	if p < 0 || p > i || k < i || d.apart(k) || d.rel(p) != syntax.RelDetPoss && d.pos(p) != syntax.PRON {
		return false
	}
	if a, _ := d.actorAt(p); a != nil && !a.Generic && a.Kind != actor.Place && d.canOwn(p, a) {
		return false
	}
	for x := d.kid(k, syntax.RelAppos); x > k && !d.apart(x); x = d.kid(k, syntax.RelAppos) {
		k = x // "Seine Frau Fürstin | Edda"
	}
	b, form := d.actorAt(d.last(k))
	if b == nil || form != actor.ByName || b.Kind != actor.Person {
		return false
	}
	d.keep[i], d.say[i] = true, b.Name
	d.named[d.who[d.last(k)].actor] = true
	d.f.add("subject:name")
	return true
}

// doubtPronoun notes what makes it doubtful that a pronoun stands for an actor.
func (d *draft) doubtPronoun(i int, a *actor.Actor) {
	far := !d.near(i)
	if far {
		d.f.add("pronoun:far")
	}
	if far && d.rival(i) || d.otherGender(i, a) {
		d.f.add("pronoun:rival")
	}
	if d.head < 0 || !d.words.verbSecond {
		return
	}
	if p := d.predicate(d.head); p.finite >= 0 && d.s.Words[p.finite].Morph.Number == syntax.Plur {
		d.f.add("pronoun:plural")
	}
}

// otherGender reports whether the noun that the sentence before has beside an actor's
// name has another gender than the pronoun, in a language whose articles show it: "die
// Archäologin Roe … Er wurde".
func (d *draft) otherGender(i int, a *actor.Actor) bool {
	m := d.s.Words[i].Morph
	if d.index == 0 || !d.words.verbSecond || m.Number == syntax.Plur || m.Gender == 0 {
		return false
	}
	t := d.Writer.tree(d.in, d.index-1)
	if t == nil {
		return false
	}
	for k := range t.low {
		if b, form := t.actorAt(k); b == nil || b.ID != a.ID || form != actor.ByName {
			continue
		}
		top := t.who[k].first
		for h := t.s.Words[top].Head; h >= 0 && (t.rel(top) == syntax.RelAppos || t.rel(top) == syntax.RelFlat) && !t.apart(top); h = t.s.Words[top].Head {
			top = h
		}
		det := t.kid(top, syntax.RelDet)
		if det >= 0 && t.pos(top) == syntax.NOUN && t.s.Words[det].Morph.Number == syntax.Sing {
			g := t.s.Words[det].Morph.Gender
			return g != 0 && g != m.Gender
		}
	}
	return false
}

// otherBody reports whether the noun i cannot stand for a state or an organisation: the
// government is not the state, and a compound is no body that the article calls by a
// compound that ends otherwise ("die Flughafenbehörde Orra", "die Lotsengewerkschaft").
func (d *draft) otherBody(i int, a *actor.Actor) bool {
	if a.Kind == actor.State && d.is("institution", i) {
		return true
	}
	if a.Kind != actor.Organisation {
		return false
	}
	for _, m := range a.Mentions {
		if word := d.wordBefore(m); word != "" && d.otherNoun(word, i) {
			return true
		}
	}
	return false
}

// wordBefore is the word right before somebody's name, "" if that opens a line.
func (d *draft) wordBefore(m actor.Mention) string {
	if m.Form != actor.ByName || m.Start < 2 {
		return ""
	}
	before := strings.TrimSuffix(d.in.Doc.Text[:m.Start], " ")
	if len(before) != m.Start-1 {
		return ""
	}
	return before[strings.LastIndexAny(before, " \n")+1:]
}

// otherNoun reports whether a body of which the noun before its name says what it is can
// not be meant by noun i: that is a compound that ends otherwise, or names an authority
// of another sort ("the ferry company Sund … the watchdog").
func (d *draft) otherNoun(word string, i int) bool {
	low := strings.ToLower(word)
	if x, y := d.bodyClass(low), d.bodyClass(d.low[i]); x != "" && y != x && d.words.is("authority", y) {
		return true
	}
	return d.words.verbSecond && long(word) >= leastCompound && long(d.low[i]) >= leastCompound && unicode.IsUpper([]rune(word)[0]) && sameEnd(low, d.low[i]) < leastHead
}

// bodyClass is the class of a noun for a body in the table of these, "" if it has none.
func (w *Writer) bodyClass(noun string) string {
	if class := w.bodies[noun]; class != "" {
		return class
	}
	for n := range noun {
		if class := w.bodies["-"+noun[n:]]; class != "" { // the end of a compound
			return class
		}
	}
	return ""
}

// How many letters a compound has at least, and the noun that it ends with.
const (
	leastCompound = 12
	leastHead     = 5
)

// sameEnd is how many letters two words end with alike.
func sameEnd(a, b string) int {
	x, y, n := []rune(a), []rune(b), 0
	for n < min(len(x), len(y)) && x[len(x)-1-n] == y[len(y)-1-n] {
		n++
	}
	return n
}

// rival reports whether the sentence before has a thing for its subject that
// the pronoun can mean as well, in a language whose things have genders: "Der Fund
// …. Er wurde …".
func (d *draft) rival(i int) bool {
	s := d.in.Syntax.Sentence(d.index - 1)
	if s == nil {
		return false
	}
	m := d.s.Words[i].Morph
	for k := range s.Words {
		w := &s.Words[k]
		if (w.Rel == syntax.RelNsubj || w.Rel == syntax.RelNsubjPass) && w.POS == syntax.NOUN && m.Gender != 0 && w.Morph.Gender == m.Gender && w.Morph.Number == m.Number {
			return true
		}
	}
	return false
}

// saysMore reports whether a noun phrase says more of its actor than that it
// is known: it has a name beside it, an adjective, a complement, or several
// parts.
func (d *draft) saysMore(i int) bool {
	for _, k := range d.kids[i] {
		switch d.rel(k) {
		case syntax.RelDet, syntax.RelPunct, syntax.RelCase, syntax.RelAclRelcl:
			if d.rel(k) == syntax.RelDet && d.is("indefinite", k) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// subjectKind notes what sort of subject the title has.
func (d *draft) subjectKind(i int) {
	switch {
	case d.dummy(i):
		d.f.add("subject:expletive")
	case d.pos(i) == syntax.PRON:
		d.f.add("subject:pronoun")
	case d.pos(i) == syntax.PROPN:
		d.f.add("subject:name")
	case d.pointsBack(i) || d.pointed(i):
		if d.resolve(i) {
			d.f.add("subject:resolved")
			return
		}
		d.f.add("subject:definite")
	case d.kid(i, syntax.RelDet) >= 0 && d.is("indefinite", d.kid(i, syntax.RelDet)):
		d.f.add("subject:indefinite")
	default:
		d.f.add("subject:noun")
	}
}

// dummy reports whether a subject only stands for a clause behind it: "es gelang
// ihr, …".
func (d *draft) dummy(i int) bool {
	return d.words.verbSecond && d.head >= 0 && d.pos(i) == syntax.PRON && d.is("its", i) && d.who[i].actor < 0 && d.kid(d.head, syntax.RelXcomp, syntax.RelCcomp, syntax.RelCsubj) >= 0
}

// pointsBack reports whether a phrase is a bare definite noun, which only the
// sentences before explain: "the answer", "der Entwurf".
func (d *draft) pointsBack(i int) bool {
	det := d.kid(i, syntax.RelDet)
	if det < 0 || !d.is("definite", det) || d.pos(i) != syntax.NOUN || d.is("institution", i) || d.words.is("institution", d.lemma(i)) {
		return false
	}
	if a, form := d.actorAt(d.last(i)); a != nil && !a.Generic && form == actor.ByName {
		return false
	}
	for _, k := range d.kids[i] {
		if d.keep[k] && d.rel(k) != syntax.RelDet && d.rel(k) != syntax.RelCase && d.rel(k) != syntax.RelPunct {
			return false
		}
	}
	return true
}

// pointed reports whether a noun has nothing but a word that points back:
// "this lockdown".
func (d *draft) pointed(i int) bool {
	det := d.kid(i, syntax.RelDet)
	if det < 0 || d.words.plain[d.low[det]] == "" || d.pos(i) != syntax.NOUN {
		return false
	}
	return !slices.ContainsFunc(d.kids[i], func(k int) bool {
		return d.keep[k] && k != det && d.rel(k) != syntax.RelCase && d.rel(k) != syntax.RelPunct
	})
}

// plural reports whether a subject is many.
func (d *draft) plural(i int, finite int) bool {
	if finite >= 0 && !d.single(i) {
		if n := d.s.Words[finite].Morph.Number; n != 0 && (d.words.verbSecond || d.s.Words[finite].Morph.Tense == syntax.Pres) {
			return n == syntax.Plur
		}
	}
	if i < 0 {
		return false
	}
	if a, form := d.actorAt(d.last(i)); a != nil && a.Kind == actor.Person && form == actor.ByName && !d.listOfNames(i) {
		return d.manyInOffice(i)
	}
	for _, k := range d.kids[i] {
		if !d.partOfList(k) || d.ofCompany(i, k) {
			continue
		}
		if !d.oneName(i, k) && (d.kid(k, syntax.RelCc) >= 0 || d.apart(k)) {
			return true
		}
	}
	if d.linkedNames(i) {
		return true
	}
	if _, said := d.say[i]; said {
		a, _ := d.actorAt(d.last(i))
		return d.is("people", i) && d.low[i] == "they" && (a == nil || a.Kind != actor.Organisation)
	}
	if d.words.is("people", d.low[i]) {
		return true
	}
	if d.opensMany(i) {
		return true
	}
	switch d.s.Words[i].Morph.Number {
	case syntax.Plur:
		return d.pos(i) != syntax.PROPN || d.capitalOfPlace(i)
	case syntax.Sing:
		return false
	}
	return d.pos(i) == syntax.NOUN && d.manyByForm(i)
}

// capitalOfPlace reports whether a word that looks like a name and names nobody only has its
// capital from its place: "Archaeologists …".
func (d *draft) capitalOfPlace(i int) bool {
	a, form := d.actorAt(d.last(i))
	return d.opensText(i) && d.last(i) == i && (a == nil || a.Generic || form != actor.ByName)
}

// manyInOffice reports whether an office in the plural stands before several names:
// "Presidents Lee of Holm and Roe of Ulm".
func (d *draft) manyInOffice(i int) bool {
	list := d.kept(i)
	if len(list) == 0 || d.words.verbSecond || !d.manyByForm(list[0]) || d.s.Words[list[0]].Morph.Number != syntax.Plur {
		return false
	}
	return slices.ContainsFunc(list, func(k int) bool { return d.rel(k) == syntax.RelCc })
}

// partOfList reports whether a word is a further part of a list of nouns that the
// title shows.
func (d *draft) partOfList(k int) bool {
	return d.rel(k) == syntax.RelConj && !d.clausal(k) && d.keep[k]
}

// opensMany reports whether a phrase opens with a word that makes many of it: "all but
// one".
func (d *draft) opensMany(i int) bool {
	list := d.kept(i)
	return len(list) > 1 && d.words.is("people", d.low[list[0]]) && (d.pos(list[0]) == syntax.DET || d.pos(list[0]) == syntax.PRON)
}

// ofCompany reports whether a further part belongs to what stands with one thing, not
// beside it: "a bus with the mayor and eight others".
func (d *draft) ofCompany(i, k int) bool {
	if d.pos(i) != syntax.NOUN || d.pos(k) == syntax.PROPN || d.kid(k, syntax.RelDet) >= 0 || d.s.Words[i].Morph.Number != syntax.Sing {
		return false
	}
	return slices.ContainsFunc(d.kids[i], func(x int) bool { return x > i && x < k && d.rel(x) == syntax.RelNmod && !d.is("genitive", d.first(x)) })
}

// oneName reports whether two words are parts of one name: "Gas and Electric
// Company".
func (d *draft) oneName(i, k int) bool {
	for _, end := range d.under(k) {
		if p := d.who[end]; p.actor >= 0 && p.mention >= 0 && p.first <= i && !d.in.Actors.Actors[p.actor].Generic && d.in.Actors.Actors[p.actor].Mentions[p.mention].Form == actor.ByName {
			return true
		}
	}
	return false
}

// linkedNames reports whether a subject holds two names with a link between
// them, whatever the tree makes of the first: "Tesco and retailer Salling Group".
func (d *draft) linkedNames(i int) bool {
	for _, c := range d.kept(i) {
		if d.rel(c) != syntax.RelCc || d.oneName(i, c) || d.words.verbSecond || d.pos(i) != syntax.PROPN {
			continue
		}
		h := d.s.Words[c].Head
		for h >= 0 && h != i && (d.rel(h) == syntax.RelConj || d.rel(h) == syntax.RelCompound || d.rel(h) == syntax.RelNmodDesc) {
			h = d.s.Words[h].Head
		}
		if a, _ := d.actorAt(d.last(i)); h == i && a != nil && d.who[d.last(i)].first > c {
			return true
		}
	}
	return false
}

// single reports whether a phrase has the article of one thing, and no other
// part.
func (d *draft) single(i int) bool {
	if i < 0 || d.kid(i, syntax.RelConj) >= 0 {
		return false
	}
	det := d.kid(i, syntax.RelDet)
	return det >= 0 && d.is("indefinite", det)
}

// manyByForm reports whether a word ends as plurals do.
func (t *tree) manyByForm(i int) bool {
	end := t.marks.plural
	return end != "" && strings.HasSuffix(t.low[i], end) && !strings.HasSuffix(t.low[i], end+end)
}

// openNumber reports whether nobody can tell whether a name is one or many:
// "the Rovers", "the United States".
func (d *draft) openNumber(i int) bool {
	a, _ := d.actorAt(d.last(i))
	return i >= 0 && d.pos(i) == syntax.PROPN && d.kid(i, syntax.RelDet) >= 0 && d.manyByForm(d.last(i)) && (a == nil || a.Kind != actor.Person && a.Kind != actor.State)
}

// listOfNames reports whether a subject has a further part that is a name or
// has its own article: "friend and historian X" is one.
func (d *draft) listOfNames(i int) bool {
	for _, k := range d.kids[i] {
		if d.rel(k) == syntax.RelConj && d.keep[k] && (d.pos(k) == syntax.PROPN || d.kid(k, syntax.RelDet) >= 0) {
			return true
		}
	}
	return false
}

// lean notes the words of a title that hang on what was said before, and puts
// names for pronouns where the article says whom they mean. genitive is what a
// name takes before what it owns.
func (d *draft) lean(subject int) {
	for i := range d.s.Words {
		if !d.keep[i] || d.mute[i] || i == subject && d.dummy(i) || d.is("either", i) && d.attributed(i) {
			continue
		}
		if _, said := d.say[i]; said || d.is("speaker", i) && d.quotedWhole(i) {
			continue
		}
		switch {
		case d.rel(i) == syntax.RelDetPoss || d.rel(i) == syntax.RelNmodPoss && d.pos(i) == syntax.PRON && !d.relativeHere(i) || d.possessive(i):
			d.leanOwner(i, subject)
		case d.pos(i) == syntax.PRON && d.rel(i) != syntax.RelExplPv && d.rel(i) != syntax.RelExpl && !d.is("reflexive", i) && !d.relativeHere(i):
			d.leanPronoun(i, subject)
		case d.leaning(i):
			if h := d.s.Words[i].Head; d.rel(i) == syntax.RelDet && h >= 0 && d.pointed(h) && d.resolve(h) {
				d.f.add("resolved")
				continue
			}
			switch {
			case d.words.plain[d.low[i]] != "":
				d.f.add("leans:this")
			case d.is("another", i) && d.s.Words[i].Head > i:
				d.f.add("leans:another")
			default:
				d.f.add("leans:word")
			}
		case i != subject && d.pointsBack(i) && d.argument(i):
			if d.resolve(i) {
				d.f.add("resolved")
				continue
			}
			d.f.add("leans:definite")
		}
	}
}

// quotedWhole reports whether a word stands in a quotation of which the title shows all
// words, where "our" means who speaks.
func (d *draft) quotedWhole(i int) bool {
	a, b := d.quotation(i)
	if a < 0 {
		return false
	}
	for k := a + 1; k < b; k++ {
		if d.pos(k) != syntax.PUNCT && !d.keep[k] || d.gapAt(k) {
			return false
		}
	}
	return !d.gapAt(a)
}

// quotation gives the marks of the quotation in which a word stands, or -1.
func (d *draft) quotation(i int) (open, end int) {
	open = -1
	for k := range d.low {
		m := d.low[k]
		if m == "" || !strings.Contains("\"„“”", m) {
			continue
		}
		switch {
		case open < 0 && k < i:
			open = k
		case open >= 0 && k > i:
			return open, k
		default:
			open = -1
		}
	}
	return -1, -1
}

// attributed reports whether a word that is a pronoun or a noun stands behind what
// only nouns have before them: "the Orrin mine".
func (d *draft) attributed(i int) bool {
	if i == 0 {
		return false
	}
	switch d.pos(i - 1) {
	case syntax.NOUN, syntax.PROPN, syntax.ADJ, syntax.DET:
		return true
	}
	return false
}

// leaning reports whether a word points to what was said before, as it stands.
func (d *draft) leaning(i int) bool {
	switch {
	case !d.is("leaning", i), d.owningTime(i), d.ofTitle(i), d.capitals(i), d.pos(i) == syntax.SCONJ, d.pos(i) == syntax.ADP, d.rel(i) == syntax.RelMark:
		return false
	case d.is("pair", i) && d.paired(i), d.pos(i) == syntax.NUM:
		return false
	case d.is("correlative", i) && (d.kid(i, syntax.RelCcomp, syntax.RelXcomp, syntax.RelAcl) >= 0 || d.clauseStays(d.s.Words[i].Head)):
		return false // "beginnt damit, die Tiere zu impfen"
	case d.is("rank", i) && d.rel(i) == syntax.RelAmod: // "former president", not "the former"
		return false
	case d.is("further", i): // "Ann Lee and eight others"
		return !d.furtherHere(i)
	}
	return true
}

// owningTime reports whether a word stands in a time that something is of: "this year's
// election".
func (d *draft) owningTime(i int) bool {
	n := i
	for n < len(d.low) && d.timex[i] >= 0 && d.timex[n] == d.timex[i] {
		n++
	}
	return n > i && n < len(d.low) && (d.low[n] == d.marks.owner || d.joined(n))
}

// furtherHere reports whether "others" stands in a list whose first part says
// others than whom.
func (d *draft) furtherHere(i int) bool {
	for h := i; h >= 0; h = d.s.Words[h].Head {
		if d.rel(h) == syntax.RelConj {
			return d.keep[d.s.Words[h].Head]
		}
	}
	return false
}

// leansAside reports whether a phrase that a title can do without points to
// what was said before: "in that capacity".
func (d *draft) leansAside(k int) bool {
	for _, i := range d.under(k) {
		if d.leaning(i) && d.pos(i) == syntax.DET && d.rel(i) == syntax.RelDet && d.who[i].actor < 0 && !d.brack[i] {
			return true
		}
	}
	return false
}

// capitals reports whether a word is an abbreviation in capitals, no small
// word: "US".
func (d *draft) capitals(i int) bool {
	text := d.text(i)
	return len(text) > 1 && strings.ToUpper(text) == text
}

// paired reports whether "both" stands before what it counts: "both A and B".
func (d *draft) paired(i int) bool {
	h := d.s.Words[i].Head
	return h > i && d.kid(h, syntax.RelConj, syntax.RelNmod, syntax.RelNmodPoss) >= 0
}

// argument reports whether a noun is an object of its verb.
func (d *draft) argument(i int) bool {
	return d.rel(i) == syntax.RelObj || d.rel(i) == syntax.RelIobj || d.rel(i) == syntax.RelOblArg
}

func (d *draft) possessive(i int) bool {
	return d.pos(i) == syntax.DET && d.rel(i) == syntax.RelDet && d.whoPronoun(i)
}

func (d *draft) whoPronoun(i int) bool {
	_, form := d.actorAt(i)
	return form == actor.ByPronoun
}

// relativeHere reports whether a pronoun takes up a noun of its own sentence.
func (d *draft) relativeHere(i int) bool {
	if !d.words.is("relative", d.low[i]) {
		return false
	}
	for h := d.s.Words[i].Head; h >= 0; h = d.s.Words[h].Head {
		if r := d.rel(h); r == syntax.RelAclRelcl || r == syntax.RelCcomp || r == syntax.RelAdvcl {
			return d.keep[h]
		}
	}
	return false
}

// leanPronoun puts a name for a pronoun that is no subject, or notes it.
func (d *draft) leanPronoun(i, subject int) {
	a, form := d.actorAt(i)
	if a != nil && form == actor.ByPronoun && !a.Generic {
		if d.named[d.who[i].actor] || d.within(i, subject) { // the title says the name
			d.f.add("pronoun:within")
			return
		}
		d.say[i] = a.Name
		d.named[d.who[i].actor] = true
		d.f.add("pronoun:named")
		return
	}
	if a != nil && d.within(i, subject) {
		d.f.add("pronoun:within")
		return
	}
	if d.kid(i, syntax.RelAcl, syntax.RelAclRelcl, syntax.RelNmod) >= 0 { // "those who"
		return
	}
	if (a == nil || a.Generic) && d.inComplement(i) && (d.means(i, subject) || d.meansBody(i, subject)) {
		d.f.add("pronoun:subject")
		return
	}
	d.f.add("leans:pronoun")
}

// leanOwner does the same for a possessive: "her deputy", "seine Frau".
func (d *draft) leanOwner(i, subject int) {
	a, _ := d.actorAt(i)
	switch {
	case d.is("speaker", i): // "our port": who reports
		d.f.add("leans:pronoun")
	case (a == nil || a.Generic || d.likelierOwner(i, subject)) && d.means(i, subject), d.ahead(i, subject):
		d.f.add("owner:subject")
	case a != nil && (d.named[d.who[i].actor] || d.within(i, -1)):
		d.f.add("owner:within")
	case a != nil && !a.Generic && a.Kind != actor.Place && d.canOwn(i, a):
		d.say[i] = d.marks.ownerOf(a.Name)
		if i+1 < len(d.low) && d.low[i+1] == d.marks.owner {
			d.say[i] = a.Name
		}
		d.named[d.who[i].actor] = true
		d.f.add("owner:named")
	case i <= subject:
		d.f.add("leans:owner-first")
	default:
		d.f.add("leans:owner")
	}
}

// likelierOwner reports whether a possessive rather means the subject of its own clause
// than whom it is taken for: the subject is the name of somebody else, and its sentence
// does not name the other.
func (d *draft) likelierOwner(i, subject int) bool {
	if subject < 0 || d.pos(subject) != syntax.PROPN || d.say[subject] != "" {
		return false
	}
	s, o := d.who[d.last(subject)].actor, d.who[i].actor
	if s == o || s >= 0 && d.in.Actors.Actors[s].Kind != actor.Person {
		return false
	}
	return !slices.ContainsFunc(d.who[:i], func(p person) bool { return p.actor == o })
}

// canOwn reports whether the name of an actor can stand for possessive i.
func (d *draft) canOwn(i int, a *actor.Actor) bool {
	return !d.ownedIs(i) && (!d.words.verbSecond || d.likeOwner(i) && properName(a.Name))
}

// ownedIs reports whether whom a possessive is taken for is named beside the noun that
// it stands at, and so cannot own it: "Ihr Anwalt, der Jurist Henning Voss".
func (d *draft) ownedIs(i int) bool {
	h := d.s.Words[i].Head
	if h < 0 || d.who[i].actor < 0 {
		return false
	}
	return slices.ContainsFunc(d.under(h), func(k int) bool { return k != i && d.who[k].actor == d.who[i].actor })
}

// ahead reports whether a possessive stands in a phrase before the subject that
// it can mean, and that the title puts behind it: "After his arrest, Lee stayed".
func (d *draft) ahead(i, subject int) bool {
	return !d.words.verbSecond && subject > i && !d.holds(subject, i) && d.say[subject] == "" && d.onePerson(subject) && d.is("his", i)
}

// likeOwner reports whether the words behind a possessive have the same forms
// behind a genitive: "sein alter Vater", "Ottos alter Vater", not "mit seinem
// alten Vater".
func (d *draft) likeOwner(i int) bool {
	h := d.s.Words[i].Head
	if h <= i || d.kid(h, syntax.RelDet) >= 0 {
		return false
	}
	m := d.s.Words[h].Morph
	return d.kid(h, syntax.RelAmod) < 0 || m.Number == syntax.Sing && (m.Case == syntax.Nom || m.Case == syntax.Acc)
}

// properName reports whether a name is made of words in capitals only, so that
// it can stand in the genitive as it is.
func properName(name string) bool {
	if strings.HasSuffix(name, ".") {
		return false
	}
	for _, w := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return name != ""
}

// means reports whether a pronoun behind the subject can mean it.
func (d *draft) means(i, subject int) bool {
	return subject >= 0 && i > subject && d.pos(subject) != syntax.PRON && d.agrees(i, subject)
}

// meansBody reports whether "it" or "they" in a complement can mean the body
// or the people that its subject names: "the union says they …".
func (d *draft) meansBody(i, subject int) bool {
	if subject < 0 || i <= subject || d.pos(subject) == syntax.PRON || !d.is("its", i) && !d.is("their", i) {
		return false
	}
	return !d.onePerson(subject)
}

// onePerson reports whether a phrase names a person. A name with an article
// before its noun is none, whatever it looks like: "the shipping line Ann Lee".
func (d *draft) onePerson(i int) bool {
	a, form := d.actorAt(d.last(i))
	return a != nil && a.Kind == actor.Person && form == actor.ByName && (d.words.verbSecond || d.kid(i, syntax.RelDet) < 0 || d.pos(i) != syntax.PROPN)
}

// inComplement reports whether a word stands in a clause that completes another.
func (d *draft) inComplement(i int) bool {
	for h := i; h >= 0; h = d.s.Words[h].Head {
		if d.rel(h) == syntax.RelCcomp || d.rel(h) == syntax.RelXcomp {
			return true
		}
	}
	return false
}

// agrees reports whether a possessive can mean the subject of its clause.
func (d *draft) agrees(i, subject int) bool {
	a, _ := d.actorAt(d.last(subject))
	person := d.onePerson(subject)
	switch {
	case d.is("his", i):
		return person || a == nil
	case d.is("its", i):
		return !person && !d.plural(subject, -1)
	case d.is("their", i):
		return d.plural(subject, -1) || !person && a != nil // "the party chose their candidate"
	}
	return d.words.verbSecond
}

// within reports whether another mention of the same actor stands in the title
// before word i.
func (d *draft) within(i, subject int) bool {
	for k := range d.s.Words {
		if k != i && (k < i || k == subject) && d.showsActor(k, d.who[i].actor) {
			return true
		}
	}
	return false
}

// showsActor reports whether word k is a mention of an actor that the title shows.
func (d *draft) showsActor(k, actor int) bool {
	p := d.who[k]
	return p.actor >= 0 && p.actor == actor && (d.keep[k] || d.keep[p.first] && d.say[p.first] == "")
}

// names writes people by their full name where the title first names them.
func (d *draft) names() {
	for i := range d.s.Words {
		if !d.keep[i] {
			continue
		}
		a, form := d.actorAt(i)
		p := d.who[i]
		if a == nil || a.Kind != actor.Person || form != actor.ByName || d.named[p.actor] {
			continue
		}
		d.named[p.actor] = true
		if p.first != i || d.say[i] != "" || d.titled(i) || d.rel(i) == syntax.RelNmodPoss && d.ownedIs(i) {
			continue
		}
		text := d.text(i)
		switch {
		case len(a.Name) > len(text) && strings.Contains(" "+a.Name+" ", " "+text+" "):
			d.say[i] = a.Name
		case d.words.verbSecond && strings.HasSuffix(text, "s") && strings.HasSuffix(a.Name, " "+strings.TrimSuffix(text, "s")): // the genitive
			d.say[i] = a.Name + "s"
		}
	}
}

// titled reports whether a title or forename stands right before a name.
func (d *draft) titled(i int) bool {
	if i == 0 {
		return false
	}
	r := d.rel(i)
	return d.keep[i-1] && (d.pos(i-1) == syntax.PROPN || d.pos(i-1) == syntax.NOUN) && (r == syntax.RelFlat || r == syntax.RelAppos || d.s.Words[i-1].Head == i)
}
