package event

import (
	"fmt"
	"strconv"
	"strings"

	"fasti/extract/lang"
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
	kind     string
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
	kind   string
	class  class
	gender byte
	words  int // tokens
}

const (
	fPres feature = 1 << iota
	fPast
	fSg
	fPl
	fInf
	fPart
	fPart1
	fSubj1
	fSubj2
	fZu
	fAttr
	fSep // needs its particle elsewhere in the clause

	fFinite = fPres | fPast | fSubj1 | fSubj2
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
	tagAlleged
	tagPlanned
	tagMaybe
	tagUndone
	tagFill
	tagRefl
	tagTo
	tagBefore
	tagOpen
	tagNum
	tagPlural
	tagWhen
	tagGen
	tagAim
	tagSince
	tagTarget
	tagWho
	tagOften
	tagAs
	tagAble
	tagSame
	tagGoal
	tagOwner
	tagThe
	tagThen
	tagDuring
	tagPast
	tagEarlier
	tagWithout
	tagCond
	tagUntil
	tagThat
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
	weakNouns []string // ends of nouns that are inflected like adjectives

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
}

func compile(pack *lang.Pack) (*lexicon, error) {
	x := &lexicon{
		forms: map[string][]form{}, phrases: map[int32][]fixed{}, nounAt: map[string]nounForm{}, pairs: map[string]nounForm{}, pairHead: map[string]bool{},
		aux: map[string][]auxForm{}, tags: map[string]tag{}, falseEnd: map[string]bool{}, ordinals: map[string]int{}, particle: map[string]bool{}, grammar: map[string][]string{},
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
	for _, step := range []func(*lang.Pack) error{x.readWords, x.readAux, x.readVerbs, x.readPhrases, x.readNouns, x.readCompany} {
		if err := step(pack); err != nil {
			return nil, err
		}
	}
	return x, nil
}

func (x *lexicon) readWords(pack *lang.Pack) error {
	for _, r := range pack.Table("event/words").Rows {
		t, ok := tagOf(r.Field(0))
		if !ok {
			return fmt.Errorf("event/words:%d: no class %q", r.Line, r.Field(0))
		}
		for _, w := range strings.Fields(r.Field(1)) {
			x.tags[strings.ReplaceAll(w, "_", " ")] |= t
		}
	}
	for _, r := range pack.Table("event/false").Rows {
		x.falseEnd[r.Field(0)] = true
	}
	for _, r := range pack.Table("event/ordinals").Rows {
		n, err := strconv.Atoi(r.Field(0))
		if err != nil {
			return fmt.Errorf("event/ordinals:%d: no number: %q", r.Line, r.Field(0))
		}
		x.ordinals[r.Field(1)] = n
	}
	return nil
}

func (x *lexicon) readAux(pack *lang.Pack) error {
	names := map[string]auxVerb{"be": auxBe, "have": auxHave, "become": auxBecome, "want": auxWant, "shall": auxShall,
		"can": auxCan, "must": auxMust, "may": auxMay, "will": auxWill, "would": auxWould, "do": auxDo}
	for _, r := range pack.Table("event/auxiliaries").Rows {
		v, ok := names[r.Field(1)]
		if !ok {
			return fmt.Errorf("event/auxiliaries:%d: no auxiliary %q", r.Line, r.Field(1))
		}
		f, err := featuresOf(r.Field(2) + "," + r.Field(3))
		if err != nil {
			return fmt.Errorf("event/auxiliaries:%d: %w", r.Line, err)
		}
		x.aux[r.Field(0)] = append(x.aux[r.Field(0)], auxForm{v, f})
	}
	return nil
}

func (x *lexicon) readVerbs(pack *lang.Pack) error {
	g, err := grammarOf(pack)
	if err != nil {
		return err
	}
	for _, r := range pack.Table("event/verbs").Rows {
		c, ok := classOf(r.Field(2))
		if !ok {
			return fmt.Errorf("event/verbs:%d: no class %q", r.Line, r.Field(2))
		}
		v := verb{kind: r.Field(1), class: c, frame: frameActs}
		if f := r.Field(3); f != "" {
			v.frame = frame(f[0])
		}
		v.sein = r.Field(4) == "sein"
		x.inflect(g, r.Field(0), r.Field(4) == "weak", v)
	}
	if g.zu != "" {
		x.zu = g.zu
		x.unknownZu = []form{{int32(len(x.verbs)), fInf | fZu}}
		x.ge = g.ge
		x.unknownPart = []form{{int32(len(x.verbs)), fPart}}
		x.verbs = append(x.verbs, verb{kind: "other", class: classOpen, frame: frameActs})
	}
	if g.spelling {
		x.unknownEnd = g.join("", "ed", false)
		x.unknown = []form{{int32(len(x.verbs)), fPast | fPart}}
		x.unknownBase = []form{{int32(len(x.verbs)), fInf}}
		x.verbs = append(x.verbs, verb{kind: "other", class: classOpen, frame: frameActs})
	}
	for _, base := range g.order { // base verbs without an entry still make clauses
		if !g.seen[base] {
			x.inflect(g, base, false, verb{kind: "other", class: classOpen, frame: frameActs})
		}
	}
	return nil
}

func (x *lexicon) readNouns(pack *lang.Pack) error {
	for _, r := range pack.Table("event/nouns").Rows {
		c, ok := classOf(r.Field(2))
		if !ok {
			return fmt.Errorf("event/nouns:%d: no class %q", r.Line, r.Field(2))
		}
		n := noun{lemma: strings.ReplaceAll(r.Field(0), "~", " "), kind: r.Field(1), class: c, plural: r.Field(3), words: 1}
		if g := r.Field(4); g != "" {
			n.gender = g[0]
		}
		x.addNoun(n)
	}
	return nil
}

func (x *lexicon) addNoun(n noun) {
	id := int32(len(x.nouns))
	low := strings.ToLower(n.lemma)
	if head, tail, ok := strings.Cut(low, " "); ok {
		n.words = 2
		x.nouns = append(x.nouns, n)
		x.pairHead[head] = true
		x.pairs[low] = nounForm{id, false}
		x.pairs[head+" "+englishPlural(tail)] = nounForm{id, true}
		return
	}
	x.nouns = append(x.nouns, n)
	put := func(w string, plural bool) {
		if _, ok := x.nounAt[w]; !ok {
			x.nounAt[w] = nounForm{id, plural}
			x.longest = max(x.longest, len(w))
		}
	}
	put(low, false)
	if !x.verbLast {
		put(englishPlural(low), true)
		return
	}
	if n.gender != 'f' { // genitive
		put(low+"s", false)
		put(low+"es", false)
	}
	if n.plural != "" {
		p := strings.ToLower(n.plural)
		put(p, p != low)
		if !strings.HasSuffix(p, "n") && !strings.HasSuffix(p, "s") {
			put(p+"n", true)
		}
	}
}
