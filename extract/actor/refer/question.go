package refer

// What is the sort of a pronoun or noun: what it can stand for.
type What uint8

// The sorts. Those of pronouns are the table's classes.
const (
	noWhat What = iota
	he
	she
	it
	they
	sheThey // sie
	heIt    // ihm, sein
	speaker // I
	nounPerson
	nounMan
	nounWoman
	nounPeople
	nounBody
	nounState
	nounPlace
	nounOther
	whats
)

var whatNames = []string{"-", "m", "f", "n", "p", "fp", "mn", "s", "person", "man", "woman", "people", "body", "state", "place", "thing"}

// isPronoun tells whether the sort is one of pronouns.
func (w What) isPronoun() bool { return w > noWhat && w < nounPerson }

// Case is what the form of a pronoun tells of its place in the clause.
type Case uint8

// The cases.
const (
	anyCase Case = iota
	subject
	object
	owner
	dual // object, or owner where a noun follows: "her"
)

var caseNames = []string{"-", "subject", "object", "owner", "dual"}

// Question is a pronoun or noun with those whom it may stand for.
type Question struct {
	First, Last int // tokens
	Head        int
	Noun        int // index into Scene.Nouns; -1: a pronoun
	Choices     []Choice
}

// Choice is an entity that a question's answer may be, or none.
type Choice struct {
	Entity   int // -1: nobody of those
	Noun     int // the noun that brought the entity into the article, or -1
	Features []Feature
	Score    int
}

// Judge answers the questions of a scene in order. It gives the index of a
// choice.
type Judge interface {
	Judge(s *Scene, q *Question) int
}
