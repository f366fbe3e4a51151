package event

import (
	"slices"
	"strings"

	"fasti/extract/actor"
	"fasti/extract/article"
	"fasti/extract/segment"
	"fasti/extract/syntax"
)

// formNames name how a mention refers.
var formNames = [...]string{actor.ByName: "name", actor.ByRole: "role", actor.ByPronoun: "pronoun", actor.ByAdjective: "adjective", actor.ByMetonym: "metonym"}

// present puts what says that a mention's actor takes part into the bag.
func (v *view) present(c *candidate, m *mention, kind Kind, again bool, t *taking) {
	b, s, x, lang := &t.traits, c.sent, v.f.lex, v.in.Doc.Lang
	a := &v.in.Actors.Actors[m.actor]
	men := &a.Mentions[m.index]
	who := string(a.Kind)
	if a.Generic {
		who += " without a name"
	}
	form, how := formOf(c), formNames[men.Form]
	hand := c.byHand(a.ID)
	edge, path := v.edgeOf(c, m, hand), c.path(m)
	if c.sends(m) {
		edge = edgeSent
	}
	t.edge, t.tie, t.with = edge, v.tieOf(c, m, edge, hand), c.partner(m)
	t.noun = c.nominal && !c.support
	t.where = a.Kind == actor.Place || s.chained(m)
	t.source = x.isSource(s, m)
	t.beyond = edge == edgeAway && !c.nominal
	t.away = hand == "none" && edge == edgeAway && !c.nominal
	t.apart = men.Whose || v.adorns(s, m) || v.beside(c, m, a) || s.notThey(m) || hand == "none" && (edge == edgeAway && s.grammar().before(m) >= 0 || c.owned(m))
	t.row = v.roleRow(c, kind, edge, a.Kind)
	t.core = !c.nominal && !men.Place && !again && slices.Contains(coreEdges, edge)
	row := "none"
	if t.row != nil {
		row = t.row.name
	}
	t.goal = v.goesTo(c, hand) && (t.tie != tieNone || edge == edgeInside && men.Form != actor.ByAdjective)
	frame, lemma := "noun", ""
	if c.nominal {
		lemma = x.nouns[c.noun.noun].lemma
	} else {
		lemma, frame = x.verbs[c.verb].lemma, string(x.verbs[c.verb].frame)
	}
	b.add("here")
	b.add("hand", hand)
	b.add("hand", hand, edge, form)
	b.add("hand", hand, who)
	b.add("hand", hand, string(kind))
	b.add("row", row, who)
	b.add("edge", edge, form)
	b.add("edge", edge, who, form)
	b.add("edge", edge, string(kind))
	b.add("edge", edge, frame)
	b.add("word", lang, lemma, edge)
	b.add("tie", t.tie.String(), form)
	b.add("tie", t.tie.String(), who, form)
	b.add("path", path)
	b.add("path", path, who)
	b.add("edge", edge, frame, string(kind))
	b.add("edge", edge, who, string(kind))
	b.add("row", row, string(kind))
	b.add("row", row, hand)
	b.add("table kind", string(c.kind.public()), edge)
	b.add("word", lang, lemma)
	b.add("word", lang, lemma, who)
	b.add("who", who, how)
	b.add("who", who, how, edge)
	b.add("who", who, string(kind))
	b.add("kind", string(kind))
	b.add("hand class", classNames[c.class], hand)
	b.when(men.Place, "only where", who)
	b.when(t.source, "who says so", form)
	b.when(again, "told again", hand)
	b.add("says", few(v.says(c), 2), edge, string(kind))
	b.add("among", few(len(s.mentions), 4), edge)
	b.when(s.words[m.first].clause == c.clause, "in its clause", form)
	if p := x.preposition(s, m.first); p >= 0 {
		b.add("behind", lang, s.words[p].low, form)
		b.add("behind", lang, s.words[p].low, who)
	}
	v.around(c, m, b)
	v.whole(a, b, form)
}

