package event

import (
	"strings"

	"fasti/extract/segment"
)

// traits puts what speaks for and against a candidate into the bag, whatever
// its date may be.
func (v *view) traits(c *candidate, b *bag) {
	b.add("all")
	v.place(c, b)
	v.trigger(c, b)
	if c.clause >= 0 {
		v.clause(c, b)
	}
	v.company(c, b)
	v.words(c, b)
	v.echo(c, b)
}

// place tells where in the article the candidate stands.
func (v *view) place(c *candidate, b *bag) {
	s := c.sent
	b.add("sentence", few(s.index, 3))
	b.add("paragraph sentence", few(v.inBlock(s), 2))
	first := "later"
	if s.index == 0 {
		first = "lead"
	} else if s.index < 3 {
		first = "early"
	}
	b.add("at", first, formOf(c), v.tense(c))
	b.add("length", steps(len(s.words)/4))
}

// formOf says how a candidate is told.
func formOf(c *candidate) string {
	switch {
	case c.nominal && c.support:
		return "noun with support"
	case c.nominal:
		return "noun"
	}
	return "verb"
}

var classNames = [...]string{"event", "weak", "report", "deny", "plan", "cancel", "state", "aspect", "support", "open"}

// trigger tells of the word that reports.
func (v *view) trigger(c *candidate, b *bag) {
	x := v.f.lex
	lang := v.in.Doc.Lang
	form := formOf(c)
	class := classNames[c.class]
	b.add("class", class, form)
	b.add("kind", string(c.kind))
	b.add("kind", string(c.kind), form)
	b.add("status", string(c.status), form)
	b.when(c.drop, "dropped", form)
	b.when(c.extra, "beside its date")
	if c.nominal {
		b.add("noun", lang, x.nouns[c.noun.noun].lemma)
		w := &c.sent.words[c.trigger]
		b.when(w.nounAt > 0, "compound")
		b.when(c.noun.plural, "plural noun")
		v.nounPhrase(c, b)
		return
	}
	lemma := x.verbs[c.verb].lemma
	if c.class == classOpen {
		lemma = c.sent.words[c.trigger].low
	}
	b.add("verb", lang, lemma)
	b.add("frame", string(x.verbs[c.verb].frame))
}

// nounPhrase tells what stands before and behind a noun of happening.
func (v *view) nounPhrase(c *candidate, b *bag) {
	s := c.sent
	x := v.f.lex
	first := c.trigger - s.words[c.trigger].nounLen + 1
	det := "bare"
	for i := first - 1; i >= 0 && i >= first-3; i-- {
		w := &s.words[i]
		if w.is(tagThe) {
			det = "the"
			break
		} else if w.is(tagPoss) {
			det = "poss"
			break
		} else if w.is(tagArt) {
			det = "a"
			break
		} else if w.tags != 0 || w.class == segment.Punct || w.verbal == finite {
			break
		}
	}
	prep := "no preposition"
	if p := x.preposition(s, first); p >= 0 {
		prep = v.in.Doc.Lang + " " + s.words[p].low
		b.add("in a phrase", det)
	}
	b.add("noun behind", prep)
	b.add("article", det, few(boolInt(c.noun.plural), 1))
	b.add("stands alone", yes(v.f.alone(c)))
	if c.clause >= 0 {
		k := &s.clauses[c.clause]
		at := "elsewhere"
		if k.subject.first <= c.trigger && c.trigger < k.subject.last {
			at = "subject"
		} else if prep != "no preposition" {
			at = "phrase"
		} else if k.lex >= 0 && c.trigger > k.lex {
			at = "object"
		}
		class := "none"
		if k.verb >= 0 {
			class = classNames[x.verbs[k.verb].class]
			b.add("noun's verb", v.in.Doc.Lang, x.verbs[k.verb].lemma)
		}
		b.add("noun as", at, class)
	}
}

// tense names the tense of a candidate's clause; of a clause without one that
// of the clause it hangs on.
func (v *view) tense(c *candidate) string {
	if c.clause < 0 {
		return "no clause"
	}
	return tenseOf(c.sent, c.clause, 0)
}

func tenseOf(s *sentence, n, depth int) string {
	k := &s.clauses[n]
	switch {
	case k.pluperf:
		return "pluperfect"
	case k.future:
		return "future"
	case k.subj != 0:
		return "subjunctive"
	case k.modal != auxNone && k.past:
		return "past modal"
	case k.modal != auxNone:
		return "modal"
	case k.perfect:
		return "perfect"
	case k.past:
		return "past"
	case k.fin >= 0:
		return "present"
	case k.parent >= 0 && k.parent != n && depth < 4:
		return "under " + strings.TrimPrefix(tenseOf(s, k.parent, depth+1), "under ")
	}
	return "none"
}

var clauseNames = [...]string{"main", "subordinate", "relative", "infinitive", "participle", "verbless"}

