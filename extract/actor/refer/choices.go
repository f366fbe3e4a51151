package refer

import (
	"cmp"
	"slices"
	"strings"

	"fasti/extract/syntax"
)

// reach of the questions: how many sentences a pronoun looks back, and how
// many entities a question has for choice.
const (
	backPronoun = 4
	backNoun    = 400
	most        = 14
)

// asking is a question with what its features need.
type asking struct {
	question *Question
	what     What
	kase     Case
	noun     *Noun
	place    place
	quoted   bool
	cue      uint8
	several  uint8 // the sort of cue that tells of several
	thing    uint8 // the sort of verbs of things
	finite   bool  // the cue is a finite verb
	ofThings bool  // its clause says what only things do
	rivals   int   // entities that it may stand for by kind, gender and number
}

func (x *reading) asked(q *Question, what What, kase Case) *asking {
	a := &asking{question: q, what: what, kase: kase, quoted: x.quoted[q.Head]}
	a.place = x.place(Mention{q.First, q.Last, ByPronoun}, x.sentence)
	switch kase {
	case owner:
		a.place = asOwner
	case subject:
		if a.place != asPassive {
			a.place = asSubject
		}
	}
	a.cue = x.cueAt(q)
	a.several, a.thing = x.words.several, x.words.thing
	a.finite = x.words.finite[a.cue]
	a.ofThings = what.isPronoun() && kase != owner && x.doneByThings(q.Head)
	return a
}

// cueAt is the sort of the word behind the pronoun, or of the one before where
// that tells nothing.
func (x *reading) cueAt(q *Question) uint8 {
	sent := &x.scene.Doc.Sentences[x.sentence]
	if q.Last < sent.Last {
		if c := x.words.cues[lower(x.scene.Doc.Word(q.Last))]; c != 0 {
			return c
		}
	}
	if q.First > sent.First {
		return x.words.cues[lower(x.scene.Doc.Word(q.First-1))]
	}
	return 0
}

// option is an entity that a question may choose.
type option struct {
	entity  int
	last    spot
	dist    uint8
	ahead   bool
	fit     uint8 // 0 does not, 1 may, 2 does: kind, gender and number
	gender  uint8 // matchField
	number  uint8
	class   uint8
	rank    int // among those that fit no less, by how late they were named
	between int // others that fit and were named later
}

// choices writes the choices of a question with their features.
func (x *reading) choices(a *asking) {
	options := x.apart(a, x.options(a))
	for i := range options {
		o := &options[i]
		if o.fit > 0 {
			a.rivals++
		}
		for k := range i {
			if options[k].fit >= o.fit {
				o.rank++
			}
			if options[k].fit > 0 {
				o.between++
			}
		}
	}
	q := a.question
	q.Choices = append(q.Choices, Choice{Entity: -1, Noun: -1, Features: x.noneFeatures(a, options)})
	for i := range options {
		q.Choices = append(q.Choices, Choice{Entity: options[i].entity, Noun: x.entities[options[i].entity].noun, Features: x.features(a, &options[i], options)})
	}
}

// options are the entities near enough, the last named first.
func (x *reading) options(a *asking) []option {
	back := backPronoun
	if a.noun != nil {
		back = backNoun
	}
	var out []option
	for i := range x.entities {
		e := &x.entities[i]
		o := option{entity: i, last: e.last}
		switch {
		case a.noun != nil && i == a.noun.Entity && e.count == 0:
			continue
		case e.count > 0 && x.sentence-e.last.sentence <= back:
			o.dist = uint8(min(x.sentence-e.last.sentence, 5))
		case e.count == 0 && a.noun == nil && x.aheadOf(a, e, &o):
			o.dist, o.ahead = 6, true
		default:
			continue
		}
		if o.gender, o.number, o.fit = fit(a, e); o.gender == no || !possible(a, e) {
			continue
		}
		if a.noun != nil {
			if o.class = classMatch(a.noun, e); o.class == no || a.noun.Det == Possessive && !called(a.noun, e) {
				continue
			}
		} else if x.bound(a, &o) {
			continue
		}
		out = append(out, o)
	}
	slices.SortStableFunc(out, func(p, q option) int {
		if p.ahead != q.ahead {
			if p.ahead {
				return 1
			}
			return -1
		}
		return cmp.Compare(q.last.First, p.last.First)
	})
	if len(out) > most {
		out = x.nearest(out)
	}
	return out
}