// notThey reports whether a mention is of somebody of whom it is said that it was not
// they: "Lind, not Roe, signed", "nicht Roe, sondern Lind".
func (s *sentence) notThey(m *mention) bool {
	return m.first > 0 && s.words[m.first-1].is(tagNeg) && s.words[m.first-1].clause == s.words[m.first].clause && (m.first == 1 || s.words[m.first-2].text == ",")
}

// goesTo reports whether a candidate tells a journey of which the order of words says that
// somebody receives it.
func (v *view) goesTo(c *candidate, hand string) bool {
	return !c.nominal && v.f.lex.verbs[c.verb].frame == frameTravels && hand == string(Recipient)
}

// edgeOf says what a mention is to a candidate: by the tree, or where that finds
// no argument of the verb and the order of words does, by that.
func (v *view) edgeOf(c *candidate, m *mention, hand string) string {
	edge := c.edge(m)
	if !c.nominal && edge != "" && strings.HasSuffix(v.f.lex.verbs[c.verb].lemma, " "+edge) {
		return edgeObject // "took over the firm"
	}
	if edge == edgePassive && !c.nominal && c.clause >= 0 && !c.sent.clauses[c.clause].passive && c.sent.words[c.trigger].verbal == finite {
		return edgeSubject // "Torvan named Roe chief": nothing makes it a passive
	}
	if edge == edgeObject && hand == string(Actor) && c.subjectless() {
		return edgeSubject
	}
	if c.nominal || c.clause < 0 || hand == "none" || hand == "place" || slices.Contains(coreEdges, edge) {
		return edge
	}
	return v.edgeByWords(c, m, edge, hand)
}

// edgeByWords says what a mention is to the verb of a candidate by the order of words,
// where the tree does not know better; else what the tree says.
func (v *view) edgeByWords(c *candidate, m *mention, edge, hand string) string {
	x, s := v.f.lex, c.sent
	p := x.preposition(s, m.first)
	if p >= 0 && s.words[p].is(tagAgent) && edge != edgeAway && !c.ofHappening(m) && c.passive() && hand == string(Actor) {
		return edgeAgent
	}
	astray := c.astray(m)
	if v.subjectByWords(c, m, edge, hand, astray) {
		if c.passive() {
			return edgePassive
		}
		return edgeSubject
	}
	free := p < 0 || s.particle(p) || astray && s.placeIn(p, m.first)
	if free && (astray && !c.led(m) || x.bare(c, m)) && s.words[m.first].clause == c.clause {
		return edgeObject
	}
	return edge
}

// subjectByWords reports whether a mention belongs to the subject of a candidate's
// clause, and the tree has nothing against it.
func (v *view) subjectByWords(c *candidate, m *mention, edge, hand string, astray bool) bool {
	setting := (edge == edgeInside || edge == edgeWithin) && v.sets(c, m)
	w := v.f.lex.subjectOf(c.sent, c.clause)
	if w.first <= m.first && m.first < w.last && !c.inGenitive(m) && (astray || !setting && !c.otherSubject(m)) {
		return true
	}
	return c.mustBeSubject(m, astray, hand)
}

// inGenitive reports whether a person is by the tree in the genitive of another noun:
// "zwei Brüder des Fußballers Sam Holm".
func (c *candidate) inGenitive(m *mention) bool {
	t := c.sent.grammar()
	at := t.clause(c.trigger)
	if at < 0 || !m.person {
		return false
	}
	genitive := func(i int) bool {
		w := &t.Words[i]
		return w.Rel == syntax.RelNmodPoss && w.Morph.Case == syntax.Gen && w.POS == syntax.NOUN
	}
	i := t.top(t.headOf(m.from, m.last))
	for n := 0; n < len(t.Words) && i >= 0 && i != t.Clauses[at].Head; n++ {
		if genitive(i) {
			return true
		}
		i = t.Words[i].Head
	}
	return false
}

// mustBeSubject reports whether a mention is the subject though the tree names another
// or none: it calls the mention one, or went astray with it and finds no other, and
// the mention stands before its verb.
func (c *candidate) mustBeSubject(m *mention, astray bool, hand string) bool {
	t := c.sent.grammar()
	at := t.clause(c.trigger)
	if at < 0 {
		return false
	}
	if head := t.top(t.headOf(m.from, m.last)); t.Words[head].Head == t.Clauses[at].Head {
		if r := t.Words[head].Rel; r == syntax.RelNsubj || r == syntax.RelNsubjPass {
			return true
		}
	}
	return astray && (hand == string(Actor) || c.subjectless() && m.last <= c.trigger && !c.led(m))
}

