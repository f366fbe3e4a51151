package event

import (
	"strings"

	"fasti/extract/lang"
	"fasti/extract/lang/inflect"
)

// class says how much of a happening a word is by itself.
type class uint8

const (
	classEvent   class = iota // a happening by itself
	classWeak                 // only with a date or good company
	classReport               // says what others claim
	classDeny                 // says that something is not so
	classPlan                 // its complement is still ahead
	classCancel               // its object does not take place
	classState                // no happening
	classAspect               // begins, lasts, ends
	classSupport              // the noun beside it carries the meaning
	classOpen                 // a verb without an entry: a happening only if all else says so
)

// frame says what the parts of a verb's clause do.
type frame byte

const (
	frameActs    frame = 'a' // the subject acts
	frameObject  frame = 'o' // the object suffers
	frameVictim  frame = 'v' // the subject suffers
	frameMeets   frame = 'm' // both sides take part
	frameGives   frame = 'r' // the object receives
	frameSpeaks  frame = 's' // the object is addressed
	frameTravels frame = 'd' // the goal is a place
	frameOffice  frame = 'p' // someone gets or leaves an office
	frameJoins   frame = 'j' // the subject is there, too
	frameFails   frame = 'n' // its infinitive does not come about: fails to
	frameGoes    frame = 'g' // its infinitive is as true as itself: begins to, manages to
)

// verb is one entry of the lexicon of verbs.
type verb struct {
	lemma    string // "angreifen", "step down"
	kind     Kind
	class    class
	frame    frame
	particle []string // "an"; "down"
	pres     string   // present 3rd singular without its particle: "greift", "steps"
	inf      string   // base form without its particle; the present plural
	part     string   // participle as it stands in a clause: "angegriffen", "stepped"
	attached bool     // written in one word with its particle unless the verb is second
	strong   bool     // its principal parts stand in a table
	sein     bool     // perfect with the auxiliary "be", as far as tables say
}

// noun is one entry of the lexicon of nouns.
type noun struct {
	lemma  string
	plural string
	kind   Kind
	class  class
	gender byte
	words  int // tokens
}

const (
	fPres  = inflect.Pres
	fPast  = inflect.Past
	fSg    = inflect.Sg
	fPl    = inflect.Pl
	fInf   = inflect.Inf
	fPart  = inflect.Part
	fPart1 = inflect.Part1
	fSubj1 = inflect.Subj1
	fSubj2 = inflect.Subj2
	fZu    = inflect.Zu
	fAttr  = inflect.Attr
	fSep   = inflect.Sep

	fFinite = inflect.Finite
)

const (
	auxNone auxVerb = iota
	auxBe
	auxHave
	auxBecome
	auxWant
	auxShall
	auxCan
	auxMust
	auxMay
	auxWill
	auxWould
	auxDo
)

const (
	tagArt tag = 1 << iota
	tagObl
	tagPoss
	tagPrep
	tagAt
	tagWith
	tagAgent
	tagSource
	tagSub
	tagIf
	tagPurpose
	tagFact
	tagCoord
	tagRel
	tagPron
	tagWe
	tagNeg
	tagFill
	tagRefl
	tagTo
	tagBefore
	tagNum
	tagWhen
	tagGen
	tagAim
	tagSince
	tagTarget
	tagOften
	tagSame
	tagGoal
	tagOwner
	tagThe
	tagThen
	tagDuring
	tagPast
	tagEarlier
	tagUntil
	tagThat
	tagBackground
	tagExcept
	tagRank
	tagOrigin
	tagSet
	tagMoves
)

// lexicon is the compiled tables of one language.
type lexicon struct {
	verbs     []verb
	forms     map[string][]form
	phrases   map[int32][]fixed // what verbs mean beside certain words
	nouns     []noun
	nounAt    map[string]nounForm
	pairs     map[string]nounForm // nouns of two words, "press conference"
	pairHead  map[string]bool
	aux       map[string][]auxForm
	tags      map[string]tag
	falseEnd  map[string]bool
	ordinals  map[string]int
	particle  map[string]bool
	seen      map[string]bool // base verbs that have an entry of their own
	weakNouns []string        // ends of nouns that are inflected like adjectives

	verbLast bool // finite verb second in main clauses, last in others
	longest  int  // of the nouns, in bytes

	unknown    []form // what a word that looks like a past form may be
	unknownEnd string // how such words end

	unknownBase []form // what any word behind a modal is
	unknownZu   []form // what a word with a particle and "zu" is
	zu          string
	unknownPart []form // what a word with a particle and the prefix of participles is
	ge          string

	adverbEnd string // how adverbs of manner end, or ""
	genitive  string // the genitive's mark where it is a word of its own, or ""

	grammar map[string][]string  // endings that titles need
	company map[string][]company // by lemma, or "@" and a kind
	roles   []roleRow
	topics  map[string][]string // what a noun in its base form is about
}

func compile(pack *lang.Pack) (*lexicon, error) {
	x := &lexicon{
		forms: map[string][]form{}, phrases: map[int32][]fixed{}, nounAt: map[string]nounForm{}, pairs: map[string]nounForm{}, pairHead: map[string]bool{},
		aux: map[string][]auxForm{}, tags: map[string]tag{}, falseEnd: map[string]bool{}, ordinals: map[string]int{}, particle: map[string]bool{}, seen: map[string]bool{}, grammar: map[string][]string{},
	}
	for _, r := range pack.Table("event/titles").Rows {
		x.grammar[r.Field(0)] = strings.Fields(r.Field(1))
	}
	for _, r := range pack.Table("event/grammar").Rows {
		x.grammar[r.Field(0)] = strings.Fields(r.Field(1))
		switch r.Field(0) {
		case "order":
			x.verbLast = r.Field(1) == "v2"
		case "adverb":
			x.adverbEnd = r.Field(1)
		case "genitive":
			if strings.HasPrefix(r.Field(1), "'") {
				x.genitive = r.Field(1)
			}
		case "weak-nouns":
			x.weakNouns = strings.Fields(r.Field(1))
		}
	}
	for _, step := range []func(*lang.Pack) error{x.readWords, x.readAux, x.readVerbs, x.readPhrases, x.readNouns, x.readTopics, x.readCompany, x.readRoles} {
		if err := step(pack); err != nil {
			return nil, err
		}
	}
	return x, nil
}
