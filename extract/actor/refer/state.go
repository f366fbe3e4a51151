package refer

// seen is what the reading so far knows of an entity.
type seen struct {
	count    int
	last     spot
	subject  int // the last sentence whose subject it was, or -1
	first    int // the sentence that named it first
	gender   byte
	plural   bool // taken up by "they"
	heads    []string
	class    string
	kind     Kind
	nameless bool
	titled   bool
	next     int // its next mention that the reading has not reached
	all      []Mention
	noun     int // that brought it in, or -1
}

// spot is where a mention stands.
type spot struct {
	Mention
	sentence int
	place    place
	known    bool // place is worked out
}

// place is what a mention is in its clause.
type place uint8

// The places.
const (
	noPlace place = iota
	asSubject
	asObject
	asOblique
	asOwner
	asPassive
)

// reading goes through an article and answers its questions in order.
type reading struct {
	*Resolver
	scene    *Scene
	judge    Judge
	entities []seen
	quoted   []bool // of each token
	noun     int    // the next of Scene.Nouns
	sentence int
	answer   Answer
	leader   spot  // the last mention that was a subject
	margin   int   // of the last answer
	nouns    []int // of each of Scene.Nouns: the entity that it brought in, or -1
}

func (x *reading) start() {
	x.entities = make([]seen, len(x.scene.Entities))
	for i := range x.scene.Entities {
		e := &x.scene.Entities[i]
		x.entities[i] = seen{subject: -1, first: -1, gender: e.Gender, heads: e.Heads, class: e.Class, kind: e.Kind, nameless: e.Nameless, titled: e.Titled, all: e.Mentions, noun: -1}
	}
	x.quoted = quotes(x.scene.Doc)
}

// reach takes notice of all mentions that end at a token or before it.
func (x *reading) reach(token int) {
	for i := range x.entities {
		e := &x.entities[i]
		for e.next < len(e.all) && e.all[e.next].Last <= token {
			x.see(i, e.all[e.next])
			e.next++
		}
	}
}

// see notes a mention.
func (x *reading) see(entity int, m Mention) {
	e := &x.entities[entity]
	at := spot{Mention: m, sentence: x.scene.Doc.SentenceAt(x.scene.Doc.Tokens[m.First].Start)}
	if e.count > 0 && e.last.First > m.First {
		e.count++
		return
	}
	if e.first < 0 {
		e.first = at.sentence
	}
	e.count++
	e.last = at
	if p := x.placeOf(&e.last); p == asSubject || p == asPassive {
		e.subject = at.sentence
		x.leader = e.last
	}
}

// placeOf works out what a mention is in its clause.
func (x *reading) placeOf(s *spot) place {
	if !s.known {
		s.place, s.known = x.place(s.Mention, s.sentence), true
	}
	return s.place
}