// ofHappening reports whether the tree hangs a mention on a noun of happening that is
// not the candidate's: "a rally of opponents of Roe was ended".
func (c *candidate) ofHappening(m *mention) bool {
	t := c.sent.grammar()
	at := t.clause(c.trigger)
	if at < 0 {
		return false
	}
	return t.above(t.headOf(m.from, m.last), t.Clauses[at].Head, func(o int) bool {
		return o != c.trigger && !c.noHappening(o)
	})
}

// sets reports whether a mention at another noun only says where that is: a place, or
// a state behind "in".
func (v *view) sets(c *candidate, m *mention) bool {
	kind := v.in.Actors.Actors[m.actor].Kind
	if kind != actor.State {
		return kind == actor.Place
	}
	t := c.sent.grammar()
	at, i := t.clause(c.trigger), t.headOf(m.from, m.last)
	for n := 0; at >= 0 && i >= 0 && n < len(t.Words) && i != t.Clauses[at].Head; n++ {
		if p := t.out(t.Preposition(i)); p >= 0 && c.sent.words[p].is(tagAt) {
			return true
		}
		i = t.Words[i].Head
	}
	return false
}

// subjectless reports whether the tree finds no subject of a candidate's verb.
func (c *candidate) subjectless() bool {
	t := c.sent.grammar()
	at := t.clause(c.trigger)
	return at >= 0 && !c.nominal && t.Subject(at) < 0
}

// astray reports whether the tree hangs a mention on a time expression, a person on
// the name of a place, or the verb on the mention, which no sentence does: what it
// says of the two is void.
func (c *candidate) astray(m *mention) bool {
	t, s := c.sent.grammar(), c.sent
	at := t.clause(c.trigger)
	if at < 0 {
		return false
	}
	i := t.headOf(m.from, m.last)
	if t.hangsOn(t.Clauses[at].Head, i) || c.verbInName(t, m) || m.person && c.placeBehind(t, i, m) {
		return true
	}
	return t.above(i, t.Clauses[at].Head, func(o int) bool {
		w := &s.words[o]
		return w.timex >= 0 || m.person && w.mention >= 0 && s.mentions[w.mention].place
	})
}

// particle reports whether the tree takes word i for a particle of a verb: "took over".
func (s *sentence) particle(i int) bool {
	t := s.grammar()
	return t.known() && t.Words[t.in(i)].Rel == syntax.RelCompoundPrt
}

// verbInName reports whether the tree takes a word of a mention for a verb: "Ida Holt".
func (c *candidate) verbInName(t tree, m *mention) bool {
	for i := m.first; i < m.last; i++ {
		if k := t.clause(i); k >= 0 && t.Clauses[k].Head == t.in(i) && t.Words[t.in(i)].POS == syntax.VERB {
			return true
		}
	}
	return false
}

// placeBehind reports whether the preposition that the tree has before the phrase of
// its word i belongs to a place that stands between: "met in Warna Minister Ida Holt".
func (c *candidate) placeBehind(t tree, i int, m *mention) bool {
	p := t.out(t.Preposition(t.top(i)))
	return p >= 0 && c.sent.placeIn(p, m.first)
}

// led reports whether the tree has a preposition before the phrase of a mention that
// is its own.
func (c *candidate) led(m *mention) bool {
	t := c.sent.grammar()
	if !t.known() {
		return false
	}
	i := t.headOf(m.from, m.last)
	return t.Preposition(i) >= 0 && !c.placeBehind(t, i, m)
}

// placeIn reports whether the name of a place stands in words [first, last).
func (s *sentence) placeIn(first, last int) bool {
	for i := first; i < last; i++ {
		if m := s.words[i].mention; m >= 0 && s.mentions[m].place {
			return true
		}
	}
	return false
}

