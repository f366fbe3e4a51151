package event

import "slices"

// Agencies set who told it behind what is told: "… has closed the plant, the
// company said on Monday", "…, teilte der Verein am Montag mit", "…, wie die
// Polizei mitteilte". What is told is the event, and the day of the telling is
// its day if it has none.

// tellerReach is how many words such a clause has at most before its verb, and
// behind it.
const tellerReach = 9

// teller reports whether clause m ends its sentence and only says who tells
// what stands before it.
func (x *lexicon) teller(s *sentence, m int) bool {
	o := &s.clauses[m]
	if o.lex < 0 || o.fin < 0 || !o.past || o.passive || !x.says(s, o.lex) {
		return false
	}
	start := o.fin
	for start > 0 && s.words[start-1].text != "," {
		start--
	}
	end := len(s.words)
	if start < 2 || o.fin-start > tellerReach || end-o.fin > tellerReach+1 {
		return false
	}
	return x.opensTeller(s, o, start) && x.onlyTells(s, o, start, end)
}

// opensTeller reports whether what stands behind the comma can open such a
// clause: its verb, its subject, or a word like "wie".
func (x *lexicon) opensTeller(s *sentence, o *clause, start int) bool {
	switch {
	case start == o.fin:
		return x.verbLast
	case slices.Contains(x.grammar["teller"], s.words[start].low):
		return true
	}
	return !x.verbLast && !s.words[start].is(tagSub|tagRel|tagCoord|tagPrep)
}

// onlyTells reports whether nothing but the verb, its subject, its particle,
// times and phrases with a preposition stands there.
func (x *lexicon) onlyTells(s *sentence, o *clause, start, end int) bool {
	phrase := false
	last := o.fin == start || slices.Contains(x.grammar["teller"], s.words[start].low) // the subject may stand behind the verb, or all before it
	for i := start; i < end; i++ {
		w := &s.words[i]
		switch {
		case i == o.fin || i == o.lex || w.timex >= 0:
		case w.verbal == finite || w.text == ",":
			return false
		case w.is(tagPrep):
			phrase = true
		case i > o.fin && !phrase && !last && w.text != "." && !x.particle[w.low] && !(o.subject.first <= i && i < o.subject.last):
			return false // "the club announced a new coach"
		}
	}
	return true
}

// withoutTellers leaves the candidates of such clauses out of a list where what
// they tell is a candidate of the sentence itself, which took place. Their day is
// its day already (saidBehind).
func (f *Finder) withoutTellers(list, all []*candidate) []*candidate {
	var out []*candidate
	for _, c := range list {
		if f.toldBy(c, all) == nil {
			out = append(out, c)
		}
	}
	return out
}

// toldBy finds what a candidate of such a clause tells; nil if there is none.
func (f *Finder) toldBy(c *candidate, all []*candidate) *candidate {
	if c.nominal || c.quoted || c.clause < 0 || !c.speaks() && (c.verb < 0 || f.lex.verbs[c.verb].frame != frameSpeaks) || !f.lex.teller(c.sent, c.clause) {
		return nil
	}
	for _, d := range all {
		if d.nominal || d.quoted || d.drop || d.clause < 0 || d.trigger >= c.trigger || d.class == classPlan {
			continue
		}
		if k := &c.sent.clauses[d.clause]; k.kind == mainClause && k.past && !k.pluperf && (d.status == Happened || d.status == Alleged) {
			return d
		}
	}
	return nil
}
