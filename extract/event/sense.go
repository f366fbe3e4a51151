package event

import (
	"strings"

	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// nounReach is how many words away from a noun what stands there no longer
// says what it is.
const nounReach = 5

// sense puts what says of what kind an event is into the bag: its word with
// the kind that the tables give it, and the words around it.
func (v *view) sense(c *candidate, b *bag) {
	x := v.f.lex
	lang := v.in.Doc.Lang
	kind := v.tableKind(c)
	b.add("table", string(kind))
	b.add("table", string(kind), formOf(c))
	b.when(c.company, "by company", string(kind))
	b.when(c.class == classEvent && kind == c.kind.public(), "sure", string(kind))
	s := c.sent
	w := &s.words[c.trigger]
	if c.nominal {
		b.add("noun", lang, x.nouns[c.noun.noun].lemma)
		if w.nounAt > 0 {
			b.add("front", lang, stemOf(w.low[:w.nounAt]))
		}
	} else {
		b.add("verb", lang, x.verbs[c.verb].lemma)
		b.add("form", lang, stemOf(w.low))
	}
	for i, o := 0, v.bySent[s.index]; i < len(o); i++ {
		if m := o[i]; m != c && m.clause == c.clause {
			b.add("beside", string(m.kind.public()))
		}
	}
	v.senseWords(c, b)
	v.senseRoles(c, b)
	v.senseArticle(c, b)
	v.senseMates(c, b)
}

// senseRoles tells who or what acts and suffers in the clause; of a noun only
// where it is what the verb tells.
func (v *view) senseRoles(c *candidate, b *bag) {
	if c.nominal && !c.support {
		return
	}
	s, lang := c.sent, v.in.Doc.Lang
	if c.clause >= 0 {
		p := v.f.lex.subjectOf(s, c.clause)
		b.add("subject", s.namedIn(p), yes(c.passive()))
		for i := p.first; i < p.last; i++ {
			for _, t := range v.topics(s, i) {
				b.add("subject about", t)
			}
		}
	}
	t := s.grammar()
	cc := t.clause(c.trigger)
	if cc < 0 || c.nominal {
		return
	}
	for i := range t.Words {
		w := &t.Words[i]
		if w.Head != t.Clauses[cc].Head {
			continue
		}
		edge := ""
		switch w.Rel {
		case syntax.RelObj, syntax.RelNsubjPass:
			edge = "object"
			b.add("object", lang, stemOf(strings.ToLower(w.Lemma)))
			b.add("verb and object", lang, v.f.lex.verbs[c.verb].lemma, stemOf(strings.ToLower(w.Lemma)))
		case syntax.RelObl, syntax.RelOblArg:
			edge = "phrase"
		case syntax.RelXcomp, syntax.RelCop:
			edge = "predicate"
		default:
			continue
		}
		if o := t.out(i); o >= 0 {
			for _, topic := range v.topics(s, o) {
				b.add(edge+" about", topic)
				b.add("verb and topic", lang, v.f.lex.verbs[c.verb].lemma, topic)
			}
		}
	}
}

// topics gives what word i of a sentence is about.
func (v *view) topics(s *sentence, i int) []string {
	w := &s.words[i]
	if w.class == segment.Punct || w.class == segment.Number || w.timex >= 0 || w.tags != 0 {
		return nil
	}
	return v.f.lex.about(w.low, w.capital())
}

// senseArticle tells what the sentence, the headline and the lead are about.
func (v *view) senseArticle(c *candidate, b *bag) {
	s := c.sent
	for i := range s.words {
		where := "sentence about"
		if i == c.trigger {
			where = "word about"
		} else if s.words[i].clause == c.clause && !c.nominal {
			where = "clause about"
		} else if c.nominal && max(i-c.trigger, c.trigger-i) < nounReach {
			where = "around about"
		}
		for _, t := range v.topics(s, i) {
			b.add(where, t)
		}
	}
	for _, t := range v.titleTopics {
		b.add("title about", t)
	}
	for _, k := range v.leadKinds {
		b.add("lead", string(k))
	}
	if k := v.mainKind; k != "" {
		b.add("most of the article", string(k))
	}
}

// senseMates tells what the other words for the same happening are.
func (v *view) senseMates(c *candidate, b *bag) {
	for _, n := range c.mates {
		m := v.judged[n]
		if m.speaks() {
			continue // who says it says nothing of what it is
		}
		b.add("joined", string(v.tableKind(m)), yes(m.sent == c.sent))
		if m.nominal {
			b.add("joined noun", v.in.Doc.Lang, v.f.lex.nouns[m.noun.noun].lemma)
		} else {
			b.add("joined verb", v.in.Doc.Lang, v.f.lex.verbs[m.verb].lemma)
		}
	}
}

// tableKind is the kind by the tables: of a verb that tells no happening by
// itself that of the noun of happening in its clause, "" if there is none.
func (v *view) tableKind(c *candidate) Kind {
	light := !c.nominal && (c.class == classSupport || c.class == classState || c.class == classAspect || c.class == classOpen || c.class == classPlan)
	if !light || c.company {
		return c.kind.public()
	}
	for _, m := range v.bySent[c.sent.index] {
		if m.nominal && m.clause == c.clause && m.clause >= 0 && m.kind != Other {
			return m.kind.public()
		}
	}
	if c.kind == Support {
		return Other
	}
	return c.kind.public()
}

// senseWords puts the words of a candidate's clause into the bag, of a noun
// those around it.
func (v *view) senseWords(c *candidate, b *bag) {
	s := c.sent
	lang := v.in.Doc.Lang
	for i := range s.words {
		w := &s.words[i]
		if i == c.trigger || w.class == segment.Punct || w.class == segment.Number || w.timex >= 0 || w.tags != 0 {
			continue
		}
		near := w.clause == c.clause
		if c.nominal {
			near = near && max(i-c.trigger, c.trigger-i) < nounReach
		}
		t := stemOf(strings.ToLower(w.text))
		if t == "" {
			continue
		}
		if near && w.isNoun && w.verbal == notVerb {
			b.add("happening", string(v.f.lex.nouns[w.noun.noun].kind.public()))
		}
		if near && w.mention < 0 {
			b.add("near", lang, t)
		}
	}
}

// kindOf is the kind that the model finds likeliest. A noun of happening has
// its kind by the tables: an attack is one, whatever the article is about.
func (v *view) kindOf(c *candidate) Kind {
	if (c.nominal || c.company) && c.kind != Other {
		return c.kind.public()
	}
	b := &bag{}
	t := v.f.model.Kind
	b.reset(t)
	v.sense(c, b)
	best, top := c.kind.public(), 0
	deed, seen := !v.maySay(c), false
	for k, name := range t.Columns {
		if deed && Kind(name) == Statement {
			continue
		}
		if n := b.sum(k); n > top || !seen {
			best, top, seen = Kind(name), n, true
		}
	}
	if t.Len() == 0 {
		return c.kind.public()
	}
	return best
}

// maySay reports whether a candidate's word can tell that somebody says something:
// no verb that tells a deed does, whatever stands around it ("entered the consulate").
func (v *view) maySay(c *candidate) bool {
	if c.nominal || c.kind.public() == Statement {
		return true
	}
	x := &v.f.lex.verbs[c.verb]
	return x.frame == frameSpeaks || c.class != classEvent && c.class != classWeak
}