// bare reports whether only names and nouns set together stand between a mention and
// the verb that it hangs on: no preposition, no owner.
func (x *lexicon) bare(c *candidate, m *mention) bool {
	t := c.sent.grammar()
	at := t.clause(c.trigger)
	if at < 0 {
		return true
	}
	i := t.headOf(m.from, m.last)
	for n := 0; n < len(t.Words); n++ {
		if t.Preposition(i) >= 0 {
			return false
		}
		switch r := t.Words[i].Rel; {
		case r == syntax.RelNmod, r == syntax.RelNmodPoss && (x.verbLast || genitive(c.sent, m) || m.last < len(c.sent.words) && c.sent.words[m.last].owns):
			return false
		}
		up := t.Words[i].Head
		if up < 0 || up == t.Clauses[at].Head {
			return up >= 0
		}
		if t.ClauseOf(up) != at {
			return false
		}
		i = up
	}
	return false
}

// otherSubject reports whether the tree names a subject in a candidate's clause to
// which a mention does not belong.
func (c *candidate) otherSubject(m *mention) bool {
	t := c.sent.grammar()
	at := t.clause(c.trigger)
	if at < 0 {
		return false
	}
	subject := t.Subject(at)
	if subject < 0 || !t.Firm(at) {
		return false
	}
	if o := t.out(subject); t.Words[subject].POS == syntax.PRON && o >= 0 && o < len(c.sent.words) && c.sent.words[o].mention < 0 {
		return false // "it": the order of words knows of whom it may speak
	}
	top := t.top(subject)
	i := t.headOf(m.from, m.last)
	if k := t.Words[subject].Morph.Case; (k == syntax.Acc || k == syntax.Dat) && t.Words[i].Morph.Case == syntax.Nom {
		return false // the form says that it is none
	}
	for n := 0; i >= 0 && n < len(t.Words); n++ {
		if i == subject || i == top {
			return false
		}
		i = t.Words[i].Head
	}
	return true
}

// hangsOn reports whether word i hangs on word top of the tree, at any depth.
func (t tree) hangsOn(i, top int) bool {
	for n := 0; i >= 0 && n < len(t.Words); n++ {
		if i = t.Words[i].Head; i == top {
			return i >= 0
		}
	}
	return false
}

// says counts what says that a candidate tells of words: a quotation in its
// sentence, a clause that its own has as its content.
func (v *view) says(c *candidate) int {
	n := 0
	for i := range c.sent.words {
		if c.sent.words[i].quoted {
			n++
			break
		}
	}
	for i := range c.sent.clauses {
		if k := &c.sent.clauses[i]; k.parent == c.clause && k.reported {
			n++
			break
		}
	}
	return n
}

// byHand is what the rules alone find an actor to be in a candidate.
func (c *candidate) byHand(id string) string {
	for _, p := range c.parts {
		if p.Actor == id {
			return string(p.Role)
		}
	}
	for _, p := range c.places {
		if p == id {
			return "place"
		}
	}
	return "none"
}

// around tells where a mention stands.
func (v *view) around(c *candidate, m *mention, b *bag) {
	s := c.sent
	far, side := m.first-c.trigger, "behind"
	if far < 0 {
		far, side = c.trigger-m.last+1, "ahead"
	}
	b.add("far", side, steps(max(0, far)), formOf(c))
	if m.last < len(s.words) {
		w := &s.words[m.last]
		switch {
		case w.owns:
			b.add("owns")
		case w.class == segment.Punct:
			b.add("before", w.text)
		case w.mention >= 0:
			b.add("before a name")
		}
	}
	if m.first > 0 {
		w := &s.words[m.first-1]
		switch {
		case w.class == segment.Punct:
			b.add("after", w.text)
		case w.mention >= 0:
			b.add("after a name")
		}
	}
	t := s.grammar()
	if t.known() {
		head := t.top(t.headOf(m.from, m.last))
		if h := t.Words[head].Head; h >= 0 {
			b.add("hangs on", v.in.Doc.Lang, t.Words[h].POS.String(), t.Words[head].Rel.String())
			if o := t.out(h); o >= 0 && o < len(s.words) {
				b.add("at", v.in.Doc.Lang, s.words[o].low)
			}
		}
		b.when(t.headOf(m.from, m.last) != head, "further of several")
	}
}

