package event

import "fasti/extract/segment"

// clauseKind is what a clause is in its sentence.
type clauseKind uint8

const (
	mainClause clauseKind = iota
	subClause
	relClause
	infClause  // infinitive with "zu" or "to"
	partClause // participle
	verbless
)

// piece is a run of words, [first, last), of a clause.
type piece struct{ first, last int }

// clause is one verb with what belongs to it. A clause that another one
// interrupts has several pieces.
type clause struct {
	kind     clauseKind
	parent   int // the clause it hangs on, or -1
	coord    int // the clause before it whose subject and auxiliary it shares, or -1
	pieces   []piece
	marker   int // subordinator or relative pronoun, or -1
	fin      int // finite verb, or -1
	lex      int // main verb, or -1
	particle int // separated particle, or -1
	verb     int32

	modal    auxVerb
	modalF   feature
	passive  bool
	perfect  bool
	past     bool
	pluperf  bool
	future   bool
	subj     feature // fSubj1 or fSubj2
	neg      bool
	plural   bool
	subject  piece // words of the subject; empty if none is found
	cancels  bool  // words beside its verb say that it calls something off
	reported bool  // its content is what another clause says
}

func newClause(kind clauseKind) clause {
	return clause{kind: kind, parent: -1, coord: -1, marker: -1, fin: -1, lex: -1, particle: -1, verb: -1}
}

// span of words from the first to behind the last.
func (c *clause) bounds() (int, int) {
	if len(c.pieces) == 0 {
		return 0, 0
	}
	return c.pieces[0].first, c.pieces[len(c.pieces)-1].last
}

func (c *clause) add(first, last int) {
	if first >= last {
		return
	}
	if n := len(c.pieces); n > 0 && c.pieces[n-1].last == first {
		c.pieces[n-1].last = last
		return
	}
	c.pieces = append(c.pieces, piece{first, last})
}

// each calls f for every word of the clause in order, until f says false.
func (c *clause) each(f func(i int) bool) {
	for _, p := range c.pieces {
		for i := p.first; i < p.last; i++ {
			if !f(i) {
				return
			}
		}
	}
}

func (c *clause) has(i int) bool {
	for _, p := range c.pieces {
		if p.first <= i && i < p.last {
			return true
		}
	}
	return false
}

// split takes the clauses of a sentence from its tree; without one they are a
// single clause of which nothing is known.
func (x *lexicon) split(s *sentence) {
	if g := s.grammar(); g.known() {
		x.splitTree(s, g)
	} else {
		k := newClause(verbless)
		k.add(0, len(s.words))
		s.clauses = append(s.clauses, k)
	}
	for c := range s.clauses {
		s.clauses[c].each(func(i int) bool {
			s.words[i].clause = c
			return true
		})
	}
	for c := range s.clauses { // its words keep their clause, for a date among them dates it
		if k := &s.clauses[c]; k.kind == mainClause && k.fin >= 0 && len(k.pieces) > 0 {
			if len(k.pieces) > 1 && s.labels(k.pieces[0].last) && k.fin >= k.pieces[1].first {
				k.pieces = k.pieces[1:]
			}
			p := &k.pieces[0]
			p.first = s.behindLabel(p.first, min(k.fin, p.last))
		}
	}
	x.reported(s)
}

// reported marks the clauses whose content is what someone says: complements
// of verbs of saying and main clauses beside them.
func (x *lexicon) reported(s *sentence) {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.kind == subClause && c.parent >= 0 && c.marker >= 0 && !s.words[c.marker].is(tagIf|tagPurpose|tagFact) {
			if p := s.clauses[c.parent].verb; p >= 0 && x.verbs[p].class == classReport {
				c.reported = true
			}
		}
		if c.parent >= 0 && s.clauses[c.parent].reported {
			c.reported = true
		}
	}
}

// isBreak reports whether a word is punctuation that may end a clause.
func isBreak(w *word) bool {
	if w.class != segment.Punct {
		return false
	}
	switch w.text {
	case ",", ";", ":", "(", ")", "–", "—", "-", "--", "[", "]", "…", "...", ".", "!", "?", "©", "|":
		return true
	}
	return false
}

// isQuoteMark reports whether a word is a quotation mark.
func isQuoteMark(w *word) bool {
	switch w.text {
	case "\"", "„", "“", "”", "»", "«", "'", "‘", "’", "‚":
		return w.class == segment.Punct
	}
	return false
}

func pickAux(forms []auxForm) auxForm {
	for _, a := range forms {
		if a.features&fFinite != 0 {
			return a
		}
	}
	return auxForm{}
}
