package syntax

import "fasti/extract/lang/inflect"

// rules are the compiled tables of a language's grammar.
type rules struct {
	aux       auxiliaries
	links     map[string]Link
	cues      map[string]Status
	verbFirst bool // any verb that begins its clause makes it a condition
	governors map[string][]*governor
	forms     map[string]inflect.Feature // of verbs: all that a form can be
	beings    map[string]bool            // participles that build the perfect with "sein"
	days      map[string]bool            // names of weekdays and months, in small letters
	rows      []*governor
	particles map[string]bool // of separable verbs: "zustande"

	contractions map[string]string // "zum": "zu"

	words map[string]map[string]bool // the other classes of syntax/words: wordClasses

	infinitives []string // their endings
	zu          string   // the mark inside an infinitive: "zurückzutreten"

	pastParticiples bool // participles look like forms of the past tense
	smallVerbs      bool // a verb has no capital, even in a headline
	bareInfinitives bool // an infinitive with its mark has no subject of its own
}

// The classes of syntax/words that are plain sets of words.
const (
	classNegation    = "negation"
	classTo          = "to"              // the mark of infinitives
	classInvert      = "invert"          // finite verbs that make a condition by beginning it
	classAgainst     = "against"         // prepositions of whom something is held against
	classOf          = "of"              // prepositions of whose something is
	classLasting     = "lasting"         // what was there before it collapsed: "truce"
	classAccuser     = "accuser"         // those whose word is an accusation: "prosecutors"
	classRumour      = "rumour"          // what only goes round: "reports"
	classAttribution = "attribution"     // "laut", "according_to"
	classSaid        = "said"            // "Angaben", behind a preposition
	classDative      = "dative"          // articles of the dative
	classTelling     = "telling"         // verbs behind a comma that end a sentence with who told it
	classJoins       = "joins"           // words that join another clause or part: "which", "and"
	classAs          = "as"              // words that open an insertion of who tells it: "wie", "as"
	classAside       = "aside"           // adverbs that stand between commas before their verb: "however", "of_course"
	classIt          = "it"              // a subject that stands for what is told
	classHearer      = "hearer"          // before whom a word is testimony: "police", "the court"
	classAlone       = "alone"           // verbs without an object
	classBody        = "body"            // ends of nouns for bodies that do what a passive tells: "Landgericht"
	classOnward      = "onward"          // words that close a time with its beginning: "vom 3. Mai an"
	classRelative    = "relative"        // forms of the relative pronoun
	classDay         = "day"             // words that name a day or say how long ago: "yesterday", "ago"
	classOpening     = "opening"         // words that may stand with a day before the comma that ends it
	classCalled      = "called"          // words between a noun and the name that it has: "named", "namens"
	classApostrophe  = "apostrophe"      // marks that alone behind an s say whose something is
	classWho         = "who"             // words that open a clause about the noun before its comma
	classFeminine    = "feminine-dative" // articles that are dative at a feminine noun, else nominative
)

var wordClasses = []string{classNegation, classTo, classInvert, classAgainst, classOf, classLasting, classAccuser, classRumour, classAttribution, classSaid, classDative, classFeminine, classTelling, classJoins, classAlone, classHearer, classAs, classAside, classIt, classBody, classOnward, classRelative, classDay, classOpening, classCalled, classApostrophe, classWho}

// is reports whether a word belongs to a class of syntax/words.
func (r *rules) is(class, word string) bool { return r.words[class][word] }

// Doer says who at a governor is the subject of its complement.
type Doer uint8

// The doers.
const (
	DoerSubject  Doer = iota // "Roe plans to …"
	DoerObject               // "accused Roe of …"
	DoerIndirect             // "warf Roe vor, …"
	DoerNobody
)

var doerNames = []string{"subject", "object", "indirect", "nobody"}

// governor is a row of syntax/governors: what a verb, noun or adjective says
// of the happening that completes it.
type governor struct {
	name    string
	pos     string // of v, n and a
	words   []string
	edges   map[string]bool
	status  Status
	negated Status // if the governor itself is negated
	doer    Doer
}
