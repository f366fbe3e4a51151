package refer

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"fasti/extract/lang"
	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// Resolver answers the questions of one language. It serves any number of
// goroutines.
type Resolver struct {
	words *words
	judge Judge // nil: no weights ship for the language
}

// New compiles the tables of a language and its weights. judge, if not nil,
// answers in place of the weights.
func New(pack *lang.Pack, judge Judge) (*Resolver, error) {
	w, err := readWords(pack)
	if err != nil {
		return nil, err
	}
	r := &Resolver{words: w, judge: judge}
	if judge != nil {
		return r, nil
	}
	weights, err := shipped(pack.Lang)
	if errors.Is(err, ErrNoModel) {
		return r, nil
	}
	if err != nil {
		return nil, fmt.Errorf("language %s: %w", pack.Lang, err)
	}
	r.judge = weights
	return r, nil
}

// Resolve tells whom the pronouns and nouns of a scene stand for.
func (r *Resolver) Resolve(s *Scene) Answer {
	if r.judge == nil {
		return Answer{}
	}
	x := &reading{Resolver: r, scene: s, judge: r.judge, nouns: make([]int, len(s.Nouns))}
	for i := range x.nouns {
		x.nouns[i] = -1
	}
	x.start()
	for i := range s.Doc.Sentences {
		x.sentence = i
		x.read(&s.Doc.Sentences[i])
	}
	x.keep()
	slices.SortStableFunc(x.answer.Links, func(a, b Link) int { return cmp.Compare(a.First, b.First) })
	return x.answer
}

// read answers the questions of a sentence.
func (x *reading) read(sent *segment.Sentence) {
	for i := sent.First; i < sent.Last; i++ {
		if x.noun < len(x.scene.Nouns) && x.scene.Nouns[x.noun].Head <= i {
			n := &x.scene.Nouns[x.noun]
			x.reach(n.First)
			x.askNoun(x.noun, n)
			x.noun++
			continue
		}
		if p, ok := x.pronounAt(i, sent); ok {
			x.reach(i)
			if p.kase == dual {
				p.kase = x.dual(i, sent)
			}
			x.askPronoun(i, p)
		}
	}
	x.reach(sent.Last)
}

// dual tells whether a pronoun that may be either owns the noun that follows
// or is an object: "her deputy", "met her in".
func (x *reading) dual(i int, sent *segment.Sentence) Case {
	if i+1 >= sent.Last || x.scene.Doc.Tokens[i+1].Class == segment.Punct {
		return object
	}
	w := lower(x.scene.Doc.Word(i + 1))
	if x.words.preps[w] || x.words.opens[w] || x.words.cues[w] != 0 || x.words.dets[w] != Bare {
		return object
	}
	return owner
}

// pronounAt is the pronoun at a token.
func (x *reading) pronounAt(i int, sent *segment.Sentence) (pronoun, bool) {
	t := x.scene.Doc.Tokens[i]
	w := x.scene.Doc.Word(i)
	if t.Class == segment.Upper {
		if i > sent.Lead && i > sent.First && x.scene.Doc.Tokens[i-1].Class != segment.Punct && x.words.cue(lower(w), "polite") {
			return pronoun{}, false // "Sie" addresses the reader
		}
		w = lower(w)
	} else if t.Class != segment.Lower && w != "I" {
		return pronoun{}, false
	}
	p, ok := x.words.pronouns[w]
	return p, ok
}

// askPronoun asks whom a pronoun stands for, and notes the answer.
func (x *reading) askPronoun(i int, p pronoun) {
	q := &Question{First: i, Last: i + 1, Head: i, Noun: -1}
	a := x.asked(q, p.what, p.kase)
	best := x.decide(a)
	if e, told := x.tells(i, p); told {
		best = e
	}
	if best < 0 {
		return
	}
	e := &x.entities[best]
	switch p.what {
	case he, she:
		e.gender = whatNames[p.what][0]
	case they:
		e.plural = true
	}
	x.link(q, best, p.kase == owner)
}

// askNoun asks whom a noun takes up. One that takes up nobody brings somebody
// new into the article, whom later words may take up.
func (x *reading) askNoun(at int, n *Noun) {
	q := &Question{First: n.First, Last: n.Last, Head: n.Head, Noun: at}
	a := x.asked(q, n.what(), anyCase)
	a.noun = n
	best := -1
	if n.Det != A {
		best = x.decide(a)
	}
	if best >= 0 {
		x.link(q, best, false)
		return
	}
	if n.Entity >= 0 { // it has its place already
		x.see(n.Entity, Mention{n.First, n.Last, ByNoun})
		return
	}
	x.nouns[at] = len(x.entities)
	x.entities = append(x.entities, seen{subject: -1, first: -1, gender: n.Gender, kind: n.Kind, nameless: true, heads: []string{n.Word}, class: n.Class, noun: at})
	x.see(len(x.entities)-1, Mention{n.First, n.Last, ByNoun})
}