// bound tells whether the grammar of the clause forbids that the pronoun means
// the entity: "Roe met him" is not Roe.
func (x *reading) bound(a *asking, o *option) bool {
	if o.last.sentence != x.sentence {
		return false
	}
	if x.attribute(a, o) {
		return true
	}
	if a.kase == owner && x.within(a.question.First, o.last.First) {
		return true
	}
	if !x.sameClause(min(o.last.Last, a.question.First), max(o.last.First, a.question.First)) {
		return false
	}
	if a.kase == owner || o.ahead {
		return a.kase != owner
	}
	at := x.placeOf(&o.last)
	if a.what == sheThey && at == asSubject {
		return o.last.Last == a.question.First-1 // "Die Gruppe übergab sie …"
	}
	if a.kase == object || a.place == asObject {
		return at != asOwner && at != asOblique
	}
	// "Police told Roe he …" may be Roe, "Für Roe hatte er …" not.
	return (at == asOblique || at == asObject) && o.last.Last == a.question.First-1
}

// within tells whether a name stands in the phrase that a possessive opens, so that it
// is somebody else's: "his brother Tim Roe" is not Tim Roe's (i-within-i, Chomsky 1981).
func (x *reading) within(possessive, name int) bool {
	t := x.scene.Trees.Sentence(x.sentence)
	if t == nil || possessive < t.First || name < possessive {
		return false
	}
	h := t.Words[possessive-t.First].Head
	for n := 0; h >= 0 && n < len(t.Words) && (t.Words[h].Rel == syntax.RelNmodDesc || t.Words[h].Rel == syntax.RelAppos || t.Words[h].Rel == syntax.RelCompound); n++ {
		h = t.Words[h].Head // "his brother" describes the name behind it
	}
	if h < 0 || t.Words[h].POS == syntax.VERB {
		return false
	}
	first, last := t.Phrase(h)
	return first <= possessive-t.First && name-t.First < last
}

// attribute tells whether a state or body only says whose the person is that
// the pronoun means: "Russlands" in "der Minister Russlands traf seinen Kollegen".
func (x *reading) attribute(a *asking, o *option) bool {
	if a.what != he && a.what != heIt && a.what != she || x.entities[o.entity].kind == Person {
		return false
	}
	for i := range x.entities {
		if p := &x.entities[i]; p.kind == Person && p.count > 0 && p.last.First < o.last.First && p.last.Last >= o.last.Last {
			return true
		}
	}
	for i := x.noun - 1; i >= 0 && x.scene.Nouns[i].Last >= o.last.First; i-- {
		if n := &x.scene.Nouns[i]; n.Last == o.last.First && n.Kind == Person {
			return true
		}
	}
	return false
}

// nearest keeps those who fit before those who do not.
func (x *reading) nearest(all []option) []option {
	out := make([]option, 0, most)
	for want := uint8(2); want < 3 && len(out) < most; want-- {
		for _, o := range all {
			if o.fit == want && len(out) < most {
				out = append(out, o)
			}
		}
	}
	slices.SortStableFunc(out, func(p, q option) int {
		return cmp.Compare(slices.IndexFunc(all, func(o option) bool { return o.entity == p.entity }), slices.IndexFunc(all, func(o option) bool { return o.entity == q.entity }))
	})
	return out
}

// apart leaves out those of a kind who were last named side by side and whom the word
// fits alike: "Roe and Poe came. He …" may be either.
func (x *reading) apart(a *asking, all []option) []option {
	if a.noun != nil && a.noun.Kind == Group || a.what == they || a.what == speaker {
		return all
	}
	listed := make([]bool, len(all))
	for i := range all {
		for k := range all {
			if i != k && all[i].fit > 0 && all[k].fit > 0 && x.sideBySide(&all[i], &all[k]) {
				listed[i], listed[k] = true, true
			}
		}
	}
	i := -1
	all = slices.DeleteFunc(all, func(option) bool { i++; return listed[i] })
	if a.kase != subject {
		return all
	}
	return slices.DeleteFunc(all, func(o option) bool { return x.led(&o, all) })
}

// led tells whether a person was last named as the object of another whom the
// pronoun fits as well, or in a clause that leads to another's: "Roe met Poe.
// He …" is Roe, "After Roe left, Poe came. He …" is Poe.
func (x *reading) led(o *option, all []option) bool {
	if x.entities[o.entity].kind != Person || o.last.sentence < 0 {
		return false
	}
	led := x.placeOf(&o.last) == asObject
	aside := x.placeOf(&o.last) == noPlace && x.words.opens[lower(x.scene.Doc.Word(x.scene.Doc.Sentences[o.last.sentence].First))]
	return (led || aside) && slices.ContainsFunc(all, func(p option) bool {
		if p.entity == o.entity || p.fit < o.fit || x.entities[p.entity].kind != Person || p.last.sentence != o.last.sentence || x.placeOf(&p.last) != asSubject {
			return false
		}
		if aside {
			return p.last.First > o.last.First
		}
		return p.last.First < o.last.First && x.sameClause(p.last.Last, o.last.First)
	})
}

