package syntax

import (
	"slices"
	"strings"

	"fasti/extract/lang"
	"fasti/extract/lang/inflect"
)

// Grammar is what follows from the tree of a sentence: its clauses and, by
// its methods, its labelled edges and what its words say of each other.
type Grammar struct {
	Clauses []Clause

	rules  *rules
	words  []Word
	low    []string // the words in small letters
	kids   [][]int  // of each word, in order
	clause []int    // of each word, or -1

	opening      int // the word that makes the sentence begin with a condition, or -1
	conditionEnd int // the comma behind the condition
}

// rules are the compiled tables of a language's grammar.
type rules struct {
	aux       auxiliaries
	links     map[string]Link
	negations map[string]bool
	cues      map[string]Status
	to        map[string]bool // the mark of infinitives
	verbFirst bool            // any verb that begins its clause makes it a condition
	invert    map[string]bool // finite verbs that make it one by beginning it
	governors map[string][]*governor
	forms     map[string]inflect.Feature // of verbs: all that a form can be
	rows      []*governor
	particles map[string]bool // of separable verbs: "zustande"
	againsts  map[string]bool // prepositions of whom something is held against
	ofs       map[string]bool // prepositions of whose something is

	contractions map[string]string // "zum": "zu"

	pastParticiples bool            // participles look like forms of the past tense
	decides         map[string]bool // what the trees of this language are sure enough for: see Decision
	bareInfinitives bool            // an infinitive with its mark has no subject of its own
}

// compileRules reads the tables of a language's grammar.
func compileRules(pack *lang.Pack) (*rules, error) {
	r := &rules{links: map[string]Link{}, negations: map[string]bool{}, cues: map[string]Status{}, to: map[string]bool{}, invert: map[string]bool{}, forms: map[string]inflect.Feature{}, particles: map[string]bool{}, governors: map[string][]*governor{}, againsts: map[string]bool{}, ofs: map[string]bool{}, contractions: map[string]string{}, decides: map[string]bool{}}
	var err error
	if r.aux, err = readAuxiliaries(pack); err != nil {
		return nil, err
	}
	for _, row := range pack.Table("syntax/words").Rows {
		if err := r.readWords(row); err != nil {
			return nil, err
		}
	}
	for _, row := range pack.Table("syntax/governors").Rows {
		if err := r.readGovernor(row); err != nil {
			return nil, err
		}
	}
	return r, r.readForms(pack)
}

// readWords reads a row of syntax/words: class, words.
func (r *rules) readWords(row lang.Row) error {
	words := strings.Fields(row.Field(1))
	class, name, _ := strings.Cut(row.Field(0), ":")
	for _, w := range words {
		switch class {
		case "link":
			l := numberOf(linkNames, name)
			if l == 0 {
				return row.Errorf("no link %q", name)
			}
			r.links[w] = Link(l)
		case "cue":
			s := numberOf(statusNames, name)
			if s == 0 {
				return row.Errorf("no status %q", name)
			}
			r.cues[w] = Status(s)
		case "negation":
			r.negations[w] = true
		case "to":
			r.to[w] = true
		case "against":
			r.againsts[w] = true
		case "of":
			r.ofs[w] = true
		case "decides":
			if !slices.Contains(decisions, Decision(w)) {
				return row.Errorf("no decision %q", w)
			}
			r.decides[w] = true
		case "past-participle":
			r.pastParticiples = true
		case "bare":
			r.bareInfinitives = true
		case "contraction":
			r.contractions[w] = name
		case "invert":
			if w == "*" {
				r.verbFirst = true
			} else {
				r.invert[w] = true
			}
		default:
			return row.Errorf("no class of words %q", class)
		}
	}
	return nil
}

// read fills in the grammar of a sentence.
func (r *rules) read(s *Sentence, text string) {
	g := &s.Grammar
	n := len(s.Words)
	g.rules, g.words = r, s.Words
	g.low, g.kids, g.clause = make([]string, n), make([][]int, n), make([]int, n)
	for i := range s.Words {
		g.low[i] = strings.ToLower(text[s.Words[i].Start:s.Words[i].End])
		g.clause[i] = -1
	}
	g.findKids()
	g.repair()
	g.findClauses()
	g.findCondition()
	for c := range g.Clauses {
		g.extent(c)
		g.verbs(c)
	}
	for c := range g.Clauses {
		g.share(c)
		g.polarity(c)
		g.kind(c)
	}
}

// findKids finds the words that hang on each word.
func (g *Grammar) findKids() {
	for i := range g.kids {
		g.kids[i] = g.kids[i][:0]
	}
	for i := range g.words {
		if h := g.words[i].Head; h >= 0 && h < len(g.words) {
			g.kids[h] = append(g.kids[h], i)
		}
	}
}

// child gives the first child of a word with one of the relations, or -1.
func (g *Grammar) child(i int, rels ...Rel) int {
	if i < 0 {
		return -1
	}
	for _, k := range g.kids[i] {
		for _, r := range rels {
			if g.words[k].Rel == r {
				return k
			}
		}
	}
	return -1
}

// verbal reports whether a word is a verb or auxiliary.
func (g *Grammar) verbal(i int) bool { return g.words[i].POS == VERB || g.words[i].POS == AUX }

// nominal reports whether a word is a noun, a name or a pronoun.
func (g *Grammar) nominal(i int) bool {
	switch g.words[i].POS {
	case NOUN, PROPN, PRON, NUM:
		return true
	}
	return false
}

// Decision is something that later stages may rest on trees.
type Decision string

// The decisions. What a governing word says of its complement, and who does
// what the complement tells, belong to the status.
const (
	DecidesStatus   Decision = "status"
	DecidesSubjects Decision = "subjects"
	DecidesRoles    Decision = "roles"
	DecidesDates    Decision = "dates"
)

var decisions = []Decision{DecidesStatus, DecidesSubjects, DecidesRoles, DecidesDates}

// Decides reports whether the trees of the text's language are sure enough
// for a decision: a row of syntax/words says for which.
func (d *Doc) Decides(what Decision) bool {
	return d != nil && d.reader != nil && d.reader.rules.decides[string(what)]
}
