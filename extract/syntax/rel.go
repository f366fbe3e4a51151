package syntax

// Rel is the relation of a word to its head, after Universal Dependencies with
// content words as heads; zero: not known.
type Rel uint8

// The relations. Those with a second part are subtypes.
const (
	NoRel           Rel = iota
	RelRoot             // the head of the sentence; Head is -1
	RelNsubj            // subject
	RelNsubjPass        // subject of a passive
	RelCsubj            // a clause as subject
	RelCsubjPass        // a clause as subject of a passive
	RelObj              // object (accusative in German)
	RelIobj             // dative beside an object
	RelObl              // adverbial with or without preposition
	RelOblAgent         // "von …", "by …" of a passive
	RelOblArg           // governed prepositional object, sole dative (German)
	RelOblUnmarked      // adverbial without preposition: "Monday" (English)
	RelXcomp            // complement that shares its subject: infinitive, predicate
	RelCcomp            // clause as complement
	RelAdvcl            // adverbial clause
	RelAdvclRelcl       // relative clause to a whole clause (English)
	RelAdvmod           // adverb
	RelAcl              // clause at a noun: participle, infinitive
	RelAclRelcl         // relative clause
	RelAmod             // adjective at a noun
	RelAppos            // apposition; in German the name behind a noun of title
	RelAux              // auxiliary, modal
	RelAuxPass          // auxiliary of the passive
	RelCop              // copula
	RelCase             // preposition; "'s"
	RelMark             // subordinating word; "zu", "to"
	RelCc               // "und", "and"
	RelConj             // further part of a coordination, at the first
	RelCompound         // noun before a noun (English)
	RelCompoundPrt      // separable particle; "up" in "set up"
	RelDet              // article, determiner
	RelDetPoss          // possessive determiner (German)
	RelNmod             // noun at a noun
	RelNmodPoss         // genitive, possessor
	RelNmodDesc         // title before a name (English)
	RelNmodUnmarked     // noun at a noun without preposition (English)
	RelNummod           // number
	RelFlat             // further word of a name
	RelFixed            // further word of a fixed expression
	RelExpl             // "es", "there" without reference
	RelExplPv           // reflexive without function
	RelParataxis        // sentence beside the sentence: inserted "sagte er"
	RelDiscourse
	RelVocative
	RelDislocated
	RelOrphan
	RelList
	RelDep // not told
	RelPunct
)

var relNames = [...]string{
	"", "root", "nsubj", "nsubj:pass", "csubj", "csubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:arg", "obl:unmarked",
	"xcomp", "ccomp", "advcl", "advcl:relcl", "advmod", "acl", "acl:relcl", "amod", "appos", "aux", "aux:pass", "cop", "case", "mark", "cc", "conj",
	"compound", "compound:prt", "det", "det:poss", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "nummod", "flat", "fixed",
	"expl", "expl:pv", "parataxis", "discourse", "vocative", "dislocated", "orphan", "list", "dep", "punct",
}

// String is the name that Universal Dependencies gives it; "" for none.
func (r Rel) String() string { return nameOf(relNames[:], int(r)) }

// ParseRel reads a name; what it does not know is NoRel.
func ParseRel(name string) Rel { return Rel(numberOf(relNames[:], name)) }