// link notes an answer.
func (x *reading) link(q *Question, entity int, owns bool) {
	form := ByPronoun
	if q.Noun >= 0 {
		form = ByNoun
	}
	x.see(entity, Mention{q.First, q.Last, form})
	x.answer.Links = append(x.answer.Links, Link{First: q.First, Last: q.Last, Head: q.Head, Noun: q.Noun, Owner: owns, Entity: entity, Margin: x.margin})
}

// decide has the judge choose; -1: nobody.
func (x *reading) decide(a *asking) int {
	q := a.question
	x.choices(a)
	if len(q.Choices) < 2 {
		return -1
	}
	best := x.judge.Judge(x.scene, q)
	x.margin = 0
	for i := range q.Choices {
		if i != best {
			if d := q.Choices[best].Score - q.Choices[i].Score; x.margin == 0 || d < x.margin {
				x.margin = d
			}
		}
	}
	return q.Choices[best].Entity
}

// keep gives those whom nouns have brought in and others took up as new
// entities, in order; the rest is forgotten.
func (x *reading) keep() {
	known := len(x.scene.Entities)
	taken := make([]bool, len(x.entities))
	for _, l := range x.answer.Links {
		taken[l.Entity] = true
	}
	number := make([]int, len(x.entities))
	for i := known; i < len(x.entities); i++ {
		if !taken[i] {
			continue
		}
		e := &x.entities[i]
		if e.kind == Other {
			taken[i] = false
			continue
		}
		number[i] = known + len(x.answer.New)
		x.answer.New = append(x.answer.New, Entity{Kind: e.kind, Gender: e.gender, Nameless: true, Class: e.class, Heads: e.heads})
	}
	x.answer.Links = slices.DeleteFunc(x.answer.Links, func(l Link) bool { return !taken[l.Entity] }) // things are no actors
	for i := range x.answer.Links {
		if l := &x.answer.Links[i]; l.Entity >= known {
			l.Entity = number[l.Entity]
		}
	}
	for at, i := range x.nouns {
		if i >= 0 && taken[i] {
			n := &x.scene.Nouns[at]
			x.answer.Links = append(x.answer.Links, Link{First: n.First, Last: n.Last, Head: n.Head, Noun: at, Entity: number[i]})
		}
	}
}

// Ready tells whether there are weights, or a judge in their place.
func (r *Resolver) Ready() bool { return r.judge != nil }

// Det tells what sort of determiner a word in small letters is.
func (r *Resolver) Det(word string) Det { return r.words.dets[word] }

// PlainNoun is a noun of the table.
type PlainNoun struct {
	Word   string // its first form, in small letters
	Kind   Kind
	Gender byte   // of a person
	Class  string // of a place
}

// Noun looks a word up in the table of nouns, as the text writes it.
func (r *Resolver) Noun(word string) (PlainNoun, bool) {
	n, ok := r.words.nouns[word]
	return n, ok
}

// tells says who tells the content in which the pronoun at token i is the subject,
// where that is a common noun of its gender: "Die Reederei Norderlinie kündigte an,
// sie werde zahlen" means the owner of the ships, whoever else was spoken of. entity
// is -1 where the noun is nobody that is known; told is false where the tree does
// not say so.
func (x *reading) tells(i int, p pronoun) (entity int, told bool) {
	t := x.scene.Trees.Sentence(x.sentence)
	if t == nil || p.kase == owner || i < t.First {
		return -1, false
	}
	w := i - t.First
	c := t.ClauseOf(w)
	if c < 0 || t.Clauses[c].Kind != syntax.ComplementClause || t.Clauses[c].Parent < 0 || t.Words[w].Rel != syntax.RelNsubj {
		return -1, false
	}
	s := t.Subject(t.Clauses[c].Parent)
	if s < 0 || s >= w || t.Words[s].POS != syntax.NOUN || !agrees(p.what, t.Words[s].Morph) {
		return -1, false
	}
	at := s + t.First
	for e := range x.entities {
		for _, m := range x.entities[e].all {
			if m.First <= at && at < m.Last || m.First == at+1 {
				return e, true
			}
		}
	}
	return -1, true
}

// agrees reports whether a pronoun can take up a noun of one with such a gender.
func agrees(w What, m syntax.Morph) bool {
	if m.Number == syntax.Plur {
		return false
	}
	switch w {
	case she, sheThey:
		return m.Gender == syntax.Fem
	case he, heIt:
		return m.Gender == syntax.Masc
	}
	return false
}