// clause tells how the clause stands in its sentence.
func (v *view) clause(c *candidate, b *bag) {
	s := c.sent
	x := v.f.lex
	k := &s.clauses[c.clause]
	form := formOf(c)
	tense := v.tense(c)
	b.add("clause", clauseNames[k.kind], form)
	b.add("tense", tense, form)
	b.add("tense in", clauseNames[k.kind], tense)
	b.when(k.passive, "passive")
	b.when(k.neg, "negated")
	b.when(k.reported, "reported")
	b.when(k.coord >= 0, "joined by and")
	if k.marker >= 0 {
		b.add("marker", v.in.Doc.Lang, s.words[k.marker].low)
	}
	if k.parent >= 0 && s.clauses[k.parent].verb >= 0 {
		p := &x.verbs[s.clauses[k.parent].verb]
		b.add("under", classNames[p.class], clauseNames[k.kind])
	}
	said := false
	for i := range s.clauses {
		if o := &s.clauses[i]; o.parent == c.clause && o.reported {
			said = true
		}
	}
	b.when(said, "says something", form)
	b.when(k.number(s), "a number")
	b.when(k.any(s, tagOften), "more than once")
	v.subject(c, b)
}

// subject tells who or what the clause is about.
func (v *view) subject(c *candidate, b *bag) {
	s := c.sent
	p := v.f.lex.subjectOf(s, c.clause)
	what := s.classOf(p)
	for i := p.first; i < p.last; i++ {
		if s.words[i].isNoun {
			b.add("subject names a happening")
			break
		}
	}
	b.add("subject", what)
	b.add("subject", what, v.tense(c))
}

// classOf says how a phrase begins and whom it names.
func (s *sentence) classOf(p piece) string {
	if p.first >= p.last {
		return "none"
	}
	what := "bare"
	switch w := &s.words[p.first]; {
	case w.is(tagPron|tagWe) && !w.is(tagArt) && p.last-p.first == 1:
		what = "pronoun"
	case w.is(tagThe):
		what = "definite"
	case w.is(tagArt):
		what = "indefinite"
	}
	if who := s.namedIn(p); who != "" {
		what += " " + who
	}
	return what
}

// namedIn says what the first actor of a phrase is, "" if it has none.
func (s *sentence) namedIn(p piece) string {
	for i := range s.mentions {
		m := &s.mentions[i]
		switch {
		case m.first < p.first || m.first >= p.last:
		case m.person:
			return "person"
		case m.body:
			return "body"
		case m.state, m.place:
			return "place"
		default:
			return "people"
		}
	}
	return ""
}

// company tells who takes part and what else the sentence tells.
func (v *view) company(c *candidate, b *bag) {
	form := formOf(c)
	b.add("parts", few(len(c.parts), 3), form)
	for _, p := range c.parts {
		b.add("has", string(p.Role))
	}
	b.when(len(c.places) > 0, "place")
	b.when(c.series != nil, "series")
	mates, before, stronger, same := 0, 0, 0, 0
	for _, o := range v.bySent[c.sent.index] {
		if o == c || o.quoted || o.trigger == c.trigger {
			continue
		}
		mates++
		if o.trigger < c.trigger {
			before++
		}
		if o.score > c.score || o.score == c.score && o.trigger < c.trigger {
			stronger++
			if o.clause == c.clause {
				same++
			}
		}
	}
	b.add("mates", few(mates, 4))
	b.add("before it", few(before, 2), form)
	b.add("stronger mates", few(stronger, 3))
	b.add("stronger in its clause", few(same, 2), form)
	b.when(c.sent.quoted, "quotation")
	b.add("times here", few(len(c.sent.times), 3))
}

// words puts the small words of the clause, and what kind of nouns it has.
func (v *view) words(c *candidate, b *bag) {
	s := c.sent
	lang := v.in.Doc.Lang
	if c.clause < 0 {
		return
	}
	s.clauses[c.clause].each(func(i int) bool {
		w := &s.words[i]
		if i != c.trigger && w.class == segment.Lower && w.timex < 0 && w.verbal == notVerb && len(w.low) > 1 {
			b.add("beside", lang, w.low)
		}
		return true
	})
	if first := firstWord(s); first >= 0 {
		b.add("begins", lang, s.words[first].low)
	}
}

// firstWord is the first word of a sentence that is no mark.
func firstWord(s *sentence) int {
	for i := range s.words {
		if s.words[i].class != segment.Punct {
			return i
		}
	}
	return -1
}

// echo tells how much the candidate has in common with the headline, the lead
// and what was told before.
func (v *view) echo(c *candidate, b *bag) {
	s := c.sent
	form := formOf(c)
	b.add("of the title", few(overlap(s, v.title), 4))
	if s.index > 0 {
		b.add("of the lead", few(overlap(s, v.lead), 4))
	}
	t := stemOf(strings.ToLower(s.words[c.trigger].text))
	b.when(t != "" && v.title[t], "in the title", form)
	b.when(s.index > 0 && t != "" && v.lead[t], "in the lead", form)
	b.when(s.index > 0 && v.main[c.kind] && c.kind != Other, "of the lead's kind", form)
	if n := v.seen[v.f.stem(c)]; n > 0 && v.all[n-1].sent != s {
		b.add("told before", form)
	}
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