// whole tells of an actor what the whole article says.
func (v *view) whole(a *actor.Actor, b *bag, form string) {
	b.add("mentions", few(len(a.Mentions), 4), form)
	b.when(len(a.Roles) > 0, "in office")
	b.when(v.inTitle(a), "in the title", form)
	b.when(v.inLead(a), "in the lead", form)
}

// inTitle reports whether the headline names an actor.
func (v *view) inTitle(a *actor.Actor) bool {
	for _, w := range strings.Fields(strings.ToLower(a.Name)) {
		if s := stemOf(w); s != "" && v.title[s] {
			return true
		}
	}
	return false
}

// inLead reports whether the first sentence mentions an actor.
func (v *view) inLead(a *actor.Actor) bool {
	return len(v.in.Doc.Sentences) > 0 && mentionedIn(a, v.in.Doc.Sentences[0].Span)
}

// absent puts what says that an actor takes part who is not named in the
// happening's sentence into the bag; false: nothing does.
func (v *view) absent(c *candidate, n int, kind Kind, b *bag) bool {
	a := &v.in.Actors.Actors[n]
	before := -1
	for k := 1; k <= 2 && before < 0; k++ {
		if i := c.sent.index - k; i >= 0 && mentionedIn(a, v.in.Doc.Sentences[i].Span) {
			before = k
		}
	}
	title, lead := v.inTitle(a), v.inLead(a)
	if before < 0 && !title && !lead {
		return false
	}
	who, form := string(a.Kind), formOf(c)
	parts := few(len(c.parts), 2)
	at := few(before, 2)
	if before < 0 {
		at = "farther"
	}
	subject := "no subject"
	if before > 0 {
		if s := v.sents[c.sent.index-before]; s != nil {
			subject = v.partOf(a.ID, s)
		}
	}
	b.add("absent")
	b.add("absent", at, parts, form)
	b.add("absent", who, parts)
	b.add("absent", who, string(kind))
	b.add("absent kind", string(kind), parts)
	b.add("absent word", v.in.Doc.Lang, v.f.stem(c))
	b.add("absent kind", string(kind), who, few(v.rankOf(n), 2))
	b.add("absent", yes(title), yes(lead), parts)
	b.add("absent", yes(title), who, form)
	b.add("absent before", subject, at, parts)
	b.add("absent times", few(len(a.Mentions), 5))
	b.add("absent rank", few(v.rankOf(n), 3), parts)
	b.add("absent rank", few(v.rankOf(n), 3), string(kind))
	if c.clause >= 0 {
		k := &c.sent.clauses[c.clause]
		b.when(k.passive, "absent from a passive", who)
		b.when(k.subject.first < k.subject.last && c.sent.words[k.subject.first].is(tagThe), "absent, the", form)
	}
	return true
}

// mentionedIn reports whether an actor is mentioned in a span.
func mentionedIn(a *actor.Actor, at article.Span) bool {
	for _, m := range a.Mentions {
		if at.Start <= m.Start && m.End <= at.End {
			return true
		}
	}
	return false
}

// rankOf is how many actors of the article are mentioned more often.
func (v *view) rankOf(n int) int {
	acts := v.in.Actors.Actors
	more := 0
	for i := range acts {
		if !acts[i].Generic && len(acts[i].Mentions) > len(acts[n].Mentions) {
			more++
		}
	}
	return more
}

// partOf is what an actor is in the happenings of a sentence.
func (v *view) partOf(id string, s *sentence) string {
	for _, c := range v.bySent[s.index] {
		if h := c.byHand(id); h != "none" {
			return h
		}
	}
	return "none"
}

// chained reports whether a mention stands behind a place and a comma: "in Hull,
// Yorkshire, UK".
func (s *sentence) chained(m *mention) bool {
	i := m.first - 2
	return i >= 0 && s.words[i+1].text == "," && s.words[i].mention >= 0 && s.mentions[s.words[i].mention].place
}
