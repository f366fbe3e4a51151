package syntax

// Clause is a predicate with what belongs to it. Words are indices into
// Sentence.Words, clauses into Sentence.Clauses; -1 is none.
type Clause struct {
	Head     int // its predicate: the full verb, or the noun or adjective behind a copula
	Finite   int // the finite verb: the full verb itself, an auxiliary, a modal, a copula
	Lexical  int // the full verb, or the copula of a predicate that is none
	Particle int // the separated particle: "ab" in "sagte ab", "off" in "called off"
	Marker   int // the word that subordinates: "dass", "if", a relative pronoun, the "to" of an infinitive, the "of" of "of killing"
	Governor int // the word that it depends on: the verb, noun or adjective that it completes, the noun that it describes
	Parent   int // the clause of Governor

	Kind     ClauseKind
	Link     Link
	Tense    ClauseTense
	Voice    Voice
	Mood     ClauseMood
	Polarity Polarity
	Modality Modality
	Complete bool // an infinitive or a modal looks back: "getötet zu haben", "may have killed"

	First, Last int // words from its first to behind its last, with the clauses inside
}

// ClauseKind is what a clause is in its sentence.
type ClauseKind uint8

// The kinds of clause.
const (
	MainClause        ClauseKind = iota
	ComplementClause             // finite, completes a verb, noun or adjective: "that …", "dass …", asyndetic "er sei …"
	InfinitiveClause             // with "zu" or "to", or bare
	ParticipleClause             // "-ing", a participle beside its noun or the sentence
	AdverbialClause              // finite, with a conjunction
	ConditionalClause            // finite, with its verb first: "Had the bank collapsed", "Kommt es zum Streik"
	RelativeClause
	BesideClause    // stands beside: "…, sagte er", a quotation's frame, a dash
	AttributeClause // a participle before its noun: "der gestern veröffentlichte Bericht"
	VerblessClause  // a headline, a label, a list
)

var clauseKindNames = []string{"main", "complement", "infinitive", "participle", "adverbial", "conditional", "relative", "beside", "attribute", "verbless"}

// String names the kind.
func (k ClauseKind) String() string { return nameOf(clauseKindNames, int(k)) }

// Link is what the subordinating word says of its clause.
type Link uint8

// The links.
const (
	NoLink      Link = iota
	LinkThat         // "dass", "that"
	LinkWhether      // "ob", "whether"
	LinkIf           // a condition: "wenn", "falls", "if", "unless"
	LinkPurpose      // "um", "damit", "in order"
	LinkWithout      // "ohne", "without"
	LinkInstead      // "statt", "instead of", "rather than"
	LinkFact         // tells of what is so: "weil", "after", "nachdem", "while"
	LinkBefore       // may come about or not: "before", "bevor", "until"
	LinkAs           // "as", "wie": manner
)

var linkNames = []string{"", "that", "whether", "if", "purpose", "without", "instead", "fact", "before", "as"}

// String names the link; "" for none.
func (l Link) String() string { return nameOf(linkNames, int(l)) }

// ClauseTense is the tense of a clause, built of its finite verb, auxiliaries
// and full verb.
type ClauseTense uint8

// The tenses of clauses.
const (
	NoTense ClauseTense = iota // no finite verb
	TensePresent
	TensePast
	TensePerfect
	TensePluperfect
	TenseFuture
	TenseFuturePerfect
)

var clauseTenseNames = []string{"", "present", "past", "perfect", "pluperfect", "future", "future-perfect"}

// String names the tense; "" for none.
func (t ClauseTense) String() string { return nameOf(clauseTenseNames, int(t)) }

// Voice is active or passive.
type Voice uint8

// The voices.
const (
	Active Voice = iota
	Passive
)

var voiceNames = []string{"active", "passive"}

// String names the voice.
func (v Voice) String() string { return nameOf(voiceNames, int(v)) }

// ClauseMood is the mood of the finite verb.
type ClauseMood uint8

// The moods of clauses.
const (
	Indicative ClauseMood = iota
	Reported              // Konjunktiv I
	Unreal                // Konjunktiv II, "would"
	Imperative
)

var clauseMoodNames = []string{"indicative", "reported", "unreal", "imperative"}

// String names the mood.
func (m ClauseMood) String() string { return nameOf(clauseMoodNames, int(m)) }

// Polarity says whether the clause is negated.
type Polarity uint8

// The polarities.
const (
	Affirmed Polarity = iota
	Negated
)

var polarityNames = []string{"affirmed", "negated"}

// String names the polarity.
func (p Polarity) String() string { return nameOf(polarityNames, int(p)) }

// Modality is what a modal verb adds.
type Modality uint8

// The modalities.
const (
	NoModality Modality = iota
	Can
	May
	Must
	Shall
	Want
	Would
)

var modalityNames = []string{"", "can", "may", "must", "shall", "want", "would"}

// String names the modality; "" for none.
func (m Modality) String() string { return nameOf(modalityNames, int(m)) }