// sideBySide tells whether two of a kind were last named in a list, one before the other.
func (x *reading) sideBySide(p, q *option) bool {
	between := q.last.First - p.last.Last
	return x.entities[p.entity].kind == x.entities[q.entity].kind && p.last.sentence == q.last.sentence &&
		between > 0 && between <= 4 && x.words.cue(x.scene.Doc.Word(p.last.Last), "and")
}

// aheadOf tells whether the entity's first mention stands behind the pronoun
// in its sentence: "After his victory Roe …".
func (x *reading) aheadOf(a *asking, e *seen, o *option) bool {
	if len(e.all) == 0 || e.next >= len(e.all) {
		return false
	}
	first := e.all[e.next]
	if first.First >= x.scene.Doc.Sentences[x.sentence].Last {
		return false
	}
	o.last = spot{Mention: first, sentence: x.sentence}
	return true
}

// fit compares kind, gender and number.
func fit(a *asking, e *seen) (gender, number, fits uint8) {
	person := e.kind == Person
	want := byte('u')
	switch a.what {
	case he, heIt:
		want = 'm'
	case she, sheThey:
		want = 'f'
	}
	if a.noun != nil {
		want = a.noun.Gender
		if want == 0 {
			want = 'u'
		}
	}
	if person && want != 'u' && e.gender != 'u' && e.gender != 0 {
		gender = no
		if e.gender == want {
			gender = yes
		}
	}
	kind := kindFits(a, e)
	several := e.kind == Group || e.plural
	switch {
	case a.what == they || a.what == nounPeople:
		number = no
		if several {
			number = yes
		}
	case a.what.isPronoun() && a.what != sheThey && person:
		number = yes
	case several:
		number = no
	}
	switch {
	case !kind || gender == no || number == no && a.what != they:
		return gender, number, 0
	case gender == yes || number == yes || !person:
		return gender, number, 2
	}
	return gender, number, 1
}

// The values of matchField.
const (
	unknown uint8 = iota
	yes
	no
)

// possible tells whether an actor of this kind can be meant at all.
func possible(a *asking, e *seen) bool {
	if a.ofThings {
		return e.kind == Other
	}
	switch a.what {
	case he:
		return e.kind == Person && a.cue != a.thing || e.kind == Other
	case she, speaker:
		return e.kind == Person || e.kind == Other
	case sheThey:
		switch {
		case a.cue == a.several:
			return e.kind != Person
		case a.cue != 0 && a.finite:
			return e.kind != Group
		}
	case nounPerson, nounMan, nounWoman:
		return e.kind == Person
	case nounPeople:
		return e.kind == Group || e.kind == Body
	case nounBody, nounState, nounPlace:
		return e.kind != Person && e.kind != Other
	case nounOther:
		return e.kind == Other
	}
	return true
}

// kindFits tells whether an actor of the kind can be meant.
func kindFits(a *asking, e *seen) bool {
	switch a.what {
	case he, she, speaker:
		return e.kind == Person
	case it:
		return e.kind != Person && e.kind != Group
	case they:
		return e.kind == Group || e.kind == Body
	case nounPerson, nounMan, nounWoman:
		return e.kind == Person
	case nounPeople:
		return e.kind == Group
	case nounBody:
		return e.kind == Body || e.kind == State
	case nounState:
		return e.kind == State
	case nounPlace:
		return e.kind == Place || e.kind == State
	}
	return true
}

// what is the sort of a noun.
func (n *Noun) what() What {
	switch n.Kind {
	case Person:
		switch n.Gender {
		case 'm':
			return nounMan
		case 'f':
			return nounWoman
		}
		return nounPerson
	case Group:
		return nounPeople
	case Body:
		return nounBody
	case State:
		return nounState
	case Place:
		return nounPlace
	}
	return nounOther
}

// called tells whether the entity goes by the noun.
func called(n *Noun, e *seen) bool {
	exact, end := inHeads(n.Word, e.heads)
	return exact || end
}

// inHeads tells how an entity is called by a noun: by the very word, or in its
// name as the end of a compound.
func inHeads(word string, heads []string) (exact, end bool) {
	for _, h := range heads {
		exact = exact || h == word
		end = end || len(word) > 3 && (strings.HasSuffix(h, word) || len(h) > 3 && strings.HasSuffix(word, h))
	}
	return exact, end
}
